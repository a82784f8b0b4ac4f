import { reconcileLog } from '../../council.ts'
import { expectText, step, t } from '../../first_council/plot.ts'
import type { Person } from '../../person.ts'
import { approve, planAndCall } from '../before.ts'
import type { Poll } from '../contest.ts'
import { openPolls } from '../polling.ts'
import { idOf } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'

export const personOnTwoRolls = electionScenario({
  name: 'person-on-two-rolls',
  description: 'Det samme navn på to værestedslister: kun sekretæren får det at vide',
  places: 2,
  play: async (town) => {
    const shared = town.names.next().value
    const polls: Poll[] = []
    for (const area of town.places) polls.push(await planAndCall(town, { area, candidates: 2 }))
    for (const poll of polls) await approve(town, poll)
    for (const poll of polls) await fillRoll(town, poll, shared)
    const [first, second] = polls
    if (!first || !second) throw new Error('der skal to væresteder til')
    const { secretary } = town.cast
    await step(town, secretary, `bliver gjort opmærksom på, at ${shared} står to steder`, async () => {
      const page = await secretary.open(`${first.at}/valgliste`)
      expectText(page, shared)
      expectText(page, second.area.name)
    })
    await step(town, first.officials[0], 'får intet at vide om den anden liste', async () => {
      const page = await first.officials[0].open(`${first.at}/valgliste`)
      if (page.text.includes(second.area.name)) throw new Error('siden nævner det andet værested')
    })
    for (const poll of polls) await openPolls(town, poll)
    for (const poll of polls) await vote(town, poll.officials[0], poll, shared)
    await step(town, first.officials[0], `kan ikke give ${shared} en seddel til det samme sted`, async () => {
      const page = await search(first.officials[0], first, shared)
      if (page.$('#traef [data-mark]').length > 0) throw new Error('der er en knap at udlevere med')
      const said = page.texts('#traef').join(' ')
      if (!said.includes(t('elections.polling.search.marked'))) throw new Error(said)
      return t('elections.polling.search.marked')
    })
    return async () => {
      for (const poll of polls) {
        const tally = await town.house
          .db('polling_tallies')
          .where({ election_id: idOf(poll) })
          .first()
        town.journal.reconcile(`Har stemt på ${poll.area.name}`, 1, tally?.marked)
        town.journal.reconcile(`Udleveret på ${poll.area.name}`, 1, tally?.handed_out)
      }
      const named = await town.house.db('audit_events').where('details', 'like', `%${shared}%`)
      town.journal.reconcile('Vælgerens navn i logbogen', 0, named.length)
      await reconcileLog(town)
    }
  },
})

/** Staff type who uses the place: the one who is on both lists, and three more. */
async function fillRoll(town: Town, poll: Poll, shared: string): Promise<void> {
  const [official] = poll.officials
  await step(town, official, `skriver valglisten for ${poll.area.name}`, async () => {
    const at = `${poll.at}/valgliste`
    await official.send(await official.open(at), { roll_kind: 'named' }, t('roll.kind.button'))
    const names = [shared, ...Array.from({ length: 3 }, () => town.names.next().value)]
    for (const name of names) await official.send(await official.open(at), { name }, t('roll.add.button'))
    return `${names.length} navne`
  })
}

async function vote(town: Town, official: Person, poll: Poll, name: string): Promise<void> {
  await step(town, official, `giver ${name} en stemmeseddel på ${poll.area.name}`, async () => {
    const hits = await search(official, poll, name)
    const page = await official.post(handOutForm(hits))
    if (page.status !== 200) throw new Error(`${page.url} svarede ${page.status}: ${page.errors.join(' ')}`)
  })
}

async function search(official: Person, poll: Poll, name: string) {
  const page = await official.open(`${poll.at}/afstemning`)
  return official.send(page, { name }, t('elections.polling.search.button'))
}

/** The form behind the only hit. */
function handOutForm(page: Awaited<ReturnType<typeof search>>) {
  const [button = ''] = page.texts('#traef button')
  return page.fill({}, button)
}
