import { expect } from 'chai'
import { isoDate } from '../../../models/core/dates.ts'
import { incoherences } from '../../../models/statutes/coherence.ts'
import type { Area, OrganisationsArea, Statutes } from '../../../models/statutes/schema.ts'
import { randers } from '../../support/statutes/randers.ts'

/** Nine seats in eight areas: one at each of four places, then Psykiatri with two, and three areas with one. */
const statutes = randers()

function withSeats(value: Statutes['rules']['seats']['value'], areas = statutes.areas): Statutes {
  return {
    ...statutes,
    areas,
    rules: { ...statutes.rules, seats: { ...statutes.rules.seats, value } },
  }
}

describe('The number of seats beside the areas', () => {
  const path = 'rules.seats.value'
  const two = statutes.areas.map((area) => (area.key === 'cafe-rusfri' ? { ...area, seats: 2 } : area))

  for (const value of [9, { min: 9, max: 9 }, { min: 0, max: 9 }, { min: 9, max: 12 }]) {
    it(`nine seats fit ${JSON.stringify(value)}`, () => {
      expect(incoherences(withSeats(value))).to.deep.equal([])
    })
  }

  it('are told where another number is said', () => {
    const message = 'The statutes say 10 seats, but the areas have 9 together.'
    const params = { seats: 10, sum: 9 }
    expect(incoherences(withSeats(10))).to.deep.equal([{ path, code: 'seat_sum', message, params }])
  })

  for (const [min, max] of [
    [7, 8],
    [10, 12],
  ] as const) {
    it(`are told where they lie outside ${min} to ${max}`, () => {
      const message = `The statutes say ${min} to ${max} seats, but the areas have 9 together.`
      const params = { min, max, sum: 9 }
      expect(incoherences(withSeats({ min, max }))).to.deep.equal([
        { path, code: 'seat_range', message, params },
      ])
    })
  }

  it('are not held against a range that is the wrong way round', () => {
    const message = 'The fewest seats are more than the most.'
    expect(incoherences(withSeats({ min: 13, max: 12 }))).to.deep.equal([
      { path, code: 'seat_range_order', message, params: { min: 13, max: 12 } },
    ])
  })

  it('may be one per place, whatever the organisations have', () => {
    expect(incoherences(withSeats('one_per_place'))).to.deep.equal([])
    expect(incoherences(withSeats('one_per_place', two))).to.deep.equal([
      {
        path: 'areas[1].seats',
        code: 'seat_per_place',
        message: 'Each place has one seat.',
        params: { seats: 2 },
      },
    ])
  })
})

describe('The terms beside each other', () => {
  const term = (startsOn: string, endsOn: string, areas?: string[]) => ({
    ...{ startsOn: isoDate(startsOn), endsOn: isoDate(endsOn), municipalElectionOn: isoDate('2017-11-21') },
    ...(areas && { areas }),
  })
  const found = (...terms: Statutes['terms']) => incoherences({ ...statutes, terms })
  const overlap = {
    path: 'terms[1].startsOn',
    code: 'term_overlaps',
    message: 'This term overlaps the one before it.',
    params: {},
  }

  it('must not end before they start, though one may be a single day', () => {
    expect(found(term('2018-01-01', '2018-01-01'))).to.deep.equal([])
    expect(found(term('2018-01-02', '2018-01-01'))).to.deep.equal([
      {
        path: 'terms[0].endsOn',
        code: 'term_backwards',
        message: 'The term ends before it starts.',
        params: {},
      },
    ])
  })

  it('must come in order of date', () => {
    expect(found(term('2022-01-01', '2025-12-31'), term('2018-01-01', '2021-12-31'))).to.deep.equal([
      {
        path: 'terms[1].startsOn',
        code: 'term_order',
        message: 'The terms are not in order of date.',
        params: {},
      },
    ])
  })

  const sideBySide: [what: string, one: string[] | undefined, two: string[] | undefined, found: object[]][] =
    [
      ['both for the whole council', undefined, undefined, [overlap]],
      ['the first for the whole council', undefined, ['perron-4'], [overlap]],
      ['the second for the whole council', ['perron-4'], undefined, [overlap]],
      ['both for the one area', ['perron-4'], ['perron-4'], [overlap]],
      [
        'with one area of two in common',
        ['perron-4', 'slotsgaarden'],
        ['slotsgaarden', 'psykiatri'],
        [overlap],
      ],
      ['each for areas of its own', ['perron-4', 'slotsgaarden'], ['psykiatri'], []],
    ]
  for (const [what, one, two, expected] of sideBySide) {
    it(`that share days, ${what}: ${expected.length === 0 ? 'fit' : 'overlap'}`, () => {
      const terms = [term('2018-01-01', '2021-12-31', one), term('2021-12-31', '2025-12-31', two)] as const
      expect(found(...terms)).to.deep.equal(expected)
    })
  }

  it('name areas that the council has', () => {
    expect(found(term('2018-01-01', '2021-12-31', ['perron-4', 'nowhere']))).to.deep.equal([
      {
        path: 'terms[0].areas[1]',
        code: 'unknown_area',
        message: 'There is no area "nowhere".',
        params: { area: 'nowhere' },
      },
    ])
  })
})

