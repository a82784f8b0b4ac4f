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
 * While the secret of the last seal is missing, that seal waits in the new one, to be read once the secret is back.
 */
export async function sealAfter(
  trx: Trx,
  keys: OutsideKeys,
  before: AuditHeadRow,
  next: Pick<AuditEventRow, 'sequence' | 'hash'>,
  sealsAnew = false,
): Promise<string> {
  const { seal } = before
  const isOwn = seal === null ? await isFirstSeal(trx) : (await authorOfSeal(trx, keys, before)) === 'ours'
  if (isOwn || sealsAnew) return keys.prove('logHead', headText(next))
  const unread = unreadIn(keys, before)
  if (unread === undefined) return seal ?? NO_HASH
  return `${keys.prove('logHead', `${headText(next)} ${unread}`)} ${unread}`
}

async function isFirstSeal(trx: Trx): Promise<boolean> {
  return (await trx('audit_events').whereNotNull('rows_hash').first('sequence')) === undefined
}

/** The seal whose secret is missing, with its line. Undefined where nothing but a new seal set by hand can help. */
function unreadIn(keys: OutsideKeys, head: AuditHeadRow): string | undefined {
  const { own, text, unread } = partsOf(head)
  const author = keys.authorOf('logHead', text, own)
  if (unread) return author === 'ours' ? unread.text : undefined
  return author === 'unknown_secret' ? `${own}@${head.sequence}` : undefined
}

async function authorOfSeal(db: Db, keys: OutsideKeys, head: AuditHeadRow): Promise<Authorship> {
  const { own, text, unread } = partsOf(head)
  const author = keys.authorOf('logHead', text, own)
  if (author !== 'ours' || !unread) return author
  const line = await db('audit_events').where({ sequence: unread.sequence }).first('sequence', 'hash')
  return line ? keys.authorOf('logHead', headText(line), unread.seal) : 'forged'
}

interface SealParts {
  own: string
  /** What `own` proves. */
  text: string
  /** The seal that waits for its secret, and the line it was made on. */
  unread?: { text: string; seal: string; sequence: number }
}

function partsOf(head: AuditHeadRow): SealParts {
  const [own = '', waiting = ''] = (head.seal ?? '').split(' ')
  const [seal = '', sequence] = waiting.split('@')
  if (sequence === undefined) return { own, text: headText(head) }
  const unread = { text: waiting, seal, sequence: Number(sequence) }
  return { own, text: `${headText(head)} ${waiting}`, unread }
}

/** Whether this server wrote the head. Returns 'forged' when it has no seal. */
export async function authorOfHead(db: Db, keys: OutsideKeys): Promise<Authorship> {
  const head = await db('audit_heads').where({ id: 1 }).first()
  return head ? authorOfSeal(db, keys, head) : 'forged'
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
