import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../../config.ts'
import { firstAccountLink, prepare } from '../../../models/front/preparation.ts'
import { listStatutesVersions } from '../../../models/statutes/versions.ts'
import { StatutesError } from '../../../models/statutes/document.ts'
import { sentencesOf } from '../../../bin/commands/verify.ts'
import { migrationSource } from '../../../migrations/index.ts'
import type { Db } from '../../../models/core/db.ts'
import { markMigrated, wrongRows } from '../../../models/core/ledger/beginning.ts'
import { migrate } from '../../../models/core/migrate.ts'
import { verifyAll } from '../../../models/front/verification.ts'
import { aClock } from '../../support/app.ts'
import { aPerson } from '../../support/builders/register.ts'
import { linkAnew, takeGuardsOff } from '../../support/tampering.ts'
import { asSystem, KEYS } from '../../support/databases/keys.ts'
import { anEmptyDatabase } from '../../support/database.ts'
import { randersFile } from '../../support/statutes/randers.ts'

const clock = aClock('2018-01-01')
const by = asSystem(clock)
const randers = path.join(projectRoot, 'statutes/randers-2018.json')

describe('Preparing a database', () => {
  it('an empty one gets its tables, the statutes, nine seats and three terms', async () => {
    const { db } = await anEmptyDatabase()
    const council = await prepare(db, randers, by)
    expect(council.name).to.equal('Udsatterådet i Randers Kommune')
    expect(await db('seats')).to.have.length(9)
    expect(await db('terms').orderBy('starts_on').pluck('municipal_election_on')).to.deep.equal([
      '2017-11-21',
      '2021-11-16',
      '2025-11-18',
    ])
    expect(await db('body_names').where({ kind: 'alias', name: 'Cafe Rusfri' })).to.have.length(1)
  })

  it('a second time changes nothing', async () => {
    const { db } = await anEmptyDatabase()
    await prepare(db, randers, by)
    await prepare(db, randers, by)
    expect(await listStatutesVersions(db)).to.have.length(1)
    expect(await db('seats')).to.have.length(9)
    expect(await db('audit_events').pluck('action')).to.deep.equal(['statutes.loaded'])
  })

  describe('of an earlier version', () => {
    let db: Db

    /** With lines in its log and rows, and nothing yet that holds one against the other. */
    beforeEach(async () => {
      ;({ db } = await anEmptyDatabase())
      await prepare(db, randers, by)
      await aPerson(db, by, { name: 'Ellen Vang' })
      while (await db.schema.hasTable('audit_rows')) await db.migrate.down({ migrationSource })
      for (const table of ['audit_events', 'audit_heads'] as const) await takeGuardsOff(db, table)
      await linkAnew(db)
      expect(await db('audit_events').columnInfo()).not.to.have.property('rows_hash')
    })

    const found = async () => sentencesOf({ ...(await verifyAll(db, KEYS)), guards: [] })

    it('takes its rows under the log as they are, seals it, and sees what is changed from then on', async () => {
      await prepare(db, randers, by)
      expect(await found()).to.deep.equal([])
      expect(await db('audit_events').pluck('action')).to.include('log.rows_marked')
      const lines = await db('audit_events').pluck('sequence')
      await prepare(db, randers, by)
      expect(await db('audit_events').pluck('sequence')).to.deep.equal(lines)
      await takeGuardsOff(db)
      await db('people').update({ name: 'Rosa Flint' })
      expect((await found()).join('\n')).to.match(/^people 1: name er ændret uden om programmet/)
    })

    it('does so at the next start when the first was stopped after the tables were changed', async () => {
      await migrate(db)
      expect((await found()).length).to.be.greaterThan(10)
      await prepare(db, randers, by)
      expect(await found()).to.deep.equal([])
    })

    it('what was changed past the program before a later update is not taken in with it', async () => {
      await prepare(db, randers, by)
      await takeGuardsOff(db)
      await db('people').update({ name: 'Rosa Flint' })
      await markMigrated(db, by, await wrongRows(db))
      expect((await found()).join('\n')).to.match(/^people 1: name er ændret uden om programmet/)
    })
  })

  const broken: [where: string, spoil: (file: Record<string, unknown>) => void][] = [
    ['rules.quorum.value.base', (file) => (at(file, 'rules', 'quorum', 'value').base = 'some_seats')],
    ['areas[4].bodies[0].name', (file) => (at(file, 'areas', 4, 'bodies', 0).name = 7)],
    ['terms[1].endsOn', (file) => (at(file, 'terms', 1).endsOn = '2025-02-30')],
    ['rules.seats.value', (file) => (at(file, 'rules', 'seats').value = 10)],
    ['areas[0].kind', (file) => (at(file, 'areas', 0).kind = 'committee')],
    ['council.name', (file) => delete at(file, 'council').name],
  ]
  for (const [where, spoil] of broken) {
    it(`a statutes file that is wrong at ${where} stops the start, and says so`, async () => {
      const json = randersFile()
      spoil(json)
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'raadsbogen-statutes-')), 'broken.json')
      writeFileSync(file, JSON.stringify(json))
      const { db } = await anEmptyDatabase()
      const error: unknown = await prepare(db, file, by).catch((thrown: unknown) => thrown)
      expect(error).to.be.instanceOf(StatutesError)
      expect((error as StatutesError).message).to.include(`\n  ${where}: `)
      expect((error as StatutesError).problems.map((problem) => problem.path)).to.include(where)
      expect(await db('statutes_versions')).to.deep.equal([])
    })
  }

  it('a file that is no JSON, or not there, is named in the message', async () => {
    const { db } = await anEmptyDatabase()
    const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-statutes-'))
    const file = path.join(folder, 'torn.json')
    writeFileSync(file, '{"format": 1,')
    for (const wrong of [file, path.join(folder, 'missing.json')]) {
      const error: unknown = await prepare(db, wrong, by).catch((thrown: unknown) => thrown)
      expect((error as Error).message).to.include(wrong)
      expect(error).to.be.instanceOf(StatutesError)
    }
  })

  it('the link for the first account is there until there is an account, and each start makes a new one', async () => {
    const { db } = await anEmptyDatabase()
    await prepare(db, randers, by)
    const first = await firstAccountLink(db, clock, 'https://raad.example')
    const second = await firstAccountLink(db, clock, 'https://raad.example')
    expect(first).to.match(/^https:\/\/raad\.example\/start\/[\w-]{32}$/)
    expect(second).not.to.equal(first)
    expect(await db('sign_in_links')).to.have.length(1)
  })
})

function at(json: unknown, ...steps: (string | number)[]): Record<string, unknown> {
  return steps.reduce<unknown>(
    (part, step) => (part as Record<string | number, unknown>)[step],
    json,
  ) as Record<string, unknown>
}
