import { addDays, type IsoDate } from '../../../../models/core/dates.ts'
import type { Statutes, Term } from '../../../../models/statutes/document.ts'
import { complaintDeadline } from '../../../../models/rules/elections/complaint_period.ts'
import { paths } from '../../../../views/paths.ts'
import { openOffice } from '../../../kit/council.ts'
import type { House } from '../../../kit/house.ts'
import type { Journal } from '../../../kit/journal.ts'
import type { Scenario } from '../../../kit/play.ts'
import { appoint, askOrganisations, writeAnswers } from './appointments.ts'
import { certify, countTwice, finish, readProvisional } from './counting.ts'
import { closeList, planElections, poll, takeCandidates } from './elections.ts'
import { leave, swapOfficers } from './later.ts'
import { electOfficers, planMeeting, reachQuorum } from './meeting.ts'
import { nextDay, step, type Plot } from './plot.ts'
import { reconcile, type Outcome } from './reconciliation.ts'
import { registerNominee } from './register.ts'
import { readStatutes } from './statutes.ts'

export const firstCouncil: Scenario = {
  name: 'first-council',
  description: 'Fra vedtægterne til rådets første beslutningsdygtige møde',
  begins: (statutes) => addDays(newestTerm(statutes).municipalElectionOn, -75),
  play: async (house, journal) => {
    const { plot, outcome } = await playFirstCouncil(house, journal)
    return () => reconcile(plot, outcome)
  },
}

/** Other plays go on from there. */
export async function playFirstCouncil(
  house: House,
  journal: Journal,
): Promise<{ plot: Plot; outcome: Outcome }> {
  const places = house.statutes.areas.length
  const plot = await openOffice(house, journal, { term: newestTerm(house.statutes), places })
  return { plot, outcome: await playAll(plot) }
}

export function newestTerm({ terms }: Statutes): Term {
  const [newest] = [...terms].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
  if (!newest) throw new Error('vedtægterne har ingen rådsperioder')
  return newest
}

async function playAll(plot: Plot): Promise<Outcome> {
  const { term, house } = plot
  const electionDay = term.municipalElectionOn
  const pollingOn = addDays(electionDay, 14)
  const confirmed = !house.statutes.rules.quorum.confirmed
  nextDay(plot, addDays(electionDay, -60), 'Vedtægter og register')
  await readStatutes(plot)
  const nominee = await registerNominee(plot)
  nextDay(plot, addDays(electionDay, -40), 'Valgene planlægges')
  const contests = await planElections(plot, pollingOn)
  nextDay(plot, addDays(electionDay, -5), 'Kandidaterne melder sig')
  for (const contest of contests) await takeCandidates(plot, contest)
  nextDay(plot, addDays(electionDay, 1), 'Organisationerne spørges')
  const nominations = await askOrganisations(plot, house.clock.today(), nominee)
  nextDay(plot, addDays(electionDay, 5), 'Kandidatlisterne godkendes')
  for (const contest of contests) await closeList(plot, contest)
  for (const contest of uncontested(contests)) await certifyAndRead(plot, contest, house.clock.today())
  nextDay(plot, addDays(electionDay, 10), 'Organisationerne svarer')
  for (const nomination of nominations) await writeAnswers(plot, nomination)
  await pollEverywhere(plot, contests, pollingOn)
  nextDay(plot, addDays(electionDay, 20), 'Udpegningerne')
  for (const nomination of nominations) await appoint(plot, nomination, house.clock.today())
  const until = complaintDeadline(pollingOn, house.statutes.rules.complaintDays.value)
  nextDay(plot, addDays(until, 1), 'Klagefristen er ovre')
  for (const contest of contests) await finish(plot, contest)
  return newTerm(plot, { contests, confirmed })
}

async function pollEverywhere(plot: Plot, contests: Outcome['contests'], pollingOn: IsoDate): Promise<void> {
  nextDay(plot, pollingOn, 'Valgdag')
  for (const [index, contest] of contests.entries()) {
    if (contest.kind === 'uncontested') continue
    const stranger = index === 0 ? contests[1]?.counters[0] : undefined
    await poll(plot, contest, pollingOn, stranger)
    await countTwice(plot, contest)
  }
  nextDay(plot, addDays(pollingOn, 1), 'Valgene godkendes')
  for (const contest of contests) {
    if (contest.kind !== 'uncontested') await certifyAndRead(plot, contest, pollingOn)
  }
}

/** Without a vote, complaints are counted from the day of the decision not to hold one. */
function uncontested(contests: Outcome['contests']): Outcome['contests'] {
  return contests.filter(({ kind }) => kind === 'uncontested')
}

async function certifyAndRead(
  plot: Plot,
  contest: Outcome['contests'][number],
  from: IsoDate,
): Promise<void> {
  await certify(plot, contest)
  await readProvisional(plot, contest, complaintDeadline(from, plot.house.statutes.rules.complaintDays.value))
}

async function newTerm(plot: Plot, played: Pick<Outcome, 'contests' | 'confirmed'>): Promise<Outcome> {
  const { startsOn } = plot.term
  const { house, cast } = plot
  plot.seated = new Map(house.statutes.areas.flatMap(({ key }) => inOrder(plot, key)))
  nextDay(plot, startsOn, 'Rådsperioden begynder')
  const meetingDay = addDays(startsOn, 20)
  const meeting = await planMeeting(plot, meetingDay)
  nextDay(plot, meetingDay, 'Det konstituerende møde')
  house.clock.set(`${meetingDay}T16:30:00Z`)
  const officers = await electOfficers(plot)
  const quorum = await reachQuorum(plot, meeting)
  const swappedOn = addDays(startsOn, 100)
  nextDay(plot, swappedOn, 'Rådet mødes igen')
  await swapOfficers(plot, swappedOn, officers)
  const leavesOn = addDays(startsOn, 120)
  nextDay(plot, leavesOn, 'Et medlem flytter')
  const left = await leave(plot, leavesOn)
  await step(plot, cast.auditor, 'læser logbogen', async () => {
    const page = await cast.auditor.open(paths.audit)
    return page.heading
  })
  return { ...played, officers, swappedOn, left: left && { ...left, on: leavesOn }, quorum }
}

function inOrder({ seated }: Plot, key: string): [string, string[]][] {
  const names = seated.get(key)
  return names ? [[key, names]] : []
}
