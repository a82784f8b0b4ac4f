import { reconcileLog } from '../../kit/council.ts'
import { approve, planAndCall } from './before.ts'
import { ballotsIn, type Box } from './contest.ts'
import { certify, countTwice } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileElection, reconcilePapers, reconcileRecord } from './reconciliation.ts'
import { electionScenario } from './town.ts'

/** 58 ballots: 30 + 16 + 9 votes, 2 blank, 1 with a drawing on it. */
const BOX: Box = { votes: [30, 16, 9], blank: 2, invalid: ['recognisable'] }
const HANDED_OUT = 61
const REASON = 'Tre vælgere gik ud med sedlen, mens der var brandøvelse. Ingen så, hvem det var.'

export const missingPapers = electionScenario({
  name: 'missing-papers',
  description: '61 sedler delt ud, 58 i kassen: en forskel, der forklares i protokollen',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3 })
    await approve(town, poll)
    await openPolls(town, poll)
    const missing = HANDED_OUT - ballotsIn(BOX)
    // Missing papers went over the table like all others.
    const overTheTable: Box = { ...BOX, blank: (BOX.blank ?? 0) + missing }
    await handOut(town, poll, overTheTable)
    await closePolls(town, poll, overTheTable)
    await countTwice(town, poll, BOX, { reason: REASON })
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    return async () => {
      const figures = { ballots: 58, blank: 2, invalid: 1, votes: BOX.votes }
      await reconcileElection(town, poll, { after: 'certify', elected, ...figures })
      await reconcilePapers(town, poll, { handedOut: HANDED_OUT, inBox: 58, missing, reason: REASON })
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})
