import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator'
import { addDays, type Instant, type IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { listAllElections } from '../../elections/elections.ts'
import { listPublicElections } from '../../elections/result/publication.ts'
import { listSittingsOf } from '../../elections/planning/sittings.ts'
import { listSeats } from '../../council/seats.ts'
import { listTerms } from '../../council/terms.ts'
import { listStatutesVersions } from '../../statutes/versions.ts'
import { itemDeadline } from '../../rules/meetings/item_deadline.ts'
import { termLengths } from '../../statutes/versions.ts'
import { followsMunicipal } from '../../rules/statutes/term.ts'
import { facts } from '../../rules/elections/state.ts'
import type { ElectionRow } from '../../elections/tables.ts'
import { danishMoment } from './danish_time.ts'
import type { Audience } from '../export/vcards.ts'

export interface CalendarWords {
  name: string
  term: (from: IsoDate, until: IsoDate) => string
  municipalElection: string
  polling: (area: string) => string
  candidatesBy: (area: string) => string
  complaintsUntil: (area: string) => string
  answerBy: (seat: string) => string
  itemsBy: (meeting: string) => string
}

interface Made {
  now: Instant
  words: CalendarWords
  /** The installation's address, which tells entries apart from other councils' and leads back. */
  base: string
}

/** Times are in UTC, which calendars show in their own zone. Stable ids move an entry instead of doubling it. */
export async function calendarOf(db: Db, audience: Audience, made: Made): Promise<string> {
  const { words } = made
  const calendar = ical({
    name: words.name,
    prodId: { company: 'Rådsbogen', product: 'Rådsbogen', language: 'DA' },
  })
  const lengthOn = await termLengths(db)
  for (const term of await listTerms(db)) {
    wholeDays(calendar, made, `term-${term.id}`, {
      from: term.starts_on,
      until: term.ends_on,
      summary: words.term(term.starts_on, term.ends_on),
    })
    // A council with terms of its own has set this day itself: there is no municipal election on it.
    if (!followsMunicipal(lengthOn(term.starts_on))) continue
    wholeDays(calendar, made, `municipal-election-${term.id}`, {
      from: term.municipal_election_on,
      summary: words.municipalElection,
    })
  }
  await addMeetings(db, calendar, made)
  await addElections(db, audience, calendar, made)
  if (audience === 'office') {
    await addItemDeadlines(db, calendar, made)
    await addNominations(db, calendar, made)
  }
  return calendar.toString()
}

function wholeDays(
  calendar: ICalCalendar,
  made: Made,
  key: string,
  { from, until = from, summary }: { from: IsoDate; until?: IsoDate; summary: string },
): void {
  calendar.createEvent({
    id: uidOf(made, key),
    stamp: new Date(made.now),
    allDay: true,
    start: new Date(`${from}T00:00:00Z`),
    // The format wants the day after the last one.
    end: new Date(`${addDays(until, 1)}T00:00:00Z`),
    summary,
  })
}

function uidOf({ base }: Made, key: string): string {
  return `${key}@${new URL(base).hostname}`
}

async function addMeetings(db: Db, calendar: ICalCalendar, made: Made): Promise<void> {
  const meetings = await db('meetings').orderBy('held_on').orderBy('id')
  for (const { id, held_on, starts_at, title, place } of meetings) {
    calendar.createEvent({
      id: uidOf(made, `meeting-${id}`),
      stamp: new Date(made.now),
      start: danishMoment(held_on, starts_at),
      summary: title,
      location: place,
    })
  }
}

/** Only for meetings that were planned by the deadline. */
async function addItemDeadlines(db: Db, calendar: ICalCalendar, made: Made): Promise<void> {
  const versions = new Map((await listStatutesVersions(db)).map(({ id, statutes }) => [id, statutes]))
  for (const meeting of await db('meetings').whereNotNull('planned_on').orderBy('held_on').orderBy('id')) {
    const statutes = versions.get(meeting.statutes_version_id)
    const from = statutes && itemDeadline(meeting.held_on, statutes.rules)
    if (from === undefined || (meeting.planned_on ?? from) > from) continue
    wholeDays(calendar, made, `meeting-${meeting.id}-items`, {
      from,
      summary: made.words.itemsBy(meeting.title),
    })
  }
}

type Timed = Pick<
  ElectionRow,
  'id' | 'polling_on' | 'opens_at' | 'closes_at' | 'place' | 'candidates_by' | 'complaints_until' | 'status'
> & { area: string }

async function addElections(db: Db, audience: Audience, calendar: ICalCalendar, made: Made): Promise<void> {
  const elections: Timed[] =
    audience === 'public'
      ? await listPublicElections(db)
      : (await listAllElections(db)).map((election) => ({ ...election, area: election.area_name }))
  const sittings = await listSittingsOf(db, elections)
  const { words, base } = made
  for (const election of elections) {
    const { id, area, candidates_by, complaints_until } = election
    const { called, calledOff } = facts(election.status)
    for (const sitting of sittings.get(id) ?? []) {
      calendar.createEvent({
        id: uidOf(made, `election-${id}-${sitting.number}`),
        stamp: new Date(made.now),
        start: danishMoment(sitting.held_on, sitting.opens_at),
        end: danishMoment(sitting.held_on, sitting.closes_at),
        summary: words.polling(area),
        location: sitting.place,
        // A plan is not public before the call, so there is no page to link to.
        ...(called && { url: `${base}/valg/${id}` }),
        // A calendar that has the day already is told that it is off.
        ...(calledOff && { status: ICalEventStatus.CANCELLED }),
      })
    }
    if (calledOff) continue
    wholeDays(calendar, made, `election-${id}-candidates`, {
      from: candidates_by,
      summary: words.candidatesBy(area),
    })
    wholeDays(calendar, made, `election-${id}-complaints`, {
      from: complaints_until,
      summary: words.complaintsUntil(area),
    })
  }
}

async function addNominations(db: Db, calendar: ICalCalendar, made: Made): Promise<void> {
  const labels = new Map((await listSeats(db)).map(({ id, label }) => [id, label]))
  const open = await db('nominations').where({ status: 'open' }).orderBy('id')
  for (const { id, seat_id, answer_by } of open) {
    const summary = made.words.answerBy(labels.get(seat_id) ?? '')
    wholeDays(calendar, made, `nomination-${id}`, { from: answer_by, summary })
  }
}
