import { addDays } from '../../../models/core/dates.ts'
import { getRenewal } from '../../../models/renewal/renewal.ts'
import { renewalBoard } from '../../../models/renewal/board.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { paths } from '../../../views/paths.ts'
import { appoint, askOrganisations, writeAnswers } from './first_council/appointments.ts'
import { closeList, planElections, takeCandidates } from './first_council/elections.ts'
import { planMeeting } from './first_council/meeting.ts'
import type { Scenario } from '../../kit/play.ts'
import { askSuccessor, endedAreas } from './successors.ts'
import { openOffice, reconcileLog, seatEverybody } from '../../kit/council.ts'
import { nextDay, step, t, type Plot } from './first_council/plot.ts'
import { newestTerm } from './first_council/scenario.ts'
import { beginRenewal, expectFilled, holdElections, termToCome, yearsIn } from './setup.ts'

/** From the first discussion to the first meeting: nine seats, four elections, the letters, on one board. */
export const renewal: Scenario = {
  name: 'renewal',
  description: 'Hele rådet fornyes efter et kommunalvalg: valg og udpegninger på én tavle',
  begins: (statutes) => addDays(termToCome(statutes).municipalElectionOn, -110),
  play: async (house, journal) => {
    const term = termToCome(house.statutes)
    const plot = await openOffice(house, journal, { term, places: 99 })
    const old = newestTerm(house.statutes)
    const before = await seatEverybody(plot, old.startsOn)
    await playRenewal(plot)
    return () => reconcile(plot, before)
  },
}

async function playRenewal(plot: Plot): Promise<void> {
  const { term, house } = plot
  const { secretary } = plot.cast
  const election = term.municipalElectionOn
  const pollingOn = addDays(election, 14)
  await beginRenewal(plot)
  await expectFilled(plot, 0)
  await step(plot, secretary, 'skriver ind, at rådet har drøftet fornyelsen', async () => {
    const board = await secretary.open(paths.renewal(yearsIn(plot)))
    await secretary.send(board, {}, t('renewal.discussion.button'))
  })
  nextDay(plot, addDays(election, -28), 'Organisationerne spørges')
  const nominations = await askOrganisations(plot, house.clock.today(), plot.names.next().value)
  for (const nomination of nominations) nomination.isKnown = false
  const successors = await askSuccessors(plot)
  await sendLetters(plot, nominations[0]?.at)
  nextDay(plot, addDays(election, -12), 'Kandidaterne indkaldes')
  const contests = await planElections(plot, pollingOn)
  nextDay(plot, addDays(election, -5), 'Kandidaterne melder sig')
  for (const contest of contests) await takeCandidates(plot, contest)
  nextDay(plot, addDays(election, 5), 'Kandidatlisterne godkendes')
  for (const contest of contests) await closeList(plot, contest)
  nextDay(plot, addDays(election, 7), 'Organisationerne svarer')
  for (const nomination of [...nominations, ...successors]) await writeAnswers(plot, nomination)
  await holdElections(plot, contests, pollingOn)
  const elected = contests.reduce((sum, contest) => sum + contest.elected.length, 0)
  await expectFilled(plot, elected)
  nextDay(plot, addDays(election, 24), 'Udpegningerne')
  for (const nomination of [...nominations, ...successors])
    await appoint(plot, nomination, house.clock.today())
  await expectFilled(plot, elected + nominations.length + successors.length)
  nextDay(plot, term.startsOn, 'Rådsperioden begynder')
  const meetingOn = addDays(term.startsOn, 14)
  await planMeeting(plot, meetingOn)
  nextDay(plot, meetingOn, 'Det konstituerende møde')
  await expectFilled(plot, elected + nominations.length + successors.length, [t('renewal.step.constituting')])
}

/** When organisation and successor are both gone, a later successor has to be written in and asked. */
async function askSuccessors(plot: Plot) {
  const asked = []
  for (const area of endedAreas(plot)) asked.push(await askSuccessor(plot, area))
  return asked
}

/** One letter goes out on paper; the other letters are made alike. */
async function sendLetters(plot: Plot, at: string | undefined): Promise<void> {
  if (at === undefined) return
  const { secretary } = plot.cast
  await step(plot, secretary, 'skriver et brev ud og gemmer, at det er sendt', async () => {
    const page = await secretary.open(at)
    const [href] = page.attributes('.body-acts a[href*="/breve/anmodning/"]', 'href')
    const letter = await secretary.open(href ?? '')
    await secretary.send(letter, {}, t('letters.paper_button'))
    return letter.texts('.letter h2').join()
  })
}

async function reconcile(plot: Plot, before: ReadonlyMap<string, string>): Promise<void> {
  const { house, journal, term } = plot
  const { db } = house
  journal.heading('Afstemning: ventet og fundet')
  const old = await rosterOn(db, addDays(term.startsOn, -1))
  for (const { seat, member } of old)
    journal.reconcile(`${seat.label} til det sidste`, before.get(seat.slug) ?? 'ledig', member?.person)
  const today = house.clock.today()
  const now = await rosterOn(db, today)
  const expected = [...plot.seated.values()].flat().sort().join(', ')
  journal.reconcile(
    'Det nye råd',
    expected,
    now
      .map(({ member }) => member?.person ?? 'ledig')
      .sort()
      .join(', '),
  )
  const members = await db('memberships').where('starts_on', '>=', term.startsOn)
  const whole = members.every((one) => one.starts_on === term.startsOn && one.due_on === term.endsOn)
  journal.reconcile('Alle fra første til sidste dag', 'ja', whole ? 'ja' : 'nej')
  const early = await db('memberships').whereNotNull('end_reason')
  journal.reconcile('Medlemskaber, der er afsluttet før tid', 0, early.length)
  const board = await renewalBoard(db, await getRenewal(db, yearsIn(plot)), today)
  journal.reconcile('Pladser på tavlen', now.length, board.lines.length)
  journal.reconcile('På plads', now.length, board.filled)
  journal.reconcile(
    'Forsinkede trin',
    0,
    board.lines.flatMap(({ steps }) => steps).filter((one) => one.daysLate > 0).length,
  )
  journal.reconcile('Den konstituerende dag', addDays(term.startsOn, 14), board.constituting?.held_on)
  journal.reconcile('Breve', 1, (await db('letters')).length)
  await reconcileLog(plot)
}
