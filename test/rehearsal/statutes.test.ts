import path from 'node:path'
import { expect } from 'chai'
import { otherCouncil } from '../../rehearsal/scenarios/statutes/other_council/scenario.ts'
import { statutesChange } from '../../rehearsal/scenarios/statutes/change/scenario.ts'
import { projectRoot } from '../../config.ts'
import { anEmptyHouse, aRehearsal } from '../support/rehearsals.ts'

describe('the dress rehearsals of statutes', () => {
  it('statutes-change-mid-term: a seat loses its organisation, nobody loses a seat, and old meetings keep their rules', async () => {
    const { ok, steps, reconciliation } = await aRehearsal(statutesChange, await anEmptyHouse())
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
      const { ok, steps, reconciliation } = await aRehearsal(otherCouncil, {
        ...(await anEmptyHouse()),
        statutesFile: path.join(projectRoot, file),
      })
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
