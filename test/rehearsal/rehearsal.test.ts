import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { rehearsal } from '../../bin/commands/rehearsal.ts'
import { firstCouncil } from '../../rehearsal/scenarios/renewal/first_council/scenario.ts'
import type { Outcome, Scenario } from '../../rehearsal/kit/play.ts'
import { SCENARIOS } from '../../rehearsal/scenarios.ts'
import { projectRoot } from '../../config.ts'
import { runCommand, runFile } from '../support/commands.ts'
import { anEmptyHouse, anUnmigratedHouse, aRehearsal } from '../support/rehearsals.ts'
import { takeGuardsOff } from '../support/tampering.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-test-'))

describe('the dress rehearsal', () => {
  after(() => {
    rmSync(folder, { recursive: true })
  })

  it('first-council goes from the statutes to a quorate meeting, and the book agrees', async () => {
    const printed: string[] = []
    const outcome = await aRehearsal(firstCouncil, await anUnmigratedHouse(), {
      printLine: (line) => printed.push(line),
    })
    const wrong = [...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)
    expect(wrong).to.deep.equal([])
    expect(outcome.ok).to.equal(true)
    expect(outcome.scenario).to.equal('first-council')
    const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({
      'Forsiden for 2026-01-01': '9 af 9 pladser er besat.',
      'Endelige valg': '4',
      'Logbogens kæde': 'hel',
    })
    expect(printed.join('\n')).to.include('Beslutningsdygtig · 5 af 9 · kravet er 5')
    expect(printed.join('\n')).to.include('Ikke beslutningsdygtig · 4 af 9 · der mangler 1')
  })

  it('plays as many voters as asked for, on paper and on the tablet, and both boxes make one result', async () => {
    const mixed = SCENARIOS.find(({ name }) => name === 'mixed-paper-and-booth')
    const outcome = await aRehearsal(mixed ?? firstCouncil, await anEmptyHouse(), { voters: 20 })
    expect([...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)).to.deep.equal([])
    const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({
      'Stemmesedler i alt': '20',
      'Stemmer i kassen': '10',
      Valgprotokollen: 'hel',
    })
  })

  it('two colleagues finish their first evening, with a tie and the board on the telephone', async () => {
    const evening = SCENARIOS.find(({ name }) => name === 'first-evening')
    const outcome = await aRehearsal(evening ?? firstCouncil, await anEmptyHouse())
    expect([...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)).to.deep.equal([])
    const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({
      Optællinger: '4',
      'På telefonen': 'Signe Holm',
      Valgprotokollen: 'hel',
    })
  })

  it('warns before a small box is closed, lets it be put into the large one, and publishes them as one', async () => {
    const mixed = SCENARIOS.find(({ name }) => name === 'mixed-small-box')
    const outcome = await aRehearsal(mixed ?? firstCouncil, await anEmptyHouse())
    expect([...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)).to.deep.equal([])
    const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({
      'Stemmesedler i alt': '13',
      'Sedler i protokollens eneste kasse': '13',
      'Tablettens kasse for sig i protokollen': 'ingen',
      'Stemmer fra tabletten, der stadig ligger i databasen': '0',
      'Hele protokollen er på nettet': 'ja',
    })
  })

  it('lets two put few papers into the box of the tablet, and publishes them as one', async () => {
    const mixed = SCENARIOS.find(({ name }) => name === 'mixed-small-paper-box')
    const outcome = await aRehearsal(mixed ?? firstCouncil, await anEmptyHouse())
    expect([...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)).to.deep.equal([])
    const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({
      'Stemmesedler i alt': '14',
      'Stemmesedler lagt i tablettens kasse': '3',
      'Gange der blev åbnet for flere sedler': '1',
      'Tælleark for papiret i protokollen': '0',
      'Koder på væggen': '11',
      'Hele protokollen er på nettet': 'nej',
    })
  })

  it('does not open a box in which a ballot was replaced, until it is as it was or the election is held again', async () => {
    const replaced = SCENARIOS.find(({ name }) => name === 'envelope-replaced')
    const outcome = await aRehearsal(replaced ?? firstCouncil, await anEmptyHouse())
    expect([...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)).to.deep.equal([])
    const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({ 'Stemmer i kassen': '8', 'Stoppede åbninger i loggen': '2' })
  })

  it('plays with the statutes of another council, and is not fooled by a log that somebody has changed', async () => {
    const tampered: Scenario = {
      ...firstCouncil,
      play: async (house, journal, wishes) => {
        const reconcile = await firstCouncil.play(house, journal, wishes)
        await takeGuardsOff(house.db, 'audit_events')
        await house.db('audit_events').where({ sequence: 40 }).update({ actor: 'Ingen' })
        return reconcile
      },
    }
    const config = { ...(await anEmptyHouse()), statutesFile: anotherCouncil() }
    const { ok, steps, reconciliation } = await aRehearsal(tampered, config)
    expect(ok).to.equal(false)
    expect(steps.filter((step) => !step.ok)).to.deep.equal([])
    expect(reconciliation.filter((line) => !line.ok)).to.deep.equal([
      { what: 'Logbogens kæde', expected: 'hel', found: 'brudt ved linje 40 (changed)', ok: false },
    ])
    const found = Object.fromEntries(reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({ 'Pladser i rådet': '5', 'Endelige valg': '1', Boligerne: 'ledig' })
  })

  it('stops at a step that cannot be done, and says whose it was and what the page said', async () => {
    const lost: Scenario = {
      ...firstCouncil,
      play: async (house, journal, wishes) => {
        await house.db('sign_in_links').delete()
        return firstCouncil.play(house, journal, wishes)
      },
    }
    const { ok, steps, reconciliation } = await aRehearsal(lost, await anEmptyHouse())
    expect(ok).to.equal(false)
    expect(reconciliation).to.deep.equal([])
    expect(steps).to.have.length(1)
    expect(steps[0]).to.include({ who: 'Ib Skov (administrator)', ok: false })
    expect(steps[0]?.detail).to.match(/^\/start\/.* svarede 404: Siden findes ikke/)
  })

  it('plays several one after the other, each with an outcome on a line of its own', async () => {
    const { code, stdout } = await runCommand(
      rehearsal,
      {},
      ...['--scenario', 'no-candidates', '--scenario', 'uncontested', '--json'],
    )
    expect(code).to.equal(0)
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome)
    expect(outcomes.map(({ scenario, ok }) => [scenario, ok])).to.deep.equal([
      ['no-candidates', true],
      ['uncontested', true],
    ])
  })

  it('lists the scenarios, and answers a name that is none of them with how to call it', async () => {
    const listed = await runCommand(rehearsal, {}, '--list')
    expect(listed).to.deep.include({ code: 0 })
    for (const { name, description } of SCENARIOS) {
      expect(listed.stdout).to.include(name)
      expect(listed.stdout).to.include(description)
    }
    const oneUnknown = await runCommand(rehearsal, {}, '--scenario', 'tie', '--scenario', 'no-such')
    expect(oneUnknown).to.deep.include({ code: 64, stdout: '' })
    const unknown = await runFile('rehearsal.ts', {}, '--scenario', 'no-such')
    expect(unknown).to.deep.include({ code: 64, stdout: '' })
    expect(unknown.stderr).to.include('npm run rehearsal')
  })
})

