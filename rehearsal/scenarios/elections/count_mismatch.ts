import { reconcileLog } from '../../kit/council.ts'
import { invite } from '../renewal/first_council/accounts.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall } from './before.ts'
import { ballotsIn, shareOut, type Box } from './contest.ts'
import { certify, countAlone } from './counting.ts'
import { lookForDifference } from './difference.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileElection, reconcileRounds } from './reconciliation.ts'
import { electionScenario } from './town.ts'

export const countMismatch = electionScenario({
  name: 'count-mismatch',
  description: 'To tællere bliver ikke enige, og en tredje tæller afgør det',
  play: async (town) => {
    const { voters = 32 } = town.wishes
    const votes = shareOut(Math.max(voters - 2, 4), [16, 9, 5])
    const box: Box = { votes, blank: 2 }
    const poll = await planAndCall(town, { candidates: 3 })
    const place = poll.area.bodies[0]?.name ?? poll.area.name
    const third = await invite(town, { name: 'Vibeke Hald', role: 'polling_officer', place })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, box)
    await closePolls(town, poll, box)
    const [first, second] = poll.officials
    await countAlone(town, poll, first, box)
    const [most = 0, ...others] = votes
    const page = await countAlone(town, poll, second, { votes: [most - 1, ...others], blank: 3 })
    await step(town, second, 'får kun at vide, hvor de ikke er enige', () => {
      const warning = page.texts('main .alert').join(' ')
      for (const line of [poll.candidates[0] ?? '', t('elections.count.blank')])
        if (!warning.includes(line)) throw new Error(`advarslen nævner ikke ${line}: ${warning}`)
      if (/\d/.test(warning.replace(/\b2 linjer\b/, ''))) throw new Error(`advarslen har tal: ${warning}`)
      return Promise.resolve(warning)
    })
    await step(town, first, 'ser efter, hvorfor de ikke er enige', async () => {
      expectText(await first.open(`${poll.at}/optaelling`), t('elections.difference.first_look'))
      const found = await lookForDifference(first, poll.at, 'heap_twice', 'En bunke var talt to gange.')
      expectText(found, 'En bunke var talt to gange.')
    })
    await countAlone(town, poll, third, box)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    return async () => {
      const expected = { after: 'certify', elected, ballots: ballotsIn(box), blank: 2, votes } as const
      await reconcileElection(town, poll, expected)
      await reconcileRounds(town, poll, { sheets: 3, agreedInRound: 2 })
      await reconcileLog(town)
    }
  },
})
