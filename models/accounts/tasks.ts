import type { Db } from '../core/db.ts'
import type { Task } from '../core/tasks.ts'
import type { SignedIn } from './accounts.ts'

/** The administrator sees to invited owners who have not chosen a password yet. */
export async function listAccountTasks(db: Db, user: SignedIn): Promise<Task[]> {
  if (user.role !== 'administrator') return []
  const waiting = await db('accounts')
    .whereNull('password_hash')
    .whereNull('closed_on')
    .orderBy('id')
    .select('id', 'name')
  return waiting.map(({ id, name }) => ({
    kind: 'account_without_password',
    params: { name },
    due: undefined,
    waitsFor: 'me',
    at: { room: 'account', id },
  }))
}
