import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../../config.ts'
import { addDays, isoDate } from '../../../models/core/dates.ts'
import { isPostgres, type Db } from '../../../models/core/db.ts'
import { personalColumns, type PersonalColumn } from '../../../models/privacy/personal_data/personal_data.ts'
import { columnsIn } from '../columns.ts'
import { BOX_ROWS } from './box_rows.ts'
import { ROWS } from './rows.ts'

export type Row = Record<string, unknown>

/** A value that stands in one column of one row and nowhere else in the database. */
export interface Mark extends PersonalColumn {
  /** The place of the row among the marked rows of its table, from 1. */
  row: number
  value: string | number
}

/** What makes the rows of `rows.ts` those of a person who has left the council for good. */
const OVER: Readonly<Record<string, Row>> = {
  people: { contact_by: 'place', contact_place_id: 1, protected_address: true },
  accounts: { person_id: 1, password_hash: 'x', closed_on: '2026-03-05' },
  elections: { status: 'final' },
  candidacies: { symbol: 'sun', withdrawn_on: '2026-03-02' },
  nominations: { status: 'appointed' },
  memberships: {
    ...{ starts_on: '2000-01-03', ends_on: '2003-12-30', due_on: '2003-12-31' },
    ...{ end_reason: 'resigned', end_private: 1 },
  },
  officeholdings: { starts_on: '2001-01-01', ends_on: '2001-12-31' },
  nomination_refusals: { after_answer: 1 },
  letters: { kind: 'appointment', body_id: null },
  substitutes: { withdrawn_on: '2026-03-05' },
  imported_people: { import_id: 2 },
  imported_memberships: { import_id: 2 },
  imported_terms: { import_id: 2 },
  imported_seats: { import_id: 2 },
  erasures: { person_id: 1 },
}

const EMPTIED = { content: '', answers: '' }

/** Further rows of the tables in which one row cannot hold everything. */
const MORE: readonly (readonly [table: string, row: Row])[] = [
  ['accounts', { id: 2, person_id: 2, email: 'lis@raadsbogen.example' }],
  ['candidacies', { id: 2, person_id: 2, ballot_position: null }],
  [
    'memberships',
    {
      id: 2,
      starts_on: '2004-02-01',
      ends_on: '2004-02-10',
      due_on: '2004-02-10',
      end_reason: null,
      end_private: 0,
    },
  ],
  ['officeholdings', { id: 2, membership_id: 2, starts_on: '2004-02-02', ends_on: '2004-02-03' }],
  // A newer contact, so that the first one is erased some day.
  ['body_contacts', { id: 2, valid_from: '2026-03-20' }],
  ['imports', { id: 2, state: 'stored', ...EMPTIED, stored_on: '2026-03-03' }],
  ['imports', { id: 3, state: 'undone', ...EMPTIED, stored_on: '2026-03-03', undone_on: '2026-03-04' }],
  ['imported_memberships', { membership_id: 2, import_id: 3 }],
]

/** Columns that only one of several rows can hold, with the number of that row. */
const ON_ROW: Readonly<Record<string, number>> = {
  'memberships.voided_on': 2,
  'officeholdings.voided_on': 2,
  'imports.content': 1,
  'imports.answers': 1,
  'imports.file_name': 2,
  'imports.made_by': 2,
  'imports.stored_by': 3,
  'imports.stored_on': 3,
  'imports.undone_by': 3,
  'imports.undone_on': 3,
}

/** Columns with words that the program knows, and no free text. */
const KEYS = ['symbol', 'office']

/** Columns whose days must stay as they are: an order or a guard in the database needs them. */
const OWN_DAYS = ['memberships.starts_on', 'memberships.ends_on', 'memberships.due_on']

/**
 * One row for every table (several for those in `MORE`), about the person with the number 1 or 2, with a mark in each
 * chosen column that can hold one: a text, a day or a number. Returns the marks.
 */
export async function insertMarked(
  db: Db,
  chosen: (column: PersonalColumn) => boolean,
  { without = [] }: { without?: readonly string[] } = {},
): Promise<Mark[]> {
  const columns = personalColumns().filter(chosen)
  const closed = closedLists()
  const types = new Map((await columnsIn(db)).map(({ table, column, type }) => [`${table}.${column}`, type]))
  const marks: Mark[] = []
  for (const { table, row, number } of rowsToMark()) {
    if (without.includes(table)) continue
    const marked: Row = { ...row }
    for (const one of columns.filter((column) => column.table === table)) {
      const name = `${table}.${one.column}`
      const type = closed.has(name) ? 'word' : (types.get(name) ?? '')
      const value = valueFor(one, { row, number, type }, marks.length)
      if (value === undefined) continue
      marked[one.column] = value
      marks.push({ ...one, row: number, value })
    }
    await db(table).insert(marked)
    if (isPostgres(db) && typeof row.id === 'number')
      await db.raw("select setval(pg_get_serial_sequence(?, 'id'), (select max(id) from ??))", [table, table])
  }
  return marks
}

/** In the order that their keys allow: further rows of a table come right after the row that they are like. */
function rowsToMark(): { table: string; row: Row; number: number }[] {
  return [...ROWS, ...BOX_ROWS].flatMap(([table, given]) => {
    const row = { ...given, ...OVER[table] }
    const number = table === 'people' ? Number(row.id) : 1
    const more = MORE.filter(([of]) => of === table).map(([, other]) => ({ ...row, ...other }))
    return [row, ...more].map((one, index) => ({ table, row: one, number: number + index }))
  })
}

function valueFor(
  { table, column }: PersonalColumn,
  { row, number, type }: { row: Row; number: number; type: string },
  taken: number,
): string | number | undefined {
  const name = `${table}.${column}`
  if ((ON_ROW[name] ?? number) !== number) return undefined
  if (OWN_DAYS.includes(name)) return row[column] as string
  if (type === 'date') return addDays(isoDate('2001-01-01'), taken)
  if (type === 'text' && !KEYS.includes(column) && !column.endsWith('_at'))
    return `${table} ${column} ${number}`
  const counts = /^(position|ballot_position|line)$/.test(column) && row[column] !== null
  return counts ? 7000 + taken : undefined
}

/** The columns that take a word from a closed list, with the list, read from the schema. */
export function closedLists(): Map<string, string[]> {
  const schema = readFileSync(path.join(projectRoot, 'migrations/schema/sqlite.sql'), 'utf8')
  const tables = [...schema.matchAll(/^create table (\w+) \(\n(.*?)\n\);/gms)]
  return new Map(
    tables.flatMap(([, table, body = '']) =>
      [...body.matchAll(/check \((\w+) in \(('[^)]*)\)\)/g)].map(
        ([, column, words = '']): [string, string[]] => [
          `${table}.${column}`,
          words.split(', ').map((word) => word.slice(1, -1)),
        ],
      ),
    ),
  )
}
