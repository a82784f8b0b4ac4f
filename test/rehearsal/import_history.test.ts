import { expect } from 'chai'
import { importHistory } from '../../rehearsal/scenarios/exchange/import_history/scenario.ts'
import { anEmptyHouse, aRehearsal } from '../support/rehearsals.ts'

describe('the rehearsal import-history', () => {
  it('reads an old roster in, takes it back, reads it in again, and the book agrees', async () => {
    const outcome = await aRehearsal(importHistory, await anEmptyHouse())
    const wrong = [...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)
    expect(wrong).to.deep.equal([])
    expect(outcome.ok).to.equal(true)
  })
})
