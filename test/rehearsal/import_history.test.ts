import { expect } from 'chai'
import { importHistory } from '../../rehearsal/scenarios/exchange/import_history/scenario.ts'
import { rehearse } from '../../rehearsal/kit/play.ts'
import { testConfig } from '../support/app.ts'
import { anEmptyDatabase } from '../support/database.ts'

describe('the rehearsal import-history', () => {
  it('reads an old roster in, takes it back, reads it in again, and the book agrees', async () => {
    const { db, config: database } = await anEmptyDatabase()
    await db.destroy()
    const outcome = await rehearse(importHistory, { ...testConfig({ NODE_ENV: 'production' }), database })
    const wrong = [...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)
    expect(wrong).to.deep.equal([])
    expect(outcome.ok).to.equal(true)
  })
})
