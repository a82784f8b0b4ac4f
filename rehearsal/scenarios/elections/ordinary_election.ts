import { reconcileLog } from '../../kit/council.ts'
import { approve, planAndCall } from './before.ts'
import { ballotsIn, shareOut, type Box } from './contest.ts'
import { certify, countTwice, finish, readProvisional } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileElection, reconcileRecord, reconcileSeat } from './reconciliation.ts'
import { electionScenario } from './town.ts'

const NO_VOTE = 2

export const ordinaryElection = electionScenario({
  name: 'ordinary-election',
  description: 'Et almindeligt valg på papir, fra planen til det endelige resultat',
  play: async (town) => {
    const { voters = 31 } = town.wishes
    const box: Box = {
      votes: shareOut(Math.max(voters - NO_VOTE, 1), [14, 10, 5]),
      blank: 1,
      invalid: ['recognisable'],
    }
    const papers = { exchanged: 2, notReturned: 1 }
    const poll = await planAndCall(town, { candidates: 3 })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, box, papers)
    await closePolls(town, poll, box, papers)
    await countTwice(town, poll, box, papers)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    await readProvisional(town, poll, elected)
    await finish(town, poll)
    return async () => {
      const { votes } = box
      const expected = {
        after: 'makeFinal',
        elected,
        ballots: ballotsIn(box),
        blank: 1,
        invalid: 1,
        votes,
      } as const
      await reconcileElection(town, poll, expected)
      await reconcileSeat(town, poll, elected[0] ?? '')
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})
