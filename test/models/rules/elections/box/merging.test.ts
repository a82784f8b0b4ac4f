import { expect } from 'chai'
import {
  canMerge,
  checkMixed,
  checkMixing,
  checkPrinting,
} from '../../../../../models/rules/elections/box/merging.ts'

describe('The boxes put together', () => {
  it('are so for 1 to 100 ballots on the tablet', () => {
    expect([0, 1, 9, 100, 101].map(canMerge)).to.deep.equal([false, true, true, true, false])
  })

  it('have the ballots printed once the box is open, again only for a reason, and never once they are mixed', () => {
    const check = (given: Partial<Parameters<typeof checkPrinting>[0]>) => {
      const verdict = checkPrinting({
        isOpened: true,
        isMixed: false,
        again: false,
        reason: undefined,
        ...given,
      })
      return verdict.ok ? 'ok' : verdict.reason
    }
    expect(check({})).to.equal('ok')
    expect(check({ isOpened: false })).to.equal('box_not_opened')
    expect(check({ again: true })).to.equal('reprint_without_reason')
    expect(check({ again: true, reason: '  ' })).to.equal('reprint_without_reason')
    expect(check({ again: true, reason: 'Papirstop' })).to.equal('ok')
    expect(check({ again: true, reason: 'Papirstop', isMixed: true })).to.equal('box_is_mixed')
  })

  it('are mixed once, after they are printed', () => {
    expect(checkMixing({ isPrinted: true, isMixed: false }).ok).to.equal(true)
    expect(checkMixing({ isPrinted: false, isMixed: false })).to.include({ reason: 'box_not_printed' })
    expect(checkMixing({ isPrinted: true, isMixed: true })).to.include({ reason: 'box_is_mixed' })
  })

  it('are not counted before they are mixed; boxes apart are', () => {
    expect(checkMixed(undefined).ok).to.equal(true)
    expect(checkMixed({ mix: {} }).ok).to.equal(true)
    expect(checkMixed({ mix: undefined })).to.include({ reason: 'box_not_mixed' })
  })
})
