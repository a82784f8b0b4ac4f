import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import {
  orderByVotes,
  standsFor,
  substituteRule,
  substitutesOf,
  whoStepsIn,
  type StepsIn,
  type Substitute,
} from '../../../../models/rules/council/substitutes.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'
import { fillingOf, vacanciesOn } from '../../../../models/rules/council/vacancy.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId, someIds } from '../../../support/ids.ts'

const on = isoDate('2026-03-02')
const seat = { id: anId(3), area_key: 'slotsgaarden' }

/** Maja stands for Slotsgården, Finn for Perron 4, and Tove for the area of Sind and Bedre Psykiatri. */
const [maja, finn, tove] = [
  substitute(1, { area_key: 'slotsgaarden', seat_id: anId(3), position: 1 }),
  substitute(2, { area_key: 'perron-4', seat_id: anId(1), position: 1 }),
  substitute(3, { area_key: 'psykiatri', area_kind: 'organisations', seat_id: anId(5) }),
] as const

function substitute(id: number, given: Partial<Substitute>): Substitute {
  const place = { area_key: 'slotsgaarden', area_kind: 'place' as const, seat_id: null, position: null }
  return { id: anId(id), person_id: anId(100 + id), withdrawn_on: null, ...place, ...given }
}

function stepsIn(
  rule: RuleValue<'substitutes'>,
  substitutes: readonly Substitute[],
  more: { seated?: PersonId[]; seat?: typeof seat } = {},
): StepsIn<Substitute> {
  return whoStepsIn({ statutes: randers({ substitutes: rule }), seat, substitutes, seated: [], on, ...more })
}

function said(answer: StepsIn<Substitute>): string {
  if (answer.by === 'nobody') return 'nobody'
  return answer.by === 'substitute'
    ? `${answer.substitute.id}`
    : `${answer.by} ${answer.among.map(({ id }) => id).join(' ')}`
}

describe('Substitutes', () => {
  const second = substitute(4, { position: 2 })
  const equal = substitute(5, { position: 1 })
  const table: [what: string, rule: RuleValue<'substitutes'>, among: Substitute[], expected: string][] = [
    ['there are none in Randers', 'none', [maja], 'nobody'],
    ['a personal one steps in for their own member only', 'personal', [finn, maja], '1'],
    ['nobody else has a personal one for the seat', 'personal', [finn, tove], 'nobody'],
    ['by votes: the first of the area', 'vote_order', [second, maja, finn], '1'],
    ['by votes: equal votes are decided by lot', 'vote_order', [second, maja, equal], 'lot 1 5'],
    ['a pool of the area: whom it chooses', 'pool', [maja, second, finn], 'choice 1 4'],
    ['a pool of one needs no choice', 'pool', [maja, finn], '1'],
    [
      'a pool per group: the elected share',
      { kind: 'pool', pool: 'group' },
      [maja, finn, tove],
      'choice 1 2',
    ],
    ['a pool of the council', { kind: 'pool', pool: 'council' }, [finn, tove], 'choice 2 3'],
    ['only for the nominated: none at a place', { kind: 'pool', only: 'nominated' }, [maja], 'nobody'],
    ['only for users (Vejle): one at a place', { kind: 'pool', only: 'elected' }, [maja], '1'],
  ]
  for (const [what, rule, among, expected] of table) {
    it(what, () => {
      expect(said(stepsIn(rule, among))).to.equal(expected)
    })
  }

  it('who sits on the council, or has withdrawn by the day, is passed over', () => {
    expect(said(stepsIn('vote_order', [maja, second], { seated: [maja.person_id] }))).to.equal('4')
    const gone = { ...maja, withdrawn_on: on }
    expect(said(stepsIn('vote_order', [gone, second]))).to.equal('4')
    expect(said(stepsIn('vote_order', [{ ...maja, withdrawn_on: isoDate('2026-03-03') }]))).to.equal('1')
  })

  it('the order in which they are listed never decides', () => {
    const all = [maja, finn, tove, second, equal]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: 5 }),
        fc.constantFrom<RuleValue<'substitutes'>>('personal', 'vote_order', 'pool'),
        (shuffled, rule) => {
          const ids = (answer: string) => answer.split(' ').sort().join(' ')
          expect(ids(said(stepsIn(rule, shuffled)))).to.equal(ids(said(stepsIn(rule, all))))
        },
      ),
    )
  })

  it('the rule says what is usual where the file says nothing', () => {
    expect(substituteRule(randers({ substitutes: 'pool' }))).to.deep.equal({
      kind: 'pool',
      only: undefined,
      pool: 'area',
      meetings: undefined,
    })
    const always = randers({ substitutes: { kind: 'pool', only: 'elected', meetings: 'every_meeting' } })
    expect(substituteRule(always).meetings).to.equal('every_meeting')
    expect(substitutesOf(always, 'perron-4')).to.equal('pool')
    expect(substitutesOf(always, 'psykiatri')).to.equal('none')
    expect(substitutesOf(always, 'elsewhere')).to.equal('none')
  })

  it('only for the nominated or the elected: the other seats have none', () => {
    const nominated = randers({ substitutes: { kind: 'pool', only: 'nominated' } })
    expect(substitutesOf(nominated, 'psykiatri')).to.equal('pool')
    expect(substitutesOf(nominated, 'perron-4')).to.equal('none')
    const all = randers({ substitutes: 'pool' })
    expect(substitutesOf(all, 'psykiatri')).to.equal('pool')
    expect(substitutesOf(all, 'perron-4')).to.equal('pool')
  })

  it('stand for the seats that the rule gives them, and for no other', () => {
    const stands = (rule: RuleValue<'substitutes'>, one: Substitute, area_key = 'slotsgaarden') =>
      standsFor(randers({ substitutes: rule }), { id: anId(3), area_key }, one)
    const neighbour = substitute(6, { seat_id: anId(4) })
    expect(stands('none', maja)).to.equal(false)
    expect(stands('personal', maja)).to.equal(true)
    expect(stands('personal', neighbour), 'of the same place, but of another member').to.equal(false)
    expect(stands('vote_order', neighbour)).to.equal(true)
    expect(stands({ kind: 'vote_order', pool: 'council' }, finn), 'votes count at their own place').to.equal(
      false,
    )
    expect(stands('pool', neighbour)).to.equal(true)
    expect(stands('pool', finn)).to.equal(false)
    expect(stands({ kind: 'pool', pool: 'group' }, finn)).to.equal(true)
    expect(stands({ kind: 'pool', pool: 'group' }, tove)).to.equal(false)
    expect(stands({ kind: 'pool', pool: 'group' }, tove, 'boligsocial')).to.equal(true)
    expect(stands({ kind: 'pool', pool: 'group' }, maja, 'boligsocial')).to.equal(false)
    expect(stands({ kind: 'pool', pool: 'council' }, tove)).to.equal(true)
    expect(stands({ kind: 'pool', pool: 'council' }, maja, 'elsewhere'), 'no such area').to.equal(false)
  })

  it('are listed the same, whatever the order in which the votes are read', () => {
    const votes = [14, 6, 14, 14].map((count, index) => ({ candidacy_id: anId(index + 1), votes: count }))
    fc.assert(
      fc.property(fc.shuffledSubarray(votes, { minLength: 4 }), (read) => {
        expect(orderByVotes(read, [])).to.deep.equal([
          { candidacy_id: 1, votes: 14, position: 1 },
          { candidacy_id: 3, votes: 14, position: 1 },
          { candidacy_id: 4, votes: 14, position: 1 },
          { candidacy_id: 2, votes: 6, position: 4 },
        ])
      }),
    )
  })

  it('are ordered by votes, the elected left out, and equals have the same place', () => {
    // 30 is elected; then 14, 14 and 6: places 1, 1 and 3.
    const votes = [30, 6, 14, 14].map((count, index) => ({ candidacy_id: anId(index + 1), votes: count }))
    expect(
      orderByVotes(votes, someIds(1)).map(({ candidacy_id, position }) => [candidacy_id, position]),
    ).to.deep.equal([
      [3, 1],
      [4, 1],
      [2, 3],
    ])
  })
})

