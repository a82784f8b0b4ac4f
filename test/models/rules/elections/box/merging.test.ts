import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkMixed,
  checkMixing,
  checkPrinting,
  checkWay,
  wayToOneBox,
} from '../../../../../models/rules/elections/box/merging.ts'

describe('The boxes put together', () => {
  it('are so by putting the smaller into the larger, and the tablet into the papers when they are alike', () => {
    for (const [paper, tablet, way] of [
      [12, 1, 'print'],
      [1, 12, 'enter'],
      [3, 4, 'enter'],
      [4, 3, 'print'],
      [4, 4, 'print'],
      [0, 12, undefined],
      [12, 0, undefined],
      [-1, 12, undefined],
      [100, 4000, 'enter'],
      [101, 4000, undefined],
      [4000, 100, 'print'],
      [101, 101, undefined],
    ] as const)
      expect(wayToOneBox({ paper, tablet }), `${paper} ${tablet}`).to.equal(way)
  })

  it('always become one by moving no more ballots than stay', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (paper, tablet) => {
        const way = wayToOneBox({ paper, tablet })
        if (way === undefined) expect(Math.min(paper, tablet)).to.satisfy((n: number) => n === 0 || n > 100)
        else expect(way === 'print' ? tablet : paper).to.be.within(1, Math.min(100, Math.max(paper, tablet)))
      }),
    )
  })

  it('are put together only in the way that the figures give', () => {
    const boxes = { paper: 3, tablet: 12 }
    expect(checkWay(undefined, boxes).ok).to.equal(true)
    expect(checkWay('enter', boxes).ok).to.equal(true)
    expect(checkWay('print', boxes)).to.include({ reason: 'other_way_to_one_box', field: 'small_box' })
    expect(checkWay('enter', { paper: 0, tablet: 12 }).ok).to.equal(false)
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
