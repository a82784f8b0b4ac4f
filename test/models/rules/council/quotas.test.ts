import { expect } from 'chai'
import fc from 'fast-check'
import { checkQuotas, quotaStandings } from '../../../../models/rules/council/quotas.ts'
import { membersLacking, seatRange } from '../../../../models/statutes/seat_range.ts'
import type { Quota } from '../../../../models/statutes/document.ts'

const PLACE = { key: 'cafeen', kind: 'place' } as const
const BODY = { key: 'foreningerne', kind: 'organisations' } as const

function quota(given: Partial<Quota>): Quota {
  return {
    key: 'q',
    name: 'brugere',
    of: 'elected',
    limit: 'more_than',
    amount: [1, 3],
    force: 'soft',
    ...given,
  }
}

function members(places: number, bodies: number) {
  return [...Array.from({ length: places }, () => PLACE), ...Array.from({ length: bodies }, () => BODY)]
}

describe('Quotas', () => {
  const table: [what: string, given: Partial<Quota>, places: number, bodies: number, kept: boolean][] = [
    // 3 × 3 = 9 is not more than 1 × 9; 4 × 3 = 12 is.
    ['over a third: 3 of 9 are not', {}, 3, 6, false],
    ['over a third: 4 of 9 are', {}, 4, 5, true],
    ['at least a third: 3 of 9 are', { limit: 'at_least' }, 3, 6, true],
    ['at least a third: 2 of 8 are not (6 < 8)', { limit: 'at_least' }, 2, 6, false],
    ['at most 2 of 13 (Sønderborg): 2 are', { limit: 'at_most', amount: 2 }, 2, 11, true],
    ['at most 2 of 13: 3 are too many', { limit: 'at_most', amount: 2 }, 3, 10, false],
    ['by area', { of: { areas: ['foreningerne'] }, limit: 'at_least', amount: 1 }, 5, 0, false],
    ['an empty council keeps every quota', { limit: 'at_least', amount: 3 }, 0, 0, true],
  ]
  for (const [what, given, places, bodies, kept] of table) {
    it(what, () => {
      expect(quotaStandings([quota(given)], members(places, bodies))[0]?.kept).to.equal(kept)
    })
  }

  it('a hard limit stops the member who is one too many; a soft one stops nobody', () => {
    const hard = quota({ limit: 'at_most', amount: 2, force: 'hard' })
    expect(checkQuotas([hard], PLACE, members(1, 5), 13)).to.deep.equal({ ok: true })
    expect(checkQuotas([hard], PLACE, members(2, 5), 13)).to.deep.include({
      reason: 'quota_full',
      params: { who: 'brugere', count: 2 },
    })
    expect(checkQuotas([hard], BODY, members(2, 5), 13).ok).to.equal(true)
    expect(checkQuotas([quota({ limit: 'at_most', amount: 2 })], PLACE, members(9, 0), 13).ok).to.equal(true)
  })

  it('a hard share is of the seats, so the first member of a new council is never too many', () => {
    const third = quota({ limit: 'at_most', amount: [1, 3], force: 'hard' })
    // A third of 9 seats is 3: the third may sit, the fourth may not.
    expect(checkQuotas([third], PLACE, [], 9).ok).to.equal(true)
    expect(checkQuotas([third], PLACE, members(2, 0), 9).ok).to.equal(true)
    expect(checkQuotas([third], PLACE, members(3, 0), 9).ok).to.equal(false)
  })

  it('one more of those it is about never breaks an "at least" that was kept', () => {
    const count = fc.integer({ min: 0, max: 15 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 9 }), (places, bodies, amount) => {
        const least = quota({ limit: 'at_least', amount })
        const kept = (some: number) => quotaStandings([least], members(some, bodies))[0]?.kept
        if (places > 0 && kept(places)) expect(kept(places + 1)).to.equal(true)
      }),
    )
  })
})

describe('The number of seats', () => {
  it('is fixed, a range, at most so many, or one for each place', () => {
    const areas = [{ seats: 1 }, { seats: 2 }]
    expect(seatRange(9, areas)).to.deep.equal({ min: 9, max: 9 })
    expect(seatRange({ min: 8, max: 12 }, areas)).to.deep.equal({ min: 8, max: 12 })
    expect(seatRange({ min: 0, max: 18 }, areas)).to.deep.equal({ min: 0, max: 18 })
    expect(seatRange('one_per_place', areas)).to.deep.equal({ min: 3, max: 3 })
  })

  it('says how many members a council lacks for its fewest', () => {
    expect(membersLacking({ min: 8, max: 12 }, 7)).to.equal(1)
    expect(membersLacking({ min: 8, max: 12 }, 10)).to.equal(0)
  })
})
