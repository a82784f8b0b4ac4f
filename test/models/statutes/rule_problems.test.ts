import { expect } from 'chai'
import type { Quota, RuleName, RuleValue, Statutes } from '../../../models/statutes/schema.ts'
import type { Problem } from '../../../models/statutes/problems.ts'
import { countsFor, ruleProblems } from '../../../models/statutes/rule_problems.ts'
import { randers } from '../../support/statutes/randers.ts'

type Values = Partial<{ [K in RuleName]: RuleValue<K> }>
type Params = Problem['params']

/** Nine seats: one at each of four places, and five of organisations, of which Psykiatri has two. */
const statutes = randers()

function ruled(values: Values, areas: Statutes['areas'] = statutes.areas): Statutes {
  const rules = Object.entries(values).map(([key, value]) => [
    key,
    { value, source: 'the test', confirmed: true },
  ])
  return { ...statutes, areas, rules: { ...statutes.rules, ...Object.fromEntries(rules) } }
}

function perronWith(seats: number): Statutes['areas'] {
  return statutes.areas.map((area) => (area.key === 'perron-4' ? { ...area, seats } : area))
}

const onlyPlaces = statutes.areas.filter(({ kind }) => kind === 'place')
const onlyOrganisations = statutes.areas.filter(({ kind }) => kind === 'organisations')
const all = { base: 'all_seats' } as const
const changes = { of: 'members', meetings: 1 } as const
const treasurer = { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }
const perSeat = (min: number, max: number) => ({ marks: { min, max, per: 'seat' as const } })

