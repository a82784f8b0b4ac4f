import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import { meetingsDuring, sumAttendance } from '../../../../models/rules/council/attendance_sum.ts'
import type { Mark } from '../../../../models/rules/council/attendance.ts'
import { begunBy, dateBy, happenedBy } from '../../../../models/rules/core/known_by.ts'
import { anySpan } from '../../../support/statutes/randers.ts'

const day = isoDate('2026-03-10')

describe('What was known on a day', () => {
  it('counts what happened on the day itself, not on the day after', () => {
    expect(happenedBy(day, day)).to.equal(true)
    expect(happenedBy(addDays(day, 1), day)).to.equal(false)
    expect(dateBy(addDays(day, 1), day)).to.equal(null)
    expect(dateBy(day, day)).to.equal(day)
  })

  it('without a day is everything that has a date', () => {
    expect(happenedBy(isoDate('2099-01-01'), undefined)).to.equal(true)
    expect(happenedBy(null, undefined)).to.equal(false)
  })

  it('leaves out what had not begun, and tells no end before the last day is past', () => {
    fc.assert(
      fc.property(anySpan, fc.integer({ min: -400, max: 2000 }), (span, offset) => {
        const on = addDays(span.starts_on, offset)
        const known = begunBy([span], on)
        expect(known.length).to.equal(offset >= 0 ? 1 : 0)
        for (const { over } of known) expect(over).to.equal(on > span.ends_on)
      }),
    )
  })
})

describe('Attendance as a sum', () => {
  const anyMark = fc.constantFrom<Mark>('present', 'excused', 'absent', 'left', null)

  it('counts every meeting once, and what nobody has written down as not known', () => {
    fc.assert(
      fc.property(fc.array(anyMark), (marks) => {
        const { meetings, unknown, ...known } = sumAttendance(marks)
        expect(meetings).to.equal(marks.length)
        expect(Object.values(known).reduce((sum, one) => sum + one, unknown)).to.equal(meetings)
        expect(unknown).to.equal(marks.filter((mark) => mark === null).length)
      }),
    )
  })

  it('is about the meetings from the first to the last day of the membership', () => {
    const span = { starts_on: day, ends_on: addDays(day, 10) }
    const meetings = [-1, 0, 10, 11].map((days) => ({ held_on: addDays(day, days) }))
    expect(meetingsDuring(span, meetings)).to.deep.equal(meetings.slice(1, 3))
  })
})
