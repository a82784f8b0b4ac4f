import { expect } from 'chai'
import fc from 'fast-check'
import { quorum } from '../../../../models/rules/meetings/quorum.ts'
import type { QuorumRule } from '../../../../models/statutes/document.ts'

const half = (comparison: QuorumRule['comparison'], base: QuorumRule['base']): QuorumRule => ({
  share: [1, 2],
  comparison,
  base,
})

describe('A meeting is quorate', () => {
  // Half of 9 is 4.5: at least that, or more than that, is 5. Half of 8 is 4: at least is 4, more than is 5.
  // Half of 7 is 3.5: both are 4.
  const table = [
    // comparison, base, seats, filled, present, quorate, required, missing
    ['at_least', 'all_seats', 9, 9, 4, false, 5, 1],
    ['at_least', 'all_seats', 9, 9, 5, true, 5, 0],
    ['at_least', 'all_seats', 9, 8, 4, false, 5, 1],
    ['at_least', 'all_seats', 9, 8, 5, true, 5, 0],
    ['at_least', 'filled_seats', 9, 8, 4, true, 4, 0],
    ['at_least', 'filled_seats', 9, 8, 3, false, 4, 1],
    ['more_than', 'all_seats', 9, 9, 4, false, 5, 1],
    ['more_than', 'all_seats', 9, 9, 5, true, 5, 0],
    ['more_than', 'filled_seats', 9, 8, 4, false, 5, 1],
    ['more_than', 'filled_seats', 9, 8, 5, true, 5, 0],
    ['at_least', 'filled_seats', 9, 7, 3, false, 4, 1],
    ['more_than', 'filled_seats', 9, 7, 4, true, 4, 0],
    ['at_least', 'all_seats', 9, 9, 0, false, 5, 5],
    ['at_least', 'all_seats', 9, 9, 9, true, 5, 0],
  ] as const
  for (const [comparison, base, allSeats, filledSeats, present, quorate, required, missing] of table) {
    const rule = `${comparison} half of ${base}`
    it(`${rule}: ${present} present, ${filledSeats} of ${allSeats} seats filled: ${quorate ? 'yes' : 'no'}`, () => {
      expect(quorum(half(comparison, base), { allSeats, filledSeats, present })).to.deep.equal({
        quorate,
        present,
        required,
        base: base === 'all_seats' ? allSeats : filledSeats,
        missing,
      })
    })
  }

  it('at two thirds of nine with 6 and not with 5', () => {
    const rule: QuorumRule = { share: [2, 3], comparison: 'at_least', base: 'all_seats' }
    expect(quorum(rule, { allSeats: 9, filledSeats: 9, present: 5 })).to.include({
      quorate: false,
      required: 6,
    })
    expect(quorum(rule, { allSeats: 9, filledSeats: 9, present: 6 })).to.include({ quorate: true })
  })

  it('or not, nobody can say, where attendance was not written down', () => {
    const rule = half('at_least', 'all_seats')
    expect(quorum(rule, { allSeats: 9, filledSeats: 8, present: 'unknown' })).to.deep.equal({
      quorate: 'unknown',
      present: 'unknown',
      required: 5,
      base: 9,
      missing: 0,
    })
  })

  it('never without a member, even where half of no filled seats is none', () => {
    const rule = half('at_least', 'filled_seats')
    expect(quorum(rule, { allSeats: 9, filledSeats: 0, present: 0 })).to.include({
      quorate: false,
      required: 1,
    })
  })
})

describe('Attendance that cannot be', () => {
  const rule = half('at_least', 'all_seats')
  const nonsense = [
    [{ allSeats: 9, filledSeats: 9, present: 10 }, '10 present of 9 members'],
    [{ allSeats: 9, filledSeats: 8, present: 9 }, '9 present of 8 members'],
    [{ allSeats: 9, filledSeats: 10, present: 5 }, '10 filled seats of 9'],
    [{ allSeats: 9, filledSeats: 10, present: 'unknown' }, '10 filled seats of 9'],
    [{ allSeats: 9, filledSeats: 9, present: -1 }, 'not numbers of members: 9, 9, -1'],
    [{ allSeats: 9, filledSeats: 9, present: 4.5 }, 'not numbers of members: 9, 9, 4.5'],
    [{ allSeats: Number.NaN, filledSeats: 9, present: 4 }, 'not numbers of members: NaN, 9, 4'],
  ] as const
  for (const [figures, message] of nonsense) {
    it(`is refused: ${JSON.stringify(figures)}`, () => {
      expect(() => quorum(rule, figures)).to.throw(RangeError, message)
    })
  }
})

describe('Whatever the rule', () => {
  const rules = fc
    .record({
      whole: fc.integer({ min: 1, max: 7 }),
      part: fc.integer({ min: 1, max: 7 }),
      comparison: fc.constantFrom('at_least' as const, 'more_than' as const),
      base: fc.constantFrom('all_seats' as const, 'filled_seats' as const),
    })
    .filter(({ part, whole, comparison }) => part < whole || (part === whole && comparison === 'at_least'))
    .map(({ part, whole, comparison, base }): QuorumRule => ({ share: [part, whole], comparison, base }))
  const council = fc.integer({ min: 1, max: 30 }).chain((allSeats) =>
    fc.integer({ min: 0, max: allSeats }).chain((filledSeats) =>
      fc.record({
        allSeats: fc.constant(allSeats),
        filledSeats: fc.constant(filledSeats),
        present: fc.integer({ min: 0, max: filledSeats }),
      }),
    ),
  )

  it('a meeting is quorate exactly when as many as required are there', () => {
    fc.assert(
      fc.property(rules, council, (rule, figures) => {
        const { quorate, required, missing } = quorum(rule, figures)
        expect(quorate).to.equal(figures.present >= required)
        expect(missing).to.equal(Math.max(0, required - figures.present))
      }),
    )
  })

  it('one more member never makes a meeting less quorate', () => {
    fc.assert(
      fc.property(rules, council, (rule, figures) => {
        if (figures.present === figures.filledSeats || quorum(rule, figures).quorate !== true) return
        expect(quorum(rule, { ...figures, present: figures.present + 1 }).quorate).to.equal(true)
      }),
    )
  })

  it('"more than" asks for no fewer than "at least", and at most for one more', () => {
    fc.assert(
      fc.property(rules, council, (rule, figures) => {
        const atLeast = quorum({ ...rule, comparison: 'at_least' }, figures).required
        const moreThan = quorum({ ...rule, comparison: 'more_than' }, figures).required
        expect([0, 1]).to.include(moreThan - atLeast)
      }),
    )
  })

  it('a share written in larger numbers is the same share', () => {
    fc.assert(
      fc.property(rules, council, fc.integer({ min: 2, max: 9 }), (rule, figures, times) => {
        const [part, whole] = rule.share
        const larger: QuorumRule = { ...rule, share: [part * times, whole * times] }
        expect(quorum(larger, figures)).to.deep.equal(quorum(rule, figures))
      }),
    )
  })
})

describe('A quorum that is only for changing the rules', () => {
  it('lets whoever is there decide all else, but nobody is never enough', () => {
    const rule = {
      share: [2, 3] as [number, number],
      comparison: 'at_least',
      base: 'all_seats',
      appliesTo: 'rule_changes',
    } as const
    const counts = { allSeats: 9, filledSeats: 8 }
    expect(quorum(rule, { ...counts, present: 1 })).to.include({ quorate: true, required: 1, missing: 0 })
    expect(quorum(rule, { ...counts, present: 0 })).to.include({ quorate: false, missing: 1 })
  })
})