describe('A rule beside the other rules', () => {
  const fits: [what: string, statutes: Statutes][] = [
    ['the statutes of Randers as they are', statutes],
    ['everybody as the quorum', ruled({ quorum: { share: [2, 2], comparison: 'at_least', ...all } })],
    ['a quorum of more than half', ruled({ quorum: { share: [1, 2], comparison: 'more_than', ...all } })],
    ['two marks, which are no rule on seats', ruled({ marks: { min: 1, max: 2 } })],
    ['exactly two marks', ruled({ marks: { min: 2, max: 2 } })],
    ['a mark for the one seat of each place', ruled(perSeat(1, 1))],
    ['a mark for each of the three seats of the largest place', ruled(perSeat(1, 3), perronWith(3))],
    ['a mark for each seat where there is no place', ruled(perSeat(1, 1), onlyOrganisations)],
    ['a substitute from a pool', ruled({ vacancy: 'substitute', substitutes: 'pool' })],
    ['a substitute of a kind', ruled({ vacancy: 'substitute', substitutes: { kind: 'personal' } })],
    ['no substitutes, and none to step in', ruled({ substitutes: { kind: 'none' } })],
    ['exactly four meetings', ruled({ meetingsPerYear: { min: 4, max: 4 } })],
    ['four to six meetings', ruled({ meetingsPerYear: { min: 4, max: 6 } })],
    ['all to change rules', ruled({ ruleChanges: { share: [1, 1], comparison: 'at_least', ...changes } })],
    [
      'more than two thirds to change rules',
      ruled({ ruleChanges: { share: [2, 3], comparison: 'more_than', ...changes } }),
    ],
    [
      'two thirds to change rules',
      ruled({ ruleChanges: { share: [2, 3], comparison: 'at_least', ...changes } }),
    ],
    ['two offices shared between two groups', ruled({ officersChosen: 'one_from_each_group' })],
    ['one office that the council fills', ruled({ officersChosen: 'council', offices: ['chair'] })],
    ['two vice chairs and a treasurer', ruled({ offices: ['chair', 'vice_chair', 'vice_chair', treasurer] })],
  ]
  for (const [what, document] of fits) {
    it(`fits: ${what}`, () => {
      expect(ruleProblems(document)).to.deep.equal([])
    })
  }

  const shareOver = 'Nobody could ever change the rules with that majority.'
  const twoNeeded = 'This needs two groups of seats and two offices to share.'
  const noSubstitute = 'A substitute cannot step in where there are none.'
  const wrong: [what: string, statutes: Statutes, problem: [string, string, string, Params?]][] = [
    [
      'a quorum of three halves',
      ruled({ quorum: { share: [3, 2], comparison: 'at_least', ...all } }),
      ['rules.quorum.value.share', 'quorum_over_all', 'The share is more than the whole council.'],
    ],
    [
      'a quorum of more than everybody',
      ruled({ quorum: { share: [2, 2], comparison: 'more_than', ...all } }),
      ['rules.quorum.value.comparison', 'quorum_never', 'More than the whole council can never be present.'],
    ],
    [
      'at least two marks and at most one',
      ruled({ marks: { min: 2, max: 1 } }),
      ['rules.marks.value.min', 'marks_backwards', 'The least number of marks is above the highest.'],
    ],
    [
      'two marks for one seat, since the two seats of Psykiatri are not voted for',
      ruled(perSeat(1, 2)),
      [
        'rules.marks.value.max',
        'marks_per_seat',
        'As many marks as seats is at most 1 here, not 2.',
        { most: 1, max: 2 },
      ],
    ],
    [
      'one mark for three seats',
      ruled(perSeat(1, 1), perronWith(3)),
      [
        'rules.marks.value.max',
        'marks_per_seat',
        'As many marks as seats is at most 3 here, not 1.',
        { most: 3, max: 1 },
      ],
    ],
    [
      'a substitute where there are none',
      ruled({ vacancy: 'substitute', substitutes: 'none' }),
      ['rules.vacancy.value', 'substitute_without', noSubstitute],
    ],
    [
      'a substitute where the kind is none',
      ruled({ vacancy: 'substitute', substitutes: { kind: 'none' } }),
      ['rules.vacancy.value', 'substitute_without', noSubstitute],
    ],
    [
      'six to four meetings',
      ruled({ meetingsPerYear: { min: 6, max: 4 } }),
      [
        'rules.meetingsPerYear.value.min',
        'meetings_backwards',
        'The fewest meetings are more than the most.',
      ],
    ],
    [
      'more than all to change rules',
      ruled({ ruleChanges: { share: [1, 1], comparison: 'more_than', ...changes } }),
      ['rules.ruleChanges.value.share', 'changes_over_all', shareOver],
    ],
    [
      'three halves to change rules',
      ruled({ ruleChanges: { share: [3, 2], comparison: 'at_least', ...changes } }),
      ['rules.ruleChanges.value.share', 'changes_over_all', shareOver],
    ],
    [
      'one office shared between two groups',
      ruled({ officersChosen: 'one_from_each_group', offices: ['chair'] }),
      ['rules.officersChosen.value', 'groups_missing', twoNeeded],
    ],
    [
      'a chair and a treasurer, where those who lead are shared between two groups',
      ruled({ officersChosen: 'one_from_each_group', offices: ['chair', treasurer] }),
      ['rules.officersChosen.value', 'groups_missing', twoNeeded],
    ],
    [
      'one office with two titles',
      ruled({ offices: ['chair', treasurer, { ...treasurer, title: 'kassemester' }] }),
      [
        'rules.offices.value[2]',
        'key_twice',
        'The key "kasserer" is used more than once.',
        { key: 'kasserer' },
      ],
    ],
    [
      'a chair with a title of its own beside one without',
      ruled({ offices: [{ ...treasurer, key: 'chair' }, 'chair'] }),
      ['rules.offices.value[1]', 'key_twice', 'The key "chair" is used more than once.', { key: 'chair' }],
    ],
    [
      'two offices shared between places alone',
      ruled({ officersChosen: 'one_from_each_group' }, onlyPlaces),
      ['rules.officersChosen.value', 'groups_missing', twoNeeded],
    ],
  ]
  for (const [what, document, [path, code, message, params = {}]] of wrong) {
    it(`does not fit: ${what}`, () => {
      expect(ruleProblems(document)).to.deep.equal([{ path, code, message, params }])
    })
  }
})

