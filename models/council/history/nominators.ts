import type { Db } from '../../core/db.ts'
import {
  type AppointmentId,
  type BodyId,
  type MembershipId,
  type PersonId,
  storedIds,
} from '../../core/ids.ts'
import type { Held } from '../held.ts'
import type { BodyNamer } from '../../bodies/names.ts'

/** The organisations that a member sits for; `text` has their names as the membership began. */
export interface Nominators {
  ids: BodyId[]
  text: string
}

/** By membership: the organisations whose latest answer named the member, or those of an old roster. */
export async function nominatorsByMembership(
  db: Db,
  memberships: readonly Held[],
  nameOf: BodyNamer,
): Promise<Map<MembershipId, Nominators>> {
  const found = new Map<MembershipId, Nominators>()
  const nominated = await nominatorsIn(db, memberships)
  const imported = await db('imported_memberships').whereIn(
    'membership_id',
    memberships.map(({ id }) => id),
  )
  const byMembership = new Map(imported.map((one) => [one.membership_id, one]))
  for (const { id, appointment_id, starts_on } of memberships) {
    const written = byMembership.get(id)
    const ids =
      appointment_id === null
        ? storedIds<BodyId>(written?.bodies ?? '[]')
        : (nominated.get(appointment_id) ?? [])
    const names = ids.map((body) => nameOf(body, starts_on)).join(', ')
    // When the roster names an organisation that the register does not know, its own words say more.
    const known = written?.organisation ?? ''
    found.set(id, { ids, text: names === '' || isLonger(known, ids) ? known || names : names })
  }
  return found
}

function isLonger(written: string, ids: readonly BodyId[]): boolean {
  return written.split(/,|;|\/|&|\+| og | and /i).length > ids.length
}

async function nominatorsIn(db: Db, memberships: readonly Held[]): Promise<Map<AppointmentId, BodyId[]>> {
  const appointments = memberships.flatMap(({ appointment_id }) => appointment_id ?? [])
  if (appointments.length === 0) return new Map()
  const answers = await db('appointments')
    .join('nomination_answers', 'nomination_answers.nomination_id', 'appointments.nomination_id')
    .whereIn('appointments.id', appointments)
    .orderBy('nomination_answers.id')
    .select<{ id: AppointmentId; body_id: BodyId; named: PersonId; appointed: PersonId }[]>(
      'appointments.id as id',
      'nomination_answers.body_id',
      'nomination_answers.person_id as named',
      'appointments.person_id as appointed',
    )
  const latest = new Map(answers.map((answer) => [`${answer.id}:${answer.body_id}`, answer]))
  const found = new Map<AppointmentId, BodyId[]>()
  for (const { id, body_id, named, appointed } of latest.values())
    if (named === appointed) found.set(id, [...(found.get(id) ?? []), body_id])
  return found
}
