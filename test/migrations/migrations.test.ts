import path from 'node:path'
import { expect } from 'chai'
import ts from 'typescript'
import { projectRoot } from '../../config.ts'
import { migrationSource } from '../../migrations/index.ts'
import { describeSchema } from '../../migrations/schema/describe.ts'
import { migrationFiles } from '../../migrations/schema/frozen.ts'
import { migrate, rollback } from '../../models/core/migrate.ts'
import { loadStatutes } from '../../models/council/statutes/loading.ts'
import { aClock } from '../support/app.ts'
import { asSystem } from '../support/databases/keys.ts'
import { insertRows } from '../support/builders/rows.ts'
import { aDatabase, anEmptyDatabase } from '../support/database.ts'
import { randersFile } from '../support/statutes/randers.ts'

function namesInFolders(): string[] {
  const files = migrationFiles().map((file) => path.basename(file, '.ts'))
  return files.filter((name) => name !== 'guards')
}

describe('Migrations', () => {
  it('the list is the folder, file by file, in order', async () => {
    const listed = (await migrationSource.getMigrations([])).map((migration) =>
      migrationSource.getMigrationName(migration),
    )
    expect(listed).to.deep.equal(namesInFolders().sort())
    expect(new Set(listed).size).to.equal(listed.length)
  })

  it('each name says when, which table and what is done', () => {
    for (const name of namesInFolders()) expect(name).to.match(/^\d{14}_[a-z_]+__[a-z_]+$/)
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
    const empty = await describeSchema(db)
    await migrate(db)
    const shape = await describeSchema(db)
    expect(shape.split('\n').length).to.be.greaterThan(1000)
    await rollback(db)
    expect(await describeSchema(db)).to.equal(empty)
    await migrate(db)
    expect(await describeSchema(db)).to.equal(shape)
    await migrate(db)
    expect(await describeSchema(db)).to.equal(shape)
  })

  it('down works with rows in every table, and up again makes a house that works', async () => {
    const db = await aDatabase()
    await insertRows(db)
    await rollback(db)
    await migrate(db)
    const by = asSystem(aClock('2018-01-01'))
    await loadStatutes(db, by, randersFile())
    await insertRows(db)
    expect(await db('seats')).to.have.length(9)
  })
})
