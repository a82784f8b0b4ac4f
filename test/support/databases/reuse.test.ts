import { expect } from 'chai'
import { isPostgres, type Db } from '../../../models/core/db.ts'
import { aDatabase } from '../database.ts'
import { takeGuardsOff } from '../tampering.ts'

describe('A database for a test', () => {
  let made: string[]

  it('has its guards when it is made', async () => {
    const db = await aDatabase()
    made = await guardsOf(db)
    expect(made).not.to.be.empty
  })

  it('may lose them in a test', async () => {
    const db = await aDatabase()
    await takeGuardsOff(db)
    expect(await guardsOf(db)).to.have.length.below(made.length)
  })

  it('has them all again in the next', async () => {
    for (let number = 1; number <= 3; number += 1)
      expect(await guardsOf(await aDatabase())).to.deep.equal(made)
  })
})

async function guardsOf(db: Db): Promise<string[]> {
  const guards = isPostgres(db)
    ? db('pg_trigger').where({ tgisinternal: false, tgenabled: 'O' }).pluck<string[]>('tgname')
    : db('sqlite_master').where({ type: 'trigger' }).pluck<string[]>('name')
  return (await guards).sort()
}
