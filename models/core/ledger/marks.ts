import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson, sha256 } from '../canonical.ts'
import { isPostgres, type Trx } from '../db.ts'
import { isKeptRow, keptColumns } from './kept.ts'
import { type KeyColumns, keyOf, type Row } from './keys.ts'
import type { AuditRowRow } from './tables.ts'
import type { Touched, TouchedRow } from './watching.ts'

type Marked = Omit<AuditRowRow, 'sequence'>

/** Few enough for the values that SQLite takes in one statement. */
const READ_AT_ONCE = 200
const WRITTEN_AT_ONCE = 2000

/** Writes down how the act left its rows. Returns the hash that stands for all of it, or null when it left none. */
export async function markRows(
  trx: Trx,
  sequence: number,
  keys: KeyColumns,
  touched: Touched,
): Promise<string | null> {
  const marked: Marked[] = []
  for (const [table, rows] of touched)
    marked.push(...(await markTable(trx, table, keys.get(table) ?? [], rows)))
  if (marked.length === 0) return null
  await forgetSalts(trx, marked)
  await store(trx, sequence, marked)
  return hashOfMarks(marked)
}

async function markTable(
  trx: Trx,
  table: string,
  key: readonly string[],
  rows: ReadonlyMap<string, TouchedRow>,
): Promise<Marked[]> {
  const found = await readRows(
    trx,
    table,
    key,
    [...rows.values()].map((row) => row.key),
  )
  const old = await newestMarks(
    trx,
    table,
    [...rows].filter(([, { before }]) => before !== null).map(([name]) => name),
  )
  return [...rows].flatMap(([row_key, { before }]): Marked[] => {
    const row = found.get(row_key)
    if (!row) return [{ table_name: table, row_key, marks: '', salt: '' }]
    if (!isKeptRow(table, row)) return []
    const wrong = before && isKeptRow(table, before) ? wrongColumns(table, before, old.get(row_key)) : []
    return [
      markedRow(
        table,
        row_key,
        row,
        wrong.filter((column) => row[column] === before?.[column]),
      ),
    ]
  })
}

async function readRows(
  trx: Trx,
  table: string,
  key: readonly string[],
  given: readonly Row[],
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (let from = 0; from < given.length; from += READ_AT_ONCE) {
    const some = given.slice(from, from + READ_AT_ONCE).map((row) => key.map((column) => String(row[column])))
    for (const row of await trx<Row>(table).whereIn([...key], some)) found.set(keyOf(key, row), row)
  }
  return found
}

async function newestMarks(
  trx: Trx,
  table_name: string,
  keys: readonly string[],
): Promise<Map<string, AuditRowRow>> {
  const newest = new Map<string, AuditRowRow>()
  for (let from = 0; from < keys.length; from += READ_AT_ONCE) {
    const some = keys.slice(from, from + READ_AT_ONCE)
    const rows = trx('audit_rows').where({ table_name }).whereIn('row_key', some).orderBy('sequence')
    for (const row of await rows) newest.set(row.row_key, row)
  }
  return newest
}

/** The columns that are not as the newest mark says: all of a row that no act has left. */
export function wrongColumns(table: string, row: Row, mark: Marked | undefined): string[] {
  const marks = new Map(mark?.marks.split(' ').map((one) => [one.split(':')[0], one.split(':')[1]]))
  if (!mark || mark.marks === '') return keptColumns(table, row)
  // A column that is newer than the mark has none.
  return keptColumns(table, row).filter(
    (column) => marks.has(column) && marks.get(column) !== markOf(mark, column, row[column]),
  )
}

/**
 * The columns in `wrong` were changed past the program before this act, which only changed others: they get no mark that
 * could ever fit.
 */
function markedRow(table_name: string, row_key: string, row: Row, wrong: readonly string[]): Marked {
  const salt = randomBytes(16).toString('base64url')
  const where = { table_name, row_key, salt }
  const marks = keptColumns(table_name, row).map(
    (column) => `${column}:${wrong.includes(column) ? WRONG : markOf(where, column, row[column])}`,
  )
  return { ...where, marks: marks.join(' ') }
}

/** 96 bits: enough that no other value with the same mark can be found. */
const MARK_LENGTH = 16

const WRONG = 'changed'

export function markOf(
  { table_name, row_key, salt }: Pick<AuditRowRow, 'table_name' | 'row_key' | 'salt'>,
  column: string,
  value: unknown,
): string {
  const text = [salt, table_name, row_key, column, textOf(value)].join('\n')
  return createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, MARK_LENGTH)
}

/** A number and a text of the same signs are not the same. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return `bytes ${value.toString('base64')}`
  return `${typeof value} ${JSON.stringify(value)}`
}

/** Whatever order they are read in. The salts are left out: they go. */
export function hashOfMarks(rows: readonly Pick<AuditRowRow, 'table_name' | 'row_key' | 'marks'>[]): string {
  const lines = rows.map(({ table_name, row_key, marks }) => canonicalJson([table_name, row_key, marks]))
  return sha256(lines.sort().join('\n'))
}

/** What stood in the rows before can be guessed at no more. */
async function forgetSalts(trx: Trx, marked: readonly Marked[]): Promise<void> {
  const byTable = new Map<string, string[]>()
  for (const { table_name, row_key } of marked)
    byTable.set(table_name, [...(byTable.get(table_name) ?? []), row_key])
  for (const [table_name, keys] of byTable)
    for (let from = 0; from < keys.length; from += READ_AT_ONCE)
      await trx('audit_rows')
        .where({ table_name })
        .whereIn('row_key', keys.slice(from, from + READ_AT_ONCE))
        .whereNot({ salt: '' })
        .update({ salt: '' })
}

async function store(trx: Trx, sequence: number, marked: readonly Marked[]): Promise<void> {
  const names = ['table_name', 'row_key', 'marks', 'salt'] as const
  const postgres = isPostgres(trx)
  const values = names.map((_name, at) => (postgres ? `value->>${at}` : `json_extract(value, '$[${at}]')`))
  const list = postgres ? 'json_array_elements(cast(? as json))' : 'json_each(?)'
  for (let from = 0; from < marked.length; from += WRITTEN_AT_ONCE) {
    const some = marked.slice(from, from + WRITTEN_AT_ONCE).map((row) => names.map((name) => row[name]))
    const into = `insert into audit_rows (${names.join(', ')}, sequence)`
    await trx.raw(`${into} select ${values.join(', ')}, cast(? as integer) from ${list}`, [
      sequence,
      JSON.stringify(some),
    ])
  }
}
