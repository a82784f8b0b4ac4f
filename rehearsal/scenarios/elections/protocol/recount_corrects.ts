import { reconcileLog } from '../../../kit/council.ts'
import { expectText, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { ballotsIn, type Box } from '../contest.ts'
import { certify, countTwice } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { reconcileElection, reconcileHolders, reconcileRounds } from '../reconciliation.ts'
import { electionScenario } from '../town.ts'
import { complain } from './complaint.ts'
import { reconcileCorrection } from './correction.ts'

/** A heap of twelve for the second was left in the box, and both counters missed it. */
const FOUND: Box = { votes: [14, 22] }
const COUNTED: Box = { votes: [14, 10] }
const MISSING = { reason: 'Nogle gik måske med sedlen.' }

export const recountCorrects = electionScenario({
  name: 'recount-corrects',
  description:
    'En klage fører til omtælling, en anden bliver valgt, og protokollen viser de gamle og de nye tal',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2 })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, FOUND)
    await closePolls(town, poll, FOUND)
    await countTwice(town, poll, COUNTED, MISSING)
    const [first = '', second = ''] = poll.candidates
    await certify(town, poll, [first])
    await complain(town, poll, 'Vi var flere, der stemte.', 'recount')
    await countTwice(town, poll, FOUND)
    await certify(town, poll, [second])
    return async () => {
      const figures = { ballots: ballotsIn(FOUND), votes: FOUND.votes }
      await reconcileElection(town, poll, { after: 'certify', elected: [second], ...figures })
      await reconcileRounds(town, poll, { sheets: 4, agreedInRound: 2 })
      await reconcileHolders(town, poll, [[town.term.startsOn, second]])
      const page = await reconcileCorrection(town, poll, {
        elected: [first, second],
        changes: '10 → 22, 24 → 36',
        correctionIn: ({ recounts }) => recounts[0]?.corrected,
        table: 'recount-1',
      })
      expectText(page, t('public_election.recount.heading'))
      await reconcileLog(town)
    }
  },
})
