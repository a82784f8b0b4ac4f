import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkLot,
  countPlurality,
  LotError,
  type Votes,
} from '../../../../models/rules/elections/plurality.ts'
import { anId, someIds } from '../../../support/ids.ts'

const of = (...votes: number[]): Votes[] =>
  votes.map((count, index) => ({ id: anId(index + 1), votes: count }))
const count = (candidates: Votes[], seats = 1) => countPlurality({ candidates, seats, lots: [] })

describe('Those with the most votes take the seats', () => {
  it('one seat: 20 votes before 15 and 3', () => {
    expect(count(of(15, 20, 3))).to.deep.equal({
      outcome: 'decided',
      elected: [2],
      steps: [{ rule: 'most_votes', source: 'seats', candidates: [2], votes: 20, seats: 1 }],
    })
  })

  it('two seats: the border lies between 15 and 3, so no lot, though the winners differ', () => {
    expect(count(of(15, 20, 3), 2)).to.deep.equal({
      outcome: 'decided',
      elected: [2, 1],
      steps: [{ rule: 'most_votes', source: 'seats', candidates: [2, 1], votes: null, seats: 2 }],
    })
  })

  it('two seats: a tie at 20 above the border matters to nobody', () => {
    expect(count(of(20, 20, 3), 2)).to.deep.include({ outcome: 'decided', elected: [1, 2] })
  })

  it('as many seats as candidates: all are elected, and the one without votes is remarked on', () => {
    expect(count(of(5, 0), 2)).to.deep.equal({
      outcome: 'decided',
      elected: [1, 2],
      steps: [
        { rule: 'enough_seats', source: 'seats', candidates: [1, 2], votes: null, seats: 2 },
        { rule: 'no_votes', source: 'seats', candidates: [2], votes: 0, seats: 1 },
      ],
    })
  })

  it('more seats than candidates: the other seats stay empty', () => {
    expect(count(of(5), 3)).to.deep.include({ outcome: 'decided', elected: [1] })
    expect(count([], 1)).to.deep.include({ outcome: 'decided', elected: [] })
  })
})

