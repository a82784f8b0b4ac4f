import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import { meetingsInYear } from '../../../../models/rules/meetings/meetings_per_year.ts'

const four = { min: 4, max: 4 }
const on = (day: string, extraordinary: 0 | 1 = 0) => ({ held_on: isoDate(day), extraordinary })

describe('the meetings of a year', () => {
  const meetings = [on('2025-12-31'), on('2026-01-01'), on('2026-10-01'), on('2026-12-31'), on('2027-01-01')]

  it('are those of the calendar year, held before today or planned for today and later', () => {
    expect(meetingsInYear(four, meetings, isoDate('2026-09-30'))).to.deep.equal({
      ...{ year: 2026, held: 1, planned: 2, min: 4, max: 4, missing: 0 },
    })
    expect(meetingsInYear(four, meetings, isoDate('2026-10-01'))).to.include({ held: 1, planned: 2 })
    expect(meetingsInYear(four, meetings, isoDate('2026-10-02'))).to.include({ held: 2, planned: 1 })
    expect(meetingsInYear(four, meetings, isoDate('2027-01-01'))).to.include({ year: 2027, planned: 1 })
  })

  it('too few are told of from 1 October, not on 30 September', () => {
    expect(meetingsInYear(four, meetings, isoDate('2026-09-30')).missing).to.equal(0)
    expect(meetingsInYear(four, meetings, isoDate('2026-10-01')).missing).to.equal(1)
    expect(meetingsInYear(four, meetings, isoDate('2026-12-31')).missing).to.equal(1)
  })

  it('of a range the lower end must be reached; where there is only a highest number, nothing', () => {
    const december = isoDate('2026-12-01')
    expect(meetingsInYear({ min: 4, max: 6 }, meetings, december).missing).to.equal(1)
    expect(meetingsInYear({ min: 3, max: 6 }, meetings, december).missing).to.equal(0)
    expect(meetingsInYear({ min: 0, max: 6 }, [], december).missing).to.equal(0)
    expect(meetingsInYear({ min: 1, max: 1 }, meetings, december).missing).to.equal(0)
  })

  it('extra meetings change nothing, however many there are', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays(isoDate('2026-01-01'), days))
    const ordinary = fc.array(day.map((held_on) => ({ held_on, extraordinary: 0 as const })))
    const extra = fc.array(day.map((held_on) => ({ held_on, extraordinary: 1 as const })))
    fc.assert(
      fc.property(ordinary, extra, day, (some, more, today) => {
        const counted = meetingsInYear(four, some, today)
        expect(meetingsInYear(four, [...more, ...some], today)).to.deep.equal(counted)
        expect(counted.held + counted.planned).to.equal(some.length)
      }),
    )
  })
})