/** Two seats at one place, an organisation that has ended without a successor, and other rules than in Randers. */
function anotherCouncil(): string {
  const file = path.join(projectRoot, 'statutes/randers-2018.json')
  const randers = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>
  const stated = (value: unknown) => ({ value, source: 'Prøverådets vedtægter', confirmed: true })
  const named = (key: string, name: string) => ({ key, name, aliases: [] })
  const nominated = (agreement: string) => ({ by: 'nomination', agreement: stated(agreement) })
  const statutes = {
    ...randers,
    council: { key: 'proeve', name: 'Prøverådet', municipality: 'Prøve Kommune' },
    areas: [
      {
        ...named('cafeen', 'Caféen'),
        ...{
          kind: 'place',
          seats: 2,
          wording: 'på',
          filling: { by: 'election' },
          bodies: [named('cafeen', 'Caféen')],
        },
      },
      {
        ...named('foreningerne', 'Foreningerne'),
        ...{ kind: 'organisations', seats: 2, filling: nominated('joint') },
        bodies: [named('den-ene', 'Den ene'), named('den-anden', 'Den anden')],
      },
      {
        ...named('boligerne', 'Boligerne'),
        ...{ kind: 'organisations', seats: 1, filling: nominated('single') },
        bodies: [{ ...named('planen', 'Planen'), activeUntil: '2025-07-31' }],
      },
    ],
    rules: {
      ...randers.rules,
      seats: stated(5),
      ballotOrder: stated('lot'),
      uncontested: stated('poll'),
      minimumAge: stated(18),
      quorum: stated({ share: [1, 2], comparison: 'more_than', base: 'filled_seats' }),
      appointingBody: stated('Byrådet'),
      complaintDays: stated(10),
    },
  }
  const copy = path.join(folder, 'statutes.json')
  writeFileSync(copy, JSON.stringify(statutes))
  return copy
}
