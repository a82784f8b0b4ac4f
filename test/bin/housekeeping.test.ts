import path from 'node:path'
import { expect } from 'chai'
import { housekeeping } from '../../bin/commands/housekeeping.ts'
import { projectRoot, type DatabaseConfig } from '../../config.ts'
import { isoDate } from '../../models/core/dates.ts'
import type { Db } from '../../models/core/db.ts'
import { aClock } from '../support/app.ts'
import { asSystem } from '../support/databases/keys.ts'
import { aPerson } from '../support/builders/register.ts'
import { runCommand, runFile, settingsOf } from '../support/commands.ts'
import { aDatabaseWithConfig } from '../support/database.ts'

describe('npm run housekeeping', () => {
  let db: Db
  let config: DatabaseConfig

  /** A person who was registered long ago and never became anything. */
  beforeEach(async () => {
    ;({ db, config } = await aDatabaseWithConfig())
    const by = asSystem(aClock('2020-01-15'))
    await aPerson(db, by, { name: 'Ellen Vang' })
  })

  it('with --try says what is due and erases nothing; without it erases, and the second time finds nothing', async () => {
    const tried = await runFile('housekeeping.ts', settingsOf(config), '--try')
    expect(tried).to.deep.equal({
      code: 0,
      stdout: 'Klar til sletning:\nOplysninger om 1 person.\n',
      stderr: '',
    })
    expect(await db('people').pluck('name')).to.deep.equal(['Ellen Vang'])
    const done = await runCommand(housekeeping, settingsOf(config))
    expect(done).to.deep.equal({ code: 0, stdout: 'Slettet:\nOplysninger om 1 person.\n', stderr: '' })
    expect(await db('people').pluck('name')).to.deep.equal(['Slettet navn'])
    const again = await runCommand(housekeeping, settingsOf(config), '--json')
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
    const busy = await runCommand(housekeeping, settingsOf(config))
    expect(busy.code).to.equal(1)
    expect(busy.stderr).to.equal('En anden er i gang med at rydde op. Prøv igen om lidt.\n')
    const filename = path.join(projectRoot, 'data/findes-ikke.sqlite')
    const nowhere = await runCommand(housekeeping, settingsOf({ client: 'sqlite3', filename }))
    expect(nowhere.code).to.equal(1)
    expect(nowhere.stderr).to.include('Der er ingen database i')
  })
})
