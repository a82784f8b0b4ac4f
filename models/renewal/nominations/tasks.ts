import type { SignedIn } from '../../accounts/accounts.ts'
import { canOf } from '../../accounts/permissions.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { Task } from '../../core/tasks.ts'
import { waitsForYes } from './consent.ts'
import { listOpenNominations, type Nomination } from './nominations.ts'

export async function listNominationTasks(db: Db, user: SignedIn, today: IsoDate): Promise<Task[]> {
  if (!canOf(user)['nominations.write']) return []
  const open = await listOpenNominations(db)
  return open.map((nomination) => taskOf(nomination, today))
}

function taskOf(nomination: Nomination, today: IsoDate): Task {
  const { id, seat, outcome, answer_by, term, bodies } = nomination
  const at = { room: 'nomination', id } as const
  const mine = { waitsFor: 'me', at } as const
  // No rule sets a day for the appointment, but the seat is empty from the term's first day.
  const due = today < term.starts_on ? term.starts_on : undefined
  if (outcome.state === 'agreed') {
    const person = nomination.answers.find(({ person_id }) => person_id === outcome.person)?.person ?? ''
    const kind = waitsForYes(nomination) === undefined ? 'nomination_agreed' : 'nomination_reply'
    return { kind, params: { seat: seat.label, person }, due, ...mine }
  }
  if (outcome.state === 'disagreement')
    return { kind: 'nomination_disagreement', params: { seat: seat.label }, due, ...mine }
  if (outcome.state === 'nobody')
    return { kind: 'nomination_nobody', params: { seat: seat.label }, due, ...mine }
  const missing = outcome.state === 'waiting' ? outcome.missing : []
  const names = bodies.filter((body) => missing.includes(body.id)).map(({ name }) => name)
  const params = { seat: seat.label, names, answer_by, count: names.length }
  const late = answer_by < today
  return late
    ? { kind: 'nomination_late', params, due: answer_by, ...mine }
    : { kind: 'nomination_waiting', params, due: answer_by, waitsFor: 'others', at }
}
