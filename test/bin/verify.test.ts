import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { verify } from '../../bin/commands/verify.ts'
import type { DatabaseConfig } from '../../config.ts'
import { isoDate } from '../../models/core/dates.ts'
import { isPostgres, type Db } from '../../models/core/db.ts'
import { aDatabaseWithConfig } from '../support/database.ts'
import { anApp } from '../support/app.ts'
import { aCertifiedElection } from '../support/builders/outcomes.ts'
import { runCommand, runFile, settingsOf } from '../support/commands.ts'
import { takeGuardsOff } from '../support/tampering.ts'

describe('npm run verify', () => {
  let db: Db
  let config: DatabaseConfig
  beforeEach(async () => {
    ;({ db, config } = await aDatabaseWithConfig())
  })

  it('prints one line with the number of acts and the last code, and ends with 0', async () => {
    const { code, stdout, stderr } = await runCommand(verify, settingsOf(config))
    const [event] = await db('audit_events')
    expect(stdout).to.equal(`Kæden er hel: 1 handling. Den sidste kode er ${event?.hash}\n`)
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' })
  })

  it('names the first broken link and ends with 1', async () => {
    await takeGuardsOff(db, 'audit_events')
    await db('audit_events')
      .where({ sequence: 1 })
      .update({ day: isoDate('2017-12-31') })
    const changed = await runFile('verify.ts', settingsOf(config))
    expect(changed.code).to.equal(1)
    const [link, ...guards] = changed.stdout.trim().split('\n')
    const sum = guards.pop()
    expect(link).to.equal('Kæden er brudt: Handling nr. 1 er ændret, efter at den blev skrevet.')
    const off = isPostgres(db) ? 'er slået fra' : 'er fjernet'
    expect(guards).to.include(`Databasens vagt audit_events_insert_only__audit_events_delete ${off}.`)
    expect(guards.every((line) => line.endsWith(`${off}.`))).to.equal(true)
    expect(sum).to.equal(
      `${guards.length + 1} steder er ikke, som programmet efterlod dem. Ret ikke noget. Sig det til den dataansvarlige.`,
    )
    await db('audit_events').delete()
    const cut = await runCommand(verify, settingsOf(config))
    expect(cut.code).to.equal(1)
    expect(cut.stdout).to.match(/^Kæden er brudt: Handling nr\. 1 mangler, .*skåret af\.\n/)
    expect(cut.stdout).to.include('Mærkerne for de rækker, som handling nr. 1 skrev, er ændret (audit_rows).')
  })

  it('says that the seal of the log is broken until a person sets a new one, and the log keeps it', async () => {
    await db('audit_heads').update({ seal: 'none of ours' })
    const forged = await runCommand(verify, settingsOf(config))
    expect(forged.stdout).to.include('Logbogens sidste kode er ikke skrevet af denne server')
    const { hash } = (await db('audit_heads').first())!
    const sealed = await runCommand(verify, settingsOf(config), '--seal-anew')
    expect(sealed.stdout).to.match(
      /^Der er sat et nyt segl på logbogen\. Det står i logbogen\.\nKæden er hel: 2 handlinger\./,
    )
    expect(sealed.code).to.equal(0)
    const event = await db('audit_events').where({ action: 'log.sealed_anew' }).first()
    expect(JSON.parse(event!.details)).to.deep.equal({ was: 'forged', sequence: 1, hash })
    const again = await runCommand(verify, settingsOf(config), '--seal-anew')
    expect(again.stdout).to.include('Der er ikke sat noget nyt segl')
    expect(await db('audit_events').orderBy('sequence').pluck('sequence')).to.deep.equal([1, 2])
  })

  it('works every certified result out again, and names the election whose counts give another', async () => {
    const house = await anApp()
    const id = await aCertifiedElection(house)
    const settings = settingsOf(await house.database())
    const whole = await runCommand(verify, settings)
    expect(whole.stdout.split('\n')[1]).to.equal('1 valgprotokol er regnet efter og passer.')
    expect(whole.code).to.equal(0)
    await takeGuardsOff(house.db, 'count_lines')
    await house.db('count_lines').where({ votes: 14 }).update({ votes: 13 })
    const broken = await runCommand(verify, settings)
    expect(broken.stdout.split('\n')).to.include(
      'count_lines 1/2: votes er ændret uden om programmet efter handling nr. 19.',
    )
    expect(broken.stdout).to.include(
      `Valg ${id}: De gemte optællinger giver et andet resultat end det, der blev godkendt.`,
    )
    expect(broken.code).to.equal(1)
  })

  it('makes no database where there is none, and says where it looked', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-verify-'))
    const file = path.join(folder, 'ingen.sqlite')
    const { code, stderr } = await runCommand(verify, { DATABASE_FILE: file })
    expect(code).to.equal(1)
    expect(stderr).to.equal(`Der er ingen database i ${file}. Sæt DATABASE_FILE eller DATABASE_URL.\n`)
    expect(existsSync(file)).to.equal(false)
    rmSync(folder, { recursive: true })
  })
})
