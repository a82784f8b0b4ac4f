import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../../models/core/dates.ts'
import { NO_ANSWERS, planImport } from '../../../../../models/exchange/import/plan/plan.ts'
import { readTable } from '../../../../../models/exchange/import/plan/table.ts'
import { dividedByTerms, termsBackTo } from '../../../../../models/exchange/import/plan/terms.ts'
import { officesOf } from '../../../../../models/statutes/offices.ts'
import { aPlan, KNOWN, TERMS } from '../../../../support/plain/exchange.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { daysBetween } from '../../../../../models/core/dates.ts'

const planned = (...lines: string[]) => aPlan(lines)

const codes = (plan: ReturnType<typeof planned>) =>
  plan.problems.flatMap(({ line, problems }) => problems.map(({ code }) => `${line} ${code}`))

describe('what a roster would become', () => {
  it('terms are made back to the first day, four years each, with the third Tuesday of November before', () => {
    const made = termsBackTo(TERMS, isoDate('2012-06-01'), undefined)
    expect(made.map((term) => [term.startsOn, term.endsOn, term.municipalElectionOn])).to.deep.equal([
      ['2010-01-01', '2013-12-31', '2009-11-17'],
      ['2014-01-01', '2017-12-31', '2013-11-19'],
    ])
    expect(termsBackTo(TERMS, isoDate('2018-01-01'), undefined)).to.deep.equal([])
    expect(termsBackTo(TERMS, isoDate('1900-01-01'), undefined)).to.deep.equal([])
  })

  it('the pieces of a time over several terms are the time, each in one term', () => {
    const day = fc.integer({ min: 0, max: 4300 }).map((days) => addDays(isoDate('2018-01-01'), days))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [starts_on, ends_on] = a < b ? [a, b] : [b, a]
        const pieces = dividedByTerms({ starts_on, ends_on }, TERMS) ?? []
        expect([pieces[0]?.starts_on, pieces.at(-1)?.ends_on]).to.deep.equal([starts_on, ends_on])
        const days = pieces.reduce((sum, piece) => sum + daysBetween(piece.starts_on, piece.ends_on) + 1, 0)
        expect(days).to.equal(daysBetween(starts_on, ends_on) + 1)
        for (const { term, ...piece } of pieces)
          expect(term.startsOn <= piece.starts_on && piece.ends_on.localeCompare(term.endsOn) <= 0).to.equal(
            true,
          )
      }),
    )
  })

  it('the seats of an area are filled side by side: the same person, then the same organisation, goes on', () => {
    const plan = planned(
      'Psykiatri;Asta Lyng;Sind;2018-01-01;2019-12-31',
      'Psykiatri;Poul Vang;Bedre Psykiatri;2018-01-01;2021-12-31',
      'Psykiatri;Tove Balle;Sind;2020-01-01;2021-12-31',
      'Psykiatri;Poul Vang;;2022-01-01;2025-12-31',
    )
    expect(plan.wrong).to.deep.equal([])
    const where = plan.memberships.map(({ line, seat: { slug } }) => `${line.name} ${slug}`)
    expect(where).to.deep.equal([
      'Asta Lyng psykiatri-1',
      'Poul Vang psykiatri-2',
      'Tove Balle psykiatri-1',
      'Poul Vang psykiatri-2',
    ])
  })

  it('a line that says the same time again only adds an office', () => {
    const plan = planned(
      'Perron 4;Asta Lyng;;2018-01-01;2021-12-31;;næstformand;2018-02-01;2019-01-31',
      'Perron 4;Asta Lyng;;2018-01-01;2021-12-31;;formand;2019-02-01;2021-12-31',
      'Perron 4;Asta Lyng;;2018-01-01;2021-12-31;;',
    )
    expect(plan.memberships.map(({ offices }) => offices.map(({ office }) => office))).to.deep.equal([
      ['vice_chair', 'chair'],
    ])
    expect(codes(plan)).to.deep.equal(['4 repeated'])
  })

  it('an office is read by the words of the statutes, and one that is none is told with those that are', () => {
    const treasurer = { key: 'kasserer', title: 'kassemester', titleEn: 'treasurer' }
    const offices = officesOf(randers({ offices: ['chair', treasurer] }))
    const plan = (office: string, known = offices) => {
      const rows = [
        ['plads', 'navn', 'fra', 'hverv'],
        ['Perron 4', 'Asta Lyng', '2018-01-01', office],
      ]
      return planImport(readTable(rows).lines, { ...KNOWN, offices: known }, NO_ANSWERS)
    }
    for (const word of ['Kasserer', 'kassemester', 'treasurer'])
      expect(plan(word).memberships[0]?.offices[0]?.office, word).to.equal('kasserer')
    expect(codes(plan('næstformand'))).to.include('2 office_not_in_statutes')
    const problem = (known = offices) => plan('revisor', known).problems[0]?.problems[0]
    expect(problem()).to.deep.include({
      code: 'office_unknown_own',
      params: { text: 'revisor', own: 'kassemester', ownEn: 'treasurer' },
    })
    expect(problem(officesOf(randers()))).to.deep.include({
      ...{ code: 'office_unknown', params: { text: 'revisor' } },
    })
  })

  it('two chairs at once, an office outside the membership, and one person on two seats are wrong', () => {
    const plan = planned(
      'Perron 4;Asta Lyng;;2018-01-01;2018-12-31;;formand',
      'Psykiatri 1;Poul Vang;;2018-06-01;2021-12-31;;formand',
      'Perron 4;Tove Balle;;2019-01-01;2021-12-31;;næstformand;2018-01-01;2019-06-01',
      'Psykiatri 2;Tove Balle;;2020-01-01;2021-12-31',
    )
    expect(codes(plan)).to.include.members([
      '2 office_taken_line',
      '3 office_taken_line',
      '4 office_outside',
      '4 person_elsewhere_line',
      '5 person_elsewhere_line',
    ])
    expect(plan.wrong).to.deep.equal([2, 3, 4, 5])
  })

  it('the order of the lines decides nothing', () => {
    const lines = [
      'Perron 4;Asta Lyng;;2018-01-01;2019-06-30;Er flyttet;',
      'Perron 4;Poul Vang;;2019-07-01;2021-12-31;;formand',
      'Psykiatri 1;Tove Balle;;2018-01-01;2025-12-31;;',
      'Psykiatri 2;Otto Due;;2020-01-01;;;',
      'Perron 4;Carl Bek;;2021-01-01;2022-12-31;;',
    ]
    const summary = (plan: ReturnType<typeof planned>) => ({
      memberships: plan.memberships
        .map(({ line, seat: { slug }, starts_on, ends_on, due_on }) =>
          [line.name, slug, starts_on, ends_on, due_on].join(),
        )
        .sort(),
      wrong: plan.problems
        .filter(({ problems }) => problems.some(({ level }) => level === 'error'))
        .map(({ name }) => name)
        .sort(),
    })
    const usual = summary(planned(...lines))
    expect(usual.wrong).to.deep.equal(['Carl Bek', 'Poul Vang'])
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(summary(planned(...shuffled))).to.deep.equal(usual)
      }),
    )
  })
})
