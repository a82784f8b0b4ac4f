import type { Knex } from 'knex'
import type { Trx } from '../db.ts'
import { isKept } from './kept.ts'
import { type KeyColumns, keyOf, type Row } from './keys.ts'

export interface TouchedRow {
  /** The values of its primary key. */
  key: Row
  /** As the act found it; null when the act made it. */
  before: Row | null
}

/** What an act has written, by table and key. */
export type Touched = Map<string, Map<string, TouchedRow>>

/** What of a query builder is read here, and nothing else. */
interface Insides {
  _method: string
  _single: { insert?: unknown }
  _statements: { grouping: string }[]
  then: (done?: (result: unknown) => unknown, failed?: (error: unknown) => unknown) => Promise<unknown>
  clone: () => Insides
}

/**
 * The same transaction, but what it writes through a table's name is noted. Raw statements are not: they write tables that
 * are held in other ways.
 */
export function watched(trx: Trx, keys: KeyColumns, touched: Touched): Trx {
  return new Proxy(trx, {
    apply(target, self, args: unknown[]): unknown {
      const builder: unknown = Reflect.apply(target, self, args)
      const [table] = args
      if (typeof table !== 'string' || !isKept(table)) return builder
      const key = keys.get(table)
      return key ? watch(trx, builder as Insides, { table, key }, touched) : builder
    },
  })
}

interface Place {
  table: string
  key: readonly string[]
}

function watch(trx: Trx, builder: Insides, place: Place, touched: Touched): Insides {
  const run = builder.then.bind(builder)
  builder.then = (done, failed) => {
    if (!['insert', 'update', 'del'].includes(builder._method)) return run(done, failed)
    return written(trx, builder, place, touched, () => run()).then(done, failed)
  }
  // Knex makes a copy from the class, without what is set here.
  const copy = builder.clone.bind(builder)
  builder.clone = () => watch(trx, copy(), place, touched)
  return builder
}

async function written(
  trx: Trx,
  builder: Insides,
  { table, key }: Place,
  touched: Touched,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const note = (rows: readonly Row[], isNew: boolean) => {
    const noted = touched.get(table) ?? new Map<string, TouchedRow>()
    touched.set(table, noted)
    for (const row of rows) {
      const name = keyOf(key, row)
      // What the act itself has written before it changes it again is not what it found.
      if (!noted.has(name)) noted.set(name, { key: only(row, key), before: isNew ? null : row })
    }
  }
  if (builder._method !== 'insert') {
    note(await rowsWhere(trx, builder, table), false)
    return run()
  }
  const given = [builder._single.insert].flat() as Row[]
  const [first = ''] = key
  if (given.every((row) => key.every((column) => row[column] !== undefined))) {
    note(given, true)
    return run()
  }
  // The database gives the number: acts stand in line, so all above the highest are of this statement.
  const before = await highest(trx, table, first)
  const result = await run()
  const made = await rowsOf(trx, table)
    .where(first, '>', before)
    .select(...key)
  note(made, true)
  return result
}

async function rowsWhere(trx: Trx, builder: Insides, table: string): Promise<Row[]> {
  const asked = rowsOf(trx, table)
  const conditions = builder._statements.filter(({ grouping }) => grouping === 'where')
  ;(asked as unknown as Insides)._statements.push(...conditions)
  return asked
}

async function highest(trx: Trx, table: string, column: string): Promise<number> {
  const [row] = await rowsOf(trx, table).max<{ highest: number | null }[]>({ highest: column })
  return row?.highest ?? 0
}

function rowsOf(trx: Trx, table: string): Knex.QueryBuilder<Row, Row[]> {
  return trx(table)
}

function only(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}
