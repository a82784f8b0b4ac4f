import { addDays, formatShortDate } from '../../../models/core/dates.ts'
import { reconcileLog } from '../../kit/council.ts'
import { nextDay, step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall, takeCandidate } from './before.ts'
import { complain } from './protocol/complaint.ts'
import { ballotsIn, type Box, type Poll } from './contest.ts'
import { certify, countTwice } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileElection, reconcileHolders, reconcileRecord, reconcileRounds } from './reconciliation.ts'
import { electionScenario, type Town } from './town.ts'

const FIRST: Box = { votes: [12, 11] }
const RERUN: Box = { votes: [9, 15] }

export const upheldComplaint = electionScenario({
  name: 'upheld-complaint',
  description: 'Klager: en afvises, en fører til omtælling, en til omvalg',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2 })
    await runPoll(town, poll, FIRST, 0)
    await complain(town, poll, 'Døren bandt, så jeg troede, der var lukket.', 'dismissed')
    await complain(town, poll, 'Jeg tror, der er talt forkert.', 'recount')
    await countTwice(town, poll, FIRST)
    await certify(town, poll, poll.candidates.slice(0, 1))
    await complain(town, poll, 'En kandidat stod ved kassen og hjalp folk med at sætte kryds.', 'annulled')
    const rerun = await planRerun(town, poll)
    await runPoll(town, rerun, RERUN, 1)
    return async () => {
      await reconcileElection(town, poll, { after: 'planRerun', elected: poll.candidates.slice(0, 1) })
      await reconcileRounds(town, poll, { sheets: 4, agreedInRound: 2 })
      await reconcileRecord(town, poll)
      const elected = rerun.candidates.slice(1, 2)
      const figures = { ballots: ballotsIn(RERUN), votes: RERUN.votes }
      await reconcileElection(town, rerun, { after: 'certify', elected, ...figures })
      await reconcileHolders(town, poll, [
        [town.term.startsOn, 'ledig'],
        [addDays(rerun.pollingOn, 1), elected[0] ?? ''],
      ])
      await reconcileLog(town)
    }
  },
})

async function runPoll(town: Town, poll: Poll, box: Box, winner: number): Promise<void> {
  await approve(town, poll)
  await openPolls(town, poll)
  await handOut(town, poll, box)
  await closePolls(town, poll, box)
  await countTwice(town, poll, box)
  await certify(town, poll, poll.candidates.slice(winner, winner + 1))
}

async function planRerun(town: Town, poll: Poll): Promise<Poll> {
  const { secretary } = town.cast
  const pollingOn = addDays(poll.pollingOn, 35)
  const planned = await step(town, secretary, 'planlægger omvalget', async () => {
    const page = await secretary.open(poll.at)
    const form = await secretary.follow(page, t('elections.next.rerun.button'))
    const days = {
      polling_on: formatShortDate(pollingOn),
      candidates_by: formatShortDate(addDays(pollingOn, -10)),
    }
    const hours = { place: `${poll.area.name}, spisestuen`, opens_at: '10.00', closes_at: '14.00' }
    return { page: await secretary.send(form, { ...days, ...hours }) }
  })
  const rerun: Poll = { ...poll, at: planned.page.url, pollingOn, candidates: [] }
  await step(town, secretary, 'indkalder kandidater', async () => {
    await secretary.send(await secretary.open(`${rerun.at}/indkaldelse`))
  })
  nextDay(town, addDays(pollingOn, -19), 'De samme to stiller op igen')
  for (const name of poll.candidates) await takeCandidate(town, rerun, name)
  return rerun
}