describe('A tie at the border', () => {
  // Perron 4, one seat: 14 + 14 + 6 = 34 votes; two are equal, so lots are drawn between them.
  const perron4 = of(14, 14, 6)

  it('14-14 at Perron 4: lots are drawn between the two, and nobody is elected yet', () => {
    expect(count(perron4)).to.deep.equal({
      outcome: 'lot_required',
      safe: [],
      among: [1, 2],
      seatsLeft: 1,
      steps: [{ rule: 'tie_at_border', source: 'electionTie', candidates: [1, 2], votes: 14, seats: 1 }],
    })
  })

  it('14-14 at Perron 4, counted again with the lot that was drawn', () => {
    const lots = [{ among: someIds(2, 1), chosen: someIds(2) }]
    expect(countPlurality({ candidates: perron4, seats: 1, lots })).to.deep.equal({
      outcome: 'decided',
      elected: [2],
      steps: [
        { rule: 'tie_at_border', source: 'electionTie', candidates: [1, 2], votes: 14, seats: 1 },
        { rule: 'lot', source: 'electionTie', candidates: [2], votes: 14, seats: 1 },
      ],
    })
  })

  it('three seats and 9, 7, 7, 7: one is safe, and two of three are drawn', () => {
    // 9 is above the border at 7; 3 seats - 1 safe = 2 left for the three with 7
    const candidates = of(7, 9, 7, 7)
    expect(count(candidates, 3)).to.deep.include({ safe: [2], among: [1, 3, 4], seatsLeft: 2 })
    const lots = [{ among: someIds(1, 3, 4), chosen: someIds(4, 1) }]
    expect(countPlurality({ candidates, seats: 3, lots })).to.deep.include({ elected: [2, 1, 4] })
  })

  it('three seats and 9, 7, 7, 7: the one who is safe is a step of its own, before the tie', () => {
    expect(count(of(9, 7, 7, 7), 3).steps).to.deep.equal([
      { rule: 'most_votes', source: 'seats', candidates: [1], votes: 9, seats: 1 },
      { rule: 'tie_at_border', source: 'electionTie', candidates: [2, 3, 4], votes: 7, seats: 2 },
    ])
  })

  it('says at which field a lot does not fit it, and how many it has to choose', () => {
    const tie = count(of(9, 7, 7, 7), 3)
    const table: [number[], number[], object][] = [
      [[2, 3], [2, 3], { reason: 'lot_among_others', field: 'among' }],
      [[2, 3, 4, 1], [2, 3], { reason: 'lot_among_others', field: 'among' }],
      [[2, 3, 3, 4], [2, 3], { reason: 'lot_among_others', field: 'among' }],
      [[2, 3, 4], [2], { reason: 'lot_wrong_number', params: { count: 2 }, field: 'chosen' }],
      [[2, 3, 4], [2, 3, 3], { reason: 'lot_wrong_number', params: { count: 2 }, field: 'chosen' }],
      [[2, 3, 4], [2, 1], { reason: 'lot_chose_others', field: 'chosen' }],
    ]
    for (const [among, chosen, expected] of table)
      expect(checkLot(tie, { among: someIds(...among), chosen: someIds(...chosen) })).to.deep.equal({
        ok: false,
        ...expected,
      })
  })

  it('names itself and its reason, where a recorded lot does not fit', () => {
    const wrong = new LotError('lot_without_tie')
    expect(wrong.name).to.equal('LotError')
    expect(wrong.message).to.equal('the recorded lot does not fit the count: lot_without_tie')
  })

  it('nobody got a vote: all tie, and one of them is elected without votes', () => {
    expect(count(of(0, 0, 0))).to.deep.include({ outcome: 'lot_required', among: [1, 2, 3] })
    const decided = countPlurality({
      candidates: of(0, 0),
      seats: 1,
      lots: [{ among: someIds(1, 2), chosen: someIds(1) }],
    })
    expect(decided.steps.map(({ rule }) => rule)).to.deep.equal(['tie_at_border', 'lot', 'no_votes'])
  })
})

describe('A recorded lot', () => {
  const tie = of(14, 14, 6)
  const refusals = [
    ['among others than those who tied', { among: someIds(1, 3), chosen: someIds(1) }, 'lot_among_others'],
    ['among more than those who tied', { among: someIds(1, 2, 3), chosen: someIds(1) }, 'lot_among_others'],
    ['among one of them twice', { among: someIds(1, 1), chosen: someIds(1) }, 'lot_among_others'],
    ['that chose too many', { among: someIds(1, 2), chosen: someIds(1, 2) }, 'lot_wrong_number'],
    ['that chose nobody', { among: someIds(1, 2), chosen: [] }, 'lot_wrong_number'],
    ['that chose somebody else', { among: someIds(1, 2), chosen: someIds(3) }, 'lot_chose_others'],
  ] as const
  for (const [what, lot, reason] of refusals) {
    it(`${what} is refused: ${reason}`, () => {
      expect(checkLot(count(tie), lot)).to.include({ ok: false, reason })
      expect(() => countPlurality({ candidates: tie, seats: 1, lots: [lot] }))
        .to.throw(LotError)
        .with.property('reason', reason)
    })
  }

  it('that chose one candidate twice for two seats is refused', () => {
    expect(
      checkLot(count(of(7, 7, 7), 2), { among: someIds(1, 2, 3), chosen: someIds(1, 1) }),
    ).to.deep.include({
      reason: 'lot_wrong_number',
      params: { count: 2 },
    })
  })

  it('without a tie is refused', () => {
    const lots = [{ among: someIds(1, 2), chosen: someIds(1) }]
    expect(() => countPlurality({ candidates: of(14, 13), seats: 1, lots }))
      .to.throw(LotError)
      .with.property('reason', 'lot_without_tie')
  })

  it('drawn twice is refused', () => {
    const lot = { among: someIds(1, 2), chosen: someIds(1) }
    expect(() => countPlurality({ candidates: tie, seats: 1, lots: [lot, lot] }))
      .to.throw(LotError)
      .with.property('reason', 'lot_already_drawn')
  })

  it('that fits is allowed', () => {
    expect(checkLot(count(tie), { among: someIds(2, 1), chosen: someIds(1) })).to.deep.equal({ ok: true })
  })
})

