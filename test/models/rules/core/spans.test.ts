import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysBetween, isoDate, type IsoDate } from '../../../../models/core/dates.ts'
import {
  covers,
  firstEnd,
  includesDay,
  lastEndedBefore,
  nextStartedAfter,
  overlaps,
  within,
  type Span,
} from '../../../../models/rules/core/spans.ts'
import { anySpan } from '../../../support/statutes/randers.ts'

const span = (starts_on: string, ends_on: string): Span => ({
  starts_on: isoDate(starts_on),
  ends_on: isoDate(ends_on),
})

/** Every day of the span, one by one: the slow and sure way that the rules are held against. */
function daysOf({ starts_on, ends_on }: Span): IsoDate[] {
  return Array.from({ length: daysBetween(starts_on, ends_on) + 1 }, (_, day) => addDays(starts_on, day))
}

describe('Days in a span', () => {
  it('count the first and the last', () => {
    const term = span('2022-01-01', '2025-12-31')
    expect(includesDay(term, isoDate('2021-12-31'))).to.equal(false)
    expect(includesDay(term, isoDate('2022-01-01'))).to.equal(true)
    expect(includesDay(term, isoDate('2025-12-31'))).to.equal(true)
    expect(includesDay(term, isoDate('2026-01-01'))).to.equal(false)
  })

  it('are shared by two spans that meet on one day, not by one that follows the next day', () => {
    expect(overlaps(span('2022-01-01', '2022-06-30'), span('2022-06-30', '2022-12-31'))).to.equal(true)
    expect(overlaps(span('2022-01-01', '2022-06-30'), span('2022-07-01', '2022-12-31'))).to.equal(false)
  })

  it('are shared exactly when some day lies in both', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const shared = daysOf(a).some((day) => daysOf(b).includes(day))
        expect(overlaps(a, b)).to.equal(shared)
        expect(overlaps(b, a)).to.equal(shared)
      }),
    )
  })

  it('lie within the span that they are', () => {
    const term = span('2022-01-01', '2025-12-31')
    expect(within(term, term)).to.equal(true)
    expect(within(span('2021-12-31', '2025-12-31'), term)).to.equal(false)
    expect(within(span('2022-01-01', '2026-01-01'), term)).to.equal(false)
  })

  it('lie within another span exactly when every one does', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (inner, outer) => {
        expect(within(inner, outer)).to.equal(daysOf(inner).every((day) => includesDay(outer, day)))
      }),
    )
  })

  it('are covered by several spans exactly when each lies in one of them', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 5 }), anySpan, (spans, whole) => {
        const everyDay = daysOf(whole).every((day) => spans.some((part) => includesDay(part, day)))
        expect(covers(spans, whole)).to.equal(everyDay)
      }),
    )
  })
})

describe('The earlier of two last days', () => {
  it('is the last day that both could share', () => {
    const [short, long] = [span('2022-02-01', '2022-03-31'), span('2022-01-01', '2022-06-30')]
    expect(firstEnd(short, long)).to.equal('2022-03-31')
    expect(firstEnd(long, short)).to.equal('2022-03-31')
    expect(firstEnd(long, long)).to.equal('2022-06-30')
  })
})

describe('The spans before and after a day', () => {
  const spans = [
    span('2022-01-01', '2022-03-31'),
    span('2023-01-01', '2023-02-28'),
    span('2022-06-01', '2022-06-30'),
  ]

  it('are the last that had ended and the first that will begin', () => {
    const day = isoDate('2022-08-01')
    expect(lastEndedBefore(spans, day)?.ends_on).to.equal('2022-06-30')
    expect(nextStartedAfter(spans, day)?.starts_on).to.equal('2023-01-01')
  })

  it('are found in whatever order the spans come', () => {
    for (const order of [spans, spans.toReversed()]) {
      expect(lastEndedBefore(order, isoDate('2024-01-01'))).to.deep.equal(span('2023-01-01', '2023-02-28'))
      expect(lastEndedBefore(order, isoDate('2022-12-31'))).to.deep.equal(span('2022-06-01', '2022-06-30'))
      expect(nextStartedAfter(order, isoDate('2021-12-31'))).to.deep.equal(span('2022-01-01', '2022-03-31'))
      expect(nextStartedAfter(order, isoDate('2022-02-01'))).to.deep.equal(span('2022-06-01', '2022-06-30'))
    }
  })

  it('are none where there is none', () => {
    expect(lastEndedBefore(spans, isoDate('2022-03-31'))).to.equal(undefined)
    expect(nextStartedAfter(spans, isoDate('2023-01-01'))).to.equal(undefined)
  })
})
