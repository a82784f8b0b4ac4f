import { expect } from 'chai'
import type { Db } from '../../../models/core/db.ts'
import { forLog, pathForLog } from '../../../routes/web/log.ts'
import { aDatabase } from '../../support/database.ts'

describe('what the log keeps of a failure', () => {
  let db: Db

  before(async () => {
    db = await aDatabase()
  })

  async function failureOf(query: Promise<unknown>): Promise<unknown> {
    try {
      await query
    } catch (error) {
      return error
    }
    throw new Error('the query was not refused')
  }

  it('says what the database refused and where, without the values', async () => {
    const account = {
      name: 'Ane Holm',
      email: 'ane@example.org',
      role: 'auditor' as const,
      made_on: '2026-01-01' as never,
    }
    await db('accounts').insert(account)
    const logged = forLog(await failureOf(db('accounts').insert(account)))
    expect(JSON.stringify(logged)).to.not.match(/Ane Holm|ane@example\.org/)
    expect(logged.message).to.match(/unique/i)
  })

  it('keeps the message of any other failure, and where it happened', () => {
    const logged = forLog(new RangeError('no such rule - quorum'))
    expect(logged.stack[0]).to.include('log.test.ts')
    expect(logged.name).to.equal('RangeError')
    expect(logged.message).to.equal('no such rule - quorum')
  })

  it('takes whatever is thrown', () => {
    expect(forLog('gone').message).to.equal('gone')
  })

  it('leaves the secret of a one-time link out of the path', () => {
    expect(pathForLog('/start/abc-123')).to.equal('/start/…')
    expect(pathForLog('/adgangskode/abc')).to.equal('/adgangskode/…')
    expect(pathForLog('/kontor/valg/7')).to.equal('/kontor/valg/7')
  })
})
