import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { projectRoot, type DatabaseConfig } from '../../config.ts'
import { isoDate } from '../../models/core/dates.ts'
import type { Db } from '../../models/core/db.ts'
import { aClock } from '../support/app.ts'
import { aPerson } from '../support/builders/register.ts'
import { aDatabaseWithConfig } from '../support/database.ts'

const run = promisify(execFile)

async function housekeeping(config: DatabaseConfig, ...args: string[]) {
  const command = [path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs'), 'bin/housekeeping.ts', ...args]
  const database =
    config.client === 'pg'
      ? { DATABASE_URL: config.connectionString }
      : { DATABASE_FILE: config.filename, DB_CLIENT: config.client }
  const env = { PATH: path.dirname(process.execPath), SESSION_SECRET: 'x'.repeat(40), ...database }
  try {
    const { stdout, stderr } = await run(process.execPath, command, { cwd: projectRoot, env })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

describe('npm run housekeeping', () => {
  let db: Db
  let config: DatabaseConfig

  /** A person who was registered long ago and never became anything. */
  beforeEach(async () => {
    ;({ db, config } = await aDatabaseWithConfig())
    const by = { accountId: null, name: 'Rådsbogen', clock: aClock('2020-01-15') }
    await aPerson(db, by, { name: 'Ellen Vang' })
  })

  it('with --try says what is due and erases nothing; without it erases, and the second time finds nothing', async () => {
    const tried = await housekeeping(config, '--try')
    expect(tried).to.deep.equal({
      code: 0,
      stdout: 'Klar til sletning:\nOplysninger om 1 person.\n',
      stderr: '',
    })
    expect(await db('people').pluck('name')).to.deep.equal(['Ellen Vang'])
    const done = await housekeeping(config)
    expect(done).to.deep.equal({ code: 0, stdout: 'Slettet:\nOplysninger om 1 person.\n', stderr: '' })
    expect(await db('people').pluck('name')).to.deep.equal(['Slettet navn'])
    const again = await housekeeping(config, '--json')
    expect(JSON.parse(again.stdout)).to.deep.equal({
      done: { rolls: 0, applications: 0, accounts: 0, people: 0, contacts: 0, drafts: 0 },
    })
  })

  it('ends with 1 while another is at it, and where there is no database', async () => {
    const row = { day: isoDate('2026-01-01'), daily: 0 as const, started_by: 'Rådsbogen', erased: '{}' }
    await db('housekeeping_runs').insert({
      ...row,
      state: 'running',
      started_at: aClock(new Date().toISOString()).now(),
    })
    const busy = await housekeeping(config)
    expect(busy.code).to.equal(1)
    expect(busy.stderr).to.equal('En anden er i gang med at rydde op. Prøv igen om lidt.\n')
    const nowhere = await housekeeping({
      client: 'sqlite3',
      filename: path.join(projectRoot, 'data/findes-ikke.sqlite'),
    })
    expect(nowhere.code).to.equal(1)
    expect(nowhere.stderr).to.include('Der er ingen database i')
  })
})
