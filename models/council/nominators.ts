import type { Db } from '../core/db.ts'
import type { AppointmentId, BodyId, MembershipId, PersonId } from '../core/ids.ts'
import { listBodies } from '../bodies/bodies.ts'
import type { Held } from './held.ts'

/** Organisations whose latest answer named the appointed member, by membership id. */
export async function nominatorsOf(db: Db, members: readonly Held[]): Promise<Map<MembershipId, string[]>> {
  const found = new Map<MembershipId, string[]>()
  const nominating = await nominatingBodiesOf(db, members)
  for (const member of members.filter(({ id }) => nominating.has(id))) {
    const ids = nominating.get(member.id) ?? []
    const bodies = await listBodies(db, member.starts_on)
    found.set(
      member.id,
      bodies.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    )
  }
  return found
}

/** Ids of the organisations whose latest answer named the member, by membership id. */
export async function nominatingBodiesOf(
  db: Db,
  members: readonly Held[],
): Promise<Map<MembershipId, BodyId[]>> {
  const appointed = members.flatMap(({ id, person_id, appointment_id }) =>
    appointment_id === null ? [] : [{ id, person_id, appointment_id }],
  )
  if (appointed.length === 0) return new Map()
  const answers = await db('appointments')
    .join('nomination_answers', 'nomination_answers.nomination_id', 'appointments.nomination_id')
    .whereIn(
      'appointments.id',
      appointed.map(({ appointment_id }) => appointment_id),
    )
    .orderBy('nomination_answers.id')
    .select<{ appointment_id: AppointmentId; body_id: BodyId; person_id: PersonId }[]>(
      'appointments.id as appointment_id',
      'nomination_answers.body_id',
      'nomination_answers.person_id',
    )
  return new Map(
    appointed.map((member) => {
      const own = answers.filter(({ appointment_id }) => appointment_id === member.appointment_id)
      const latest = new Map(own.map(({ body_id, person_id }) => [body_id, person_id]))
      const named = [...latest].filter(([, person]) => person === member.person_id)
      return [member.id, named.map(([body]) => body)]
    }),
  )
}
