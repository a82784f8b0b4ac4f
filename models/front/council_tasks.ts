import type { SignedIn } from '../accounts/accounts.ts'
import { allows } from '../accounts/permissions.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { officeSlots } from '../rules/council/officeholding.ts'
import { officesOf, type Office, type OfficeKey } from '../statutes/offices.ts'
import { assumedRules } from '../statutes/document.ts'
import type { Task } from '../core/tasks.ts'
import { listLongAbsent } from '../meetings/absences.ts'
import { listNotYetAppointed } from '../council/formal/formal_appointments.ts'
import { listOpenFlags } from '../council/grounds/flags.ts'
import { listOfficersOn } from '../council/offices/offices.ts'
import { listSeatsToDecide } from '../council/places_over_time.ts'
import { rosterOn, type RosterLine } from '../council/roster.ts'
import { latestStatutes, statutesOn } from '../statutes/versions.ts'
import { underWayFor } from '../renewal/under_way.ts'
import { findVacantChair } from '../meetings/vacant_chair.ts'

/** Notice of a vacant seat: time to call for candidates, or to write to the organisations. */
const NOTICE_DAYS = 120
/** A decision by a committee takes longer. */
const DECISION_DAYS = 180

export async function listRegisterTasks(db: Db, user: SignedIn, today: IsoDate): Promise<Task[]> {
  const assumed = allows(user.role, 'statutes.write') ? await assumedRulesTask(db) : []
  if (!allows(user.role, 'register.write')) return assumed
  const roster = await rosterOn(db, today)
  return [
    ...(await vacancyTasks(db, roster)),
    ...(await officeTasks(db, roster, today)),
    ...(await endingTasks(db, roster, today)),
    ...(await decisionTasks(db, today)),
    ...(await groundTasks(db, roster, today)),
    ...(await absenceTasks(db, today)),
    ...(await formalTasks(db, today)),
    ...assumed,
  ]
}

/** Seats without an election or nomination under way. Those never filled share a line: all, on a new installation. */
async function vacancyTasks(db: Db, roster: RosterLine[]): Promise<Task[]> {
  const started = await underWayFor(db)
  const seats = roster.flatMap(({ seat, vacancy }) => {
    if (!vacancy || vacancy.next || vacancy.neverFilled || started(seat)) return []
    const { by } = vacancy.filling
    if (by === 'nobody') return []
    const params = { seat: seat.label, since: vacancy.vacantSince ?? seat.starts_on }
    const at = { room: 'seat', slug: seat.slug } as const
    return [{ kind: `seat_vacant_${by}`, params, due: undefined, waitsFor: 'me', at }] satisfies Task[]
  })
  const count = roster.filter(
    ({ seat, vacancy }) => vacancy?.neverFilled && !vacancy.next && !started(seat),
  ).length
  if (count === 0) return seats
  const at = { room: 'council' } as const
  return [...seats, { kind: 'seats_never_filled', params: { count }, due: undefined, waitsFor: 'me', at }]
}

/** Offices without a holder, once there are members to choose among. */
async function officeTasks(db: Db, roster: RosterLine[], today: IsoDate): Promise<Task[]> {
  if (!roster.some(({ member }) => member)) return []
  const { statutes } = await statutesOn(db, today)
  const held = await listOfficersOn(db, today)
  const offices = officesOf(statutes)
  const empty = officeSlots(offices).filter(
    (slot) => !held.some(({ office, number }) => office === slot.office && number === slot.number),
  )
  const rest = { due: undefined, waitsFor: 'me', at: { room: 'offices' } } as const
  const vacant = await findVacantChair(db, today)
  return empty.flatMap((slot): Task[] => {
    const office = offices.find(({ key }) => key === slot.office)
    const choose: Task = { ...emptyOffice(slot.office, office), ...rest }
    if (!office?.leads || !vacant) return [choose]
    // The meeting chooses; until it has been held, there is nothing to write down.
    if (vacant.meeting && today < vacant.meeting.held_on) return []
    if (vacant.meeting) return [choose]
    const acting = vacant.acting ? 'chair_left' : 'chair_left_nobody'
    const params = { left: vacant.left.person, acting: vacant.acting?.person ?? '' }
    return [{ kind: acting, ...rest, params }]
  })
}

