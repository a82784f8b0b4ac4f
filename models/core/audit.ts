import type { Action } from './actions.ts'
import { canonicalJson, type Json } from './canonical.ts'
import type { Clock, IsoDate } from './dates.ts'
import type { Db, Trx } from './db.ts'
import type { OutsideKeys } from './keys.ts'
import type { AuditEventRow } from './tables.ts'
import { authorOfHead, link, sealAfter, verifyChain } from './chain.ts'
import { computed } from './db.ts'
import { keyColumnsOf } from './ledger/keys.ts'
import { markRows } from './ledger/marks.ts'
import { type Touched, watched } from './ledger/watching.ts'
import type { AccountId } from './ids.ts'

/** Who acts, when, and from which sent form. */
export interface By {
  /** Null for the system itself (first start, commands). */
  accountId: AccountId | null
  name: string
  clock: Clock
  keys: OutsideKeys
  /** The key of the sent form: a second click does nothing again. */
  once?: string | undefined
}

/** What an act leaves: its line in the log, and the result for its caller. */
export interface Done<T extends Json> {
  action: Action
  /** `kind:id`, like `election:7`. */
  subject: string
  /** Never a voter's name, never what a ballot says. */
  details: Record<string, Json | undefined>
  result: T
  /** Rows that it takes under the log although it has not written them. */
  touched?: Touched
  /** People have looked into a log with a broken seal, and go on from it as it stands. */
  sealsAnew?: true
}

/** The system as the author: what is done at the first start, by commands and by the clock. */
export function bySystem(clock: Clock, keys: OutsideKeys): By {
  return { accountId: null, name: 'Rådsbogen', clock, keys }
}

/**
 * Does one official act: one transaction with one line in the log. It locks the head of the chain first: acts wait in
 * line and what `write` reads stays true. An error in `write` undoes it all. A form sent before gets its first result.
 */
export async function act<T extends Json>(db: Db, by: By, write: (trx: Trx) => Promise<Done<T>>): Promise<T> {
  const result = await actInLine(db, by, write)
  doneHere.set(db, actsHere(db) + 1)
  return result
}

const doneHere = new WeakMap<Db, number>()

/** Counts the acts of this process on the database: a cached answer is stale when the count has changed. */
export function actsHere(db: Db): number {
  return doneHere.get(db) ?? 0
}

async function actInLine<T extends Json>(db: Db, by: By, write: (trx: Trx) => Promise<Done<T>>): Promise<T> {
  return db.transaction(async (trx) => {
    const [head] = await trx('audit_heads')
      .where({ id: 1 })
      .update({ sequence: computed(trx.ref('sequence')) })
      .returning('*')
    if (!head) throw new Error('the head of the log is missing')
    const earlier = await resultOf<T>(trx, by.once)
    if (earlier !== undefined) return earlier
    const keys = await keyColumnsOf(db, trx)
    const touched: Touched = new Map()
    const done = await write(watched(trx, keys, touched))
    for (const [table, rows] of done.touched ?? [])
      touched.set(table, new Map([...(touched.get(table) ?? []), ...rows]))
    const rows_hash = await markRows(trx, head.sequence + 1, keys, touched)
    const event = link(head, {
      rows_hash,
      day: by.clock.today(),
      actor: by.name,
      action: done.action,
      subject: done.subject,
      details: canonicalJson(done.details),
    })
    const seal = await sealAfter(trx, by.keys, head, event, done.sealsAnew)
    await trx('audit_events').insert(event)
    const { sequence, hash } = event
    await trx('audit_heads').where({ id: 1 }).update({ sequence, hash, seal })
    if (by.once !== undefined) {
      await trx('receipts').insert({
        key: by.once,
        result: JSON.stringify(done.result),
        day: by.clock.today(),
      })
    }
    return done.result
  })
}

/** What a form that was sent before left then. */
async function resultOf<T extends Json>(trx: Trx, key: string | undefined): Promise<T | undefined> {
  const receipt = key === undefined ? undefined : await trx('receipts').where({ key }).first()
  return receipt && (JSON.parse(receipt.result) as T)
}

