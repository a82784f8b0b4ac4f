import { expect } from 'chai'
import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { addDays, addMonths, daysBetween, isoDate } from '../../../../models/core/dates.ts'
import { dividedByTerms, EARLIEST, termsBackTo } from '../../../../models/exchange/import/plan/terms.ts'
import { overlaps } from '../../../../models/rules/core/spans.ts'
import { parseStatutes, type Term } from '../../../../models/statutes/document.ts'
import {
  firstTerms,
  lastTerms,
  sharesArea,
  termAfter,
  termBefore,
  type TermLength,
} from '../../../../models/rules/statutes/term.ts'

function term(startsOn: string, endsOn: string, municipalElectionOn: string, areas?: string[]): Term {
  const days = { startsOn: isoDate(startsOn), endsOn: isoDate(endsOn) }
  return { ...days, municipalElectionOn: isoDate(municipalElectionOn), ...(areas && { areas }) }
}

/** 1 January less 42 days: 31 in December, 11 in November, so 20 November. */
const FOUR = term('2026-01-01', '2029-12-31', '2025-11-20')
const TWO = term('2024-05-01', '2026-04-30', '2024-03-20')

describe('How long terms are', () => {
  const table: [what: string, from: Term, length: TermLength, after: Term, before: Term][] = [
    [
      'four years of the municipality where the statutes say nothing; the third Tuesdays are 20 November 2029 and 16 November 2021',
      FOUR,
      undefined,
      term('2030-01-01', '2033-12-31', '2029-11-20'),
      term('2022-01-01', '2025-12-31', '2021-11-16'),
    ],
    [
      'four years too where they say that it is the municipality’s, whatever the last one was',
      term('2028-01-01', '2029-12-31', '2027-11-20'),
      'municipal',
      term('2030-01-01', '2033-12-31', '2029-11-20'),
      term('2024-01-01', '2027-12-31', '2023-11-21'),
    ],
    [
      // 2026 + 2 = 2028 and 2030; the day is 42 days before the first again.
      'two years, also after one of four',
      FOUR,
      { years: 2 },
      term('2030-01-01', '2031-12-31', '2029-11-20'),
      term('2024-01-01', '2025-12-31', '2023-11-20'),
    ],
    [
      // From 1 May to 30 April two years later; 20 March is 42 days before 1 May in any year: 11 + 30 + 1.
      'as long as the one before where the dates are fixed, to the day of the month',
      TWO,
      'fixed_dates',
      term('2026-05-01', '2028-04-30', '2026-03-20'),
      term('2022-05-01', '2024-04-30', '2022-03-20'),
    ],
    [
      // Ends on the last of February, whichever that is: 2024 has a 29th.
      'to the last of February, in a leap year too',
      term('2020-03-01', '2022-02-28', '2020-01-19'),
      'fixed_dates',
      term('2022-03-01', '2024-02-29', '2022-01-18'),
      term('2018-03-01', '2020-02-29', '2018-01-18'),
    ],
    [
      // 10 January to 24 February is 22 + 24 = 46 days; 25 February + 46 = 12 April in 2026.
      'so many days where it is no number of months',
      term('2026-01-10', '2026-02-24', '2025-12-31'),
      'fixed_dates',
      term('2026-02-25', '2026-04-11', '2026-02-15'),
      term('2025-11-25', '2026-01-09', '2025-11-15'),
    ],
    [
      'so many years for the same areas where half is renewed at a time',
      term('2026-01-01', '2029-12-31', '2025-11-20', ['broen', 'kaj']),
      { staggeredYears: 4 },
      term('2030-01-01', '2033-12-31', '2029-11-20', ['broen', 'kaj']),
      term('2022-01-01', '2025-12-31', '2021-11-20', ['broen', 'kaj']),
    ],
  ]
  for (const [what, from, length, after, before] of table) {
    it(what, () => {
      expect(termAfter(from, length), 'after').to.deep.equal(after)
      expect(termBefore(from, length), 'before').to.deep.equal(before)
    })
  }

  it('a day that is not before its term is six weeks before the next one', () => {
    const odd = term('2026-01-01', '2027-12-31', '2026-01-01')
    expect(termAfter(odd, { years: 2 }).municipalElectionOn).to.equal('2027-11-20')
  })

  for (const file of ['havneby-2024', 'skovlund-2022']) {
    it(`the second term of ${file} is the one after its first, and the first the one before its second`, async () => {
      const { rules, terms } = parseStatutes(
        JSON.parse(await readFile(`statutes/proever/${file}.json`, 'utf8')),
      )
      const [first, second] = terms as [Term, Term]
      const days = ({ startsOn, endsOn }: Term) => [startsOn, endsOn]
      expect(days(termAfter(first, rules.termLength?.value))).to.deep.equal(days(second))
      expect(days(termBefore(second, rules.termLength?.value))).to.deep.equal(days(first))
    })
  }

  const lengths = fc.oneof(
    fc.constantFrom<TermLength>(undefined, 'municipal', 'fixed_dates'),
    fc.integer({ min: 1, max: 8 }).map((years): TermLength => ({ years })),
    fc.integer({ min: 2, max: 8 }).map((staggeredYears): TermLength => ({ staggeredYears })),
  )
  /** From any day that every month has, a whole number of months, as terms are. */
  const terms = fc
    .tuple(
      fc.integer({ min: 1980, max: 2100 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 6, max: 96 }),
      fc.integer({ min: 1, max: 200 }),
      fc.option(fc.constantFrom<string[]>(['a'], ['a', 'b']), { nil: undefined }),
    )
    .map(([year, month, day, length, ahead, areas]): Term => {
      const startsOn = addDays(addMonths(isoDate(`${year}-01-01`), month), day - 1)
      const endsOn = addDays(addMonths(startsOn, length), -1)
      return { startsOn, endsOn, municipalElectionOn: addDays(startsOn, -ahead), ...(areas && { areas }) }
    })

  it('follow each other without a day between, in the same areas, each with its day before it', () => {
    fc.assert(
      fc.property(terms, lengths, (one, length) => {
        const [after, before] = [termAfter(one, length), termBefore(one, length)]
        expect(daysBetween(one.endsOn, after.startsOn)).to.equal(1)
        expect(daysBetween(before.endsOn, one.startsOn)).to.equal(1)
        for (const made of [before, after]) {
          expect(made.startsOn < made.endsOn && made.municipalElectionOn < made.startsOn).to.equal(true)
          expect(made.areas).to.deep.equal(one.areas)
        }
      }),
    )
  })

  it('going on and back again gives the same term, and back and on', () => {
    fc.assert(
      fc.property(terms, lengths, (given, length) => {
        // A term of the rule's own length: the first of all may have been longer or shorter.
        const one = termAfter(given, length)
        expect(termBefore(termAfter(one, length), length)).to.deep.equal(one)
        expect(termAfter(termBefore(one, length), length)).to.deep.equal(one)
      }),
    )
  })

  it('of fixed dates have as many days as the one beside them where they are no number of months', () => {
    const odd = fc.tuple(terms, fc.integer({ min: 1, max: 27 })).map(([one, more]) => ({
      ...one,
      endsOn: addDays(one.endsOn, more),
    }))
    const days = ({ startsOn, endsOn }: Term) => daysBetween(startsOn, endsOn)
    fc.assert(
      fc.property(odd, (one) => {
        fc.pre(addDays(one.endsOn, 1).slice(8) !== one.startsOn.slice(8))
        expect(days(termAfter(one, 'fixed_dates'))).to.equal(days(one))
        expect(days(termBefore(one, 'fixed_dates'))).to.equal(days(one))
      }),
    )
  })
})

