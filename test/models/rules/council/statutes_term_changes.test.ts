import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { Statutes, Term } from '../../../../models/statutes/document.ts'
import { termChanges } from '../../../../models/rules/council/statutes_term_changes.ts'
import type { TermNow } from '../../../../models/rules/council/register_now.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { aMember, registerOf } from '../../../support/statutes/register.ts'
import { anId } from '../../../support/ids.ts'

const before = randers()
const [, second] = before.terms as [Term, Term, Term]

function after(change: Partial<Term>, ...more: Term[]): Statutes {
  const terms = before.terms.slice(0, 1).concat({ ...second, ...change }, more)
  return { ...before, terms, inForceFrom: isoDate('2025-08-01') }
}

const until = (endsOn: string) => after({ endsOn: isoDate(endsOn) })
const atEnd = aMember(1)
const leftEarly = aMember(2, '2022-01-01', '2025-10-31')
const otherTerm = aMember(3, '2018-01-01', '2025-12-31', 1)
const member = (from: string) => aMember(4, from)
const members = [atEnd, leftEarly, otherTerm]

describe('What a new version does to terms', () => {
  it('nothing to those it says as before, whatever the register says of them', () => {
    expect(termChanges(before, before, registerOf(members))).to.deep.equal([])
    expect(termChanges(before, before, registerOf(members, { terms: [] }))).to.deep.equal([])
  })

  it('adds one that nobody knows', () => {
    const term = {
      ...{ startsOn: isoDate('2030-01-01'), endsOn: isoDate('2033-12-31') },
      municipalElectionOn: isoDate('2029-11-20'),
    }
    expect(termChanges(before, after({}, term), registerOf(members))).to.deep.equal([
      { change: 'added', term },
    ])
  })

  it('nothing to one that the register already has with these days', () => {
    const { terms } = registerOf([])
    const known = terms.map((term) => (term.id === 2 ? { ...term, ends_on: isoDate('2025-10-31') } : term))
    expect(termChanges(before, until('2025-10-31'), registerOf(members, { terms: known }))).to.deep.equal([])
  })

  const moved = (term: Term | undefined) => ({ change: 'moved', id: 2, term, wasUntil: '2025-12-31' })

  it('shortens memberships that would outlive it, of its own members alone', () => {
    const document = until('2025-10-31')
    expect(termChanges(before, document, registerOf(members))).to.deep.equal([
      { ...moved(document.terms[1]), shortened: [atEnd], notExtended: [] },
    ])
  })

  it('prolongs no membership; those that ended with it still do', () => {
    const document = until('2026-03-31')
    expect(termChanges(before, document, registerOf(members))).to.deep.equal([
      { ...moved(document.terms[1]), shortened: [], notExtended: [atEnd] },
    ])
  })

  it('moves its election day and leaves every membership as it is', () => {
    const document = after({ municipalElectionOn: isoDate('2021-11-23') })
    expect(termChanges(before, document, registerOf(members))).to.deep.equal([
      { ...moved(document.terms[1]), shortened: [], notExtended: [] },
    ])
  })

  it('is refused where somebody booked would have no day left', () => {
    const now = registerOf([...members, member('2025-11-01')])
    expect(termChanges(before, until('2025-10-31'), now)).to.deep.equal({
      ok: false,
      reason: 'term_cuts_coming',
      params: { person: 'M4', from: '2025-11-01', until: '2025-10-31' },
      field: 'document',
    })
  })

  it('leaves somebody booked the one day there is', () => {
    const oneDay = member('2025-10-31')
    const [change] = termChanges(before, until('2025-10-31'), registerOf([oneDay])) as object[]
    expect(change).to.deep.include({ change: 'moved', shortened: [oneDay] })
  })

  it('is not refused for who is booked in another term', () => {
    const later = aMember(1, '2026-01-01', '2029-12-31', 3)
    const [change] = termChanges(before, until('2025-10-31'), registerOf([later])) as object[]
    expect(change).to.deep.include({ change: 'moved', shortened: [] })
  })
})

describe('Terms side by side, each for areas of its own', () => {
  const row = (id: number, areas: string[]): TermNow => ({
    ...{ id: anId(id), areas, starts_on: second.startsOn, ends_on: second.endsOn },
    municipal_election_on: second.municipalElectionOn,
  })
  const terms = [row(1, []), row(2, ['perron-4', 'cafe-rusfri']), row(3, ['slotsgaarden', 'psykiatri'])]
  const endsOn = isoDate('2025-10-31')
  const found = (change: Partial<Term>) =>
    (termChanges(before, after({ endsOn, ...change }), registerOf([], { terms })) as object[]).map((one) =>
      'id' in one ? one.id : 'added',
    )

  it('are known by their areas, in whatever order these stand', () => {
    expect(found({})).to.deep.equal([1])
    expect(found({ areas: ['perron-4', 'cafe-rusfri'] })).to.deep.equal([2])
    expect(found({ areas: ['cafe-rusfri', 'perron-4'] })).to.deep.equal([2])
    expect(found({ areas: ['slotsgaarden', 'psykiatri'] })).to.deep.equal([3])
    expect(found({ areas: ['psykiatri', 'slotsgaarden'] })).to.deep.equal([3])
  })

  it('are new where no term has just these areas', () => {
    expect(found({ areas: ['perron-4'] })).to.deep.equal(['added'])
    expect(found({ areas: ['perron-4', 'psykiatri'] })).to.deep.equal(['added'])
  })
})
