import { expect } from 'chai'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import {
  checkOfficeGroups,
  checkOfficeholding,
  officeSlots,
  slotFor,
  type Officeholding,
} from '../../../../models/rules/council/officeholding.ts'
import { planSwap } from '../../../../models/rules/council/office_swap.ts'
import { officesOf } from '../../../../models/statutes/offices.ts'
import { includesDay } from '../../../../models/rules/core/spans.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const spanOf = (from: string, until: string) => ({ starts_on: isoDate(from), ends_on: isoDate(until) })
const membership = spanOf('2018-01-01', '2021-12-31')

describe('Holding an office', () => {
  const holding = {
    statutes: randers(),
    office: 'chair',
    startsOn: isoDate('2018-02-01'),
    dueOn: isoDate('2021-12-31'),
    memberships: [membership],
    officeTaken: [],
    otherOffices: [],
  }

  it('is for members, from their first day to their last', () => {
    expect(checkOfficeholding(holding)).to.deep.equal({ ok: true })
    expect(checkOfficeholding({ ...holding, startsOn: isoDate('2018-01-01') })).to.deep.equal({ ok: true })
  })

  it('may last for one day', () => {
    const day = isoDate('2018-02-01')
    expect(checkOfficeholding({ ...holding, startsOn: day, dueOn: day })).to.deep.equal({ ok: true })
  })

  it('may run over two memberships that follow each other without a gap', () => {
    const memberships = [spanOf('2019-01-01', '2021-12-31'), spanOf('2018-01-01', '2018-12-31')]
    expect(checkOfficeholding({ ...holding, memberships })).to.deep.equal({ ok: true })
  })

  const notMember = (from: string, until: string) => ({
    reason: 'holder_not_member',
    params: { from, until },
    field: 'person_id',
  })
  const refusals = [
    [
      'an office that the statutes do not have',
      { office: 'secretary' },
      { reason: 'office_not_in_statutes', field: 'office' },
    ],
    [
      'an end before the start',
      { dueOn: isoDate('2018-01-31') },
      { reason: 'end_before_start', params: { from: '2018-02-01' }, field: 'due_on' },
    ],
    ['a holder who is no member', { memberships: [] }, notMember('2018-02-01', '2021-12-31')],
    [
      'a holder whose membership begins later',
      { startsOn: isoDate('2017-12-31') },
      notMember('2017-12-31', '2021-12-31'),
    ],
    [
      'a holder who leaves before it is due',
      { dueOn: isoDate('2022-01-01') },
      notMember('2018-02-01', '2022-01-01'),
    ],
    [
      'a holder who was away from the council for a day',
      { memberships: [spanOf('2018-01-01', '2018-12-30'), spanOf('2019-01-01', '2021-12-31')] },
      notMember('2018-02-01', '2021-12-31'),
    ],
    [
      'an office that somebody has already',
      { officeTaken: [{ ...spanOf('2018-01-01', '2018-02-01'), person: 'Bodil Krag' }] },
      {
        reason: 'office_taken',
        params: { person: 'Bodil Krag', from: '2018-01-01', until: '2018-02-01' },
        field: 'starts_on',
      },
    ],
    [
      'both offices at once',
      { otherOffices: [{ ...spanOf('2021-12-31', '2021-12-31'), office: 'vice_chair' }] },
      {
        reason: 'holds_other_office',
        params: { from: '2021-12-31', until: '2021-12-31' },
        field: 'person_id',
      },
    ],
  ] as const
  for (const [what, change, refusal] of refusals) {
    it(`is refused with ${what}: ${refusal.reason}`, () => {
      expect(checkOfficeholding({ ...holding, ...change })).to.deep.equal({ ok: false, ...refusal })
    })
  }

  it('may be one that the council has added', () => {
    const offices: RuleValue<'offices'> = [
      'chair',
      { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' },
    ]
    const statutes = randers({ offices })
    expect(checkOfficeholding({ ...holding, statutes, office: 'kasserer' })).to.deep.equal({ ok: true })
    expect(checkOfficeholding({ ...holding, office: 'kasserer' })).to.include({
      reason: 'office_not_in_statutes',
    })
    const otherOffices = [{ ...spanOf('2021-12-31', '2021-12-31'), office: 'chair' }]
    expect(checkOfficeholding({ ...holding, statutes, office: 'kasserer', otherOffices })).to.include({
      reason: 'holds_other_office',
    })
  })

  it('is refused altogether in a council without a chair', () => {
    expect(checkOfficeholding({ ...holding, statutes: randers({ offices: [] }) })).to.include({
      reason: 'office_not_in_statutes',
    })
  })
})

describe('Chair and vice chair changing places', () => {
  const chair: Officeholding = {
    id: anId(1),
    office: 'chair',
    person_id: anId(10),
    ...spanOf('2018-02-01', '2021-12-31'),
  }
  const viceChair: Officeholding = {
    id: anId(2),
    office: 'vice_chair',
    person_id: anId(20),
    ...spanOf('2018-02-01', '2021-12-31'),
  }
  const from = isoDate('2020-11-16')
  const swap = { decision: 'approved' as const, from, chair, viceChair }

  it('is two office changes in one decision, from the day it is decided', () => {
    expect(planSwap(swap)).to.deep.equal({
      ok: true,
      plan: {
        endings: [
          { id: 1, ends_on: '2020-11-15' },
          { id: 2, ends_on: '2020-11-15' },
        ],
        beginnings: [
          { office: 'chair', person_id: 20, starts_on: from, due_on: '2021-12-31' },
          { office: 'vice_chair', person_id: 10, starts_on: from, due_on: '2021-12-31' },
        ],
      },
    })
  })

  it('changes nothing when it is postponed: the day after the meeting the chair is still the chair', () => {
    const meeting = isoDate('2020-09-21')
    for (const decision of ['postponed', 'rejected'] as const) {
      expect(planSwap({ ...swap, decision, from: meeting })).to.deep.equal({
        ok: true,
        plan: { endings: [], beginnings: [] },
      })
    }
    expect(includesDay(chair, addDays(meeting, 1))).to.equal(true)
  })

  it('gives neither the new office for longer than both were to hold one', () => {
    const shorter = { ...viceChair, ends_on: isoDate('2021-06-30') }
    const result = planSwap({ ...swap, viceChair: shorter })
    expect(result.ok && result.plan.beginnings.map(({ due_on }) => due_on)).to.deep.equal([
      '2021-06-30',
      '2021-06-30',
    ])
  })

  it('cannot happen before both have their office, on their first day in it, or after it has ended', () => {
    for (const day of ['2018-01-31', '2018-02-01', '2022-01-01']) {
      expect(planSwap({ ...swap, from: isoDate(day) }), day).to.deep.equal({
        ok: false,
        reason: 'swap_outside_office',
        params: { date: day },
        field: 'from',
      })
    }
    expect(planSwap({ ...swap, from: isoDate('2018-02-02') }).ok).to.equal(true)
  })

  it('cannot happen while only one of them has an office', () => {
    const late = { ...viceChair, starts_on: from }
    expect(planSwap({ ...swap, viceChair: late })).to.include({ reason: 'swap_outside_office' })
    const gone = { ...chair, ends_on: isoDate('2020-11-15') }
    expect(planSwap({ ...swap, chair: gone })).to.include({ reason: 'swap_outside_office' })
  })

  it('takes two people', () => {
    expect(planSwap({ ...swap, viceChair: { ...viceChair, person_id: anId(10) } })).to.include({
      reason: 'swap_same_person',
    })
  })
})

describe('Several of the same office', () => {
  const offices = officesOf(randers({ offices: ['chair', 'vice_chair', 'vice_chair'] }))
  const year = spanOf('2018-01-01', '2018-12-31')
  const held = (office: 'chair' | 'vice_chair', number: number, span = year) => ({ office, number, ...span })

  it('are numbered from 1, each office for itself', () => {
    expect(officeSlots(officesOf(randers({ offices: ['vice_chair', 'chair', 'vice_chair'] })))).to.deep.equal(
      [
        { office: 'vice_chair', number: 1 },
        { office: 'chair', number: 1 },
        { office: 'vice_chair', number: 2 },
      ],
    )
  })

  it('a new holder has the first number that is free all the days', () => {
    expect(slotFor(offices, 'vice_chair', year, [])).to.equal(1)
    expect(slotFor(offices, 'vice_chair', year, [held('vice_chair', 1)])).to.equal(2)
    expect(slotFor(offices, 'vice_chair', year, [held('vice_chair', 2)])).to.equal(1)
    const lastDay = held('vice_chair', 1, spanOf('2018-12-31', '2019-12-31'))
    expect(slotFor(offices, 'vice_chair', year, [lastDay])).to.equal(2)
  })

  it('neither the holder of another office nor one of other days stands in the way', () => {
    expect(slotFor(offices, 'vice_chair', year, [held('chair', 1)])).to.equal(1)
    const nextYear = held('vice_chair', 1, spanOf('2019-01-01', '2019-12-31'))
    expect(slotFor(offices, 'vice_chair', year, [nextYear])).to.equal(1)
    expect(slotFor(offices, 'vice_chair', year, [nextYear, held('vice_chair', 1)])).to.equal(2)
  })

  it('the first where none is free, so that its holder can be named', () => {
    expect(slotFor(offices, 'chair', year, [held('chair', 1)])).to.equal(1)
    expect(slotFor(offices, 'vice_chair', year, [held('vice_chair', 2), held('vice_chair', 1)])).to.equal(1)
  })

  it('no number for an office that the statutes do not have', () => {
    expect(slotFor(officesOf(randers({ offices: ['vice_chair'] })), 'chair', year, [])).to.equal(undefined)
    expect(slotFor([], 'chair', year, [])).to.equal(undefined)
  })
})

describe('Officers shared between those elected at places and the others', () => {
  const shared = randers({ officersChosen: 'one_from_each_group' })
  const place = { office: 'chair', kind: 'place' } as const
  const organisations = { office: 'chair', kind: 'organisations' } as const
  const next = (kind: 'place' | 'organisations') => ({ office: 'vice_chair', kind })

  it('the first officer may come from either group, the next from the other one', () => {
    for (const kind of ['place', 'organisations'] as const) {
      expect(checkOfficeGroups(shared, next(kind), []), kind).to.deep.equal({ ok: true })
      const other = kind === 'place' ? organisations : place
      expect(checkOfficeGroups(shared, next(kind), [other]), kind).to.deep.equal({ ok: true })
    }
  })

  it('is refused where all of them would come from the same group', () => {
    const refusal = { ok: false, reason: 'officers_same_group', field: 'person_id' }
    expect(checkOfficeGroups(shared, next('place'), [place])).to.deep.equal(refusal)
    expect(checkOfficeGroups(shared, next('place'), [place, place])).to.deep.equal(refusal)
    expect(checkOfficeGroups(shared, next('organisations'), [organisations])).to.deep.equal(refusal)
  })

  it('a third may come from either group, where the first two are one of each', () => {
    expect(checkOfficeGroups(shared, next('place'), [place, organisations])).to.deep.equal({ ok: true })
  })

  it('is not asked of an office that leads no meetings, nor does its holder count', () => {
    const treasurer = { key: 'kasserer', title: 'kasserer', titleEn: 'treasurer' }
    const statutes = randers({
      officersChosen: 'one_from_each_group',
      offices: ['chair', 'vice_chair', treasurer],
    })
    const kasserer = { office: 'kasserer', kind: 'place' } as const
    expect(checkOfficeGroups(statutes, kasserer, [place])).to.deep.equal({ ok: true })
    expect(checkOfficeGroups(statutes, next('place'), [kasserer])).to.deep.equal({ ok: true })
    const organisation = { ...kasserer, kind: 'organisations' } as const
    expect(checkOfficeGroups(statutes, next('place'), [place, organisation]).ok).to.equal(false)
  })

  it('several of an office are numbered whether it is written twice or with a count', () => {
    const two = { key: 'revisor', title: 'revisor', titleEn: 'auditor', count: 2 }
    expect(officeSlots(officesOf(randers({ offices: ['chair', two] })))).to.deep.equal([
      { office: 'chair', number: 1 },
      { office: 'revisor', number: 1 },
      { office: 'revisor', number: 2 },
    ])
  })

  it('is asked of no council whose statutes do not say so', () => {
    const { officersChosen: _unsaid, ...rules } = shared.rules
    expect(checkOfficeGroups({ ...shared, rules }, next('place'), [place])).to.deep.equal({ ok: true })
    expect(checkOfficeGroups(randers({ officersChosen: 'council' }), next('place'), [place])).to.deep.equal({
      ok: true,
    })
  })
})