describe('A quota beside the seats', () => {
  const quota = (of: Quota['of'], limit: Quota['limit'], amount: Quota['amount']): Quota => ({
    ...{ key: 'q', name: 'brugere', force: 'soft' as const },
    ...{ of, limit, amount },
  })
  const three = { areas: ['psykiatri', 'boligsocial'] }
  const found = (...quotas: Quota[]) => ruleProblems(ruled({ quotas }))

  const fits: [what: string, quota: Quota][] = [
    ['all four elected', quota('elected', 'at_least', 4)],
    ['more than three of four elected', quota('elected', 'more_than', 3)],
    ['all five nominated', quota('nominated', 'at_least', 5)],
    ['all three seats of two areas', quota(three, 'at_least', 3)],
    ['at most ten of four', quota('elected', 'at_most', 10)],
    ['all of them as a part', quota('elected', 'at_least', [4, 4])],
    ['a third', quota('elected', 'more_than', [1, 3])],
  ]
  for (const [what, one] of fits) {
    it(`fits: ${what}`, () => {
      expect(found(one)).to.deep.equal([])
    })
  }

  const impossible: [what: string, quota: Quota, least: number, seats: number][] = [
    ['five of four elected', quota('elected', 'at_least', 5), 5, 4],
    ['more than four of four elected', quota('elected', 'more_than', 4), 5, 4],
    ['six of five nominated', quota('nominated', 'at_least', 6), 6, 5],
    ['four on the three seats of two areas', quota(three, 'at_least', 4), 4, 3],
  ]
  for (const [what, one, least, seats] of impossible) {
    it(`cannot be kept: ${what}`, () => {
      expect(found(quota('elected', 'at_least', 1), one)).to.deep.equal([
        {
          path: 'rules.quotas.value[1].amount',
          code: 'quota_impossible',
          message: `At least ${least} are asked for, but there are ${seats} such seats.`,
          params: { least, seats },
        },
      ])
    })
  }

  const unknown = {
    path: 'rules.quotas.value[0].of.areas[1]',
    code: 'unknown_area',
    message: 'There is no area "nowhere".',
    params: { area: 'nowhere' },
  }
  const part = {
    path: 'rules.quotas.value[0].amount',
    code: 'quota_part',
    message: 'The part is more than the whole.',
    params: {},
  }

  it('cannot be more than everybody', () => {
    expect(found(quota('elected', 'at_least', [3, 2]))).to.deep.equal([part])
    expect(found(quota('elected', 'at_most', [3, 2]))).to.deep.equal([part])
  })

  it('names each area that is not there, and does not count seats that may only be misspelt', () => {
    const of = { areas: ['perron-4', 'nowhere'] }
    expect(found(quota(of, 'at_least', 5))).to.deep.equal([unknown])
    expect(found(quota(of, 'at_least', [1, 3]))).to.deep.equal([unknown])
    expect(found(quota(of, 'at_least', [3, 2]))).to.deep.equal([unknown, part])
  })

  it('counts those elected at places, those nominated, or those of the areas it names', () => {
    const place = { key: 'perron-4', kind: 'place' } as const
    const organisations = { key: 'psykiatri', kind: 'organisations' } as const
    const counted = (of: Quota['of']) =>
      [place, organisations].map((area) => countsFor(quota(of, 'at_least', 1), area))
    expect(counted('elected')).to.deep.equal([true, false])
    expect(counted('nominated')).to.deep.equal([false, true])
    expect(counted({ areas: ['psykiatri'] })).to.deep.equal([false, true])
    expect(counted({ areas: ['perron-4', 'psykiatri'] })).to.deep.equal([true, true])
  })
})
