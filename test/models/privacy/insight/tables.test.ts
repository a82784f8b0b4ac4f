import { expect } from 'chai'
import type { Db } from '../../../../models/core/db.ts'
import { INSIGHT_SECTIONS, INSIGHT_TABLES } from '../../../../models/privacy/insight/tables.ts'
import { aDatabase, onPostgres } from '../../../support/database.ts'

interface Column {
  table: string
  column: string
  /** The table that it points at. */
  to: string | null
}

/** Every column of every table of ours, with what it points at, as the database itself has it. */
async function columnsIn(db: Db): Promise<Column[]> {
  const columns = onPostgres ? await postgresColumns(db) : await sqliteColumns(db)
  return columns.filter(({ table }) => !/^(knex|sqlite)_/.test(table))
}

async function sqliteColumns(db: Db): Promise<Column[]> {
  return db.raw<Column[]>(`
    select m.name as "table", c.name as "column", f."table" as "to"
      from sqlite_master m join pragma_table_info(m.name) c
      left join pragma_foreign_key_list(m.name) f on f."from" = c.name
      where m.type = 'table'`)
}

async function postgresColumns(db: Db): Promise<Column[]> {
  const { rows } = await db.raw<{ rows: Column[] }>(`
    select table_name as "table", c.column_name as "column", confrelid::regclass::text as "to"
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      left join pg_attribute a on a.attrelid = to_regclass(quote_ident(table_name)) and a.attname = c.column_name
      left join pg_constraint k on k.contype = 'f' and k.conrelid = a.attrelid and a.attnum = any (k.conkey)
      where table_schema = 'public' and t.table_type = 'BASE TABLE'`)
  return rows
}

/** The tables whose rows belong to a person: those that point at people, at what points at people, and so on. */
function tiedToPeople(columns: readonly Column[]): Set<string> {
  const tied = new Set(['people'])
  const named = columns.filter(({ column }) => /^(person|account|candidacy|membership)_id$/.test(column))
  for (const { table } of named) tied.add(table)
  for (let before = 0; before < tied.size;) {
    before = tied.size
    for (const { table, to } of columns) if (to !== null && tied.has(to)) tied.add(table)
  }
  return tied
}

const shown: readonly string[] = INSIGHT_SECTIONS

describe('Insight accounts for the whole database', () => {
  let columns: Column[]
  before(async () => {
    columns = await columnsIn(await aDatabase())
  })

  it('every table is accounted for, and none that is not there', () => {
    const tables = [...new Set(columns.map(({ table }) => table))]
    expect(Object.keys(INSIGHT_TABLES).sort()).to.deep.equal(tables.sort())
  })

  it('a table that is tied to a person is shown; of those that are not, it is said why', () => {
    const hidden = [...tiedToPeople(columns)].filter(
      (table) => !shown.includes(INSIGHT_TABLES[table as keyof typeof INSIGHT_TABLES]),
    )
    // The votes for a candidate, on the page of the election and in its record.
    expect(hidden.sort()).to.deep.equal(['box_lines', 'count_lines', 'invalid_ballots'])
    for (const table of hidden)
      expect(INSIGHT_TABLES[table as keyof typeof INSIGHT_TABLES]).to.equal('record')
  })

  it('every part of the page has a table behind it', () => {
    const behind = new Set<string>(Object.values(INSIGHT_TABLES))
    expect(shown.filter((key) => !behind.has(key))).to.deep.equal([])
  })

  it('would see a new table with a person, and one that hangs on it', () => {
    const added = [
      { table: 'bans', column: 'person_id', to: null },
      { table: 'ban_notes', column: 'ban', to: 'bans' },
    ]
    expect([...tiedToPeople([...columns, ...added])]).to.include.members(['bans', 'ban_notes'])
  })
})
