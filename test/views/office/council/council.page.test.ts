import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { RosterLine } from '../../../../models/council/roster.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'
import { councilPage, type CouncilOnDay } from '../../../../views/office/council/council.page.ts'
import { aLine, aMember, aSeat, aVacancy, anOfficer } from '../../../support/plain/council.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'

const term = { starts_on: isoDate('2026-01-01'), ends_on: isoDate('2029-12-31') }
const vacantLine = aLine({ member: undefined, vacancy: aVacancy() })

function pageOf(lines: RosterLine[], world: Partial<CouncilOnDay> = {}, day = '2026-03-10', lang?: 'en') {
  const rest = { statutes: randers(), term, officers: [], vacantChair: undefined }
  return councilPage(aReader(lang ? { lang } : {}), isoDate(day), { ...rest, lines, ...world })
}

describe('The page of the council on a day', () => {
  it('counts the seats that are filled and names those that are not', () => {
    expect(pageOf([aLine()]).sum).to.equal('1 af 1 plads er besat.')
    const page = pageOf([aLine(), vacantLine])
    expect(page.sum).to.include('1 af 2').and.to.include('Slotsgården')
    expect(pageOf([]).sum).to.equal(null)
  })

  it('says which day it shows, and in which term', () => {
    expect(pageOf([aLine()]).term).to.match(/^10\. marts 2026\. .*31\. december 2029/)
    const then = pageOf([aLine()], { term: undefined }, '2026-02-01')
    expect(then.heading).to.include('1. februar 2026')
    expect(then.term).not.to.include('1. februar 2026')
    expect(then.groups[0]?.seats[0]?.href).to.equal('/kontor/pladser/slotsgaarden?dato=2026-02-01')
  })

  it('has the kinds of seats apart, and none that has no seats', () => {
    const nominated = aLine({ seat: aSeat({ area_kind: 'organisations', area_slug: 'forsorg-hjemloese' }) })
    expect(pageOf([nominated, aLine()]).groups.map(({ kind }) => kind)).to.deep.equal([
      'place',
      'organisations',
    ])
    expect(pageOf([nominated]).groups.map(({ kind }) => kind)).to.deep.equal(['organisations'])
  })

  it('says of a vacant seat who held it, and who comes or how it is filled', () => {
    const [seat] = pageOf([vacantLine]).groups[0]?.seats ?? []
    expect(seat?.member).to.equal(null)
    expect(seat?.vacancy?.since).to.equal('Siden 1. marts 2026')
    expect(seat?.vacancy?.previous).to.include('Gerda Elmose')
    expect(seat?.vacancy?.next).to.include('suppleringsvalg')
    const next = pageOf([aLine({ member: undefined, vacancy: aVacancy({ next: aMember() }) })])
    expect(next.groups[0]?.seats[0]?.vacancy?.next).to.include('Gerda Elmose')
  })

  it('warns where members sat to the end of a term that is over', () => {
    expect(pageOf([vacantLine]).interregnum).to.equal(null)
    const ended = aVacancy({ previous: aMember() })
    const { interregnum } = pageOf([aLine({ member: undefined, vacancy: ended })])
    expect(interregnum?.text).to.have.length(2)
    expect(interregnum?.heading).to.include('31. december 2029')
  })

  it('says which offices are held, by whom and since when', () => {
    const [chair, vice] = pageOf([aLine()], { officers: [anOfficer()] }).offices
    expect(chair).to.deep.equal({ label: 'Formand', value: ['Gerda Elmose', 'Siden 12. januar 2026'] })
    expect(vice?.value).to.be.a('string')
  })

  it('says who acts where the chair has left', () => {
    const vacant = { left: anOfficer(), since: isoDate('2026-03-01'), meeting: undefined, coming: [] }
    const acting = anOfficer({ person: 'Karla Due', office: 'vice_chair' })
    expect(pageOf([], { vacantChair: { ...vacant, acting } }).acting).to.include('Karla Due')
    expect(pageOf([], { vacantChair: { ...vacant, acting: undefined } }).acting).not.to.include('Karla')
    expect(pageOf([]).acting).to.equal(null)
  })

  it('says which quotas are not kept, and only once there are members', () => {
    const quotas: RuleValue<'quotas'> = [
      { key: 'brugere', name: 'brugere', of: 'nominated', limit: 'at_least', amount: 1, force: 'hard' },
    ]
    expect(pageOf([aLine()], { statutes: randers({ quotas }) }).balance).to.have.length(1)
    expect(pageOf([vacantLine], { statutes: randers({ quotas }) }).balance).to.deep.equal([])
  })

  it('is in the language of its reader', () => {
    expect(pageOf([aLine()], {}, '2026-03-10', 'en').term).to.include('March 2026')
  })
})
