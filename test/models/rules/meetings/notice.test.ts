import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import {
  firstDayWithNotice,
  lastDayToCall,
  noticeGiven,
  noticeRequired,
} from '../../../../models/rules/meetings/notice.ts'

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

  it('asks for what the statutes say and no more: nothing of what they leave out, no days of "about"', () => {
    expect(noticeRequired(14)).to.deep.equal({ days: 14, weekdays: 0 })
    expect(noticeRequired({ days: 14 })).to.deep.equal({ days: 14, weekdays: 0 })
    expect(noticeRequired({ weekdays: 5 })).to.deep.equal({ days: 0, weekdays: 5 })
    expect(noticeRequired({ days: 14, weekdays: 5 })).to.deep.equal({ days: 14, weekdays: 5 })
    expect(noticeRequired({ days: 14, about: true })).to.deep.equal({ days: 0, weekdays: 0 })
  })

  it('is short when either the days or the weekdays are too few, where both are asked for', () => {
    const called = isoDate('2026-03-05')
    // Thursday to Thursday: seven days, five of them weekdays. Eight days are asked for.
    expect(noticeGiven(called, isoDate('2026-03-12'), { days: 8, weekdays: 5 })).to.deep.equal({
      days: 7,
      required: 8,
      short: true,
      weekdays: { had: 5, required: 5 },
    })
    // Thursday to Tuesday: five days, three of them weekdays. Four weekdays are asked for.
    expect(noticeGiven(called, isoDate('2026-03-10'), { days: 5, weekdays: 4 })).to.deep.equal({
      days: 5,
      required: 5,
      short: true,
      weekdays: { had: 3, required: 4 },
    })
    expect(noticeGiven(called, isoDate('2026-03-10'), { days: 5, weekdays: 3 })?.short).to.equal(false)
  })

  it('says the last day to call the meeting; of "about" so many days, those days', () => {
    const thursday = isoDate('2026-03-12')
    expect(lastDayToCall(thursday, 8)).to.equal('2026-03-04')
    expect(lastDayToCall(thursday, { weekdays: 5 })).to.equal('2026-03-05')
    // The sixth day before is a Friday, with four weekdays to go: five are asked for.
    expect(lastDayToCall(thursday, { days: 6, weekdays: 5 })).to.equal('2026-03-05')
    expect(lastDayToCall(thursday, { days: 8, weekdays: 5, about: true })).to.equal('2026-03-04')
    expect(lastDayToCall(thursday, { days: 8, about: true })).to.equal('2026-03-04')
    expect(lastDayToCall(thursday, 0)).to.equal(thursday)
  })

  it('called on the last day there is notice enough, and a day later there is not', () => {
    const rule = fc.oneof(
      fc.integer({ min: 1, max: 40 }),
      fc.record({ days: fc.integer({ min: 0, max: 20 }), weekdays: fc.integer({ min: 1, max: 15 }) }),
    )
    fc.assert(
      fc.property(rule, fc.integer({ min: -2000, max: 2000 }), (asked, moved) => {
        const day = addDays(held, moved)
        const last = lastDayToCall(day, asked)
        expect(noticeGiven(last, day, asked)?.short).to.equal(false)
        expect(noticeGiven(addDays(last, 1), day, asked)?.short).to.equal(true)
      }),
    )
  })

  it('has five weekdays in any week, whatever day and year it begins', () => {
    const day = fc.integer({ min: -40_000, max: 40_000 }).map((days) => addDays(held, days))
    fc.assert(
      fc.property(day, (called) => {
        const week = noticeGiven(called, addDays(called, 7), { weekdays: 1 })
        expect(week?.weekdays).to.deep.equal({ had: 5, required: 1 })
      }),
    )
  })

  it('called in 2017: neither Saturday 4 nor Sunday 5 November is a weekday, Monday is', () => {
    const had = (until: string) =>
      noticeGiven(isoDate('2017-11-02'), isoDate(until), { weekdays: 1 })?.weekdays?.had
    expect(['03', '04', '05', '06'].map((day) => had(`2017-11-${day}`))).to.deep.equal([1, 1, 1, 2])
  })
})
