import { expect } from 'chai'
import { isoDate } from '../../../models/core/dates.ts'
import { insertOne } from '../../../models/core/insert.ts'
import { aDatabase } from '../../support/database.ts'

const term = {
  starts_on: isoDate('2040-01-01'),
  ends_on: isoDate('2043-12-31'),
  municipal_election_on: isoDate('2039-11-15'),
}

describe('Writing one row', () => {
  it('gives the id of the row that was written', async () => {
    const db = await aDatabase()
    const first = await insertOne(db, 'terms', term)
    const second = await insertOne(db, 'terms', { ...term, ends_on: isoDate('2042-12-31') })
    expect(second).to.be.greaterThan(first)
    expect(await db('terms').where({ id: first }).first()).to.deep.equal({ id: first, ...term })
  })

  it('leaves empty what is left out', async () => {
    const db = await aDatabase()
    const contact = { contact_by: 'phone', protected_address: 0, registered_on: term.starts_on } as const
    const id = await insertOne(db, 'people', { name: 'Ellen Prøve', ...contact })
    const { email, phone, contact_place_id } = (await db('people').where({ id }).first())!
    expect([email, phone, contact_place_id]).to.deep.equal([null, null, null])
  })

  it('belongs to the transaction, and passes on what the database refuses', async () => {
    const db = await aDatabase()
    const before = await db('terms').pluck('id')
    const writing = db.transaction(async (trx) => {
      await insertOne(trx, 'terms', term)
      await insertOne(trx, 'terms', { ...term, ends_on: isoDate('2039-12-31') })
    })
    const error: unknown = await writing.catch((refused: unknown) => refused)
    expect(String(error)).to.include('terms_end_after_start')
    expect(await db('terms').pluck('id')).to.deep.equal(before)
  })
})
