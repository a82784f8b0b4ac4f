import type { Db } from '../../models/core/db.ts'
import type { Finder, Happened } from './clues.ts'
import { itemsOf, type Item } from './heap_pages.ts'
import { logSince, readLog } from './postgres_log.ts'

/** The files of the tables that polling touches and of their indexes, and files that no table has any more. */
export interface PostgresCopy {
  files: { name: string; bytes: Buffer }[]
  /** What the server's own log has since the election began, oldest first; empty unless asked for. */
  log: Buffer
}

const TOUCHED = [
  ...['envelopes', 'box_mixings', 'entered_papers', 'ballots', 'box_codes'],
  ...['roll_entries', 'roll_words'],
]

export async function copyPostgres(db: Db, logFrom?: bigint): Promise<PostgresCopy> {
  // What is only in the server's memory goes to the files first, as it does every few minutes.
  await db.raw('checkpoint')
  const { rows: files } = await db.raw<{ rows: PostgresCopy['files'] }>(
    `select f as name, pg_read_binary_file(p, 0, 1000000000, true) as bytes
     from (select oid::text as folder from pg_database where datname = current_database()) d,
       lateral pg_ls_dir('base/' || folder) f, lateral (select 'base/' || folder || '/' || f as p) q
     where f ~ '^[0-9]+$' and f::bigint >= 16384 and (
       f in (select c.relfilenode::text from pg_class c where c.relname = any(?) or c.oid in
         (select indexrelid from pg_index i join pg_class t on t.oid = i.indrelid where t.relname = any(?)))
       or f not in (select relfilenode::text from pg_class))
     order by f::bigint`,
    [TOUCHED, TOUCHED],
  )
  return { files, log: logFrom === undefined ? Buffer.alloc(0) : await logSince(db, logFrom) }
}

export function readPostgres({ files, log }: PostgresCopy, happened: Happened, finder: Finder): void {
  for (const [index, { bytes }] of files.entries()) {
    finder.bytes('the files', bytes, index)
    const items = itemsOf(bytes)
    // The newest version of a row first: dead ones lie beside it until they are swept.
    const newest = [...items].sort((a, b) => b.xmin - a.xmin || a.offset - b.offset)
    for (const item of newest) readItem(item, index, finder)
    for (const item of [...items].sort((a, b) => a.xmin - b.xmin)) {
      if (!item.isHeap) continue
      finder.ballot('first transaction (xmin)', textsOf(item), 0, item.xmin)
      if (isMarked(item)) finder.voter('first transaction (xmin)', textsOf(item), 0, item.xmin)
    }
  }
  if (log.length > 0) readLog(log, happened, finder)
}

/** Rows and entries are laid down from the end of a page to its beginning. */
function readItem(item: Item, file: number, finder: Finder): void {
  const texts = textsOf(item)
  const page = file * 1_000_000 + item.page
  const kind = item.isHeap ? 'table' : 'index'
  finder.ballot(`place on the page (${kind} ${file})`, texts, page, -item.offset)
  if (!item.isHeap) {
    finder.voter(`place on the page (index ${file})`, texts, page, -item.offset)
    return
  }
  const address = item.page * 1000 + item.number
  finder.ballot('address (ctid)', texts, file, address)
  finder.ballot('newest transaction (xmin)', texts, 0, item.xmin)
  if (!isMarked(item)) return
  finder.voter('address (ctid)', texts, file, address)
  finder.voter('newest transaction (xmin)', texts, 0, item.xmin)
}

/** Keys, codes, the crosses of an opened ballot, and the names of the voters. */
function textsOf({ bytes }: Item): string[] {
  return (
    bytes
      .toString('latin1')
      .match(/[0-9a-f]{64}|[0-9a-f]{32}|\[[0-9,]*\]|[A-Z][a-z]+ (?:Bo )?[A-Z][a-z]+/g) ?? []
  )
}

/** The last column of a line of the roll. */
function isMarked({ bytes }: Item): boolean {
  return bytes.length >= 28 && bytes.readUInt32LE(bytes.length - 4) === 1
}
