import type { Db } from '../db.ts'
import { listBodies } from './places.ts'
import type { Held } from './held.ts'

/** For each appointed member the organisations whose latest answer named them, by the membership's id. */
export async function nominatorsOf(db: Db, members: readonly Held[]): Promise<Map<number, string[]>> {
  const appointed = members.flatMap(({ id, person_id, appointment_id, starts_on }) =>
    appointment_id === null ? [] : [{ id, person_id, appointment_id, starts_on }],
  )
  if (appointed.length === 0) return new Map()
  const answers = await db('appointments')
    .join('nomination_answers', 'nomination_answers.nomination_id', 'appointments.nomination_id')
    .whereIn(
      'appointments.id',
      appointed.map(({ appointment_id }) => appointment_id),
    )
    .orderBy('nomination_answers.id')
    .select('appointments.id as appointment_id', 'nomination_answers.body_id', 'nomination_answers.person_id')
  const found = new Map<number, string[]>()
  for (const member of appointed) {
    const own = answers.filter(({ appointment_id }) => appointment_id === member.appointment_id)
    const latest = new Map(own.map(({ body_id, person_id }) => [body_id, person_id]))
    const bodies = await listBodies(db, member.starts_on)
    const names = bodies.filter(({ id }) => latest.get(id) === member.person_id).map(({ name }) => name)
    found.set(member.id, names)
  }
  return found
}