describe('Who names members, beside how many they are', () => {
  const PSYKIATRI = 4
  type Filling = OrganisationsArea['filling']
  const agreement = (value: Filling['agreement']['value']) => ({ value, source: 'x', confirmed: true })
  const sind = { key: 'sind', name: 'Sind', aliases: [] }
  const other = { key: 'bedre-psykiatri', name: 'Bedre Psykiatri', aliases: [] }

  function found(filling: Filling, bodies: Area['bodies']) {
    const areas = statutes.areas.map((area, index) =>
      index === PSYKIATRI ? ({ ...area, filling, bodies } as OrganisationsArea) : area,
    )
    return incoherences({ ...statutes, areas })
  }
  const path = `areas[${PSYKIATRI}].filling.agreement.value`
  const by = (way: Filling['by'], value: Filling['agreement']['value']) => ({
    ...{ by: way, agreement: agreement(value) },
  })

  const fits: [what: string, filling: Filling, bodies: Area['bodies']][] = [
    ['one organisation that nominates alone', by('nomination', 'single'), [sind]],
    ['two organisations, one each', by('nomination', 'one_each'), [sind, other]],
    ['two organisations together', by('nomination', 'joint'), [sind, other]],
    ['one organisation for two seats, where they nominate together', by('nomination', 'joint'), [sind]],
    ['one body that chooses among applicants', by('applicants', 'single'), [sind]],
    ['one body that sends a delegate', by('delegate', 'single'), [sind]],
    ['an office that is named', { ...by('ex_officio', 'single'), office: 'forperson' }, [sind]],
  ]
  for (const [what, filling, bodies] of fits) {
    it(`fits: ${what}`, () => {
      expect(found(filling, bodies)).to.deep.equal([])
    })
  }

  it('a seat that follows an office says which', () => {
    expect(found(by('ex_officio', 'single'), [sind])).to.deep.equal([
      {
        path: `areas[${PSYKIATRI}].filling.office`,
        code: 'office_missing',
        message: 'This must say which office the seat follows.',
        params: {},
      },
    ])
  })

  it('only one body can decide where nobody nominates', () => {
    const message = 'One body decides here, but there are 2.'
    expect(found(by('applicants', 'single'), [sind, other])).to.deep.equal([
      { path, code: 'one_decides', message, params: { bodies: 2 } },
    ])
    for (const value of ['joint', 'one_each'] as const) {
      const [problem, ...more] = found(by('appointment', value), [sind])
      expect(problem, value).to.deep.include({ path, code: 'one_decides', params: { bodies: 1 } })
      expect(more).to.deep.equal([])
    }
  })

  it('a single organisation is not two', () => {
    const message = 'A single organisation nominates here, but there are 2.'
    expect(found(by('nomination', 'single'), [sind, other])).to.deep.equal([
      { path, code: 'single_is_several', message, params: { bodies: 2 } },
    ])
  })

  it('one organisation cannot nominate one each for two seats', () => {
    const message = 'Each organisation nominates one, but there are 1 for 2 seats.'
    expect(found(by('nomination', 'one_each'), [sind])).to.deep.equal([
      { path, code: 'too_few_for_each', message, params: { bodies: 1, seats: 2 } },
    ])
  })
})