class Undone extends Error {}

/**
 * Several acts as one: all of them are done, each with its own line in the log, or none is. `write` gives its `by` to each.
 * With `try` all is undone at the end, so that the caller learns what would come of it, or why it is refused.
 */
export async function together<B extends By, T extends Json>(
  db: Db,
  by: B,
  write: (trx: Trx, by: B) => Promise<T>,
  how: 'do' | 'try' = 'do',
): Promise<T> {
  const results: T[] = []
  const inTurn = db.transaction(async (trx) => {
    await trx('audit_heads')
      .where({ id: 1 })
      .update({ sequence: computed(trx.ref('sequence')) })
    const key = how === 'do' ? by.once : undefined
    const earlier = await resultOf<T>(trx, key)
    if (earlier !== undefined) {
      results.push(earlier)
      return
    }
    const result = await write(trx, { ...by, once: undefined })
    results.push(result)
    if (how === 'try') throw new Undone()
    if (key !== undefined)
      await trx('receipts').insert({ key, result: JSON.stringify(result), day: by.clock.today() })
  })
  try {
    await inTurn
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  doneHere.set(db, actsHere(db) + 1)
  const [result] = results
  if (result === undefined) throw new Error('the acts left no result')
  return result
}

/** True when this very form was sent before and did its work then. */
export async function wasDone(db: Db, by: By): Promise<boolean> {
  const key = by.once ?? ''
  return (await db('receipts').where({ key }).first('key')) !== undefined
}

/**
 * Seals a log anew whose last seal is not this server's: a secret was lost, or somebody wrote past the program and people
 * have looked into it. The log keeps a line of it. Returns false, and changes nothing, when there is nothing to seal anew.
 */
export async function sealAnew(db: Db, by: By): Promise<boolean> {
  const was = await authorOfHead(db, by.keys)
  const { whole } = await verifyChain(db)
  if (was === 'ours' || !whole) return false
  const { sequence, hash } = await auditHead(db)
  return act(db, by, () =>
    Promise.resolve({
      action: 'log.sealed_anew',
      subject: 'log:head',
      details: { was, sequence, hash },
      result: true,
      sealsAnew: true,
    }),
  )
}

/** The number of acts, and the hash that stands for all of them. */
export async function auditHead(db: Db): Promise<{ sequence: number; hash: string }> {
  const head = await db('audit_heads').where({ id: 1 }).first('sequence', 'hash')
  if (!head) throw new Error('the head of the log is missing')
  return head
}

/** Every line up to and including `upTo`, the oldest first, a thousand at a time. */
export async function* linesOfLog(db: Db, upTo: number): AsyncGenerator<AuditEventRow> {
  for (let after = 0; after < upTo;) {
    const events = await db('audit_events')
      .where('sequence', '>', after)
      .where('sequence', '<=', upTo)
      .orderBy('sequence')
      .limit(1000)
    if (events.length === 0) return
    yield* events
    after = events.at(-1)?.sequence ?? upTo
  }
}

/** Forgets the forms sent before the day: a second click does not come that late. */
export async function removeOldReceipts(db: Db, before: IsoDate): Promise<void> {
  await db('receipts').where('day', '<', before).delete()
}

export function detailsOf({ details }: Pick<AuditEventRow, 'details'>): Readonly<Record<string, Json>> {
  return JSON.parse(details) as Record<string, Json>
}

/** The details of the newest line of its kind about the subject. Returns undefined when there is none. */
export async function findDetails(
  db: Db,
  subject: string,
  action: Action,
): Promise<Readonly<Record<string, Json>> | undefined> {
  const event = await db('audit_events')
    .where({ subject, action })
    .orderBy('sequence', 'desc')
    .first('details')
  return event && detailsOf(event)
}

/** The newest line first, `limit` lines up to and including `upTo`. */
export async function listEvents(db: Db, upTo: number, limit: number): Promise<AuditEventRow[]> {
  return db('audit_events').where('sequence', '<=', upTo).orderBy('sequence', 'desc').limit(limit)
}
