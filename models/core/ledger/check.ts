import type { Db } from '../db.ts'
import { isKept, isKeptRow } from './kept.ts'
import { keyColumnsOf, keyOf, type Row } from './keys.ts'
import { hashOfMarks, wrongColumns } from './marks.ts'
import type { AuditRowRow } from './tables.ts'

/**
 * `changed`: not as the act that wrote it last left it. `gone`: taken away by no act. `unknown`: made by no act.
 * `marks`: the marks of an act are not those that the log stands for.
 */
export type RowFinding =
  | { kind: 'changed'; table: string; key: string; columns: string[]; sequence: number }
  | { kind: 'gone'; table: string; key: string; sequence: number }
  | { kind: 'unknown'; table: string; key: string }
  | { kind: 'marks'; sequence: number }

const AT_ONCE = 5000

/** Holds every row against the act that wrote it last, and every act against its rows. */
export async function checkRows(db: Db): Promise<RowFinding[]> {
  const findings: RowFinding[] = await checkMarks(db)
  const keys = await keyColumnsOf(db)
  const newest = await newestOf(db)
  for (const [table, key] of keys) {
    if (!isKept(table)) continue
    const marks = newest.get(table) ?? new Map<string, AuditRowRow>()
    newest.delete(table)
    const rows = await db<Row>(table).orderBy([...key])
    findings.push(...checkTable({ table, key }, rows, marks))
  }
  for (const [table, marks] of newest) if (isKept(table)) findings.push(...goneFrom(table, marks, new Set()))
  return findings
}

async function checkMarks(db: Db): Promise<RowFinding[]> {
  const events = await db('audit_events').whereNotNull('rows_hash').select('sequence', 'rows_hash')
  const expected = new Map(events.map(({ sequence, rows_hash }) => [sequence, rows_hash]))
  const found = new Map<number, AuditRowRow[]>()
  for await (const row of eachMark(db)) {
    const together = found.get(row.sequence) ?? []
    together.push(row)
    found.set(row.sequence, together)
  }
  const sequences = [...new Set([...expected.keys(), ...found.keys()])].sort((a, b) => a - b)
  return sequences
    .filter((sequence) => hashOfMarks(found.get(sequence) ?? []) !== expected.get(sequence))
    .map((sequence) => ({ kind: 'marks', sequence }))
}

async function* eachMark(db: Db): AsyncGenerator<AuditRowRow> {
  const order = ['sequence', 'table_name', 'row_key']
  for (let offset = 0; ; offset += AT_ONCE) {
    const rows = await db('audit_rows').orderBy(order).limit(AT_ONCE).offset(offset)
    yield* rows
    if (rows.length < AT_ONCE) return
  }
}

async function newestOf(db: Db): Promise<Map<string, Map<string, AuditRowRow>>> {
  const newest = new Map<string, Map<string, AuditRowRow>>()
  for await (const row of eachMark(db)) {
    const ofTable = newest.get(row.table_name) ?? new Map<string, AuditRowRow>()
    ofTable.set(row.row_key, row)
    newest.set(row.table_name, ofTable)
  }
  return newest
}

function checkTable(
  { table, key }: { table: string; key: readonly string[] },
  rows: readonly Row[],
  marks: ReadonlyMap<string, AuditRowRow>,
): RowFinding[] {
  const findings: RowFinding[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const name = keyOf(key, row)
    seen.add(name)
    if (!isKeptRow(table, row)) continue
    const mark = marks.get(name)
    if (!mark || mark.marks === '') findings.push({ kind: 'unknown', table, key: name })
    else {
      const columns = wrongColumns(table, row, mark)
      if (columns.length > 0)
        findings.push({ kind: 'changed', table, key: name, columns, sequence: mark.sequence })
    }
  }
  return [...findings, ...goneFrom(table, marks, seen)]
}

function goneFrom(
  table: string,
  marks: ReadonlyMap<string, AuditRowRow>,
  seen: ReadonlySet<string>,
): RowFinding[] {
  return [...marks.values()]
    .filter(({ row_key, marks: left }) => left !== '' && !seen.has(row_key))
    .map(({ row_key, sequence }) => ({ kind: 'gone', table, key: row_key, sequence }))
}
