import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { CouncilHistory, HeldInFull } from '../../../../../models/council/history/council_history.ts'
import type { SeatThen, TwoDays } from '../../../../../models/council/history/two_days.ts'
import { officeDifferencesPage } from '../../../../../views/office/council/history/differences.page.ts'
import { officeTimelinePage } from '../../../../../views/office/council/history/timeline.page.ts'
import { aHeld, aMember, aSeat } from '../../../../support/plain/council.ts'
import { aReader } from '../../../../support/reader.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { anId } from '../../../../support/ids.ts'

const TERM = { starts_on: isoDate('2026-01-01'), ends_on: isoDate('2029-12-31') }
const BEFORE = { starts_on: isoDate('2022-01-01'), ends_on: isoDate('2025-12-31') }

describe('The timeline of the office', () => {
  const held = (given: Partial<HeldInFull> = {}): HeldInFull => ({
    ...{ ...aHeld(), offices: [], nominatedBy: [], ...given },
  })
  const terms = [BEFORE, TERM].map((term, index) => ({
    id: anId(index + 1),
    municipal_election_on: isoDate('2025-11-18'),
    ...term,
  }))

  function pageOf(members: HeldInFull[], as: 'secretary' | 'member' = 'secretary', day = '2026-03-10') {
    const stretches = members.map((one) => ({ kind: 'held' as const, held: one }))
    const history: CouncilHistory = { seats: [{ seat: aSeat(), stretches }], terms }
    const span = { starts_on: BEFORE.starts_on, ends_on: TERM.ends_on }
    const asked = { span, asked: false, day: isoDate(day) }
    return officeTimelinePage(aReader({ as }), asked, history, { statutes: randers(), offices: [] })
  }
  const notes = (page: ReturnType<typeof pageOf>) => page.tables[0]?.seats[0]?.rows[0]?.notes.join(' ')

  it('leads to the seat and to the person', () => {
    const seat = pageOf([held()]).tables[0]?.seats[0]
    expect(seat?.href).to.equal('/kontor/pladser/slotsgaarden')
    expect(seat?.rows[0]?.href).to.equal('/kontor/personer/5')
  })

  it('keeps a private reason to those who may read it', () => {
    const left = held({ ends_on: isoDate('2026-02-28'), end_reason: 'moved', end_private: 1 })
    expect(notes(pageOf([left], 'member'))).to.include('privat')
    expect(notes(pageOf([left]))).not.to.include('privat')
  })

  it('says of another day than today what a member was then', () => {
    expect(pageOf([held()]).legend).to.deep.equal(['now'])
    expect(pageOf([held()], 'secretary', '2025-01-01').legend).to.deep.equal(['coming'])
    expect(pageOf([held()], 'secretary', '2025-01-01').isToday).to.equal(false)
  })

  it('offers each term by itself where there were members in several', () => {
    expect(pageOf([held()]).terms).to.deep.equal([])
    const two = pageOf([held(), held({ id: anId(10), ...BEFORE })])
    expect(two.terms.map(({ href }) => href)).to.deep.equal([
      '/kontor/raadet/tidslinje?fra=2022&til=2025',
      '/kontor/raadet/tidslinje?fra=2026&til=2029',
    ])
  })

  it('leads those who may import to that while there is nothing', () => {
    expect(pageOf([]).isEmpty).to.equal(true)
    expect(pageOf([]).hrefs.empty).to.equal('/kontor/ind-og-ud')
    expect(pageOf([], 'member').hrefs.empty).to.equal(null)
  })
})

describe('The differences between two days', () => {
  const then = (given: Parameters<typeof aMember>[0] = {}): SeatThen => {
    return { id: anId(3), seat: aSeat(), state: { is: 'held', member: aMember(given) } }
  }
  const days = { from: isoDate('2025-03-10'), until: isoDate('2026-03-10') }
  const nothing: TwoDays = {
    ...{ seats: [], people: { came: [], left: [], moved: [] }, offices: [], names: [], statutes: null },
  }
  const pageOf = (found: Partial<TwoDays>, of = days) =>
    officeDifferencesPage(aReader(), of, { ...nothing, ...found }, [])

  it('say what has happened in one sentence', () => {
    const karla = then({ person: 'Karla Due', person_id: anId(6) })
    const seats = [{ change: 'replaced' as const, before: karla, after: then() }]
    const page = pageOf({ seats })
    expect(page.sentence).to.equal('Fra 10. marts 2025 til 10. marts 2026 er 1 plads skiftet.')
    expect(page.groups[0]?.rows[0]).to.deep.include({
      before: { name: 'Karla Due', href: '/kontor/personer/6' },
      after: { name: 'Gerda Elmose', href: '/kontor/personer/5' },
      changed: true,
    })
    expect(pageOf({}).sentence).to.include('10. marts 2025')
    expect(pageOf({}, { ...days, from: days.until }).sentence).not.to.include('2025')
  })

  it('lead to the council of each day', () => {
    expect(pageOf({}).hrefs).to.deep.include({
      from: '/kontor/raadet?dato=2025-03-10',
      until: '/kontor/raadet?dato=2026-03-10',
    })
  })
})
