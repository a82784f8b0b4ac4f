import type { Db } from '../../models/core/db.ts'
import type { Finder, Happened } from './clues.ts'

const PAGE = 8192
const PAGE_HEADER = 24
/** The first page of each segment says more about itself. */
const SEGMENT_HEADER = 40

/** Where the next write will stand in the log, in bytes since the server was made. */
export async function endOfLog(db: Db): Promise<bigint> {
  const { rows } = await db.raw<{ rows: { at: string }[] }>(
    `select (pg_current_wal_insert_lsn() - '0/0')::text as at`,
  )
  return BigInt(rows[0]?.at ?? 0)
}

/**
 * The log from this place on, as its files have it. A segment that is used again keeps its old pages behind the new ones,
 * so each page is asked where it belongs.
 */
export async function logSince(db: Db, from: bigint): Promise<Buffer> {
  const pages = new Map<bigint, Buffer>()
  for (const name of await segments(db, from)) {
    const { rows } = await db.raw<{ rows: { bytes: Buffer }[] }>('select pg_read_binary_file(?) as bytes', [
      `pg_wal/${name}`,
    ])
    const bytes = rows[0]?.bytes ?? Buffer.alloc(0)
    for (let start = 0; start + PAGE <= bytes.length; start += PAGE) {
      const at = bytes.readBigUInt64LE(start + 8)
      const header = start === 0 ? SEGMENT_HEADER : PAGE_HEADER
      if (at + BigInt(PAGE) > from) pages.set(at, bytes.subarray(start + header, start + PAGE))
    }
  }
  const inOrder = [...pages].sort(([a], [b]) => (a < b ? -1 : 1))
  return Buffer.concat(inOrder.map(([, bytes]) => bytes))
}

/** Only those whose first page, or last one if the segment is used again, was written since. */
async function segments(db: Db, from: bigint): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string; size: string; first: Buffer; last: Buffer }[] }>(
    `select name, size, pg_read_binary_file('pg_wal/' || name, 8, 8) as first,
       pg_read_binary_file('pg_wal/' || name, size - ${PAGE - 8}, 8) as last
     from pg_ls_waldir() where size >= ${2 * PAGE} order by name`,
  )
  return rows
    .filter(({ size, first, last }) =>
      [first.readBigUInt64LE() + BigInt(size), last.readBigUInt64LE() + BigInt(PAGE)].some(
        (end) => end > from,
      ),
    )
    .map(({ name }) => name)
}

/** The first place of each code, and of each name as it stands in a line of the roll with its mark. */
export function readLog(log: Buffer, { marked, cast }: Happened, finder: Finder): void {
  const ballots = firstPlaces(log, /[0-9a-f]{64}/g)
  for (const { code } of cast) {
    const at = ballots.get(code)
    if (at !== undefined) finder.ballot('first place in pg_wal', [code], 0, at)
  }
  const voters = firstPlaces(log, /[A-Z][a-z]+ (?:Bo )?[A-Z][a-z]+/g, (end) => isMarked(log, end))
  for (const { entry, name } of marked) {
    const at = voters.get(name)
    if (at !== undefined) finder.voter('first place in pg_wal', [entry], 0, at)
  }
}

function firstPlaces(log: Buffer, what: RegExp, counts = (_end: number) => true): Map<string, number> {
  const places = new Map<string, number>()
  for (const { 0: text, index } of log.toString('latin1').matchAll(what))
    if (!places.has(text) && counts(index + text.length)) places.set(text, index)
  return places
}

/** The number 1 follows the name on the next full word. */
function isMarked(log: Buffer, end: number): boolean {
  return [0, 1, 2, 3].some((pad) => end + pad + 4 <= log.length && log.readUInt32LE(end + pad) === 1)
}
