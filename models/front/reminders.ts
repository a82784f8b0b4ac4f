import { findSignedIn, type SignedIn } from '../accounts/accounts.ts'
import type { Clock } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { NotSent, type Mailer, type Message } from '../core/mail.ts'
import type { Task } from '../core/tasks.ts'
import { isReminderTime, remindsNow } from '../rules/core/reminding.ts'
import type { ReminderRow } from './tables.ts'
import { type Todo, whatToDo } from './todo.ts'

export interface Post {
  clock: Clock
  mailer: Mailer
  /** Writes the mail to the owner of the account. */
  write: (owner: SignedIn, todo: Todo) => Omit<Message, 'to'>
}

/**
 * Writes to the owners of accounts what waits for them, when `remindsNow` says so, and returns how many mails went out.
 * Any number of processes may do it at once: nobody gets two mails a day. Throws NotSent when the mail server takes no
 * mail; who has had none by then gets one from a later round.
 */
export async function remindOwners(db: Db, post: Post): Promise<number> {
  if (!isReminderTime(post.clock.time())) return 0
  const accounts = await db('accounts')
    .where({ reminded: 1 })
    .whereNull('closed_on')
    .whereNotNull('password_hash')
    .orderBy('id')
    .select('id', 'email')
  let sent = 0
  for (const { id, email } of accounts) {
    const owner = await findSignedIn(db, id)
    if (owner && (await remind(db, post, owner, email))) sent += 1
  }
  return sent
}

async function remind(db: Db, { clock, mailer, write }: Post, owner: SignedIn, to: string): Promise<boolean> {
  const today = clock.today()
  const todo = await whatToDo(db, owner, today)
  const before = await findReminder(db, owner)
  // A mail that was on its way when its process ended may have told nobody.
  const told = before && before.outcome !== 'sending' ? before.told.split('\n') : []
  const tasks = todo.mine.map((task) => ({ key: taskKey(task), kind: task.kind, due: task.due }))
  const keys = tasks.map(({ key }) => key)
  const coming = todo.coming.map(({ on }) => on)
  if (!remindsNow({ today, time: clock.time(), tasks, told, coming, sentOn: before?.sent_on })) {
    // A task that comes back later is new again.
    const left = told.filter((key) => keys.includes(key)).join('\n')
    if (before && left !== before.told) await db('reminders').where(before).update({ told: left })
    return false
  }
  const row: ReminderRow = { account_id: owner.id, told: keys.join('\n'), sent_on: today, outcome: 'sending' }
  if (!(await claim(db, row))) return false
  const outcome = await deliver(db, { mailer, message: { to, ...write(owner, todo) } }, row, before)
  await db('reminders').where({ account_id: owner.id }).update({ outcome })
  return outcome !== 'address'
}

/** Of the last mail to the owner, if there has been one. */
export async function findReminder(db: Db, { id }: Pick<SignedIn, 'id'>): Promise<ReminderRow | undefined> {
  return db('reminders').where({ account_id: id }).first()
}

/** The same for a task on each day that it waits. */
function taskKey({ kind, at }: Task): string {
  const which = 'id' in at ? at.id : 'slug' in at ? at.slug : 'years' in at ? at.years : ''
  return `${kind}:${at.room}:${which}`
}

/** False when another process writes to the owner today. */
async function claim(db: Db, row: ReminderRow): Promise<boolean> {
  const made = await db('reminders').insert(row).onConflict('account_id').ignore().returning('account_id')
  if (made.length === 1) return true
  const { account_id, ...rest } = row
  return (await db('reminders').where({ account_id }).where('sent_on', '<', row.sent_on).update(rest)) === 1
}

async function deliver(
  db: Db,
  { mailer, message }: { mailer: Mailer; message: Message },
  row: ReminderRow,
  before: ReminderRow | undefined,
): Promise<ReminderRow['outcome']> {
  try {
    await mailer.send(message)
    return 'sent'
  } catch (error) {
    if (error instanceof NotSent && error.why !== 'refused') return error.why
    // Nothing went out: a later round tries again.
    const mine = db('reminders').where({ account_id: row.account_id })
    await (before ? mine.update(before) : mine.delete())
    throw error
  }
}
