import { expect } from 'chai'
import type { Db } from '../../../models/core/db.ts'
import { inBackground, settled, shortly, waitAtMost } from '../../../models/core/jobs.ts'
import { aDatabase } from '../../support/database.ts'

describe('jobs that go on after the answer', () => {
  let db: Db
  beforeEach(async () => {
    db = await aDatabase()
  })

  function aJob(on: Db = db): { job: Promise<unknown>; end: () => void; fail: (error: Error) => void } {
    let end = (): void => undefined
    let fail: (error: Error) => void = end
    const work = new Promise<void>((resolve, reject) => {
      end = resolve
      fail = reject
    })
    return { job: inBackground(on, work), end, fail }
  }

  it('are waited for until the last one has ended, also one that another begins', async () => {
    const first = aJob()
    const ended: string[] = []
    const all = settled(db).then(() => ended.push('all'))
    const both = first.job.then(async () => {
      ended.push('first')
      const second = aJob()
      setImmediate(second.end)
      await second.job
      ended.push('second')
    })
    first.end()
    await Promise.all([both, all])
    expect(ended).to.deep.equal(['first', 'second', 'all'])
  })

  it('that fail end too, and the fault is for the caller who began them', async () => {
    const { job, fail } = aJob()
    fail(new Error('torn'))
    await settled(db)
    expect(await job.catch((error: unknown) => (error as Error).message)).to.equal('torn')
  })

  it('are known by their database: another one is settled meanwhile', async () => {
    const { end } = aJob(await aDatabase())
    await settled(db)
    end()
  })

  it('that are short are waited for by their page', async () => {
    const { job, end } = aJob()
    let done = false
    setImmediate(() => {
      done = true
      end()
    })
    await shortly(job)
    expect(done).to.equal(true)
  })

  it('that are long are left to go on', async () => {
    const { job, end } = aJob()
    let done = false
    void job.then(() => {
      done = true
    })
    waitAtMost(0)
    await shortly(job)
    expect(done).to.equal(false)
    end()
  })
})
