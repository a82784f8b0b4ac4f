import { isPostgres, type Db } from '../../../models/core/db.ts'
import type { Town } from '../elections/town.ts'

export async function reconcileRolls({ house, journal }: Town, voters: readonly string[]): Promise<void> {
  const left = await house.db('roll_entries')
  journal.reconcile('Navne på valglister', 0, left.length)
  const erasures = await house.db('roll_erasures')
  journal.reconcile('Valglister, der er slettet', 1, erasures.length)
  journal.reconcile('Navne på den, da den blev slettet', voters.length, erasures[0]?.entries)
}

/** Searches every table. */
export async function reconcileGone({ house, journal }: Town, words: readonly string[]): Promise<void> {
  const tables = await tablesOf(house.db)
  const found: string[] = []
  for (const table of tables) {
    const rows = JSON.stringify(await house.db(table))
    if (words.some((word) => rows.includes(word))) found.push(table)
  }
  journal.reconcile(
    `Tabeller, der er set igennem (${tables.length}), hvor noget er tilbage`,
    '',
    found.join(', '),
  )
}

export async function tablesOf(db: Db): Promise<string[]> {
  if (!isPostgres(db)) {
    const names = await db('sqlite_master').where({ type: 'table' }).pluck<string[]>('name')
    return names.filter((name) => !name.startsWith('sqlite_'))
  }
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  return rows.map(({ name }) => name)
}
