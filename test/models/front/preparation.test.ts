import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../../config.ts'
import { firstAccountLink, prepare } from '../../../models/front/preparation.ts'
import { listStatutesVersions } from '../../../models/statutes/versions.ts'
import { StatutesError } from '../../../models/statutes/document.ts'
import { aClock } from '../../support/app.ts'
import { asSystem } from '../../support/databases/keys.ts'
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
