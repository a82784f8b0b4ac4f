import type { Db } from '../../models/core/db.ts'
import { indented, splitAtCommas, tableText } from './lines.ts'

interface Item {
  type: 'table' | 'index' | 'trigger' | 'view'
  name: string
  /** The table that it belongs to. */
  owner: string
  sql: string
}

const ORDER = ['table', 'view', 'index', 'trigger']

/** SQLite keeps the text of each definition itself; here it is set out in lines, table by table. */
export async function describeSqlite(db: Db): Promise<string[]> {
  const items = await db<Item>('sqlite_master')
    .whereNotNull('sql')
    .select<Item[]>('type', 'name', 'tbl_name as owner', 'sql')
  const ours = items
    .filter(({ owner }) => !/^(knex|sqlite)_/.test(owner))
    .sort((a, b) => compare(a.owner, b.owner) || byType(a, b) || compare(a.name, b.name))
  const owners = [...new Set(ours.map(({ owner }) => owner))]
  return owners.map((table) =>
    ours
      .filter(({ owner }) => owner === table)
      .map(textOf)
      .join('\n'),
  )
}

function byType(a: Item, b: Item): number {
  return ORDER.indexOf(a.type) - ORDER.indexOf(b.type)
}

/** By sign and not by the order of a language, so that it is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function textOf({ type, name, sql: stored }: Item): string {
  const sql = stored.replaceAll('`', '').replaceAll('"', '')
  if (type === 'table') {
    return tableText(name, splitAtCommas(sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'))))
  }
  return `${indented(sql.replace(/^CREATE (UNIQUE )?\w+/, (words) => words.toLowerCase()))};`
}
