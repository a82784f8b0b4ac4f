import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { Area, Body, Statutes } from '../../../../models/statutes/document.ts'
import { bodyChanges } from '../../../../models/rules/council/statutes_body_changes.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { allBut, registerOf, SEATS } from '../../../support/statutes/register.ts'

const before = randers()

/** The statutes from the day, where Helhedsplanen for Nordbyen ends on 31 July 2025, with one area changed. */
function after(day: string, key = '', change: (area: Area) => object = () => ({})): Statutes {
  const areas = before.areas.map((area) => (area.key === key ? { ...area, ...change(area) } : area))
  return { ...before, areas, inForceFrom: isoDate(day) }
}

const now = registerOf(allBut())
const planGone = {
  ...{ change: 'lost', area: 'Boligsocial', body: 'Helhedsplanen for Nordbyen', on: '2025-08-01' },
  ...{ seats: ['7 (Plads 7)'], nobodyLeft: true },
  successor: 'Den boligsociale helhedsplan Randers 2025-29',
  members: [{ person: 'M7', until: '2025-12-31' }],
}
const bodies = (...list: Body[]) => ({ bodies: list })
const newcomer = { key: 'husly', name: 'Husly', aliases: [] }

describe('Organisations that come and go with a new version', () => {
  it('are told where one ends by itself later in the term', () => {
    expect(bodyChanges(before, after('2025-06-02'), now)).to.deep.equal([planGone])
  })

  it('are told from the first day of the term, and not in a term before it', () => {
    expect(bodyChanges(before, after('2022-01-01'), now)).to.deep.equal([planGone])
    expect(bodyChanges(before, after('2021-12-31'), now)).to.deep.equal([])
  })

  it('are none where the day is in no term, though one ends before the next', () => {
    const gap = (day: string) => {
      const document = after(day)
      return { ...document, terms: document.terms.filter(({ startsOn }) => startsOn !== '2022-01-01') }
    }
    expect(bodyChanges(before, gap('2024-06-01'), now)).to.deep.equal([])
  })

  it('are none once they are over', () => {
    expect(bodyChanges(before, after('2025-09-01'), now)).to.deep.equal([])
  })

  it('name both members of an area that loses one of two, and who comes instead', () => {
    const document = after('2025-09-01', 'psykiatri', (area) => bodies(area.bodies[1] as Body, newcomer))
    const both = {
      ...{ area: 'Psykiatri', on: '2025-09-01', seats: ['5 (Plads 5)', '6 (Plads 6)'] },
      ...{ nobodyLeft: false, successor: undefined },
      members: [
        { person: 'M5', until: '2025-12-31' },
        { person: 'M6', until: '2025-12-31' },
      ],
    }
    expect(bodyChanges(before, document, now)).to.deep.equal([
      { ...both, change: 'lost', body: 'Sind' },
      { ...both, change: 'added', body: 'Husly' },
    ])
  })

  it('leave out seats that have ended, and who no longer sits there', () => {
    const seats = SEATS.map((seat) => (seat.id === 7 ? { ...seat, ends_on: isoDate('2025-07-31') } : seat))
    const members = allBut(7)
    expect(bodyChanges(before, after('2025-08-01'), registerOf(members, { seats }))).to.deep.equal([
      { ...planGone, seats: [], members: [] },
    ])
    const lastDay = seats.map((seat) => (seat.id === 7 ? { ...seat, ends_on: isoDate('2025-08-01') } : seat))
    expect(bodyChanges(before, after('2025-08-01'), registerOf(members, { seats: lastDay }))).to.deep.equal([
      { ...planGone, members: [] },
    ])
  })

  it('are not those of an area that is new, nor the place that people voted at', () => {
    const nominated = { ...before.areas[4], key: 'perron-4', name: 'Perron 4', bodies: [newcomer] }
    expect(
      bodyChanges(
        before,
        after('2025-09-01', 'perron-4', () => nominated),
        now,
      ),
    ).to.deep.equal([])
    const closing = { ...newcomer, activeUntil: isoDate('2025-10-31') }
    const place = after('2025-09-01', 'perron-4', () => bodies(closing))
    expect(bodyChanges(before, place, now)).to.deep.equal([])
  })
})
