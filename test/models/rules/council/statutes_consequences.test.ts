import { expect } from 'chai'
import type { Quota, Statutes } from '../../../../models/statutes/document.ts'
import {
  consequencesOf,
  isWithoutConsequences,
  lastDayBefore,
  type Consequences,
} from '../../../../models/rules/council/statutes_consequences.ts'
import type { OfficerNow, RegisterNow } from '../../../../models/rules/council/register_now.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { randers } from '../../../support/statutes/randers.ts'
import {
  aMember,
  allBut,
  aSeat,
  randersFrom,
  registerOf,
  SEATS,
  withSeats,
} from '../../../support/statutes/register.ts'
import { anId } from '../../../support/ids.ts'

const before = randers()
const DAY = '2025-09-01'

function consequences(after: Statutes, now: RegisterNow): Consequences {
  const found = consequencesOf(before, after, now)
  if ('ok' in found) throw new Error(found.reason)
  return found
}

const areaOf = (after: Statutes, key: string) => after.areas.find((area) => area.key === key)

describe('Seats that come and go with a new version', () => {
  it('go from the highest number down, and are told from the lowest', () => {
    const after = randersFrom(DAY, withSeats({ psykiatri: 1, boligsocial: 0 }))
    const { seatsAdded, seatsEnded, membersEnded } = consequences(after, registerOf(allBut(5, 6)))
    expect(seatsAdded).to.deep.equal([])
    expect(seatsEnded).to.deep.equal([SEATS[5], SEATS[6]])
    expect(membersEnded).to.deep.equal([{ ...aMember(7), seat: 'Plads 7' }])
  })

  it('come beside vacant ones, which stay', () => {
    const after = randersFrom(DAY, withSeats({ boligsocial: 3 }))
    const { seatsAdded, seatsEnded } = consequences(after, registerOf(allBut(7)))
    const area = areaOf(after, 'boligsocial')
    expect(seatsAdded).to.deep.equal([{ area, position: 5, count: 2, isNew: false }])
    expect(seatsEnded).to.deep.equal([])
  })

  it('are new to an area whose seat has ended, or has yet to begin', () => {
    const after = randersFrom(DAY, withSeats({ boligsocial: 2 }))
    for (const seat of [
      aSeat(7, 'boligsocial', '2018-01-01', '2025-08-31'),
      aSeat(7, 'boligsocial', '2026-01-01'),
    ]) {
      const seats = SEATS.map((one) => (one.id === 7 ? seat : one))
      const { seatsAdded } = consequences(after, registerOf(allBut(7), { seats }))
      const area = areaOf(after, 'boligsocial')
      expect(seatsAdded).to.deep.equal([{ area, position: 5, count: 2, isNew: true }])
    }
  })

  it('are left as they are where the register has come to that number on its own', () => {
    const seats = SEATS.filter(({ id }) => id !== 5)
    const found = consequences(
      randersFrom(DAY, withSeats({ psykiatri: 1 })),
      registerOf(allBut(5, 6), { seats }),
    )
    expect(isWithoutConsequences(found)).to.equal(true)
  })

  it('are not taken from people, who are named', () => {
    const after = randersFrom(DAY, withSeats({ psykiatri: 1 }))
    const booked = { ...aMember(6, '2026-01-01', '2029-12-31', 3), id: anId(16) }
    expect(consequencesOf(before, after, registerOf([...allBut(), booked]))).to.deep.equal({
      ok: false,
      reason: 'seats_all_held',
      params: { area: 'Psykiatri', seats: 1, people: 'M5, M6' },
      field: 'document',
    })
  })
})

