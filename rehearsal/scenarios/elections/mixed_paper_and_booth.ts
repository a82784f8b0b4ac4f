import { reconcileLog } from '../../kit/council.ts'
import { approve, planAndCall } from './before.ts'
import { lockBox, openBox, pairTablet, voteOnTablet } from './booth.ts'
import { ballotsIn, shareOut, type Box } from './contest.ts'
import { certify, countTwice, finish } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileBooth, reconcileElection, reconcileRecord } from './reconciliation.ts'
import { electionScenario } from './town.ts'
import { choicesOf } from './turnout.ts'

export const mixedPaperAndBooth = electionScenario({
  name: 'mixed-paper-and-booth',
  description: 'Papir og tablet i samme valg: ét resultat, begge dele i regnskabet',
  play: async (town) => {
    const { voters = 30 } = town.wishes
    const half = Math.max(Math.floor(voters / 2), 8)
    const paper: Box = { votes: shareOut(half - 2, [5, 6, 2]), blank: 1, invalid: ['no_cross'] }
    const tablet = { votes: shareOut(half - 1, [8, 4, 2]), blank: 1 }
    const poll = await planAndCall(town, { candidates: 3, more: { means: 'both' } })
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await openPolls(town, poll)
    const booth = await pairTablet(town, poll)
    await handOut(town, poll, paper, { exchanged: 1 })
    await voteOnTablet(town, poll, booth, choicesOf(poll, tablet))
    await closePolls(town, poll, paper, { exchanged: 1 })
    await countTwice(town, poll, paper)
    await openBox(town, poll, slips)
    const votes = paper.votes.map((each, index) => each + (tablet.votes[index] ?? 0))
    const most = votes.indexOf(Math.max(...votes))
    const elected = poll.candidates.slice(most, most + 1)
    await certify(town, poll, elected)
    await finish(town, poll)
    return async () => {
      const cast = ballotsIn(tablet)
      const figures = { ballots: ballotsIn(paper) + cast, blank: 2, invalid: 1, votes }
      await reconcileElection(town, poll, { after: 'makeFinal', elected, ...figures })
      await reconcileBooth(town, poll, { releases: cast, cast, voided: 0 })
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})
