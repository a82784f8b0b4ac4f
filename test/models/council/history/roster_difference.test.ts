import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import { type MembershipId, NO_ID, type PersonId } from '../../../../models/core/ids.ts'
import {
  daysToCompare,
  nameDifferences,
  officeDifferences,
  peopleDifference,
  SEAT_CHANGES,
  seatDifferences,
  type SeatChange,
  type SeatOnDay,
  type SeatState,
} from '../../../../models/council/history/roster_difference.ts'
import { anId } from '../../../support/ids.ts'

interface Member {
  id: MembershipId
  person_id: PersonId
}
type Seat = SeatOnDay<Member>
type State = SeatState<Member>

const held = (person: number, id = person): State => ({
  is: 'held',
  member: { id: anId(id), person_id: anId(person) },
})
const VACANT: State = { is: 'vacant' }
const UNKNOWN: State = { is: 'unknown' }
const roster = (...states: (State | undefined)[]): Seat[] =>
  states.flatMap((state, index) => (state ? [{ id: anId(index + 1), state }] : []))
const changes = (before: Seat[], after: Seat[]) =>
  seatDifferences<Member, Seat>(before, after).map(({ change }) => change)

const BACKWARDS: Record<SeatChange, SeatChange> = {
  replaced: 'replaced',
  became_vacant: 'filled',
  filled: 'became_vacant',
  added: 'taken_away',
  taken_away: 'added',
  unchanged: 'unchanged',
  again: 'again',
  still_vacant: 'still_vacant',
  not_known: 'not_known',
}

describe('What has happened to a seat between two days', () => {
  const cases: [before: State | undefined, after: State | undefined, expected: SeatChange][] = [
    [held(1), held(1), 'unchanged'],
    [held(1, 10), held(1, 11), 'again'],
    [held(1), held(2), 'replaced'],
    [held(1), VACANT, 'became_vacant'],
    [VACANT, held(1), 'filled'],
    [VACANT, VACANT, 'still_vacant'],
    [UNKNOWN, held(1), 'not_known'],
    [UNKNOWN, VACANT, 'not_known'],
    [UNKNOWN, UNKNOWN, 'not_known'],
    [undefined, held(1), 'added'],
    [undefined, VACANT, 'added'],
    [held(1), undefined, 'taken_away'],
  ]
  for (const [before, after, expected] of cases) {
    it(`${JSON.stringify(before ?? 'no seat')} and then ${JSON.stringify(after ?? 'no seat')}: ${expected}`, () => {
      expect(changes(roster(before), roster(after))).to.deep.equal([expected])
    })
  }

  it('a council is told seat by seat, those that are gone at the end', () => {
    const before = roster(held(1), held(2), VACANT, held(4), undefined)
    const after = roster(held(1), held(7), held(8), undefined, held(4, 40))
    expect(changes(before, after)).to.deep.equal(['unchanged', 'replaced', 'filled', 'added', 'taken_away'])
    const { came, left, moved } = peopleDifference<Member, Seat>(before, after)
    expect(came.map(({ id }) => id)).to.deep.equal([2, 3])
    expect(left.map(({ id }) => id)).to.deep.equal([2])
    // Person 4 went from seat 4 to seat 5: neither came nor left.
    expect(moved.map((one) => [one.before.id, one.after.id])).to.deep.equal([[4, 5]])
  })

  it('nobody came to a seat of which it is not known who held it before', () => {
    const { came, left } = peopleDifference<Member, Seat>(roster(UNKNOWN, held(2)), roster(held(1), held(3)))
    expect(came.map(({ id }) => id)).to.deep.equal([2])
    expect(left.map(({ id }) => id)).to.deep.equal([2])
  })
})

const aRoster = fc
  .array(fc.constantFrom('held', 'again', 'vacant', 'unknown', 'gone'), { minLength: 1, maxLength: 7 })
  .chain((kinds) =>
    fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }).map((people) =>
      roster(
        ...kinds.map((kind, index): State | undefined => {
          const person = people[index] ?? 0
          if (kind === 'gone') return undefined
          if (kind === 'held') return held(anId(person))
          if (kind === 'again') return held(anId(person), anId(person + 100))
          return kind === 'vacant' ? VACANT : UNKNOWN
        }),
      ),
    ),
  )