describe('The first and the last terms', () => {
  const all = [term('2018-01-01', '2021-12-31', '2017-11-21'), term('2022-01-01', '2025-12-31', '2021-11-16')]
  const half = [
    term('2026-01-01', '2027-12-31', '2025-11-18', ['a']),
    term('2026-01-01', '2029-12-31', '2025-11-18', ['b', 'c']),
    term('2028-01-01', '2031-12-31', '2027-11-16', ['a']),
  ]

  it('are one where all seats are renewed together, and one for each group where they are not', () => {
    expect([firstTerms(all), lastTerms(all)]).to.deep.equal([[all[0]], [all[1]]])
    expect(firstTerms(half)).to.deep.equal([half[0], half[1]])
    expect(lastTerms(half)).to.deep.equal([half[1], half[2]])
  })

  it('where all were renewed together before, that was the first for each group, and none of them comes after it', () => {
    expect(firstTerms([...all, ...half])).to.deep.equal([all[0]])
    expect(lastTerms([...all, ...half])).to.deep.equal([half[1], half[2]])
  })

  it('terms made before and after never overlap for an area, and reach the day without a gap', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(EARLIEST, days))
    const spanOf = ({ startsOn, endsOn }: Term) => ({ starts_on: startsOn, ends_on: endsOn })
    fc.assert(
      fc.property(day, fc.integer({ min: 2, max: 8 }), (from, staggeredYears) => {
        const length = { staggeredYears }
        const known = [...termsBackTo(half, from, length), ...half]
        const every = [...known, ...lastTerms(known).map((last) => termAfter(last, length))]
        for (const [index, one] of every.entries())
          for (const other of every.slice(index + 1))
            expect(sharesArea(one, other) && overlaps(spanOf(one), spanOf(other))).to.equal(false)
        for (const area of ['a', 'b', 'c']) {
          const until = isoDate('2027-12-31')
          if (from > until) continue
          const pieces = dividedByTerms({ starts_on: from, ends_on: until }, known, area)
          expect(pieces?.[0]?.starts_on).to.equal(from)
          expect(pieces?.every((piece) => piece.term.areas?.includes(area))).to.equal(true)
        }
      }),
    )
  })
})
