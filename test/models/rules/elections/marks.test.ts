import { expect } from 'chai'
import fc from 'fast-check'
import { choiceWrong, crossesMeant } from '../../../../models/rules/elections/box/ballot_content.ts'
import { checkCountSheet } from '../../../../models/rules/elections/count_sheets.ts'
import {
  crossesIn,
  crossesWording,
  crossesWrong,
  longestBallot,
  type Crosses,
  type Voted,
} from '../../../../models/rules/elections/marks.ts'
import { countBallots } from '../../../../models/rules/elections/tally.ts'
import { someIds } from '../../../support/ids.ts'

type Rule = Voted['statutes']['rules']['marks']['value']

const voted = (value: Rule, seats: number): Voted => ({
  seats,
  statutes: { rules: { marks: { value, source: 'Vedtægter § 4', confirmed: true } } },
})

describe('How many crosses a ballot of one election has', () => {
  const table: [what: string, rule: Rule, seats: number, expected: Crosses][] = [
    ['one cross, whatever the seats', { min: 1, max: 1 }, 3, { min: 1, max: 1 }],
    ['two at most, also for one seat', { min: 1, max: 2 }, 1, { min: 1, max: 2 }],
    ['exactly two, also for one seat', { min: 2, max: 2 }, 1, { min: 2, max: 2 }],
    // Havneby: Varmestuen has one seat, Broen two.
    ['by seat, one seat', { min: 1, max: 2, per: 'seat' }, 1, { min: 1, max: 1 }],
    ['by seat, both seats', { min: 1, max: 2, per: 'seat' }, 2, { min: 1, max: 2 }],
    // A by-election for one of the two seats of Broen has one.
    ['by seat, one of two seats', { min: 1, max: 2, per: 'seat' }, 1, { min: 1, max: 1 }],
    // The largest place has four seats, this one three: min(4, 3) = 3.
    ['by seat, three seats', { min: 1, max: 4, per: 'seat' }, 3, { min: 1, max: 3 }],
    ['by seat, never more than the statutes have', { min: 1, max: 4, per: 'seat' }, 5, { min: 1, max: 4 }],
    ['by seat, two at least of three', { min: 2, max: 4, per: 'seat' }, 3, { min: 2, max: 3 }],
    ['by seat, two at least, but one seat', { min: 2, max: 4, per: 'seat' }, 1, { min: 1, max: 1 }],
    ['by seat, as many as there are seats', { min: 4, max: 4, per: 'seat' }, 3, { min: 3, max: 3 }],
  ]
  for (const [what, rule, seats, expected] of table) {
    it(what, () => {
      expect(crossesIn(voted(rule, seats))).to.deep.equal(expected)
    })
  }

  const anyRule = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.constantFrom(undefined, 'seat' as const))
    .map(([min, more, per]): Rule => ({ min, max: min + more, ...(per && { per }) }))
  const anySeats = fc.integer({ min: 1, max: 12 })

  it('is never an empty range, never more than the statutes have, and by seat never more than the seats', () => {
    fc.assert(
      fc.property(anyRule, anySeats, (rule, seats) => {
        const { min, max } = crossesIn(voted(rule, seats))
        expect(min).to.be.within(1, max)
        expect(min).to.be.at.most(rule.min)
        expect(max).to.be.at.most(longestBallot(voted(rule, seats)))
        if (rule.per === 'seat') expect(max).to.be.at.most(seats)
        else expect([min, max]).to.deep.equal([rule.min, rule.max])
      }),
    )
  })

  it('is the same to the tablet, to the opened box and to the counters of paper', () => {
    const candidacyIds = someIds(...Array.from({ length: 20 }, (_one, index) => index + 1))
    fc.assert(
      fc.property(anyRule, anySeats, fc.integer({ min: 1, max: 20 }), (rule, seats, made) => {
        const crosses = crossesIn(voted(rule, seats))
        const marks = candidacyIds.slice(0, made)
        const fits = made >= crosses.min && made <= crosses.max
        expect(choiceWrong({ marks, blank: false }, { candidacyIds, crosses }) === undefined).to.equal(fits)
        const box = countBallots([marks], { candidacyIds, crosses })
        expect([box.invalid, box.blank]).to.deep.equal([fits ? 0 : 1, 0])
        const votes = candidacyIds.map((candidacy_id, index) => ({
          candidacy_id,
          votes: index < made ? 1 : 0,
        }))
        const sheet = { ballots_in_box: 1, blank: 0, invalid: 0, votes, invalid_ballots: [] }
        expect(checkCountSheet(sheet, { handed_out: 1, crosses, candidacyIds }).ok).to.equal(fits)
      }),
    )
  })
})

