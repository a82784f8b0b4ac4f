import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, formatLongDate, isoDate } from '../../../../models/core/dates.ts'
import { termAfter, termOn, thirdTuesdayOfNovember } from '../../../../models/rules/statutes/term.ts'
import { randers } from '../../../support/statutes/randers.ts'

describe('The third Tuesday of November', () => {
  const known = { 2017: '2017-11-21', 2021: '2021-11-16', 2025: '2025-11-18', 2029: '2029-11-20' }
  for (const [year, day] of Object.entries(known)) {
    it(`of ${year} is ${day}`, () => {
      expect(thirdTuesdayOfNovember(Number(year))).to.equal(day)
    })
  }

  it('is a Tuesday between the 15th and the 21st in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1901, max: 2199 }), (year) => {
        const day = thirdTuesdayOfNovember(year)
        expect(formatLongDate(day, 'da')).to.match(/^tirsdag den (1[5-9]|2[01])\. november/)
      }),
    )
  })
})

describe('The term', () => {
  const { terms } = randers()
  const [first, second, third] = terms

  it('to suggest after one is the one that the statutes name', () => {
    expect(first && termAfter(first, undefined)).to.deep.equal(second)
    expect(second && termAfter(second, 'municipal')).to.deep.equal(third)
    expect(third && termAfter(third, 'municipal')).to.deep.equal({
      startsOn: '2030-01-01',
      endsOn: '2033-12-31',
      municipalElectionOn: '2029-11-20',
    })
  })

  it('of a day is the one that it lies in, first and last day included', () => {
    expect(termOn(terms, isoDate('2017-12-31'))).to.equal(undefined)
    expect(termOn(terms, isoDate('2018-01-01'))).to.equal(first)
    expect(termOn(terms, isoDate('2021-12-31'))).to.equal(first)
    expect(termOn(terms, isoDate('2022-01-01'))).to.equal(second)
    expect(termOn(terms, isoDate('2030-01-01'))).to.equal(undefined)
  })

  it('of an area is the one that is for it, where not all seats are renewed at the same time', () => {
    const span = { municipalElectionOn: isoDate('2025-11-18'), startsOn: isoDate('2026-01-01') }
    const places = { ...span, endsOn: isoDate('2027-12-31'), areas: ['perron-4', 'slotsgaarden'] }
    const others = { ...span, endsOn: isoDate('2029-12-31'), areas: ['psykiatri'] }
    const day = isoDate('2026-05-01')
    expect(termOn([places, others], day, 'slotsgaarden')).to.equal(places)
    expect(termOn([places, others], day, 'psykiatri')).to.equal(others)
    expect(termOn([places, others], day, 'boligsocial')).to.equal(undefined)
    expect(termOn([places, others], isoDate('2028-01-01'), 'slotsgaarden')).to.equal(undefined)
    // Without an area, any term that has the day will do; a term without areas is for all of them.
    expect(termOn([places, others], day)).to.equal(places)
    expect(termOn(terms, day, 'boligsocial')).to.equal(third)
  })

  it('follows without a day between', () => {
    for (const term of terms) expect(termAfter(term, undefined).startsOn).to.equal(addDays(term.endsOn, 1))
  })
})
