import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import { addWeekdays, weekdaysBetween } from '../../../../models/rules/core/weekdays.ts'

describe('weekdays', () => {
  it('are counted on from a day: Saturday and Sunday are passed over', () => {
    const cases = [
      ['2026-03-05', 0, '2026-03-05'],
      ['2026-03-05', 1, '2026-03-06'],
      ['2026-03-05', 2, '2026-03-09'],
      ['2026-03-05', 5, '2026-03-12'],
      ['2026-03-06', 1, '2026-03-09'],
      ['2026-03-07', 1, '2026-03-09'],
      ['2026-03-08', 5, '2026-03-13'],
    ] as const
    for (const [from, weekdays, to] of cases)
      expect(addWeekdays(isoDate(from), weekdays), `${from} + ${weekdays}`).to.equal(to)
  })

  it('so many further on are so many in between, and the day before there is one too few', () => {
    const day = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(isoDate('2026-03-05'), days))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, weekdays) => {
        const to = addWeekdays(from, weekdays)
        expect(weekdaysBetween(from, to)).to.equal(weekdays)
        expect(weekdaysBetween(from, addDays(to, -1))).to.equal(weekdays - 1)
      }),
    )
  })
})
