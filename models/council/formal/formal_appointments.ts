import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId, MembershipId, SeatId, StatutesVersionId } from '../../core/ids.ts'
import { Conflict, NotFound } from '../../core/errors.ts'
import { appointingBodyIn, needsFormalAppointment } from '../../rules/council/formal_appointment.ts'
import type { Statutes } from '../../statutes/document.ts'
import { versionInForce } from '../../rules/statutes/in_force.ts'
import type { SubstitutionRow } from '../substitutes/tables.ts'
import type { FormalAppointmentRow } from './tables.ts'
import type { AssumedRule } from '../assumed.ts'
import type { Held } from '../held.ts'
import { getMembership, listMembersFrom, type MembershipOfPerson } from '../memberships.ts'
import { listSeats, type SeatInArea } from '../seats.ts'
import {
  getStatutesVersion,
  listStatutesVersions,
  statutesOn,
  type StatutesVersion,
} from '../../statutes/versions.ts'

export interface FormalAppointment {
  /** null when the statutes do not say who appoints. */
  body: string | null
  /** The earliest day of the decision. */
  chosenOn: IsoDate
  made: FormalAppointmentRow | undefined
  assumed: AssumedRule[]
}

/** By membership id: those that need one, also struck-out ones that have one. A fixed number of queries. */
export async function formalAppointmentsOf(
  db: Db,
  held: readonly Held[],
): Promise<Map<MembershipId, FormalAppointment>> {
  const versions = await listStatutesVersions(db)
  // Most councils ask for none: then there is nothing to look up.
  if (!versions.some(({ statutes }) => statutes.rules.formalAppointment?.value === 'all')) return new Map()
  const ids = held.map(({ id }) => id)
  const known = {
    versions,
    ranUnder: await versionsOfElections(db, held),
    kinds: new Map((await listSeats(db)).map(({ id, area_kind }) => [id, area_kind])),
    substitutions: await db('substitutions').whereIn('membership_id', ids),
    written: await db('formal_appointments').whereIn('membership_id', ids),
  }
  return new Map(
    held.flatMap((one): [MembershipId, FormalAppointment][] => {
      const formal = formalAppointmentOf(one, known)
      return formal ? [[one.id, formal]] : []
    }),
  )
}

interface Known {
  versions: readonly StatutesVersion[]
  ranUnder: ReadonlyMap<ElectionId, StatutesVersionId>
  kinds: ReadonlyMap<SeatId, SeatInArea['area_kind']>
  substitutions: readonly SubstitutionRow[]
  written: readonly FormalAppointmentRow[]
}

function formalAppointmentOf(one: Held, known: Known): FormalAppointment | undefined {
  const own = ({ membership_id }: { membership_id: MembershipId }) => membership_id === one.id
  const substitution = known.substitutions.find(own)
  const made = known.written.find(own)
  const electionId = electionOf(one)
  const version =
    electionId === undefined
      ? (versionInForce(known.versions, one.starts_on) ?? known.versions[0])
      : known.versions.find(({ id }) => id === known.ranUnder.get(electionId))
  if (!version) return undefined
  const { statutes } = version
  const seating = {
    origin: one.origin,
    steppedIn: substitution !== undefined,
    areaKind: known.kinds.get(one.seat_id) ?? 'organisations',
    undone: isUndone(one),
  }
  if (!made && !needsFormalAppointment(statutes, seating)) return undefined
  // A later version may have answered who appoints, and confirmed what was assumed.
  const latest = known.versions.at(-1)?.statutes ?? statutes
  return {
    body: appointingBodyIn(statutes) ?? appointingBodyIn(latest),
    chosenOn: chosenDay(one, substitution?.recorded_on),
    made,
    assumed: made ? [] : stillAssumed(statutes, latest),
  }
}

/** Under the election's version; before an election, under the statutes of the day. */
export async function asksForFormal(
  db: Db,
  versionId: StatutesVersionId | undefined,
  on: IsoDate,
): Promise<boolean> {
  const { statutes } =
    versionId === undefined ? await statutesOn(db, on) : await getStatutesVersion(db, versionId)
  const seating = { steppedIn: false, areaKind: 'place', undone: false } as const
  return needsFormalAppointment(statutes, { origin: 'election', ...seating })
}

async function versionsOfElections(
  db: Db,
  held: readonly Held[],
): Promise<Map<ElectionId, StatutesVersionId>> {
  const ids = held.flatMap((one) => electionOf(one) ?? [])
  const elections = await db('elections').whereIn('id', ids).select('id', 'statutes_version_id')
  return new Map(elections.map(({ id, statutes_version_id }) => [id, statutes_version_id]))
}

function electionOf({ chosen }: Held): ElectionId | undefined {
  return chosen.how === 'registered' || chosen.how === 'appointed' ? undefined : chosen.electionId
}

function isUndone({ voided_on, end_reason }: Held): boolean {
  return voided_on !== null || end_reason === 'election_annulled'
}

/** A substitute may be registered before the first day, or some days after it. */
function chosenDay({ chosen, starts_on }: Held, recordedOn: IsoDate | undefined): IsoDate {
  if (chosen.how !== 'registered') return chosen.on
  return recordedOn !== undefined && recordedOn < starts_on ? recordedOn : starts_on
}

function stillAssumed(then: Statutes, latest: Statutes): AssumedRule[] {
  const keys = ['formalAppointment', 'appointingBody'] as const
  const isAssumed = ({ rules }: Statutes, key: (typeof keys)[number]) => rules[key]?.confirmed === false
  return keys
    .filter((key) => isAssumed(then, key) && isAssumed(latest, key))
    .map((key) => ({ key, area: '' }))
}

/** Sitting and booked members whom the body has not appointed yet, by seat. */
export async function listNotYetAppointed(
  db: Db,
  today: IsoDate,
): Promise<{ member: MembershipOfPerson; formal: FormalAppointment }[]> {
  const members = await listMembersFrom(db, today)
  const formal = await formalAppointmentsOf(db, members)
  return members.flatMap((member) => {
    const one = formal.get(member.id)
    return one && !one.made ? [{ member, formal: one }] : []
  })
}

/** Throws NotFound when the statutes ask for no appointment, Conflict when the membership was undone. */
export async function getFormalAppointment(
  db: Db,
  membershipId: MembershipId,
): Promise<{ member: MembershipOfPerson; formal: FormalAppointment }> {
  const member = await getMembership(db, membershipId)
  const formal = (await formalAppointmentsOf(db, [member])).get(membershipId)
  if (!formal && isUndone(member)) throw new Conflict('register_changed')
  if (!formal) throw new NotFound(`formal appointment of membership ${membershipId}`)
  return { member, formal }
}
