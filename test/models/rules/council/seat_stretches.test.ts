import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '../../../../models/core/dates.ts'
import {
  seatStretches,
  type SeatLife,
  type Stretch,
} from '../../../../models/rules/council/seat_stretches.ts'
import type { Span } from '../../../../models/rules/core/spans.ts'
import { anyDay } from '../../../support/statutes/randers.ts'

const span = (starts_on: string, ends_on: string): Span => ({
  starts_on: isoDate(starts_on),
  ends_on: isoDate(ends_on),
})
const told = (stretches: Stretch<Span>[]) =>
  stretches.map((one) =>
    one.kind === 'held'
      ? `held ${one.held.starts_on} ${one.held.ends_on}`
      : `${one.kind} ${one.from} ${one.until ?? 'still'}`,
  )

const FROM_2018: SeatLife = { starts_on: isoDate('2018-01-01'), ends_on: null }
const GONE: SeatLife = { starts_on: isoDate('2018-01-01'), ends_on: isoDate('2023-12-31') }

describe("A seat's time, in stretches", () => {
  const cases: [title: string, seat: SeatLife, held: Span[], today: string, expected: string[]][] = [
    [
      'nobody was ever written in: not known, and no gap',
      FROM_2018,
      [],
      '2026-01-15',
      ['unknown 2018-01-01 still'],
    ],
    [
      'before the first member nothing is known; after the last it is vacant',
      FROM_2018,
      [span('2022-01-01', '2025-12-31')],
      '2026-01-15',
      ['unknown 2018-01-01 2021-12-31', 'held 2022-01-01 2025-12-31', 'gap 2026-01-01 still'],
    ],
    [
      'one follows the other the next day: no gap',
      FROM_2018,
      [span('2018-01-01', '2021-12-31'), span('2022-01-01', '2025-12-31')],
      '2025-12-31',
      ['held 2018-01-01 2021-12-31', 'held 2022-01-01 2025-12-31'],
    ],
    [
      'a single day without anybody is a gap of one day',
      FROM_2018,
      [span('2018-01-01', '2018-05-01'), span('2018-05-03', '2021-12-31')],
      '2021-01-01',
      ['held 2018-01-01 2018-05-01', 'gap 2018-05-02 2018-05-02', 'held 2018-05-03 2021-12-31'],
    ],
    [
      'the gap before somebody who is booked to come has an end',
      FROM_2018,
      [span('2018-01-01', '2021-12-31'), span('2022-03-01', '2025-12-31')],
      '2022-01-10',
      ['held 2018-01-01 2021-12-31', 'gap 2022-01-01 2022-02-28', 'held 2022-03-01 2025-12-31'],
    ],
    [
      'somebody who leaves later on has not left a gap yet',
      FROM_2018,
      [span('2018-01-01', '2021-06-30')],
      '2021-06-30',
      ['held 2018-01-01 2021-06-30'],
    ],
    [
      'a seat that is gone is vacant to its last day and no longer',
      GONE,
      [span('2018-01-01', '2021-12-31')],
      '2026-01-15',
      ['held 2018-01-01 2021-12-31', 'gap 2022-01-01 2023-12-31'],
    ],
    [
      'a seat that was held to its last day leaves no gap',
      GONE,
      [span('2018-01-01', '2023-12-31')],
      '2026-01-15',
      ['held 2018-01-01 2023-12-31'],
    ],
    [
      'a seat that is still to come has no time yet',
      { starts_on: isoDate('2030-01-01') },
      [],
      '2026-01-15',
      [],
    ],
  ]
  for (const [title, seat, held, today, expected] of cases) {
    it(title, () => {
      expect(told(seatStretches(seat, held, isoDate(today)))).to.deep.equal(expected)
    })
  }

  it('follow each other without a hole or an overlap, hold every membership once, and only the last may be open', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 900 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(lengths, anyDay, (parts, today) => {
        const held = after(FROM_2018.starts_on, parts)
        const stretches = seatStretches(FROM_2018, held, today)
        expect(stretches.flatMap((one) => (one.kind === 'held' ? [one.held] : []))).to.deep.equal(held)
        let next: IsoDate | undefined = FROM_2018.starts_on
        for (const one of stretches) {
          expect(one.kind === 'held' ? one.held.starts_on : one.from).to.equal(next)
          const last: IsoDate | undefined = one.kind === 'held' ? one.held.ends_on : one.until
          next = last === undefined ? undefined : addDays(last, 1)
        }
        expect(next === undefined || next > today).to.equal(true)
        const unknown = stretches.findIndex(({ kind }) => kind === 'unknown')
        expect(unknown).to.be.at.most(0)
      }),
    )
  })
})

/** One membership after another, each with a gap before it and a length, in days. */
function after(first: IsoDate, parts: readonly [number, number][]): Span[] {
  let next = first
  return parts.map(([gap, days]) => {
    const starts_on = addDays(next, gap)
    const ends_on = addDays(starts_on, days)
    next = addDays(ends_on, 1)
    return { starts_on, ends_on }
  })
}