describe('A seat that a member leaves', () => {
  const left = { starts_on: isoDate('2026-01-01'), ends_on: isoDate('2026-03-01') }
  const ready = { seat, substitutes: [maja], seated: [] }
  const filling = (rules: Parameters<typeof randers>[0], previous: typeof left | undefined = left) =>
    fillingOf(randers(rules), 'slotsgaarden', on, previous, ready)

  it('is taken by a substitute where the statutes say so, and only inside the term', () => {
    const rules = { substitutes: 'vote_order', vacancy: 'substitute' } as const
    expect(filling(rules)).to.deep.include({
      by: 'substitute',
      stepsIn: { by: 'substitute', substitute: maja },
    })
    expect(fillingOf(randers(rules), 'slotsgaarden', isoDate('2026-01-01'), undefined, ready).by).to.equal(
      'election',
    )
  })

  it('is elected again where no substitute is left, and where substitutes only attend meetings', () => {
    const rules = { substitutes: 'vote_order', vacancy: 'substitute' } as const
    expect(fillingOf(randers(rules), 'slotsgaarden', on, left, { ...ready, substitutes: [finn] })).to.include(
      {
        by: 'election',
        kind: 'by_election',
      },
    )
    expect(filling({ substitutes: 'pool', vacancy: 'same_area' }).by).to.equal('election')
  })

  it('is filled by the council itself, or by the word of the organisation', () => {
    expect(filling({ vacancy: 'council_supplements' })).to.include({ by: 'council', areaName: 'Slotsgården' })
    const replaces = randers({ vacancy: 'organisation_replaces' })
    expect(fillingOf(replaces, 'boligsocial', on, left)).to.include({ by: 'nomination', byNotice: true })
    expect(fillingOf(replaces, 'slotsgaarden', on, left).by).to.equal('election')
    expect(fillingOf(randers(), 'boligsocial', on, left)).not.to.have.property('byNotice')
  })

  it('passes over a substitute who sits on another seat the same day', () => {
    const rules = randers({ substitutes: 'pool', vacancy: 'substitute' })
    const memberships = [
      { seat_id: anId(3), person_id: anId(7), ...left },
      {
        seat_id: anId(1),
        person_id: maja.person_id,
        starts_on: left.starts_on,
        ends_on: isoDate('2029-12-31'),
      },
    ]
    const [vacancy] = vacanciesOn(on, [seat], memberships, rules, [maja])
    expect(vacancy?.filling.by).to.equal('election')
    expect(vacancy?.substitutes).to.equal('pool')
  })
})
