import { expect } from 'chai'
import fc from 'fast-check'
import { type Barred, countWithBarred } from '../../../../../models/rules/elections/incidents/barred.ts'
import { countPlurality, type PluralityResult } from '../../../../../models/rules/elections/plurality.ts'
import { anId, someIds } from '../../../../support/ids.ts'

const RULES = ['seat_open', 'seat_next'] as const

/** The votes of candidates 1, 2, 3 and so on. */
function counted(votes: number[], seats: number, out: number[], seat: Barred['seat']): PluralityResult {
  const candidates = votes.map((count, index) => ({ id: anId(index + 1), votes: count }))
  return countWithBarred({ candidates, seats, lots: [] }, { candidacies: someIds(...out), seat })
}

function told(result: PluralityResult): string {
  const steps = result.steps.map(({ rule, candidates, seats }) => `${rule} ${candidates.join(' ')}: ${seats}`)
  const who =
    result.outcome === 'decided'
      ? `elected ${result.elected.join(' ')}`
      : `safe ${result.safe.join(' ')}, lot among ${result.among.join(' ')} for ${result.seatsLeft}`
  return [...steps, who].join('; ').trim()
}

describe('A candidate who can take no seat', () => {
  type Given = [votes: number[], seats: number, out: number[]]
  const cases: [title: string, given: Given, open: string, next: string][] = [
    [
      'with the most votes',
      [[12, 9, 5], 1, [1]],
      'seat_open 1: 1; elected',
      'seat_next 1: 1; most_votes 2: 1; elected 2',
    ],
    [
      'among the most votes, for two seats',
      [[12, 9, 5], 2, [1]],
      'seat_open 1: 1; most_votes 2: 1; elected 2',
      'seat_next 1: 1; most_votes 2 3: 2; elected 2 3',
    ],
    ['with too few votes', [[12, 9, 5], 1, [3]], 'most_votes 1: 1; elected 1', 'most_votes 1: 1; elected 1'],
    [
      'equal with one who can, for the last seat: no lot',
      [[12, 9, 9], 2, [2]],
      'most_votes 1 3: 2; elected 1 3',
      'most_votes 1 3: 2; elected 1 3',
    ],
    [
      'before two who are equal: the lot is for the seat that is left, or for one of two',
      [[12, 9, 9, 4], 2, [1]],
      'seat_open 1: 1; tie_at_border 2 3: 1; safe , lot among 2 3 for 1',
      'seat_next 1: 1; most_votes 2 3: 2; elected 2 3',
    ],
    [
      'beside another one, for both seats',
      [[12, 9, 5], 2, [1, 2]],
      'seat_open 1 2: 2; elected',
      'seat_next 1 2: 2; most_votes 3: 1; elected 3',
    ],
  ]
  for (const [title, given, open, next] of cases) {
    it(title, () => {
      expect(told(counted(...given, 'seat_open'))).to.equal(open)
      expect(told(counted(...given, 'seat_next'))).to.equal(next)
    })
  }

  it('names the votes of one, and of several who had as many', () => {
    expect(counted([12, 9], 1, [1], 'seat_next').steps[0]).to.deep.equal({
      ...{ rule: 'seat_next', source: 'afterFirstVote', candidates: [1], votes: 12, seats: 1 },
    })
    expect(counted([7, 7, 1], 2, [1, 2], 'seat_open').steps[0]?.votes).to.equal(7)
    expect(counted([7, 6, 1], 2, [1, 2], 'seat_open').steps[0]?.votes).to.equal(null)
  })

  const polls = fc
    .array(fc.nat(6), { minLength: 1, maxLength: 8 })
    .chain((votes) =>
      fc.tuple(
        fc.constant(votes),
        fc.integer({ min: 1, max: 5 }),
        fc.subarray(votes.map((_, index) => index + 1)),
        fc.constantFrom(...RULES),
      ),
    )
  const winners = (result: PluralityResult) =>
    result.outcome === 'decided' ? result.elected : [...result.safe, ...result.among]

  it('never gets a seat, nor a place in a lot', () => {
    fc.assert(
      fc.property(polls, ([votes, seats, out, seat]) => {
        expect(winners(counted(votes, seats, out, seat)).filter((id) => out.includes(id))).to.deep.equal([])
      }),
    )
  })

  it('changes nothing without a seat to take', () => {
    fc.assert(
      fc.property(polls, ([votes, seats, out, seat]) => {
        const result = counted(votes, seats, out, seat)
        const candidates = votes.map((count, index) => ({ id: anId(index + 1), votes: count }))
        const plain = countPlurality({ candidates, seats, lots: [] })
        if (!winners(plain).some((id) => out.includes(id))) expect(result).to.deep.equal(plain)
      }),
    )
  })

  it('leaves as many seats open as it would have taken, and passes all of them on under the other rule', () => {
    fc.assert(
      fc.property(polls, ([votes, seats, out]) => {
        const filled = (result: PluralityResult) =>
          result.outcome === 'decided' ? result.elected.length : result.safe.length + result.seatsLeft
        const able = votes.length - out.length
        const open = counted(votes, seats, out, 'seat_open')
        const step = open.steps.find(({ rule }) => rule === 'seat_open')
        const all = Math.min(seats - (step?.seats ?? 0), able)
        expect(filled(open)).to.equal(all)
        expect(filled(counted(votes, seats, out, 'seat_next'))).to.equal(Math.min(seats, able))
      }),
    )
  })
})
