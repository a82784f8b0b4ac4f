import { createHash } from 'node:crypto'
import { reconcileLog } from '../../kit/council.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import { Person } from '../../kit/person.ts'
import { approve, planAndCall } from './before.ts'
import { ballotsIn, type Box } from './contest.ts'
import { certify, countTwice } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { electionIdOf, reconcileElection, reconcileRecord } from './reconciliation.ts'
import { electionScenario } from './town.ts'

const WORDS = 'kaffe, regn og rugbrød'

export const tie = electionScenario({
  name: 'tie',
  description: 'To får lige mange stemmer: der trækkes lod, så alle kan regne efter',
  play: async (town) => {
    const { voters = 36 } = town.wishes
    const each = Math.max(Math.floor((voters - 2) * 0.4), 2)
    const box: Box = { votes: [each, each, each - 1], blank: 2 }
    const { secretary } = town.cast
    const poll = await planAndCall(town, { candidates: 3 })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, box)
    await closePolls(town, poll, box)
    await countTwice(town, poll, box)
    const at = `${poll.at}/lodtraekning/raadsbogen`
    const shown = await step(
      town,
      secretary,
      'gør lodtrækningen klar og skriver koden på tavlen',
      async () => {
        const page = await secretary.send(await secretary.open(at), {}, t('elections.draw.prepare'))
        const code = /\b[0-9a-f]{64}\b/.exec(page.text)?.[0]
        if (code === undefined) throw new Error(`der er ingen kode på siden:\n${page.text}`)
        return { code }
      },
    )
    await step(town, secretary, `trækker lod med ordene »${WORDS}«`, async () => {
      const form = await secretary.open(at)
      const fields = { words: WORDS, seen_by: 'Personalet og to brugere' }
      await secretary.send(form, fields, t('elections.draw.button'))
    })
    const checked = await step(town, secretary, 'regner efter med et andet program', () =>
      checkDraw(town, poll),
    )
    await certify(town, poll, [checked.winner])
    const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
    await step(town, citizen, 'ser koden, tallet og ordene på den offentlige side', async () => {
      const page = await citizen.open(poll.at.replace('/kontor', ''))
      for (const text of [shown.code, checked.seed, WORDS]) expectText(page, text)
    })
    return async () => {
      const sha = createHash('sha256').update(checked.seed).digest('hex')
      town.journal.reconcile('Koden passer til tallet', shown.code, sha)
      const figures = { ballots: ballotsIn(box), votes: box.votes }
      await reconcileElection(town, poll, { after: 'certify', elected: [checked.winner], ...figures })
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

/** Follows the recipe on the page without the program's own code: who has the smallest number? */
async function checkDraw(
  town: Parameters<typeof reconcileLog>[0],
  poll: { at: string; candidates: string[] },
): Promise<{ winner: string; seed: string }> {
  const election_id = electionIdOf(poll)
  const draw = await town.house
    .db('lot_draws')
    .whereIn('draw_id', town.house.db('draws').where({ election_id, about: 'tie' }).select('id'))
    .first('seed')
  const seed = draw?.seed ?? ''
  const equal = poll.candidates.slice(0, 2)
  const ids = await town.house.db('candidacies').where({ election_id }).whereIn('name', equal)
  const hashed = ids.map(({ id, name }) => {
    return { name, hash: createHash('sha256').update(`${seed}:${WORDS}:${id}:${name}`).digest('hex') }
  })
  const [first] = hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  return { winner: first?.name ?? '', seed }
}
