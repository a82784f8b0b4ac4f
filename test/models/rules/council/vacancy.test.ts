import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import { rosterOn } from '../../../../models/rules/council/roster.ts'
import { includesDay } from '../../../../models/rules/core/spans.ts'
import {
  activeBodies,
  endedBodies,
  fillingOf,
  vacanciesOn,
} from '../../../../models/rules/council/vacancy.ts'
import { findArea, type Area } from '../../../../models/statutes/document.ts'
import { anySpan, randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const statutes = randers()
const slotsgaarden = { id: anId(3), area_key: 'slotsgaarden' }
const boligsocial = { id: anId(7), area_key: 'boligsocial' }
const held = (seat_id: number, from: string, until: string) => ({
  seat_id: anId(seat_id),
  starts_on: isoDate(from),
  ends_on: isoDate(until),
})

function withArea(key: string, change: (area: Area) => void) {
  const changed = randers()
  const area = findArea(changed, key)
  if (!area) throw new Error(`Randers has no area ${key}`)
  change(area)
  return changed
}

describe('A vacant seat', () => {
  it('is vacant from the day after the last member’s last day', () => {
    const memberships = [held(3, '2022-01-01', '2023-03-31')]
    expect(vacanciesOn(isoDate('2023-03-31'), [slotsgaarden], memberships, statutes)).to.deep.equal([])
    const [vacancy] = vacanciesOn(isoDate('2023-04-01'), [slotsgaarden], memberships, statutes)
    expect(vacancy).to.deep.equal({
      seat: slotsgaarden,
      vacantSince: '2023-04-01',
      neverFilled: false,
      previous: memberships[0],
      next: undefined,
      filling: { by: 'election', kind: 'by_election', areaKey: 'slotsgaarden', areaName: 'Slotsgården' },
      substitutes: 'none',
    })
  })

  it('when the member for Slotsgården leaves in year 2, is the only one, and no substitute steps in', () => {
    const seats = [{ id: anId(1), area_key: 'perron-4' }, slotsgaarden, boligsocial]
    const memberships = [
      held(1, '2022-01-01', '2025-12-31'),
      held(3, '2022-01-01', '2023-03-31'),
      held(7, '2022-01-01', '2025-12-31'),
    ]
    const vacancies = vacanciesOn(isoDate('2023-05-01'), seats, memberships, statutes)
    expect(vacancies.map(({ seat, substitutes }) => [seat.id, substitutes])).to.deep.equal([[3, 'none']])
  })

  it('that nobody ever had is vacant since the seat began, where that is known', () => {
    const on = isoDate('2018-02-01')
    const since = { ...slotsgaarden, starts_on: isoDate('2018-01-01') }
    const [known] = vacanciesOn(on, [since], [], statutes)
    expect(known).to.include({ neverFilled: true, vacantSince: '2018-01-01' })
    const [unknown] = vacanciesOn(on, [slotsgaarden], [], statutes)
    expect(unknown).to.include({ neverFilled: true, vacantSince: undefined })
  })

  it('tells who is booked to come', () => {
    const memberships = [held(3, '2022-01-01', '2023-03-31'), held(3, '2023-06-01', '2025-12-31')]
    const [vacancy] = vacanciesOn(isoDate('2023-05-01'), [slotsgaarden], memberships, statutes)
    expect(vacancy?.next?.starts_on).to.equal('2023-06-01')
    expect(vacanciesOn(isoDate('2023-06-01'), [slotsgaarden], memberships, statutes)).to.deep.equal([])
  })

  it('may be taken by a substitute who sat on the council once, but not by one who sits there now', () => {
    const rules = randers({ substitutes: 'pool', vacancy: 'substitute' })
    const reserve = {
      ...{ id: anId(1), person_id: anId(40), seat_id: null, position: null, withdrawn_on: null },
      ...{ area_key: 'slotsgaarden', area_kind: 'place' as const },
    }
    const on = isoDate('2023-05-01')
    const left = { ...held(3, '2022-01-01', '2023-03-31'), person_id: anId(41) }
    const once = { ...held(1, '2018-01-01', '2021-12-31'), person_id: anId(40) }
    const [free] = vacanciesOn(on, [slotsgaarden], [left, once], rules, [reserve])
    expect(free?.filling).to.deep.equal({
      by: 'substitute',
      areaKey: 'slotsgaarden',
      areaName: 'Slotsgården',
      stepsIn: { by: 'substitute', substitute: reserve },
    })
    const now = { ...held(1, '2022-01-01', '2025-12-31'), person_id: anId(40) }
    const [busy] = vacanciesOn(on, [slotsgaarden], [left, now], rules, [reserve])
    expect(busy?.filling).to.include({ by: 'election', kind: 'by_election' })
    const [none] = vacanciesOn(on, [slotsgaarden], [left], rules)
    expect(none?.filling).to.include({ by: 'election', kind: 'by_election' })
  })

  it('is no vacancy before the seat exists or after it is gone', () => {
    const seat = { ...slotsgaarden, starts_on: isoDate('2018-01-01'), ends_on: isoDate('2024-12-31') }
    for (const day of ['2017-12-31', '2025-01-01']) {
      expect(vacanciesOn(isoDate(day), [seat], [], statutes), day).to.deep.equal([])
    }
    expect(vacanciesOn(isoDate('2024-12-31'), [seat], [], statutes)).to.have.length(1)
  })
})

describe('Filling a vacant seat: "vælges et nyt medlem fra vedkommendes valgområde"', () => {
  const left = held(3, '2022-01-01', '2023-03-31')

  it('at a place is a by-election where somebody left inside the term', () => {
    expect(fillingOf(statutes, 'slotsgaarden', isoDate('2023-04-01'), left)).to.include({
      kind: 'by_election',
    })
  })

  it('at a place is an ordinary election where the term began with the seat empty', () => {
    const wholeTerm = held(3, '2022-01-01', '2025-12-31')
    expect(fillingOf(statutes, 'slotsgaarden', isoDate('2026-01-01'), wholeTerm)).to.include({
      kind: 'ordinary',
    })
    expect(fillingOf(statutes, 'slotsgaarden', isoDate('2026-01-01'), undefined)).to.include({
      kind: 'ordinary',
    })
  })

  it('among organisations is a nomination by those named, together where the statutes say so', () => {
    const filling = fillingOf(statutes, 'kontanthjaelp-foertidspension', isoDate('2023-04-01'), left)
    expect(filling).to.include({ by: 'nomination', agreement: 'joint' })
    expect(filling.by === 'nomination' && filling.bodies.map(({ name }) => name)).to.deep.equal([
      'Livtagerne',
      'Blå Kors',
      'SAND',
    ])
  })

  it('names an organisation that has ended apart, and its successor does not take over by itself', () => {
    const until = fillingOf(statutes, 'boligsocial', isoDate('2025-07-31'), undefined)
    expect(until.by === 'nomination' && [until.bodies.length, until.ended.length]).to.deep.equal([1, 0])
    const after = fillingOf(statutes, 'boligsocial', isoDate('2025-08-01'), undefined)
    if (after.by !== 'nomination') throw new Error('an organisation area is filled by nomination')
    expect(after.bodies).to.deep.equal([])
    expect(after.ended.map(({ successor }) => successor?.name)).to.deep.equal([
      'Den boligsociale helhedsplan Randers 2025-29',
    ])
  })

  it('is left until the next term where the statutes say that the seat stays empty', () => {
    const empty = randers({ vacancy: 'stays_empty' })
    expect(fillingOf(empty, 'slotsgaarden', isoDate('2023-04-01'), left).by).to.equal('nobody')
    expect(fillingOf(empty, 'boligsocial', isoDate('2023-04-01'), left).by).to.equal('nobody')
    expect(fillingOf(empty, 'slotsgaarden', isoDate('2026-01-01'), left).by).to.equal('election')
  })

  it('is unknown for an area that the statutes do not have', () => {
    expect(fillingOf(statutes, 'elsewhere', isoDate('2023-04-01'), left)).to.deep.equal({
      by: 'unknown',
      areaKey: 'elsewhere',
    })
  })

  it('that somebody left outside any term is no by-election', () => {
    // The statutes know no term after 2029.
    const after = held(3, '2030-01-01', '2030-02-28')
    expect(fillingOf(statutes, 'slotsgaarden', isoDate('2030-03-01'), after)).to.deep.equal({
      by: 'election',
      kind: 'ordinary',
      areaKey: 'slotsgaarden',
      areaName: 'Slotsgården',
    })
  })

  it('has to be decided at a place that is gone, since nobody can vote there: not on its last day, but after', () => {
    const closing = withArea('slotsgaarden', (area) => {
      for (const body of area.bodies) body.activeUntil = isoDate('2023-06-30')
    })
    expect(fillingOf(closing, 'slotsgaarden', isoDate('2023-06-30'), left).by).to.equal('election')
    expect(fillingOf(closing, 'slotsgaarden', isoDate('2023-07-01'), left)).to.deep.equal({
      by: 'unknown',
      areaKey: 'slotsgaarden',
    })
  })

  it('is no matter of a place where organisations that are gone nominated: they are named', () => {
    const gone = fillingOf(statutes, 'boligsocial', isoDate('2025-08-01'), undefined)
    expect(gone).to.include({ by: 'nomination', areaKey: 'boligsocial', areaName: 'Boligsocial' })
  })

  it('is by the word of the organisation where it holds the seat, when its member leaves inside the term', () => {
    const own = withArea('boligsocial', (area) => {
      if (area.kind === 'organisations') area.filling.heldBy = 'organisation'
    })
    expect(fillingOf(own, 'boligsocial', isoDate('2023-04-01'), left)).to.include({
      by: 'nomination',
      byNotice: true,
    })
    expect(fillingOf(own, 'boligsocial', isoDate('2023-04-01'), undefined)).not.to.have.property('byNotice')
    const persons = withArea('boligsocial', (area) => {
      if (area.kind === 'organisations') area.filling.heldBy = 'person'
    })
    expect(fillingOf(persons, 'boligsocial', isoDate('2023-04-01'), left)).not.to.have.property('byNotice')
  })

  it('counts a body as active from its first day, and as ended only where it has a last one', () => {
    const area = findArea(
      withArea('psykiatri', ({ bodies: [first] }) => {
        if (first) first.activeFrom = isoDate('2023-01-01')
      }),
      'psykiatri',
    )
    if (!area) throw new Error('Randers has Psykiatri')
    const names = (date: string) => activeBodies(area, isoDate(date)).map(({ name }) => name)
    expect(names('2022-12-31')).to.deep.equal(['Bedre Psykiatri'])
    expect(names('2023-01-01')).to.deep.equal(['Sind', 'Bedre Psykiatri'])
    expect(endedBodies(area, isoDate('2029-12-31'))).to.deep.equal([])
  })

  it('counts a body as active on its last day', () => {
    const area = findArea(statutes, 'boligsocial')
    if (!area) throw new Error('Randers has Boligsocial')
    expect(activeBodies(area, isoDate('2025-07-31'))).to.have.length(1)
    expect(endedBodies(area, isoDate('2025-07-31'))).to.deep.equal([])
    expect(activeBodies(area, isoDate('2025-08-01'))).to.deep.equal([])
  })
})

describe('The roster', () => {
  it('has every seat, in the order given, with whoever holds it that day', () => {
    const member = held(7, '2022-01-01', '2025-12-31')
    expect(rosterOn(isoDate('2025-12-31'), [slotsgaarden, boligsocial], [member])).to.deep.equal([
      { seat: slotsgaarden, membership: undefined },
      { seat: boligsocial, membership: member },
    ])
  })

  it('and the vacancies are together exactly all seats, on any day', () => {
    const seats = [slotsgaarden, boligsocial]
    const memberships = fc.array(
      fc
        .tuple(anySpan, fc.constantFrom(3, 7))
        .map(([span, seat_id]) => ({ ...span, seat_id: anId(seat_id) })),
      { maxLength: 4 },
    )
    const day = anySpan.map(({ starts_on }) => starts_on)
    fc.assert(
      fc.property(memberships, day, (all, on) => {
        const filled = rosterOn(on, seats, all).filter(({ membership }) => membership)
        for (const { seat, membership } of filled) {
          expect(membership?.seat_id).to.equal(seat.id)
          expect(membership && includesDay(membership, on)).to.equal(true)
        }
        const vacant = vacanciesOn(on, seats, all, statutes).map(({ seat }) => seat.id)
        expect([...filled.map(({ seat }) => seat.id), ...vacant].sort()).to.deep.equal([3, 7])
      }),
    )
  })
})
