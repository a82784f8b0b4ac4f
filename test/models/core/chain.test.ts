import { expect } from 'chai'
import { act } from '../../../models/core/audit.ts'
import { authorOfLog } from '../../../models/core/chain.ts'
import type { Db } from '../../../models/core/db.ts'
import { outsideKeysFrom, type OutsideKeys } from '../../../models/core/keys.ts'
import { aClock } from '../../support/app.ts'
import { aDatabase } from '../../support/database.ts'
import { asSystem, KEYS, SECRET } from '../../support/databases/keys.ts'
import { linkAnew, takeGuardsOff } from '../../support/tampering.ts'

const OTHER = 'another secret that is long enough to be one'
const NEW = outsideKeysFrom([OTHER])
const BOTH = outsideKeysFrom([OTHER, SECRET])
const by = asSystem(aClock('2026-03-02'))

describe('The seal of the log', () => {
  let db: Db
  beforeEach(async () => {
    db = await aDatabase()
    await write(KEYS)
  })

  const write = (keys: OutsideKeys) =>
    act(db, { ...by, keys }, () =>
      Promise.resolve({ action: 'log.rows_marked', subject: 'log:rows', details: { rows: 0 }, result: null }),
    )
  const authors = async () => [
    await authorOfLog(db, KEYS),
    await authorOfLog(db, NEW),
    await authorOfLog(db, BOTH),
  ]

  async function tamper(): Promise<void> {
    await takeGuardsOff(db)
    await db('audit_events').where({ sequence: 1 }).update({ actor: 'En anden' })
    await linkAnew(db)
  }

  it('is read with the secret that made it, and a new secret makes the next one where the old one is kept', async () => {
    expect(await authors()).to.deep.equal(['ours', 'unknown_secret', 'ours'])
    await write(BOTH)
    expect(await authors()).to.deep.equal(['unknown_secret', 'ours', 'ours'])
  })

  it('waits for a secret that is missing, whatever is written meanwhile, and is whole once it is back', async () => {
    await write(NEW)
    await write(NEW)
    expect(await authors()).to.deep.equal(['unknown_secret', 'unknown_secret', 'ours'])
    await write(BOTH)
    expect(await authors()).to.deep.equal(['unknown_secret', 'ours', 'ours'])
  })

  it('that was broken is not mended by acts, with whichever secret', async () => {
    await tamper()
    for (const keys of [KEYS, NEW, BOTH]) await write(keys)
    expect(await authors()).to.deep.equal(['unknown_secret', 'unknown_secret', 'forged'])
  })

  it('of a secret that never was is not mended by acts', async () => {
    await tamper()
    const { sequence, hash } = (await db('audit_heads').first())!
    const nobody = outsideKeysFrom(['a secret that the server never had, not once'])
    await db('audit_heads').update({ seal: nobody.prove('logHead', `${sequence}:${hash}`) })
    for (const keys of [KEYS, BOTH]) await write(keys)
    expect(await authors()).not.to.include('ours')
  })

  it('is not mended by a proof that waits from before the log was changed', async () => {
    await write(NEW)
    const { seal } = (await db('audit_heads').first())!
    const [own = '', unread = ''] = (seal ?? '').split(' ')
    await tamper()
    for (const first of [own, `00000000${own.slice(8)}`]) {
      await db('audit_heads').update({ seal: `${first} ${unread}` })
      await write(NEW)
      await write(BOTH)
      expect(await authors()).not.to.include('ours')
    }
  })
})