/** Each language takes its own title from the parameters. */
function emptyOffice(key: OfficeKey, office: Office | undefined): Pick<Task, 'kind' | 'params'> {
  const title = office?.title
  if (!title) return { kind: `${key}_empty`, params: {} }
  return { kind: 'office_empty', params: { title: title.da, titleEn: title.en } }
}

/** Seats soon vacant without a booked successor: a line for each early leaver, and one for the end of the term. */
async function endingTasks(db: Db, roster: RosterLine[], today: IsoDate): Promise<Task[]> {
  const now = new Set(roster.flatMap(({ member }) => member?.id ?? []))
  const started = await underWayFor(db)
  const ending = (await rosterOn(db, addDays(today, NOTICE_DAYS))).flatMap(({ seat, vacancy }) => {
    if (!vacancy?.previous || vacancy.next || !now.has(vacancy.previous.id) || started(seat)) return []
    return [{ seat, leaving: vacancy.previous }]
  })
  const early = ending.filter(({ leaving }) => leaving.end_reason !== null)
  const [first, ...later] = ending.filter(({ leaving }) => leaving.end_reason === null)
  const tasks = early.map(({ seat, leaving }): Task => {
    const params = { seat: seat.label, person: leaving.person, until: leaving.ends_on }
    const at = { room: 'seat', slug: seat.slug } as const
    return { kind: 'seat_ends_early', params, due: leaving.ends_on, waitsFor: 'me', at }
  })
  if (!first) return tasks
  const params = { count: later.length + 1, until: first.leaving.ends_on }
  const due = first.leaving.ends_on
  return [...tasks, { kind: 'term_ends', params, due, waitsFor: 'me', at: { room: 'council' } }]
}

/** Members whose place or organisation ends before their term: half a year ahead, and until it is decided. */
async function decisionTasks(db: Db, today: IsoDate): Promise<Task[]> {
  const soon = addDays(today, DECISION_DAYS)
  const open = (await listSeatsToDecide(db, today)).filter(({ endsOn }) => endsOn <= soon)
  return open.map(({ seat, body, endsOn, member }) => ({
    kind: 'seat_decision',
    params: { seat: seat.label, body: body.name, on: endsOn, person: member.person, until: member.ends_on },
    due: endsOn,
    waitsFor: 'me',
    at: { room: 'seat', slug: seat.slug },
  }))
}

/** Members who may have become ineligible: the secretary has to ask, and nothing happens by itself. */
async function groundTasks(db: Db, roster: RosterLine[], today: IsoDate): Promise<Task[]> {
  const flags = (await listOpenFlags(db)).filter(({ ends_on }) => today <= ends_on)
  return flags.flatMap(({ person, seat_id, lost }) => {
    const seat = roster.find((line) => line.seat.id === seat_id)?.seat
    if (!seat) return []
    const at = { room: 'seat', slug: seat.slug } as const
    return [
      { kind: `ground_${lost}`, params: { person, seat: seat.label }, due: undefined, waitsFor: 'me', at },
    ]
  })
}

/** Members away without notice for as long as the statutes allow: the secretary has to talk with them. */
async function absenceTasks(db: Db, today: IsoDate): Promise<Task[]> {
  return (await listLongAbsent(db, today)).map(({ member, seat, since, meetings, rule }) => ({
    kind: 'long_absence',
    params: { person: member.person, since, meetings, count: rule.value.months },
    rule: { name: 'absenceLoss', ...rule },
    due: undefined,
    waitsFor: 'me',
    at: { room: 'seat', slug: seat.slug },
  }))
}

/** Elected members whom the appointing body has not appointed yet. The statutes give it no day. */
async function formalTasks(db: Db, today: IsoDate): Promise<Task[]> {
  return (await listNotYetAppointed(db, today)).map(({ member, formal }) => ({
    kind: formal.body === null ? 'formal_appointment_unknown' : 'formal_appointment',
    params: { person: member.person, seat: member.seat.label, body: formal.body ?? '' },
    due: undefined,
    waitsFor: 'me',
    at: { room: 'formalAppointment', id: member.id },
  }))
}

async function assumedRulesTask(db: Db): Promise<Task[]> {
  const count = assumedRules((await latestStatutes(db)).statutes).length
  if (count === 0) return []
  const at = { room: 'statutes' } as const
  return [{ kind: 'rules_assumed', params: { count }, due: undefined, waitsFor: 'me', at }]
}
