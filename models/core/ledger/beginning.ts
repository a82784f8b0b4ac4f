import { act, type By } from '../audit.ts'
import type { Db } from '../db.ts'
import { checkRows } from './check.ts'
import { type KeyColumns, keyColumnsOf, type Row } from './keys.ts'
import type { Touched } from './watching.ts'

/** What was wrong before a migration stays wrong after it. Undefined where rows have no marks yet. */
export type WrongBefore = ReadonlySet<string> | undefined

/** Called before the migrations that are still to come, if any. */
export async function wrongRows(db: Db): Promise<WrongBefore> {
  if (!(await db.schema.hasTable('audit_rows'))) return undefined
  if (!(await db('audit_rows').first('sequence'))) return undefined
  const findings = await checkRows(db)
  return new Set(findings.flatMap((one) => ('table' in one ? [`${one.table} ${one.key}`] : [])))
}

/** True where the log has lines and no row is under it: an update was stopped before it had taken them in. */
export async function isUnmarked(db: Db): Promise<boolean> {
  if (!(await db('audit_events').first('sequence')) || (await db('audit_rows').first('sequence')))
    return false
  return (await db('audit_events').whereNotNull('rows_hash').first('sequence')) === undefined
}

/**
 * Takes the rows under the log that a migration has changed, or all rows of a database from before there were marks. It
 * cannot vouch for what happened to them earlier.
 */
export async function markMigrated(db: Db, by: By, before: WrongBefore): Promise<void> {
  if (!(await db('audit_events').first('sequence'))) return
  const findings = await checkRows(db)
  const keys = await keyColumnsOf(db)
  const touched: Touched = new Map()
  let rows = 0
  for (const one of findings) {
    if (one.kind !== 'changed' && one.kind !== 'unknown') continue
    if (before?.has(`${one.table} ${one.key}`)) continue
    const ofTable = touched.get(one.table) ?? new Map<string, { key: Row; before: null }>()
    ofTable.set(one.key, { key: valuesOf(keys, one.table, one.key), before: null })
    touched.set(one.table, ofTable)
    rows += 1
  }
  if (rows === 0) return
  await act(db, { ...by, once: undefined }, () =>
    Promise.resolve({
      action: 'log.rows_marked',
      subject: 'log:rows',
      details: { rows },
      result: null,
      touched,
    }),
  )
}

function valuesOf(keys: KeyColumns, table: string, key: string): Row {
  const values = key.split('/').map(decodeURIComponent)
  return Object.fromEntries((keys.get(table) ?? []).map((column, at) => [column, values[at]]))
}
