import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, addMonths, isoDate } from '../../../../models/core/dates.ts'
import { longAbsence } from '../../../../models/rules/council/absence_loss.ts'
import type { Mark } from '../../../../models/rules/council/attendance.ts'

const three = { months: 3 }
const at = (day: string, mark: Mark) => ({ held_on: isoDate(day), mark })
const today = isoDate('2026-04-12')

describe('being away without notice for so many months', () => {
  const away = [at('2026-01-12', 'absent'), at('2026-02-09', 'absent'), at('2026-03-09', 'absent')]

  it('is every meeting from the first one missed, three months ago or more', () => {
    expect(longAbsence(three, away, today)).to.deep.equal({ since: '2026-01-12', meetings: 3 })
    expect(longAbsence(three, away, addDays(today, -1))).to.equal(undefined)
    expect(longAbsence(three, [...away].reverse(), today)).to.deep.equal({ since: '2026-01-12', meetings: 3 })
  })

  it('is never found where the statutes have no such rule', () => {
    expect(longAbsence('off', away, isoDate('2029-12-31'))).to.equal(undefined)
  })

  it('takes more than one meeting, and says nothing of somebody of whom nothing is known', () => {
    const later = isoDate('2027-01-01')
    expect(longAbsence(three, [], later)).to.equal(undefined)
    expect(longAbsence(three, away.slice(0, 1), later)).to.equal(undefined)
    expect(longAbsence(three, away.slice(0, 2), later)).to.deep.equal({ since: '2026-01-12', meetings: 2 })
  })

  const ends: [string, Mark][] = [
    ['having been there', 'present'],
    ['an apology', 'excused'],
    ['having left early', 'left'],
  ]
  for (const [what, mark] of ends)
    it(`${what} ends it, and it is counted anew from the next meeting`, () => {
      const marks = [...away, at('2026-02-20', mark)]
      expect(longAbsence(three, marks, today)).to.equal(undefined)
      const more = [...marks, at('2026-05-11', 'absent')]
      expect(longAbsence(three, more, isoDate('2026-06-08'))).to.equal(undefined)
      expect(longAbsence(three, more, isoDate('2026-06-09'))).to.deep.equal({
        ...{ since: '2026-03-09', meetings: 2 },
      })
    })

  it('of two meetings on one day, having been at one is having come', () => {
    const marks = [...away, at('2026-03-09', 'present')]
    expect(longAbsence(three, marks, today)).to.equal(undefined)
    expect(longAbsence(three, marks.reverse(), today)).to.equal(undefined)
  })

  it('what is written of a day to come does not count yet', () => {
    const marks = [...away, at('2026-04-13', 'excused')]
    expect(longAbsence(three, marks, today)).to.deep.equal({ since: '2026-01-12', meetings: 3 })
    expect(longAbsence(three, marks, isoDate('2026-04-13'))).to.equal(undefined)
  })

  describe('for any marks', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays(isoDate('2026-01-01'), days))
    const mark = fc.constantFrom<Mark>('present', 'excused', 'absent', 'left', null)
    const meetings = fc.array(fc.record({ held_on: day, mark }), { maxLength: 12 })
    const absences = fc.array(fc.record({ held_on: day, mark: fc.constant<Mark>('absent') }), {
      maxLength: 9,
    })
    const last = isoDate('2027-06-01')

    it('meetings where nothing is written down change nothing', () => {
      fc.assert(
        fc.property(meetings, (some) => {
          const known = some.filter((one) => one.mark !== null)
          expect(longAbsence(three, some, last)).to.deep.equal(longAbsence(three, known, last))
        }),
      )
    })

    it('whoever came to the latest meeting is never named', () => {
      fc.assert(
        fc.property(meetings, fc.constantFrom<Mark>('present', 'excused', 'left'), (some, came) => {
          expect(longAbsence(three, [...some, { held_on: last, mark: came }], last)).to.equal(undefined)
        }),
      )
    })

    it('whoever only stayed away is named as soon as the months have gone, and from then on', () => {
      fc.assert(
        fc.property(absences, fc.integer({ min: 1, max: 12 }), (some, months) => {
          const since = some.map(({ held_on }) => held_on).sort()[0]
          const over = since !== undefined && some.length > 1 && addMonths(since, months) <= last
          expect(longAbsence({ months }, some, last)).to.deep.equal(
            over ? { since, meetings: some.length } : undefined,
          )
        }),
      )
    })
  })
})