describe('Figures that are no count', () => {
  for (const votes of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    it(`${votes} votes are refused`, () => {
      expect(() => count(of(3, votes))).to.throw(RangeError, 'not a number of votes')
    })
  }
  for (const seats of [0, -1, 1.5]) {
    it(`${seats} seats are refused`, () => {
      expect(() => count(of(3), seats)).to.throw(RangeError, 'not a number of seats')
    })
  }
  it('one candidate counted twice is refused', () => {
    const twice = [
      { id: anId(1), votes: 3 },
      { id: anId(1), votes: 4 },
    ]
    expect(() => count(twice)).to.throw(RangeError, 'counted twice')
  })
})

describe('Whatever the votes', () => {
  const election = fc
    .array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 })
    .chain((votes) =>
      fc.record({ candidates: fc.constant(of(...votes)), seats: fc.integer({ min: 1, max: 5 }) }),
    )

  /** Runs the count; when a lot is needed, it falls on the first of the tied. */
  const finish = (candidates: Votes[], seats: number) => {
    const first = count(candidates, seats)
    if (first.outcome === 'decided') return first
    const lots = [{ among: first.among, chosen: first.among.slice(0, first.seatsLeft) }]
    const second = countPlurality({ candidates, seats, lots })
    if (second.outcome !== 'decided') throw new Error('a lot that fits must decide')
    return second
  }

  it('the order of the candidates changes nothing', () => {
    const shuffled = election.chain(({ candidates, seats }) =>
      fc.record({
        candidates: fc.constant(candidates),
        seats: fc.constant(seats),
        other: fc.shuffledSubarray(candidates, { minLength: candidates.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ candidates, seats, other }) => {
        expect(count(other, seats)).to.deep.equal(count(candidates, seats))
      }),
    )
  })

  it('as many are elected as there are seats, or all who stood', () => {
    fc.assert(
      fc.property(election, ({ candidates, seats }) => {
        expect(finish(candidates, seats).elected).to.have.length(Math.min(seats, candidates.length))
      }),
    )
  })

  it('nobody who is not elected has more votes than somebody who is', () => {
    fc.assert(
      fc.property(election, ({ candidates, seats }) => {
        const { elected } = finish(candidates, seats)
        const votesOf = (inside: boolean) =>
          candidates.filter(({ id }) => elected.includes(id) === inside).map(({ votes }) => votes)
        const fewestIn = Math.min(...votesOf(true))
        for (const votes of votesOf(false)) expect(votes).to.be.at.most(fewestIn)
      }),
    )
  })

  it('one more vote for a winner never unseats the winner', () => {
    fc.assert(
      fc.property(election, ({ candidates, seats }) => {
        for (const winner of finish(candidates, seats).elected) {
          const more = candidates.map(({ id, votes }) => ({ id, votes: id === winner ? votes + 1 : votes }))
          const again = count(more, seats)
          expect(again.outcome === 'decided' ? again.elected : again.safe).to.include(winner)
        }
      }),
    )
  })

  it('those who are safe and those who tie are more than the seats, and those safe are fewer', () => {
    fc.assert(
      fc.property(election, ({ candidates, seats }) => {
        const result = count(candidates, seats)
        if (result.outcome === 'decided') return
        expect(result.safe.length + result.seatsLeft).to.equal(seats)
        expect(result.among.length).to.be.greaterThan(result.seatsLeft)
        expect(result.safe.filter((id) => result.among.includes(id))).to.deep.equal([])
      }),
    )
  })
})
