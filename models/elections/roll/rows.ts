import { randomBytes } from 'node:crypto'
import { countRowsAnew, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { searchKeys } from '../../rules/elections/roll_names.ts'
import type { RollEntryRow } from './tables.ts'

export type NewEntry = Pick<RollEntryRow, 'name' | 'note' | 'marked'>

/** As many values as both engines take in one statement, with room to spare. */
const ROWS_AT_ONCE = 1000

/** The random id tells nothing of when the entry was made. */
function newId(): string {
  return randomBytes(16).toString('hex')
}

/** The rows have new random ids and their order. Returns the ids in the order of the entries. */
export async function insertEntries(
  trx: Trx,
  electionId: ElectionId,
  entries: readonly NewEntry[],
): Promise<string[]> {
  const rows = entries.map(({ name, note, marked }) => ({
    id: newId(),
    election_id: electionId,
    name,
    note,
    marked,
  }))
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const some of inParts(sorted)) await insertMany(trx, 'roll_entries', some)
  for (const some of inParts(sorted)) {
    for (const words of inParts(some.flatMap(wordsOf))) await insertMany(trx, 'roll_words', words)
  }
  if (rows.length > ROWS_AT_ONCE) await countRowsAnew(trx, ['roll_entries', 'roll_words'])
  return rows.map(({ id }) => id)
}

/** The query builder's own insert is a chain of selects on SQLite, and no longer than 500 of them. */
async function insertMany(trx: Trx, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const places = `(${columns.map(() => '?').join()})`
  const values = rows.flatMap((row) => Object.values(row) as (string | number | null)[])
  await trx.raw(
    `insert into ?? (${columns.map(() => '??').join()}) values ${rows.map(() => places).join()}`,
    [table, ...columns, ...values],
  )
}

/** The words are made anew after the name of the entry was put right. */
export async function indexEntry(trx: Trx, entry: Omit<RollEntryRow, 'marked'>): Promise<void> {
  await trx('roll_words').where({ entry_id: entry.id }).delete()
  await trx('roll_words').insert(wordsOf(entry))
}

function wordsOf(entry: Omit<RollEntryRow, 'marked'>) {
  const { id: entry_id, election_id } = entry
  return searchKeys(entry).map((word) => ({ election_id, word, entry_id }))
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts = Math.ceil(rows.length / ROWS_AT_ONCE)
  return Array.from({ length: parts }, (_part, index) =>
    rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  )
}

/** Returns how many entries there were. */
export async function deleteEntries(trx: Trx, electionId: ElectionId): Promise<number> {
  await trx('roll_words').where({ election_id: electionId }).delete()
  return trx('roll_entries').where({ election_id: electionId }).delete()
}

/** A longer roll keeps its keys when polls close: making them anew would take minutes, and they tell nothing. */
const MOST_REWRITTEN = 2000

/** New keys, in their order: an alias comes with its voter. Where the rows lie is settled by `sweepPolling`. */
export async function rewriteRoll(trx: Trx, electionId: ElectionId): Promise<void> {
  const entries = await trx('roll_entries')
    .where({ election_id: electionId })
    .orderBy('id')
    .limit(MOST_REWRITTEN + 1)
  if (entries.length === 0 || entries.length > MOST_REWRITTEN) return
  await deleteEntries(trx, electionId)
  await insertEntries(trx, electionId, entries)
}

/** The entries come in no order that means anything. */
export async function listEntries(db: Db, electionId: ElectionId): Promise<RollEntryRow[]> {
  return db('roll_entries').where({ election_id: electionId }).orderBy('id')
}
