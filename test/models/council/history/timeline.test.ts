import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import { includesDay, overlaps, within, type Span } from '../../../../models/rules/core/spans.ts'
import { partWithin, readEdge, wholeSpan } from '../../../../models/council/history/timeline.ts'
import { anySpan } from '../../../support/statutes/randers.ts'

const span = (starts_on: string, ends_on: string): Span => ({
  starts_on: isoDate(starts_on),
  ends_on: isoDate(ends_on),
})
const TERMS = [
  span('2018-01-01', '2021-12-31'),
  span('2022-01-01', '2025-12-31'),
  span('2026-01-01', '2029-12-31'),
]

describe('What the picture of the council shows', () => {
  const edges: [typed: string, edge: 'first' | 'last', expected: string | undefined][] = [
    ['2018', 'first', '2018-01-01'],
    [' 2018 ', 'last', '2018-12-31'],
    ['21-09-2018', 'first', '2018-09-21'],
    ['21. september 2018', 'last', '2018-09-21'],
    ['0018', 'first', undefined],
    ['9999', 'last', undefined],
    ['30-02-2018', 'first', undefined],
    ['i fjor', 'first', undefined],
    ['', 'last', undefined],
  ]
  for (const [typed, edge, expected] of edges) {
    it(`reads "${typed}" as the ${edge} day ${expected ?? 'of nothing'}`, () => {
      expect(readEdge(typed, edge, isoDate('2021-05-01'))).to.equal(expected)
    })
  }

  const wholes: [title: string, held: Span[], terms: Span[], today: string, expected: Span | undefined][] = [
    ['nothing, where nobody is written in', [], TERMS, '2026-03-01', undefined],
    [
      'from the first member known to the end of the term that runs',
      [span('2022-01-01', '2025-12-31'), span('2018-05-01', '2021-12-31')],
      TERMS,
      '2026-03-01',
      span('2018-05-01', '2029-12-31'),
    ],
    [
      'to the end of the coming term, where none runs',
      [span('2018-01-01', '2021-12-31')],
      [span('2026-01-01', '2029-12-31')],
      '2025-03-01',
      span('2018-01-01', '2029-12-31'),
    ],
    [
      'to today, where there is no term any more',
      [span('2018-01-01', '2021-12-31')],
      TERMS,
      '2031-03-01',
      span('2018-01-01', '2031-03-01'),
    ],
    [
      'and never less than a day, where the first member is still to come',
      [span('2032-01-01', '2032-12-31')],
      TERMS,
      '2031-03-01',
      span('2032-01-01', '2032-01-01'),
    ],
  ]
  for (const [title, held, terms, today, expected] of wholes) {
    it(`is ${title}`, () => {
      expect(wholeSpan(held, terms, isoDate(today))).to.deep.equal(expected)
    })
  }

  it('is of each stretch exactly the days that lie in the span', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (stretch, shown) => {
        const part = partWithin(stretch, shown)
        expect(part !== undefined).to.equal(overlaps(stretch, shown))
        if (!part) return
        expect(within(part, stretch) && within(part, shown)).to.equal(true)
        expect(part.starts_on).to.equal(
          includesDay(shown, stretch.starts_on) ? stretch.starts_on : shown.starts_on,
        )
        expect(part.ends_on).to.equal(includesDay(shown, stretch.ends_on) ? stretch.ends_on : shown.ends_on)
      }),
    )
  })
})
