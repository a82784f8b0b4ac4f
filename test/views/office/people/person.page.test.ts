import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { PersonLife } from '../../../../models/privacy/person_life.ts'
import { personPage, type PersonOnDay } from '../../../../views/office/people/person.page.ts'
import { aLifeWith, aMembership, aPersonRow } from '../../../support/plain/people.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

type As = 'secretary' | 'member' | 'chair' | 'auditor'

function pageOf(world: Partial<PersonOnDay> = {}, as: As = 'secretary', asked?: string) {
  return personPage(aReader({ as }), asked === undefined ? undefined : isoDate(asked), {
    ...{ person: aPersonRow(), life: aLifeWith(), statutes: randers(), known: [], publications: undefined },
    ...{ erasures: [], places: [], isOwn: false },
    ...world,
  })
}

const election = {
  ...{
    kind: 'by_election' as const,
    status: 'polling' as const,
    polling_on: isoDate('2026-03-10'),
    id: anId(7),
  },
  ...{ term_id: anId(3), area_slug: 'perron-4', area_name: 'Perron 4', listed: true },
}
const candidacy: PersonLife['candidacies'][number] = {
  ...{
    id: anId(1),
    election_id: anId(7),
    person_id: anId(5),
    name: 'Gerda Elmose',
    contact: null,
    eligible_as: 'active',
  },
  ...{ consented_on: isoDate('2026-02-20'), eligibility_checked_by: 'Signe Holm', symbol: null },
  ...{ eligibility_checked_on: isoDate('2026-02-20'), statement: null, ballot_position: 1 },
  ...{ withdrawn_on: null, withdrawn_because: null, erased_on: null, election, outcome: 'undecided' },
}

const nomination: PersonLife['nominations'][number] = {
  ...{
    id: anId(4),
    seat_id: anId(3),
    term_id: anId(3),
    body_id: null,
    status: 'closed',
    statutes_version_id: anId(1),
  },
  ...{ asked_on: isoDate('2026-01-05'), answer_by: isoDate('2026-02-05'), seat: aMembership().seat },
  ...{ letters: [], appointment: undefined },
  replies: [
    {
      ...{
        id: anId(1),
        nomination_id: anId(4),
        person_id: anId(5),
        reply: 'no',
        replied_on: isoDate('2026-01-14'),
      },
      recorded_by: 'Signe Holm',
    },
  ],
  answers: [
    {
      ...{
        id: anId(1),
        nomination_id: anId(4),
        body_id: anId(8),
        person_id: anId(5),
        answered_on: isoDate('2026-01-12'),
      },
      ...{ given_by: 'Ane Toft', recorded_by: 'Signe Holm', body: 'Sind' },
      ...{ replaced_on: null, refusal: undefined },
    },
  ],
}

const left = {
  ...{ ...aMembership({ ends_on: isoDate('2026-02-28'), end_reason: 'moved', end_note: 'Bad om ro' }) },
  ...{ end_private: 1 as const, over: true },
}

