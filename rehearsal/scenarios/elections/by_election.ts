import { addDays, formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PlaceArea } from '../../../models/statutes/document.ts'
import { leaveSeat, reconcileLog, seatByHand } from '../../kit/council.ts'
import { expectText, nextDay, step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall } from './before.ts'
import { ballotsIn, shareOut, type Box } from './contest.ts'
import { certify, countTwice } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileElection, reconcileHolders } from './reconciliation.ts'
import { daysAround, electionScenario, type Town } from './town.ts'

export const byElection = electionScenario({
  name: 'by-election',
  description: 'Et medlem flytter midt i perioden: suppleringsvalg på det samme sted',
  play: async (town) => {
    const { voters = 22 } = town.wishes
    const { startsOn } = town.term
    const leftOn = addDays(startsOn, 120)
    const leaver = await seatAndLeave(town, leftOn)
    const box: Box = { votes: shareOut(Math.max(voters, 3), [8, 13]) }
    const days = daysAround(addDays(leftOn, 70))
    const poll = await planAndCall(town, { candidates: 2, days })
    await step(town, town.cast.secretary, 'ser, at det er et suppleringsvalg', async () => {
      expectText(await town.cast.secretary.open(poll.at), t('public_election.kind.by_election'))
    })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, box)
    await closePolls(town, poll, box)
    await countTwice(town, poll, box)
    const winner = box.votes.indexOf(Math.max(...box.votes))
    const elected = poll.candidates.slice(winner, winner + 1)
    await certify(town, poll, elected)
    return async () => {
      const figures = { ballots: ballotsIn(box), votes: box.votes }
      await reconcileElection(town, poll, { after: 'certify', elected, ...figures })
      await reconcileHolders(town, poll, [
        [leftOn, leaver],
        [addDays(leftOn, 1), 'ledig'],
        [addDays(days.polling, 1), elected[0] ?? ''],
        [town.term.endsOn, elected[0] ?? ''],
      ])
      await reconcileLog(town)
    }
  },
})

/** The member has had the seat since the term began, and moves away on the day. */
async function seatAndLeave(town: Town, leftOn: IsoDate): Promise<string> {
  const [{ key: seat }] = town.places as [PlaceArea]
  nextDay(town, town.term.startsOn, 'Rådsperioden begynder')
  const name = await seatByHand(town, seat, town.term.startsOn)
  nextDay(town, leftOn, 'Et medlem flytter')
  const shown = await leaveSeat(town, { seat, name, on: leftOn }, { end_reason: 'moved' })
  expectText(shown, t('register.leaving.vacant_from', { date: formatDate(addDays(leftOn, 1), 'da') }))
  return name
}
