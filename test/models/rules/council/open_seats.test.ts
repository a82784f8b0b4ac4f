import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import { electionKind, openSeats } from '../../../../models/rules/council/open_seats.ts'
import { includesDay } from '../../../../models/rules/core/spans.ts'
import { anyDay } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const day = isoDate
const term = { starts_on: day('2026-01-01'), ends_on: day('2029-12-31') }
const seat = { id: anId(1), number: 1, starts_on: day('2018-01-01'), ends_on: null }

describe('The seats that an election can fill', () => {
  it('are those that nobody holds, from the first day of the window', () => {
    expect(openSeats([seat], [], term)).to.deep.equal([{ seat_id: 1, from: term.starts_on }])
    const before = { seat_id: anId(1), starts_on: day('2022-01-01'), ends_on: day('2025-12-31') }
    expect(openSeats([seat], [before], term)).to.deep.equal([{ seat_id: 1, from: term.starts_on }])
  })

  it('are not those that are held on the last day of the term', () => {
    const holding = { seat_id: anId(1), ...term }
    expect(openSeats([seat], [holding], term)).to.deep.equal([])
    expect(openSeats([seat], [{ ...holding, starts_on: day('2028-01-01') }], term)).to.deep.equal([])
  })

  it('are free from the day after somebody who leaves: "hvis et rådsmedlem udtræder"', () => {
    const left = { seat_id: anId(1), starts_on: term.starts_on, ends_on: day('2027-03-31') }
    expect(openSeats([seat], [left], term)).to.deep.equal([{ seat_id: 1, from: day('2027-04-01') }])
    expect(openSeats([seat], [left], { ...term, starts_on: day('2027-05-01') })).to.deep.equal([
      { seat_id: 1, from: day('2027-05-01') },
    ])
  })

  it('exist on the last day of the term, and from their own first day', () => {
    expect(openSeats([{ ...seat, ends_on: day('2028-12-31') }], [], term)).to.deep.equal([])
    expect(openSeats([{ ...seat, starts_on: day('2027-01-01') }], [], term)).to.deep.equal([
      { seat_id: 1, from: day('2027-01-01') },
    ])
  })

  it('come with the earliest first, and by number where they are free from the same day', () => {
    const seats = [seat, { ...seat, id: anId(2), number: 2 }, { ...seat, id: anId(3), number: 3 }]
    const left = { seat_id: anId(1), starts_on: term.starts_on, ends_on: day('2027-03-31') }
    expect(openSeats(seats, [left], term).map(({ seat_id }) => seat_id)).to.deep.equal([2, 3, 1])
    expect(openSeats(seats.toReversed(), [left], term)).to.deep.equal([
      { seat_id: 2, from: '2026-01-01' },
      { seat_id: 3, from: '2026-01-01' },
      { seat_id: 1, from: '2027-04-01' },
    ])
  })

  it('are never held by anybody on the day from which they are free, nor later', () => {
    const holdings = fc.array(fc.tuple(anyDay, anyDay), { maxLength: 5 })
    fc.assert(
      fc.property(holdings, anyDay, (pairs, later) => {
        const held = pairs.map(([a, b]) => ({
          seat_id: anId(1),
          starts_on: a < b ? a : b,
          ends_on: a < b ? b : a,
        }))
        const [open] = openSeats([seat], held, term)
        if (!open || later < open.from || later > term.ends_on) return
        expect(held.some((holding) => includesDay(holding, later))).to.equal(false)
      }),
    )
  })
})

describe('The kind of an election', () => {
  const open = [{ seat_id: anId(1), from: term.starts_on }]

  it('is a by-election where somebody has sat on the seat in the term and left', () => {
    expect(electionKind(open, [{ seat_id: anId(1) }])).to.equal('by_election')
  })

  it('is ordinary where the term began with the seat empty, or one of several', () => {
    expect(electionKind(open, [])).to.equal('ordinary')
    expect(electionKind(open, [{ seat_id: anId(2) }])).to.equal('ordinary')
    expect(
      electionKind([...open, { seat_id: anId(2), from: term.starts_on }], [{ seat_id: anId(1) }]),
    ).to.equal('ordinary')
  })
})
