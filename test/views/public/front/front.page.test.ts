import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { PublicCouncil, PublicMember, PublicVacancy } from '../../../../models/council/publication.ts'
import { frontPage } from '../../../../views/public/front/front.page.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

const reader = aReader({ as: null, on: '2027-03-10' })

function aMember(given: Partial<PublicMember> = {}): PublicMember {
  return {
    ...{ name: 'Maja Lund', email: null, phone: null, office: null, electionId: null, nominatedBy: [] },
    ...{ starts_on: isoDate('2026-01-01'), due_on: isoDate('2029-12-31'), ends_on: isoDate('2029-12-31') },
    ...{ chosen: 'registered', chosen_on: null },
    ...given,
  }
}

function aVacancy(given: Partial<PublicVacancy> = {}): PublicVacancy {
  const since = isoDate('2027-03-01')
  return { since, filling: 'election', organisations: [], hasSubstitutes: false, next: null, ...given }
}

function page(member: PublicMember | null, vacancy: PublicVacancy | null = null, on?: string) {
  const seat = { slug: 'perron-4', area: 'Perron 4', kind: 'place' as const, member, vacancy }
  const council: PublicCouncil = { seats: [seat], term: null, assumed: [] }
  return frontPage(reader, on === undefined ? undefined : isoDate(on), council, [], [], null)
}

const card = (...given: Parameters<typeof page>) => page(...given).groups[0]?.seats[0]

describe('The public front page, as it is built', () => {
  it('counts the seats and those that are filled, and leaves out a group without seats', () => {
    const { seats, seatsFilled, groups } = page(null, aVacancy())
    expect([seats, seatsFilled, groups.map(({ kind }) => kind)]).to.deep.equal([1, 0, ['place']])
    const empty = frontPage(reader, undefined, { seats: [], term: null, assumed: [] }, [], [], null)
    expect([empty.seats, empty.groups]).to.deep.equal([0, []])
  })

  it('says that a name is withheld, and of a member when they began and stop', () => {
    expect(card(aMember({ name: null }))?.heading).to.equal('Navnet bliver ikke vist')
    expect(card(aMember())?.member).to.include({
      since: 'Siden 1. januar 2026',
      until: 'Til 31. december 2029',
      chosen: 'Skrevet ind af rådets sekretær.',
    })
    expect(card(aMember({ ends_on: isoDate('2027-05-31') }))?.member?.until).to.equal(
      'Stopper den 31. maj 2027',
    )
  })

  it('leads to the election, and names those who nominated', () => {
    const elected = card(
      aMember({ chosen: 'elected', chosen_on: isoDate('2025-11-18'), electionId: anId(7) }),
    )
    expect(elected?.member?.electionHref).to.equal('/valg/7')
    const appointed = aMember({ chosen: 'appointed', nominatedBy: ['SIND', 'Blå Kors'] })
    expect(card(appointed)?.member?.chosen).to.match(/SIND og Blå Kors/)
  })

  it('says since when a seat is vacant, how it is filled and who comes', () => {
    expect(card(null, aVacancy())?.heading).to.equal('Ledig siden 1. marts 2027')
    expect(card(null, aVacancy({ since: null }))?.heading).to.equal('Ledig')
    const filling = (given: Partial<PublicVacancy>) => card(null, aVacancy(given))?.vacancy?.filling
    expect(filling({})).to.equal('Brugerne skal vælge et nyt medlem.')
    expect(filling({ filling: 'nomination', organisations: ['SIND'] })).to.match(/SIND/)
    expect(filling({ filling: 'nomination' })).not.to.match(/\{\{|SIND/)
    const next = (name: string | null) =>
      card(null, aVacancy({ next: { name, starts_on: isoDate('2027-04-01') } }))?.vacancy?.next
    expect(next('Ole Bæk')).to.match(/Ole Bæk.*1\. april 2027/)
    expect(next(null)).to.match(/1\. april 2027/)
  })

  it('knows today from another day', () => {
    expect(page(null, aVacancy()).asOf).to.include({ isToday: true, day: '2027-03-10' })
    expect(page(null, aVacancy(), '2026-12-31').asOf).to.include({ isToday: false, isPast: true })
  })
})
