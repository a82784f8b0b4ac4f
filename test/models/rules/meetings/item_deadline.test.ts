import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysBetween, isoDate } from '../../../../models/core/dates.ts'
import { deadlineStanding, itemDeadline } from '../../../../models/rules/meetings/item_deadline.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'

function deadline(
  heldOn: string,
  items: RuleValue<'itemDeadlineDays'>,
  notice: RuleValue<'noticeDays'> = 8,
): string {
  const rule = <T>(value: T) => ({ value, source: 'Prøven', confirmed: true })
  return itemDeadline(isoDate(heldOn), { itemDeadlineDays: rule(items), noticeDays: rule(notice) })
}

describe('the last day to send items in', () => {
  it('is so many days before the meeting', () => {
    expect(deadline('2026-02-02', 10)).to.equal('2026-01-23')
    expect(deadline('2026-02-02', 14)).to.equal('2026-01-19')
    expect(deadline('2026-02-02', 21)).to.equal('2026-01-12')
    expect(deadline('2028-03-01', 1)).to.equal('2028-02-29')
    expect(deadline('2026-02-02', 0)).to.equal('2026-02-02')
  })

  it('or so many days before the agenda is sent out, which is the last day to call the meeting', () => {
    expect(deadline('2026-03-12', { beforeDispatch: 2 }, 8)).to.equal('2026-03-02')
    expect(deadline('2026-03-12', { beforeDispatch: 0 }, 8)).to.equal('2026-03-04')
    expect(deadline('2026-03-12', { beforeDispatch: 2 }, { weekdays: 5 })).to.equal('2026-03-03')
    expect(deadline('2026-03-12', { beforeDispatch: 2 }, { days: 8, weekdays: 5, about: true })).to.equal(
      '2026-03-02',
    )
  })

  it('counted from the meeting, does not hang on the notice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (days, notice) => {
        const last = isoDate(deadline('2026-03-12', days, notice))
        expect(daysBetween(last, isoDate('2026-03-12'))).to.equal(days)
        const sent = isoDate(deadline('2026-03-12', { beforeDispatch: days }, notice))
        expect(daysBetween(sent, isoDate('2026-03-12'))).to.equal(days + notice)
      }),
    )
  })

  it('is open on the day itself, over the day after, and was never open where the meeting was planned later', () => {
    const last = isoDate('2026-01-23')
    const standing = (today: string, plannedOn: string | null) =>
      deadlineStanding(last, {
        today: isoDate(today),
        plannedOn: plannedOn === null ? null : isoDate(plannedOn),
      })
    expect(standing('2026-01-23', '2026-01-15')).to.equal('open')
    expect(standing('2026-01-23', '2026-01-23')).to.equal('open')
    expect(standing('2026-01-24', '2026-01-23')).to.equal('over')
    expect(standing('2026-01-24', '2026-01-24')).to.equal('never_open')
    expect(standing('2026-01-24', null)).to.equal('over')
    expect(standing(addDays(last, -400), '2026-01-24')).to.equal('open')
  })
})
