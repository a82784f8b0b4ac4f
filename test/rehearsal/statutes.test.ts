import path from 'node:path'
import { expect } from 'chai'
import { otherCouncil } from '../../rehearsal/scenarios/statutes/other_council/scenario.ts'
import { rehearse } from '../../rehearsal/kit/play.ts'
import { statutesChange } from '../../rehearsal/scenarios/statutes/change/scenario.ts'
import { projectRoot, type Config } from '../../config.ts'
import { testConfig } from '../support/app.ts'
import { anEmptyDatabase } from '../support/database.ts'

describe('the dress rehearsals of statutes', () => {
  async function emptyHouse(statutesFile?: string): Promise<Config> {
    const { db, config: database } = await anEmptyDatabase()
    await db.destroy()
    const config = { ...testConfig({ NODE_ENV: 'production' }), database }
    return statutesFile === undefined
      ? config
      : { ...config, statutesFile: path.join(projectRoot, statutesFile) }
  }

  it('statutes-change-mid-term: a seat loses its organisation, nobody loses a seat, and old meetings keep their rules', async () => {
    const { ok, steps, reconciliation } = await rehearse(statutesChange, await emptyHouse())
    expect([...steps, ...reconciliation].filter((line) => !line.ok)).to.deep.equal([])
    expect(ok).to.equal(true)
    const found = Object.fromEntries(reconciliation.map((line) => [line.what, line.found]))
    expect(found).to.include({
      'Pladser 2025-08-01': '10',
      'Indstiller til Boligsocial 2025-07-31': 'Helhedsplanen for Nordbyen',
      'Indstiller til Boligsocial 2025-08-01': 'Den boligsociale helhedsplan Randers 2025-29',
    })
  })

  for (const file of otherCouncil.statutesFiles ?? []) {
    it(`other-council: ${file} plays from its statutes to a substitute who steps in`, async () => {
      const { ok, steps, reconciliation } = await rehearse(otherCouncil, await emptyHouse(file))
      expect([...steps, ...reconciliation].filter((line) => !line.ok)).to.deep.equal([])
      expect(ok).to.equal(true)
      const found = Object.fromEntries(reconciliation.map((line) => [line.what, line.found]))
      expect(found).to.include({ 'Suppleanten sidder i rådet': 'ja', 'Logbogens kæde til sidst': 'hel' })
    })
  }

  it('the samples are two councils that are not Randers', () => {
    expect(otherCouncil.statutesFiles).to.have.length(2)
  })
})
