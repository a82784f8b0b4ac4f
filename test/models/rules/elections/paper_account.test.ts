import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkBallotsInBox,
  checkClosingPapers,
  paperAccount,
  type Papers,
} from '../../../../models/rules/elections/paper_account.ts'

// 70 printed = 61 handed out + 9 unused. 61 handed out = 58 in the box + 0 exchanged + 3 not returned.
const papers: Papers = { printed: 70, handed_out: 61, exchanged: 0, unused: 9, not_returned: 3, in_box: 58 }

describe('The ballot paper account', () => {
  it('closes with 61 handed out, 58 in the box and 3 noted as missing', () => {
    expect(paperAccount(papers)).to.deep.equal({
      closes: true,
      printed: { closes: true, total: 70, accountedFor: 70, difference: 0 },
      handedOut: { closes: true, total: 61, accountedFor: 61, difference: 0 },
    })
    expect(checkClosingPapers(papers, undefined)).to.deep.equal({ ok: true })
    expect(checkBallotsInBox(papers, 58, undefined)).to.deep.equal({ ok: true })
  })

  it('does not close while nobody has noted the 3 that are missing', () => {
    const account = paperAccount({ ...papers, not_returned: 0 })
    expect(account.closes).to.equal(false)
    expect(account.printed.closes).to.equal(true)
    expect(account.handedOut).to.deep.equal({ closes: false, total: 61, accountedFor: 58, difference: 3 })
  })

  it('shows more papers than there should be as a negative difference', () => {
    // 61 handed out, but 58 + 0 + 5 = 63 accounted for
    expect(paperAccount({ ...papers, not_returned: 5 }).handedOut.difference).to.equal(-2)
  })

  it('counts a paper that was exchanged once as handed out and once as exchanged', () => {
    // two voters got a new paper: 63 handed out = 58 + 2 + 3, and 7 are unused
    const exchanged = { ...papers, handed_out: 63, exchanged: 2, unused: 7 }
    expect(paperAccount(exchanged).closes).to.equal(true)
  })

  it('that does not close is refused without a reason, and taken with one', () => {
    const one = {
      ok: false,
      reason: 'difference_without_reason',
      params: { count: 1 },
      field: 'difference_reason',
    }
    const unbalanced = { ...papers, unused: 8 }
    expect(checkClosingPapers(unbalanced, '')).to.deep.equal(one)
    expect(checkClosingPapers(unbalanced, 'En seddel blev revet i stykker')).to.deep.equal({ ok: true })
    for (const inBox of [57, 59]) {
      expect(checkBallotsInBox(papers, inBox, '  ')).to.deep.equal(one)
      expect(checkBallotsInBox(papers, inBox, 'En tog sin med hjem')).to.deep.equal({ ok: true })
    }
  })

  it('needs every figure: empty is not zero', () => {
    expect(checkClosingPapers({ ...papers, exchanged: undefined }, 'x')).to.include({
      reason: 'not_entered',
      field: 'exchanged',
    })
    expect(checkClosingPapers({ ...papers, unused: -9 }, 'x')).to.include({
      reason: 'negative',
      field: 'unused',
    })
    expect(checkClosingPapers({ ...papers, unused: 0.5 }, 'x')).to.include({ reason: 'not_whole' })
  })

  it('closes when and only when no sum has a difference', () => {
    const figure = fc.integer({ min: 0, max: 4 })
    const any = fc.record({
      printed: figure,
      handed_out: figure,
      exchanged: figure,
      unused: figure,
      not_returned: figure,
      in_box: figure,
    })
    fc.assert(
      fc.property(any, (figures) => {
        const { closes, printed, handedOut } = paperAccount(figures)
        expect(closes).to.equal(printed.difference === 0 && handedOut.difference === 0)
        const { ok } = checkClosingPapers(figures, undefined)
        expect(ok && checkBallotsInBox(figures, figures.in_box, undefined).ok).to.equal(closes)
      }),
    )
  })
})
