import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import ts from 'typescript'
import { projectRoot } from '../../config.ts'
import { migrationSource } from '../../migrations/index.ts'
import { isPostgres, type Db } from '../../models/core/db.ts'
import { migrate, rollback } from '../../models/core/migrate.ts'
import { loadStatutes } from '../../models/statutes/versions.ts'
import { aClock } from '../support/app.ts'
import { insertRows } from '../support/builders/rows.ts'
import { aDatabase, anEmptyDatabase } from '../support/database.ts'
import { randersFile } from '../support/statutes/randers.ts'

/** Everything the database holds besides rows: tables, indexes, triggers, functions, checks. */
async function shapeOf(db: Db): Promise<string[]> {
  if (!isPostgres(db)) {
    const rows = await db<{ type: string; name: string; sql: string }>('sqlite_master')
    const ours = rows.filter(({ name }) => !/^(knex|sqlite)_/.test(name))
    return ours.map(({ type, name, sql }) => `${type} ${name} ${sql}`).sort()
  }
  const shape = await db.raw<{ rows: { line: string }[] }>(`
    select 'table ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
      from information_schema.columns where table_schema = 'public' and table_name not like 'knex_%'
    union all select 'index ' || indexdef from pg_indexes
      where schemaname = 'public' and tablename not like 'knex_%'
    union all select 'trigger ' || tgname || ' on ' || tgrelid::regclass from pg_trigger where not tgisinternal
    union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
      and prolang = (select oid from pg_language where lanname = 'plpgsql')
    union all select 'check ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x')`)
  return shape.rows.map(({ line }) => line).sort()
}

describe('Migrations', () => {
  it('the list is the folder, file by file, in order', async () => {
    const files = readdirSync(path.join(projectRoot, 'migrations'))
      .filter((name) => /^\d{14}_/.test(name))
      .map((name) => name.replace(/\.ts$/, ''))
    const listed = (await migrationSource.getMigrations([])).map((migration) =>
      migrationSource.getMigrationName(migration),
    )
    expect(listed).to.deep.equal(files.sort())
    expect(new Set(listed).size).to.equal(listed.length)
  })

  it('each name says when, which table and what is done', () => {
    for (const name of readdirSync(path.join(projectRoot, 'migrations'))) {
      if (name === 'index.ts' || name === 'guards.ts') continue
      expect(name).to.match(/^\d{14}_[a-z_]+__[a-z_]+\.ts$/)
    }
  })

  it('a build keeps the names, so that a database goes from source to dist and back', () => {
    const source = ts.sys.readFile(path.join(projectRoot, 'migrations/index.ts')) ?? ''
    const built = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        rewriteRelativeImportExtensions: true,
      },
    }).outputText
    const names = (text: string) => [...text.matchAll(/name: '(\d{14}_\w+)'/g)].map(([, name]) => name)
    expect(names(built)).to.deep.equal(names(source))
    expect(names(built).length).to.be.greaterThan(10)
    expect(built).not.to.match(/\.ts'/)
  })

  it('up, all the way down, and up again leave the same shape, and nothing in between', async () => {
    const { db } = await anEmptyDatabase()
    const empty = await shapeOf(db)
    await migrate(db)
    const shape = await shapeOf(db)
    expect(shape.length).to.be.greaterThan(100)
    await rollback(db)
    // An extension may stay: it belongs to the server, and another program may use it.
    expect((await shapeOf(db)).filter((line) => !empty.includes(line))).to.deep.equal([])
    await migrate(db)
    expect(await shapeOf(db)).to.deep.equal(shape)
    await migrate(db)
    expect(await shapeOf(db)).to.deep.equal(shape)
  })

  it('down works with rows in every table, and up again makes a house that works', async () => {
    const db = await aDatabase()
    await insertRows(db)
    await rollback(db)
    await migrate(db)
    const by = { accountId: null, name: 'Rådsbogen', clock: aClock('2018-01-01') }
    await loadStatutes(db, by, randersFile())
    await insertRows(db)
    expect(await db('seats')).to.have.length(9)
  })
})