describe('A new version as a whole', () => {
  const ruled = (rules: object) => (document: Statutes) => ({
    rules: Object.fromEntries([
      ...Object.entries(document.rules),
      ...Object.entries(rules).map(([key, value]) => [
        key,
        { value: value as unknown, source: 'x', confirmed: true },
      ]),
    ]) as Statutes['rules'],
  })

  it('is refused where a shorter term leaves no day for somebody booked', () => {
    const after = randersFrom(DAY, ({ terms }) => ({
      terms: terms.map((term) =>
        term.startsOn === '2022-01-01' ? { ...term, endsOn: isoDate('2025-10-31') } : term,
      ),
    }))
    const now = registerOf([aMember(1, '2025-11-01')])
    expect(consequencesOf(before, after, now)).to.deep.include({ ok: false, reason: 'term_cuts_coming' })
  })

  it('takes an office from the second of two, where there is one left', () => {
    const officer = (id: number, office: OfficerNow['office'], number: number): OfficerNow => ({
      ...{ id: anId(id), office, number, person: `M${id}` },
      ...{ starts_on: isoDate('2022-02-01'), ends_on: isoDate('2025-12-31') },
    })
    const officers = [officer(1, 'chair', 1), officer(2, 'vice_chair', 1), officer(3, 'vice_chair', 2)]
    const found = consequences(
      randersFrom(DAY, ruled({ meetingsOpen: true })),
      registerOf(allBut(), { officers }),
    )
    expect(found.officersEnded).to.deep.equal([officers[2]])
  })

  const range = { min: 8, max: 12 }

  it('counts as lacking what is too few of those who sit that day and are not on their way out', () => {
    const lacking = (seats: object | number, members = allBut()) =>
      consequences(randersFrom(DAY, ruled({ seats })), registerOf(members)).membersLacking
    expect(lacking(range)).to.equal(0)
    // 9 − 2 = 7 members, and 8 − 7 = 1
    expect(lacking(range, allBut(1, 2))).to.equal(1)
    const notYet = [1, 2].map((seat) => aMember(seat, '2025-09-02'))
    expect(lacking(range, [...allBut(1, 2), ...notYet])).to.equal(1)
    expect(lacking(range, [])).to.equal(0)
    expect(lacking(9, allBut(1, 2))).to.equal(0)
    // Without Boligsocial the 8 who sit become 7.
    const without = randersFrom(DAY, (document) => ({
      ...withSeats({ boligsocial: 0 })(document),
      ...ruled({ seats: range })(document),
    }))
    expect(consequences(without, registerOf(allBut(1))).membersLacking).to.equal(1)
    expect(consequences(without, registerOf(allBut())).membersLacking).to.equal(0)
  })

  it('tells the quotas that are broken, and those alone', () => {
    const quota = (key: string, amount: number): Quota => ({
      ...{ key, name: key, of: { areas: ['perron-4', 'psykiatri'] }, amount },
      ...{ limit: 'at_least', force: 'soft' },
    })
    const after = randersFrom(DAY, ruled({ quotas: [quota('two', 2), quota('three', 3)] }))
    // M1 and one of Psykiatri: 2 of 8.
    expect(consequences(after, registerOf(allBut(6))).quotasBroken).to.deep.equal([
      { quota: quota('three', 3), have: 2, members: 8, kept: false },
    ])
  })

  it('has none only where every part of it is empty', () => {
    const none = consequences(randersFrom(DAY, ruled({ meetingsOpen: true })), registerOf(allBut()))
    expect(none).to.deep.equal({
      ...{ from: DAY, seatsAdded: [], seatsEnded: [], membersEnded: [], officersEnded: [] },
      ...{ bodies: [], terms: [], quotasBroken: [], membersLacking: 0 },
    })
    expect(isWithoutConsequences(none)).to.equal(true)
    expect(isWithoutConsequences({ ...none, membersLacking: 1 })).to.equal(false)
    expect(isWithoutConsequences({ ...none, seatsEnded: [aSeat(1, 'perron-4')] })).to.equal(false)
    expect(isWithoutConsequences({ ...none, membersEnded: [{ ...aMember(1), seat: 'Plads 1' }] })).to.equal(
      false,
    )
  })

  it('ends what it ends on the day before', () => {
    expect(lastDayBefore({ from: isoDate('2025-08-01') })).to.equal('2025-07-31')
    expect(lastDayBefore({ from: isoDate('2026-01-01') })).to.equal('2025-12-31')
  })
})
