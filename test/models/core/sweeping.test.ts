import { expect } from 'chai'
import { describeSchema } from '../../../migrations/schema/describe.ts'
import { isoDate } from '../../../models/core/dates.ts'
import { sweepOut } from '../../../models/core/sweeping.ts'
import { aDatabase } from '../../support/database.ts'
import { besideABusyNeighbour } from '../../support/databases/neighbour.ts'
import { newDatabasesOnly } from '../../support/databases/reuse.ts'
import { everyFile, everyRow, placesOf } from '../../support/stored.ts'

describe('Sweeping out what was deleted', () => {
  newDatabasesOnly()
  besideABusyNeighbour()

  it('leaves nothing of a deleted row in any file', async () => {
    const db = await aDatabase()
    await db('receipts').insert({
      key: 'a-key-that-goes-away',
      result: 'an answer that goes away',
      day: isoDate('2026-01-01'),
    })
    await db('receipts').insert({
      key: 'a-key-that-stays',
      result: 'an answer that stays',
      day: isoDate('2026-01-01'),
    })
    await db('receipts').where({ key: 'a-key-that-goes-away' }).delete()
    await sweepOut(db, ['receipts'])
    const files = await everyFile(db)
    expect(placesOf(files, 'that stays')).not.to.be.empty
    expect(placesOf(files, 'that goes away')).to.deep.equal([])
    expect(placesOf(files, 'that-goes-away')).to.deep.equal([])
  })

  it('leaves every table, its guards and its rows as they were', async () => {
    const db = await aDatabase()
    const before = { schema: await describeSchema(db), rows: await everyRow(db) }
    await sweepOut(db, Object.keys(before.rows))
    expect(await describeSchema(db)).to.equal(before.schema)
    expect(await everyRow(db)).to.deep.equal(before.rows)
  })
})