describe('The difference between two days', () => {
  it('of a day and itself is nothing', () => {
    fc.assert(
      fc.property(aRoster, (day) => {
        expect(changes(day, day).filter((change) => SEAT_CHANGES.includes(change))).to.deep.equal([])
        expect(peopleDifference<Member, Seat>(day, day)).to.deep.equal({ came: [], left: [], moved: [] })
      }),
    )
  })

  it('read backwards has whoever came as whoever left, and each change the other way round', () => {
    fc.assert(
      fc.property(aRoster, aRoster, (before, after) => {
        const forth = seatDifferences<Member, Seat>(before, after)
        const back = seatDifferences<Member, Seat>(after, before)
        const idOf = (one: (typeof forth)[number]) => (one.after ?? one.before)?.id ?? NO_ID
        const byId = (found: typeof forth) => new Map(found.map((one) => [idOf(one), one.change]))
        const turned = new Map([...byId(back)].map(([id, change]) => [id, BACKWARDS[change]]))
        expect(new Map([...byId(forth)].sort())).to.deep.equal(new Map([...turned].sort()))
        const people = peopleDifference<Member, Seat>(before, after)
        const peopleBack = peopleDifference<Member, Seat>(after, before)
        expect(people.came).to.deep.equal(peopleBack.left)
        expect(people.left).to.deep.equal(peopleBack.came)
        expect(people.moved.length).to.equal(peopleBack.moved.length)
      }),
    )
  })

  it('tells every seat of either day exactly once', () => {
    fc.assert(
      fc.property(aRoster, aRoster, (before, after) => {
        const told = seatDifferences<Member, Seat>(before, after).map((one) => (one.after ?? one.before)?.id)
        expect([...told].sort()).to.deep.equal([...new Set([...before, ...after].map(({ id }) => id))].sort())
      }),
    )
  })
})

describe('What else is otherwise', () => {
  const officer = (office: string, number: number, person_id: PersonId) => ({ office, number, person_id })

  it('the offices that another holds, that nobody holds any more, and that nobody held', () => {
    const before = [
      officer('chair', 1, anId(1)),
      officer('vice_chair', 1, anId(2)),
      officer('vice_chair', 2, anId(3)),
    ]
    const after = [officer('chair', 1, anId(1)), officer('vice_chair', 1, anId(9))]
    expect(officeDifferences(before, after)).to.deep.equal([
      { before: before[1], after: after[1] },
      { before: before[2], after: undefined },
    ])
    expect(officeDifferences(after, before)).to.deep.equal([
      { before: after[1], after: before[1] },
      { before: undefined, after: before[2] },
    ])
    expect(officeDifferences(before, before)).to.deep.equal([])
  })

  it('the names of what is there on both days', () => {
    const before = [
      { id: anId(1), name: 'Perron 4' },
      { id: anId(2), name: 'Slotsgården' },
      { id: anId(3), name: 'Nordbyen' },
    ]
    const after = [
      { id: anId(1), name: 'Perronen' },
      { id: anId(2), name: 'Slotsgården' },
      { id: anId(4), name: 'Randers 2025-29' },
    ]
    expect(nameDifferences(before, after)).to.deep.equal([{ id: 1, before: 'Perron 4', after: 'Perronen' }])
  })

  it('to begin with, the term before the present one is compared with today; without one, a year ago', () => {
    const [first, second] = [
      { starts_on: isoDate('2018-01-01'), ends_on: isoDate('2021-12-31') },
      { starts_on: isoDate('2022-01-01'), ends_on: isoDate('2025-12-31') },
    ]
    const on = (day: string) => daysToCompare([first, second], isoDate(day))
    expect(on('2024-05-01')).to.deep.equal({ from: '2018-01-01', until: '2024-05-01' })
    expect(on('2026-05-01')).to.deep.equal({ from: '2022-01-01', until: '2026-05-01' })
    expect(on('2019-05-01')).to.deep.equal({ from: '2018-05-01', until: '2019-05-01' })
  })
})