describe('The page of a person', () => {
  it('says what they hold today, and on another day what was known or is planned', () => {
    const life = aLifeWith({ held: { membership: aMembership(), offices: [] } })
    expect(pageOf({ life }).holds).to.equal('Har pladsen Slotsgården i dag.')
    expect(pageOf({ life }).knownBy).to.equal(null)
    expect(pageOf({ life }, 'secretary', '2026-02-01').holds).to.include('Havde pladsen Slotsgården')
    expect(pageOf({}, 'secretary', '2027-02-01').holds).to.include('Har efter planen ingen plads')
    expect(pageOf({}, 'secretary', '2027-02-01').knownBy).to.include('Dagen er ikke kommet endnu')
  })

  it('shows contact to the office and to the person, and only today', () => {
    for (const page of [pageOf(), pageOf({}, 'auditor'), pageOf({ isOwn: true }, 'member')])
      expect(page.contact?.facts.map(({ value }) => value)).to.include('86 40 00 00')
    for (const page of [pageOf({}, 'member'), pageOf({}, 'chair'), pageOf({}, 'secretary', '2026-02-01')])
      expect(page.contact).to.equal(null)
  })

  it('marks an address that is protected, and says when contact was erased', () => {
    const erasures = [
      {
        ...{
          id: anId(1),
          person_id: anId(5),
          scope: 'contact' as const,
          ground: 'rule' as const,
          asked_on: null,
        },
        ...{ reason: null, recorded_by: 'Signe Holm', recorded_on: isoDate('2026-03-01') },
      },
    ]
    const { contact } = pageOf({ person: aPersonRow({ protected_address: 1 }), erasures })
    expect(contact?.facts.map(({ tag }) => tag?.text).filter(Boolean)).to.deep.equal(['Beskyttet adresse'])
    expect(contact?.erasures).to.have.length(1)
    expect(contact?.erasures[0]).to.include('1. marts 2026')
  })

  it('keeps a private reason and the note to those who may read them', () => {
    const life = aLifeWith({ memberships: [left] })
    const [secretary] = pageOf({ life }).memberships
    expect(secretary?.left).not.to.include('privat')
    expect(secretary?.note).to.equal('Bad om ro')
    const [chair] = pageOf({ life }, 'chair').memberships
    expect(chair?.left).to.include('Grunden er privat.')
    expect(chair?.note).to.equal(null)
  })

  it('tells no end that had not come on the day', () => {
    const life = aLifeWith({ memberships: [{ ...left, over: false }] })
    const [held] = pageOf({ life }, 'secretary', '2026-02-01').memberships
    expect(held).to.deep.include({ span: '12. januar 2026 – 31. december 2029', left: null, note: null })
  })

  it('tells a member of an election once the list is approved, with the way that anyone may go', () => {
    const seen = (given: Partial<PersonLife['candidacies'][number]>, as: As) =>
      pageOf({ life: aLifeWith({ candidacies: [{ ...candidacy, ...given }] }) }, as).life.elections.map(
        ({ href }) => href,
      )
    expect(seen({}, 'member')).to.deep.equal(['/valg/7'])
    expect(seen({}, 'secretary')).to.deep.equal(['/kontor/valg/7'])
    expect(seen({ election: { ...election, listed: false } }, 'member')).to.deep.equal([])
    expect(seen({ outcome: 'withdrawn' }, 'member')).to.deep.equal([])
    expect(seen({ outcome: 'withdrawn' }, 'secretary')).to.have.length(1)
  })

  it('tells a member of no nomination that came to nothing, and the person of each', () => {
    const life = aLifeWith({ nominations: [nomination] })
    expect(pageOf({ life }, 'member').life.nominations).to.deep.equal([])
    const [own] = pageOf({ life, isOwn: true }, 'member').life.nominations
    expect(own?.href).to.equal(null)
    expect(own?.lines).to.deep.equal([
      'Indstillet af Sind den 12. januar 2026.',
      'Personen sagde nej den 14. januar 2026.',
      'Blev ikke udpeget.',
    ])
    expect(pageOf({ life }).life.nominations[0]?.href).to.equal('/kontor/udpegninger/4')
  })

  it('says in one line what there is nothing of, and nothing of what the reader is not told', () => {
    expect(pageOf().nothing).to.equal(
      'Der står ikke noget om hverv, valg, indstillinger, at være suppleant, fremmøde og valgbarhed.',
    )
    expect(pageOf({}, 'member').nothing).not.to.match(/indstillinger|valgbarhed/)
  })

  it('shows what anyone may see on the page of today alone, with the day of each answer', () => {
    const not = { published: false, decided_on: undefined }
    const name = { published: true, decided_on: isoDate('2026-01-02') }
    const page = pageOf({ publications: { name, email: not, phone: not } })
    expect(page.publications?.facts.map(({ value }) => value)).to.deep.equal([
      'Ja, siden 2. januar 2026',
      'Nej, ikke spurgt',
      'Nej, ikke spurgt',
    ])
    expect(pageOf({}, 'secretary', '2026-02-01').publications).to.equal(null)
  })
})
