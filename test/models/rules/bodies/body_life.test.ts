import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import {
  chainFrom,
  checkEnding,
  checkRename,
  checkSuccessor,
  endingsBehind,
  type Living,
} from '../../../../models/rules/bodies/body_life.ts'
import { isCaseNumber } from '../../../../models/rules/core/case_number.ts'
import { anId, someIds } from '../../../support/ids.ts'

const day = isoDate
const body = (id: number, given: Partial<Living> = {}): Living => ({
  ...{ id: anId(id), active_from: null, active_until: null, successor_id: null },
  ...given,
})

describe('Who comes after whom', () => {
  const ending = { id: anId(1), endsOn: day('2025-07-31') }

  it('another body may', () => {
    expect(checkSuccessor([body(1), body(2)], ending, anId(2))).to.deep.equal({ ok: true })
  })

  it('nobody comes after itself', () => {
    expect(checkSuccessor([body(1)], ending, anId(1))).to.include({
      reason: 'successor_of_itself',
      field: 'into_id',
    })
  })

  it('nor after one that it has come after, however many stand between', () => {
    // 2 became 3, and 3 became 1. If 1 became 2, the circle would never end.
    const bodies = [body(1), body(2, { successor_id: anId(3) }), body(3, { successor_id: anId(1) })]
    expect(checkSuccessor(bodies, ending, anId(2))).to.include({ reason: 'circular_successor' })
    expect(checkSuccessor(bodies, ending, anId(3))).to.include({ reason: 'circular_successor' })
  })

  it('nor one that is gone by then', () => {
    const bodies = [body(1), body(2, { active_until: day('2025-07-31') })]
    expect(checkSuccessor(bodies, ending, anId(2))).to.deep.include({
      reason: 'successor_ended',
      params: { date: '2025-07-31' },
    })
  })

  it('whatever is accepted one after the other, no chain ever comes back to where it began', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const bodies = [1, 2, 3, 4, 5, 6].map((id) => body(id))
        for (const [from, to] of pairs) {
          const one = bodies.find(({ id }) => id === from)
          if (!one || one.successor_id !== null) continue
          if (checkSuccessor(bodies, { id: anId(from), endsOn: day('2025-07-31') }, anId(to)).ok)
            one.successor_id = anId(to)
        }
        for (const { id } of bodies) expect(chainFrom(bodies, id).map((one) => one.id)).not.to.include(id)
      }),
    )
  })
})

describe('The life of a body', () => {
  it('ends on any day from its first', () => {
    const begun = { active_from: day('2025-08-01') }
    expect(checkEnding(begun, day('2025-08-01'))).to.deep.equal({ ok: true })
    expect(checkEnding(begun, day('2025-07-31'))).to.include({ reason: 'body_ends_before_start' })
    expect(checkEnding({ active_from: null }, day('1999-01-01'))).to.deep.equal({ ok: true })
  })

  it('a new name holds from a day after the last one began', () => {
    const names = [
      { name: 'Center for Særlig Social Indsats', valid_from: null },
      { name: 'Center for Socialt Udsatte', valid_from: day('2020-01-01') },
    ]
    const rename = (name: string, from: string) => checkRename(names, { name, from: day(from) })
    expect(rename('Center for Psykiatri og Socialt Udsatte', '2021-06-01')).to.deep.equal({ ok: true })
    expect(rename('Center for Psykiatri', '2020-01-01')).to.include({ reason: 'name_before_last' })
    expect(rename('Center for Socialt Udsatte', '2021-06-01')).to.include({ reason: 'name_unchanged' })
  })
})

describe('What stands behind a seat and ends before its member does', () => {
  const term = { starts_on: day('2022-01-01'), ends_on: day('2025-12-31') }
  const plan = body(1, { active_until: day('2025-07-31'), successor_id: anId(2) })
  const next = body(2, { active_from: day('2025-08-01'), active_until: day('2029-07-31') })

  it('Helhedsplanen for Nordbyen, 31 July 2025, with five months of the term left', () => {
    expect(endingsBehind([plan, next], someIds(1), term, someIds(1))).to.deep.equal([
      { body: plan, endsOn: '2025-07-31', mustDecide: true },
    ])
  })

  it('its successor, for a member of the next term: the plan that ended before is past', () => {
    const later = { starts_on: day('2026-01-01'), ends_on: day('2029-12-31') }
    expect(endingsBehind([plan, next], someIds(1), later, []).map(({ body }) => body.id)).to.deep.equal([2])
  })

  it('one of three that nominate together: it is said, and nothing has to be decided', () => {
    const three = [body(1, { active_until: day('2024-12-31') }), body(2), body(3)]
    expect(endingsBehind(three, someIds(1, 2, 3), term, someIds(1, 2, 3))).to.have.length(1)
    expect(endingsBehind(three, someIds(1, 2, 3), term, someIds(1, 2, 3))[0]?.mustDecide).to.equal(false)
    // When each organisation nominates one member, the seat is its own.
    expect(endingsBehind(three, someIds(1, 2, 3), term, someIds(1))[0]?.mustDecide).to.equal(true)
  })

  it('nothing where the member is gone by then', () => {
    expect(
      endingsBehind([plan, next], someIds(1), { ...term, ends_on: day('2025-07-31') }, []),
    ).to.deep.equal([])
  })
})

describe('Case numbers', () => {
  it('have the form of the papers; what they mean is not checked', () => {
    for (const one of [
      '27.15.00-A08-1-20',
      '00.00.00-P20-4-18',
      '21.01.00-Ø00-1-18',
      '00.22.00-P35-3-24',
      '28.00.00-G01-61-24',
    ])
      expect(isCaseNumber(one), one).to.equal(true)
    for (const one of ['27.15.00', '27.15.00-A8-1-20', '27.15.00-A08-1-2020', 'sag 379', '27.15.00-a08-1-20'])
      expect(isCaseNumber(one), one).to.equal(false)
  })
})
