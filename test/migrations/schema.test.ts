import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'
import { checksumOf, frozenChecksums, migrationFiles } from '../../migrations/schema/frozen.ts'
import { describeSchema, schemaFile } from '../../migrations/schema/describe.ts'
import { migrate } from '../../models/core/migrate.ts'
import { aDatabase, anEmptyDatabase } from '../support/database.ts'

describe('The schema as it is written down', () => {
  it('is the schema that the migrations make', async () => {
    const db = await aDatabase()
    const written = readFileSync(schemaFile(db), 'utf8').split('\n')
    const made = (await describeSchema(db)).split('\n')
    const file = path.basename(schemaFile(db))
    const say = `migrations/schema/${file} is behind the migrations: run \`npm run schema\``
    expect(
      made.filter((line) => !written.includes(line)),
      say,
    ).to.deep.equal([])
    expect(made, say).to.deep.equal(written)
  })

  it('tells a column, a check and an index that are new', async () => {
    const { db } = await anEmptyDatabase()
    await migrate(db)
    const before = (await describeSchema(db)).split('\n')
    await db.raw("alter table meetings add column mood text check (mood in ('good', 'bad'))")
    await db.raw('create index meetings_mood on meetings (mood)')
    const added = (await describeSchema(db)).split('\n').filter((line) => !before.includes(line))
    expect(added.join('\n')).to.match(/^ {2}mood text/m)
    expect(added.join('\n')).to.match(/check.*mood.*'good'/i)
    expect(added.join('\n')).to.match(/index meetings_mood/i)
  })
})

describe('Merged migrations', () => {
  it('are as they were when they were merged, with their guards', () => {
    for (const [file, checksum] of frozenChecksums()) {
      const say = `migrations/${file} has run in databases in the field and is never edited: write a new migration`
      expect(migrationFiles(), say).to.include(file)
      expect(checksumOf(file), say).to.equal(checksum)
    }
  })

  it('are listed, every one', () => {
    const unlisted = migrationFiles().filter((file) => !frozenChecksums().has(file))
    expect(unlisted, 'not in migrations/frozen.sha256: run `npm run schema`').to.deep.equal([])
  })

  it('use the guards of their own release and nothing else of the program', () => {
    for (const file of migrationFiles()) {
      const source = readFileSync(path.join(projectRoot, 'migrations', file), 'utf8')
      const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
      expect(
        imports.filter((name) => !['./guards.ts', 'knex'].includes(name ?? '')),
        file,
      ).to.deep.equal([])
    }
  })
})