describe('The number of crosses on one ballot', () => {
  const table: [number, Crosses, ReturnType<typeof crossesWrong>][] = [
    [1, { min: 1, max: 1 }, undefined],
    [2, { min: 1, max: 1 }, 'too_many'],
    [1, { min: 2, max: 3 }, 'too_few'],
    [2, { min: 2, max: 3 }, undefined],
    [3, { min: 2, max: 3 }, undefined],
    [4, { min: 2, max: 3 }, 'too_many'],
  ]
  for (const [marks, crosses, expected] of table) {
    it(`${marks} of ${crosses.min} to ${crosses.max}: ${expected ?? 'right'}`, () => {
      expect(crossesWrong(marks, crosses)).to.equal(expected)
    })
  }

  it('is said as at most, exactly or between', () => {
    const ranges = [
      [1, 1],
      [1, 3],
      [3, 3],
      [2, 3],
    ] as const
    expect(ranges.map(([min, max]) => crossesWording({ min, max }))).to.deep.equal([
      'most',
      'most',
      'exactly',
      'between',
    ])
  })
})

describe('Where a voter sets two or three crosses', () => {
  const candidacyIds = someIds(1, 2, 3, 4)
  const crosses = { min: 2, max: 3 }
  const wrong = (marks: number[], blank = false) =>
    choiceWrong({ marks: someIds(...marks), blank }, { candidacyIds, crosses })

  it('the tablet refuses one and four, and takes a blank ballot', () => {
    expect([[1], [1, 2], [1, 2, 3], [1, 2, 3, 4]].map((marks) => wrong(marks))).to.deep.equal([
      'booth_too_few',
      undefined,
      undefined,
      'booth_too_many',
    ])
    expect(wrong([], true)).to.equal(undefined)
    expect(wrong([])).to.equal('booth_nothing_chosen')
    expect(crossesMeant('booth_too_few', crosses)).to.equal(2)
    expect(crossesMeant('booth_too_many', crosses)).to.equal(3)
  })

  it('the box counts one cross as invalid and none as blank', () => {
    const box = countBallots([someIds(1), someIds(1, 2), [], someIds(1, 2, 3, 4)], { candidacyIds, crosses })
    expect([box.envelopes, box.blank, box.invalid]).to.deep.equal([4, 1, 2])
    expect(box.votes.map(({ votes }) => votes)).to.deep.equal([1, 1, 0, 0])
  })

  it('20 valid ballots hold from 40 to 60 crosses', () => {
    // 22 in the box, 1 blank and 1 invalid: 20 valid; 2 × 20 = 40 and 3 × 20 = 60.
    const sheet = (...votes: number[]) => ({
      ...{ ballots_in_box: 22, blank: 1, invalid: 1 },
      votes: votes.map((count, index) => ({ candidacy_id: candidacyIds[index]!, votes: count })),
      invalid_ballots: [{ reason: 'too_many_marks' as const }],
    })
    const check = (...votes: number[]) =>
      checkCountSheet(sheet(...votes), { handed_out: 22, crosses, candidacyIds })
    const field = { ok: false, field: 'ballots_in_box' }
    // 20 + 10 + 9 + 0 = 39
    expect(check(20, 10, 9, 0)).to.deep.equal({ ...field, reason: 'too_few_votes', params: { count: 1 } })
    expect(check(20, 10, 10, 0)).to.deep.equal({ ok: true })
    expect(check(20, 20, 10, 10)).to.deep.equal({ ok: true })
    // 20 + 20 + 20 + 1 = 61
    expect(check(20, 20, 20, 1)).to.deep.equal({ ...field, reason: 'votes_do_not_fit', params: { count: 1 } })
  })
})
