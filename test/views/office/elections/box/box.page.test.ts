import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { boxPage, type BoxRows } from '../../../../../views/office/elections/box/box.page.ts'
import { boxLossPage } from '../../../../../views/office/elections/box/box_loss.page.ts'
import { keyPage, type Key } from '../../../../../views/office/elections/box/key.ts'
import { anElection } from '../../../../support/plain/elections.ts'
import { aReader } from '../../../../support/reader.ts'
import { anId } from '../../../../support/ids.ts'

const key: Key = {
  threshold: 2,
  shares: 3,
  made_by: 'Signe Holm',
  made_on: isoDate('2026-03-01'),
  tried: true,
}

const opening = {
  ...{ election_id: anId(7), releases: 3, voided: 1, envelopes: 2, blank: 0, invalid: 0, codes_hash: 'ab' },
  opened_by: 'Anker Bro og Åse Wang',
  opened_on: isoDate('2026-03-10'),
}

function rows(given: Partial<BoxRows> = {}): BoxRows {
  return {
    key,
    custody: undefined,
    typed: [],
    account: { releases: 3, cast: 2, voided: 1 },
    codes: [],
    isDestroyed: false,
    opening: null,
    compacted: false,
    doubt: undefined,
    merger: undefined,
    entry: undefined,
    job: undefined,
    sitting: undefined,
    user: anId(1),
    ...given,
  }
}

const closed = anElection({ status: 'closed', means: 'booth' })

describe('the page of the ballot box', () => {
  it('opens for those who count, once polling is closed and until it is open', () => {
    const mayOpen = (given: Partial<BoxRows> = {}, as: 'secretary' | 'auditor' = 'secretary') =>
      boxPage(aReader({ as }), closed, rows(given)).openingPart !== null
    expect(mayOpen()).to.equal(true)
    expect(mayOpen({}, 'auditor')).to.equal(false)
    expect(mayOpen({ opening })).to.equal(false)
    expect(mayOpen({ job: { stage: 'opening', done: 1, of: 2 } })).to.equal(false)
    expect(mayOpen({ job: { stage: 'failed', done: 1, of: 2 } })).to.equal(true)
    const polling = anElection({ status: 'polling', means: 'booth' })
    expect(boxPage(aReader(), polling, rows()).openingPart).to.equal(null)
  })

  it('shows how far an opening has come, and nothing of one that has ended', () => {
    const job = (stage: 'storing' | 'done') =>
      boxPage(aReader(), closed, rows({ job: { stage, done: 1, of: 2 } })).job
    expect(job('storing')).to.deep.equal({ stage: 'storing', done: 1, of: 2 })
    expect(job('done')).to.equal(null)
  })

  it('offers to clear up after an opening that has not been cleared up', () => {
    const mayClear = (given: Partial<BoxRows>) => boxPage(aReader(), closed, rows(given)).mayClear
    expect([mayClear({}), mayClear({ opening }), mayClear({ opening, compacted: true })]).to.deep.equal([
      ...[false, true, false],
    ])
  })

  it('shows what was in the box once it is opened, and with papers beside it once they are counted too', () => {
    const found = (given: Parameters<typeof anElection>[0]) =>
      boxPage(aReader(), anElection(given), rows({ opening })).found
    const figures = { envelopes: 2, blank: 0, invalid: 0 }
    expect(found({ status: 'closed', means: 'booth' })).to.deep.equal(figures)
    expect(found({ status: 'closed', means: 'both' })).to.equal(null)
    for (const status of ['counted', 'lot_required', 'certified', 'annulled'] as const)
      expect(found({ status, means: 'both' }), status).to.deep.equal(figures)
    expect(boxPage(aReader(), closed, rows()).found).to.equal(null)
  })

  it('says what became of a box that nobody can open any more', () => {
    const left = (given: Parameters<typeof anElection>[0], row: Partial<BoxRows> = {}) =>
      boxPage(aReader(), anElection({ means: 'booth', ...given }), rows(row)).leftClosed
    for (const status of ['listed', 'polling', 'closed'] as const)
      expect(left({ status }), status).to.equal(null)
    expect(left({ status: 'stopped' })).to.equal('stopped')
    for (const status of ['annulled', 'rerun'] as const) {
      expect(left({ status }), status).to.equal('sealed')
      expect(left({ status }, { isDestroyed: true }), status).to.equal('destroyed')
      expect(left({ status }, { opening }), status).to.equal(null)
    }
    const account = { releases: 0, cast: 0, voided: 0 }
    for (const status of ['called_off', 'uncontested', 'annulled'] as const)
      expect(left({ status }, { account }), status).to.equal('unused')
  })

  it('shows the codes shortly, and says how many more there are', () => {
    const codes = Array.from({ length: 301 }, (_, index) => `3f9a07c2${index}`)
    const page = boxPage(aReader(), closed, rows({ codes }))
    expect([page.codes.length, page.codes[0], page.moreCodes]).to.deep.equal([300, '3F9A 07C2', 1])
  })

  it('is locked before polling by those who run the election, and only where there is a tablet', () => {
    const mayLock = (given: Parameters<typeof anElection>[0], as: 'secretary' | 'auditor' = 'secretary') =>
      keyPage(aReader({ as }), anElection(given), key, undefined).mayLock
    expect(mayLock({ means: 'both' })).to.equal(true)
    expect(mayLock({ means: 'both' }, 'auditor')).to.equal(false)
    expect(mayLock({ means: 'paper' })).to.equal(false)
    expect(mayLock({ means: 'both', status: 'polling' })).to.equal(false)
  })

  it('carries nothing of the key but what is said of it', () => {
    const stored = { ...key, id: anId(4), election_id: anId(7), public_key: 'ff' }
    expect(keyPage(aReader(), closed, stored, undefined).key).to.deep.equal(key)
  })

  it('is declared lost only while it is closed and can be opened no more', () => {
    const mayDeclare = (election: typeof closed, isOpened = false) =>
      boxLossPage(aReader(), election, { key, isOpened, loss: undefined, isDoubted: false }).mayDeclare
    expect(mayDeclare(closed)).to.equal(true)
    expect(mayDeclare(closed, true)).to.equal(false)
    expect(mayDeclare(anElection({ status: 'closed' }))).to.equal(false)
    expect(mayDeclare(anElection({ status: 'polling', means: 'booth' }))).to.equal(false)
  })
})
