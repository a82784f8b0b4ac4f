import { expect } from 'chai'
import { addDays, isoDate } from '../../../models/dates.ts'
import { checkOfficeholding, planSwap, type Officeholding } from '../../../models/rules/officeholding.ts'
import { includesDay } from '../../../models/rules/spans.ts'
import { randers } from './randers.ts'

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

  const refusals = [
    ['an office that the statutes do not have', { office: 'secretary' }, 'office_not_in_statutes'],
    ['an end before the start', { dueOn: isoDate('2018-01-31') }, 'end_before_start'],
    ['a holder who is no member', { memberships: [] }, 'holder_not_member'],
    ['a holder whose membership begins later', { startsOn: isoDate('2017-12-31') }, 'holder_not_member'],
    ['a holder who leaves before it is due', { dueOn: isoDate('2022-01-01') }, 'holder_not_member'],
    [
      'a holder who was away from the council for a day',
      { memberships: [spanOf('2018-01-01', '2018-12-30'), spanOf('2019-01-01', '2021-12-31')] },
      'holder_not_member',
    ],
    [
      'an office that somebody has already',
      { officeTaken: [{ ...spanOf('2018-01-01', '2018-02-01'), person: 'Bodil Krag' }] },
      'office_taken',
    ],
    [
      'both offices at once',
      { otherOffices: [{ ...spanOf('2021-12-31', '2021-12-31'), office: 'vice_chair' }] },
      'holds_other_office',
    ],
  ] as const
  for (const [what, change, reason] of refusals) {
    it(`is refused with ${what}: ${reason}`, () => {
      expect(checkOfficeholding({ ...holding, ...change })).to.include({ ok: false, reason })
    })
  }

  it('is refused altogether in a council without a chair', () => {
    expect(checkOfficeholding({ ...holding, statutes: randers({ offices: [] }) })).to.include({
      reason: 'office_not_in_statutes',
    })
  })
})

describe('Chair and vice chair changing places', () => {
  const chair: Officeholding = {
    id: 1,
    office: 'chair',
    person_id: 10,
    ...spanOf('2018-02-01', '2021-12-31'),
  }
  const viceChair: Officeholding = {
    id: 2,
    office: 'vice_chair',
    person_id: 20,
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
      expect(planSwap({ ...swap, from: isoDate(day) }), day).to.include({ reason: 'swap_outside_office' })
    }
    expect(planSwap({ ...swap, from: isoDate('2018-02-02') }).ok).to.equal(true)
  })

  it('takes two people', () => {
    expect(planSwap({ ...swap, viceChair: { ...viceChair, person_id: 10 } })).to.include({
      reason: 'swap_same_person',
    })
  })
})
