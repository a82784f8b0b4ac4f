import { canonicalJson, sha256 } from './canonical.ts'
import type { Db, Trx } from './db.ts'
import type { Authorship, OutsideKeys } from './keys.ts'
import type { AuditEventRow, AuditHeadRow } from './tables.ts'

const NO_HASH = ''

/** The line that comes after the head. */
export function link(
  head: { sequence: number; hash: string },
  event: Omit<AuditEventRow, 'sequence' | 'previous_hash' | 'hash'>,
): AuditEventRow {
  const linked = { ...event, sequence: head.sequence + 1, previous_hash: head.hash }
  return { ...linked, hash: hashOf(linked) }
}

function hashOf(event: Omit<AuditEventRow, 'hash'>): string {
  const { sequence, day, actor, action, subject, details, previous_hash } = event
  // Left out of a line from before there were marks of rows, so that its hash stays what it was.
  const rows_hash = event.rows_hash ?? undefined
  return sha256(canonicalJson({ sequence, day, actor, action, subject, details, previous_hash, rows_hash }))
}

/** What the key outside the database proves of the log: how long it is, and its last hash. */
function headText({ sequence, hash }: { sequence: number; hash: string }): string {
  return `${sequence}:${hash}`
}

/**
 * The seal of the head that comes next. A log that was written past the program never gets one by the act that follows: the
 * broken one stays. Only a log from before there were seals, which has no marks of rows either, is sealed for the first time.
 */
export async function sealAfter(
  trx: Trx,
  keys: OutsideKeys,
  before: AuditHeadRow,
  next: Pick<AuditEventRow, 'sequence' | 'hash'>,
  sealsAnew = false,
): Promise<string> {
  const isOwn = before.seal === null ? await isFirstSeal(trx) : authorOfSeal(keys, before) === 'ours'
  return isOwn || sealsAnew ? keys.prove('logHead', headText(next)) : (before.seal ?? NO_HASH)
}

async function isFirstSeal(trx: Trx): Promise<boolean> {
  return (await trx('audit_events').whereNotNull('rows_hash').first('sequence')) === undefined
}

function authorOfSeal(keys: OutsideKeys, head: AuditHeadRow): Authorship {
  return keys.authorOf('logHead', headText(head), head.seal ?? '')
}

/** Whether this server wrote the head. Returns 'forged' when it has no seal. */
export async function authorOfHead(db: Db, keys: OutsideKeys): Promise<Authorship> {
  const head = await db('audit_heads').where({ id: 1 }).first()
  return head ? authorOfSeal(keys, head) : 'forged'
}

/** Whether this server wrote the whole log: its lines are linked to the last, and the last is sealed. */
export async function authorOfLog(db: Db, keys: OutsideKeys): Promise<Authorship> {
  const { whole } = await verifyChain(db)
  return whole ? authorOfHead(db, keys) : 'forged'
}

export type ChainCheck =
  | { whole: true; sequence: number; hash: string }
  | { whole: false; sequence: number; fault: 'missing' | 'changed' | 'not_linked' | 'cut_off' | 'no_head' }

/** Names the first line of the log that is missing, changed or not linked to the line before. */
export async function verifyChain(db: Db): Promise<ChainCheck> {
  let before = { sequence: 0, hash: NO_HASH }
  for (;;) {
    const events = await db('audit_events')
      .where('sequence', '>', before.sequence)
      .orderBy('sequence')
      .limit(1000)
    if (events.length === 0) break
    for (const event of events) {
      const fault = faultIn(event, before)
      if (fault)
        return { whole: false, sequence: fault === 'missing' ? before.sequence + 1 : event.sequence, fault }
      before = event
    }
  }
  const head = await db('audit_heads').where({ id: 1 }).first()
  if (!head) return { whole: false, sequence: before.sequence, fault: 'no_head' }
  // The head holds the length of the chain, so that a cut-off end is seen too.
  if (head.sequence !== before.sequence)
    return { whole: false, sequence: before.sequence + 1, fault: 'cut_off' }
  if (head.hash !== before.hash) return { whole: false, sequence: before.sequence, fault: 'changed' }
  return { whole: true, sequence: before.sequence, hash: before.hash }
}

function faultIn(event: AuditEventRow, before: { sequence: number; hash: string }) {
  if (event.sequence !== before.sequence + 1) return 'missing'
  if (event.previous_hash !== before.hash) return 'not_linked'
  return hashOf(event) === event.hash ? undefined : 'changed'
}
