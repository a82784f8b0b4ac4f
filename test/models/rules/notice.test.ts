import { expect } from 'chai'
import { isoDate } from '../../../models/dates.ts'
import { firstDayWithNotice, noticeGiven } from '../../../models/rules/notice.ts'

describe('the notice of a meeting', () => {
  const held = isoDate('2026-03-10')

  it('is counted in whole days from the day it was called: eight days is enough where eight are asked for', () => {
    expect(noticeGiven(isoDate('2026-03-02'), held, 8)).to.deep.equal({ days: 8, required: 8, short: false })
    expect(noticeGiven(isoDate('2026-03-03'), held, 8)).to.deep.equal({ days: 7, required: 8, short: true })
  })

  it('is short on the day itself, unless none is asked for', () => {
    expect(noticeGiven(held, held, 1)).to.deep.equal({ days: 0, required: 1, short: true })
    expect(noticeGiven(held, held, 0)).to.deep.equal({ days: 0, required: 0, short: false })
  })

  it('cannot be said of a meeting from old papers, or one that was written down afterwards', () => {
    expect(noticeGiven(null, held, 8)).to.equal(undefined)
    expect(noticeGiven(isoDate('2026-03-11'), held, 8)).to.equal(undefined)
  })

  it('counts over the turn of a month in a leap year', () => {
    expect(noticeGiven(isoDate('2028-02-22'), isoDate('2028-03-01'), 8)?.days).to.equal(8)
    expect(firstDayWithNotice(isoDate('2028-02-22'), 8)).to.equal('2028-03-01')
  })

  it('counts weekdays where the statutes ask for them: "about 8 days, at least 5 weekdays"', () => {
    const rule = { days: 8, weekdays: 5, about: true }
    // From Thursday 5 March to Wednesday 11 March: Friday, Monday, Tuesday, Wednesday, so four weekdays of six days.
    const short = noticeGiven(isoDate('2026-03-05'), isoDate('2026-03-11'), rule)
    expect(short).to.deep.equal({ days: 6, required: 0, short: true, weekdays: { had: 4, required: 5 } })
    expect(noticeGiven(isoDate('2026-03-05'), isoDate('2026-03-12'), rule)?.short).to.equal(false)
    expect(firstDayWithNotice(isoDate('2026-03-05'), rule)).to.equal('2026-03-12')
    // Both: eight days, five of them weekdays. 13 March is the eighth day after the 5th.
    expect(firstDayWithNotice(isoDate('2026-03-05'), { days: 8, weekdays: 5 })).to.equal('2026-03-13')
  })
})
