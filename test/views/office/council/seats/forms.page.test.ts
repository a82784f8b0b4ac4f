import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { formalPage } from '../../../../../views/office/council/seats/formal.page.ts'
import { groundPage } from '../../../../../views/office/council/seats/ground.page.ts'
import { leavingPage, type LeavingOnDay } from '../../../../../views/office/council/seats/leaving.page.ts'
import {
  membershipFormPage,
  type SeatToFill,
} from '../../../../../views/office/council/seats/membership_form.page.ts'
import { membershipVoidPage } from '../../../../../views/office/council/seats/membership_void.page.ts'
import { seatDecisionPage } from '../../../../../views/office/council/seats/seat_decision.page.ts'
import { aBody, anEnding } from '../../../../support/plain/bodies.ts'
import { aLine, anOfficer, aSeat, aVacancy } from '../../../../support/plain/council.ts'
import { aMembership, aPersonRow } from '../../../../support/plain/people.ts'
import { aReader } from '../../../../support/reader.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { anId } from '../../../../support/ids.ts'

const term = { starts_on: isoDate('2026-01-01'), ends_on: isoDate('2029-12-31') }

describe('The form that places a person on a seat', () => {
  const vacant = aLine({ member: undefined, vacancy: aVacancy() })
  const pageOf = (given: Partial<SeatToFill> = {}) =>
    membershipFormPage(aReader(), {
      ...{ seat: aSeat(), line: vacant, term, people: [], asked: undefined, seen: anId(0), ...given },
    })

  it('begins today on a vacant seat, and ends with the term', () => {
    expect(pageOf()).to.deep.include({ starts_on: '2026-03-10', due_on: '2029-12-31', holder: null })
    expect(pageOf({ term: undefined })).to.deep.include({ starts_on: '2026-03-10', due_on: undefined })
  })

  it('begins with a term that is to come', () => {
    const next = { starts_on: isoDate('2026-04-01'), ends_on: isoDate('2029-12-31') }
    expect(pageOf({ term: next }).starts_on).to.equal('2026-04-01')
  })

  it('proposes no day while somebody holds the seat, and says who', () => {
    const page = pageOf({ line: aLine() })
    expect([page.starts_on, page.due_on]).to.deep.equal([undefined, undefined])
    expect(page.holder).to.include('Gerda Elmose')
  })

  it('has chosen the person who was registered on the way', () => {
    const people = [{ ...aPersonRow(), seat: { slug: 'perron-4', label: 'Perron 4' } }]
    expect(pageOf({ people, asked: '5' }).person).to.equal(5)
    expect(pageOf({ people, asked: '6' }).person).to.equal(undefined)
    expect(pageOf({ people }).people[0]?.text).to.equal('Gerda Elmose (Perron 4)')
  })
})

describe('The page of leaving a seat', () => {
  const follows = (given: Partial<LeavingOnDay> = {}) =>
    leavingPage(aReader(), aMembership(), {
      ...{ membership: aMembership(), day: isoDate('2026-03-31'), vacantFrom: isoDate('2026-04-01') },
      ...{ offices: [], filling: aVacancy().filling, hasSubstitutes: true, nextFrom: undefined },
      ...{ statutes: randers(), officers: [], known: [], ...given },
    })

  it('asks for the day first, and leads back from what follows to that question', () => {
    const page = leavingPage(aReader(), aMembership(), undefined)
    expect([page.follows, page.back]).to.deep.equal([null, '/kontor/pladser/slotsgaarden'])
    expect(follows().back).to.equal('/kontor/medlemskaber/11/udtraeden')
  })

  it('does not offer the reason of an annulled election', () => {
    expect(follows().reasons.map(({ value }) => value))
      .to.include('moved')
      .and.not.include('election_annulled')
  })

  it('says which offices end, and who acts where the chair leaves', () => {
    const chair = [anOfficer()]
    const deputy = anOfficer({ office: 'vice_chair', person: 'Karla Due' })
    const text = follows({ offices: chair, officers: [deputy] }).follows?.text.join(' ')
    expect(text).to.include('formand').and.to.include('Karla Due')
    expect(follows({ offices: [deputy], officers: [deputy] }).follows?.text.join(' ')).not.to.include('Karla')
    expect(follows({ offices: chair }).follows?.text).to.have.length(4)
    expect(follows().follows?.text).to.have.length(2)
  })

  it('says when the next member is booked to come', () => {
    const text = follows({ nextFrom: isoDate('2026-05-01') }).follows?.text.join(' ')
    expect(text).to.include('1. maj 2026')
  })
})

describe('The other forms about a member', () => {
  it('say what else there is to strike out: nothing, or an election that stays', () => {
    const chosen = { how: 'elected' as const, on: isoDate('2026-01-10'), by: null, electionId: anId(7) }
    const last = (page: ReturnType<typeof membershipVoidPage>) => page.text.at(-1)
    const elected = membershipVoidPage(aReader(), aMembership({ chosen }))
    expect(last(elected)).not.to.equal(last(membershipVoidPage(aReader(), aMembership())))
  })

  it('show what has been noted of this member, and not of others', () => {
    const flag = (id: number, membership_id: number) => ({
      ...{
        id: anId(id),
        membership_id: anId(membership_id),
        lost: 'activity' as const,
        learned_on: isoDate('2026-03-01'),
        note: 'hørt',
      },
      ...{
        recorded_by: 'Signe Holm',
        person: 'Gerda Elmose',
        seat_id: anId(3),
        ends_on: isoDate('2029-12-31'),
      },
    })
    const { open } = groundPage(aReader(), aMembership(), [flag(1, 11), flag(2, 12)])
    expect(open.map(({ id }) => id)).to.deep.equal([1])
    expect(open[0]?.about).to.match(/1\. marts 2026.* hørt$/)
  })

  it('know who appoints where the statutes say it', () => {
    const formal = { chosenOn: isoDate('2026-01-10'), made: undefined, assumed: [] }
    const hint = (body: string | null) => formalPage(aReader(), aMembership(), { ...formal, body }).bodyHint
    expect(formalPage(aReader(), aMembership(), { ...formal, body: 'Byrådet' }).body).to.equal('Byrådet')
    expect(hint(null)).not.to.equal(hint('Byrådet'))
  })
})

describe('The page of a decision about a seat', () => {
  it('offers to choose anew only where there is one that comes after', () => {
    const values = (page: ReturnType<typeof seatDecisionPage>) => page.choices.map(({ value }) => value)
    expect(values(seatDecisionPage(aReader(), aSeat(), anEnding()))).to.deep.equal(['keep', 'vacant'])
    const successor = aBody({ id: anId(1), name: 'Perron 4' })
    const page = seatDecisionPage(aReader(), aSeat(), { ...anEnding(), successor })
    expect(values(page)).to.deep.equal(['keep', 'renew', 'vacant'])
  })

  it('lets the member leave on the day it ends, or today where that is past', () => {
    expect(seatDecisionPage(aReader(), aSeat(), anEnding()).lastDay).to.equal('2026-09-30')
    const late = seatDecisionPage(aReader({ on: '2026-12-01' }), aSeat(), anEnding())
    expect(late.lastDay).to.equal('2026-12-01')
    expect(late.lead).not.to.equal(seatDecisionPage(aReader(), aSeat(), anEnding()).lead)
  })
})
