import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { peoplePage } from '../../../../views/office/people/people.page.ts'
import { editPersonPage, newPersonPage } from '../../../../views/office/people/person_form.page.ts'
import { publicationPage } from '../../../../views/office/people/publication.page.ts'
import { aBody } from '../../../support/plain/bodies.ts'
import { aPersonRow } from '../../../support/plain/people.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

const seat = { slug: 'slotsgaarden', label: 'Slotsgården' }

describe('The page of all people', () => {
  const people = [
    { ...aPersonRow(), seat },
    { ...aPersonRow({ id: anId(6), name: 'Ellen Vang' }), seat: undefined },
  ]

  it('names the seat of each, which of another day leads to that day', () => {
    const today = peoplePage(aReader(), undefined, people)
    expect(today.people.map((one) => one.seat)).to.deep.equal(['Slotsgården', 'ikke medlem i dag'])
    expect(today.people[0]?.seatHref).to.equal(null)
    const then = peoplePage(aReader(), isoDate('2026-02-01'), people)
    expect(then.people[0]?.seatHref).to.equal('/kontor/pladser/slotsgaarden?dato=2026-02-01')
    expect(then.mayWrite).to.equal(false)
    expect(peoplePage(aReader({ as: 'member' }), undefined, people).mayWrite).to.equal(false)
  })
})

describe('The forms about a person', () => {
  const places = [aBody(), aBody({ id: anId(8), kind: 'organisation', name: 'Sind' })]

  it('offer places alone for messages', () => {
    const page = newPersonPage(aReader(), places, { seat: '', sameName: false })
    expect(page.places).to.deep.equal([{ value: 3, text: 'Slotsgården' }])
    expect(page.back).to.equal('/kontor/personer')
  })

  it('lead back to the seat that the new person is for', () => {
    const page = newPersonPage(aReader(), places, { seat: 'café', sameName: true })
    expect(page.back).to.equal('/kontor/pladser/caf%C3%A9')
    expect(page.sameName).to.equal(true)
  })

  it('show beside what is stored what was typed over it', () => {
    const typed = { name: 'Gerda Elmose', phone: '86 41 11 11', email: '', postal_address: undefined }
    const page = editPersonPage(aReader(), places, { person: aPersonRow(), seen: 'x', typed })
    expect(page.typedOver.map(({ value }) => value)).to.deep.equal(['86 41 11 11'])
    const fresh = editPersonPage(aReader(), places, { person: aPersonRow(), seen: 'x', typed: {} })
    expect(fresh.typedOver).to.deep.equal([])
  })

  it('do not answer for a person who has not been asked', () => {
    const not = { published: false, decided_on: undefined }
    const answer = (name: typeof not | { published: boolean; decided_on: ReturnType<typeof isoDate> }) =>
      publicationPage(aReader(), aPersonRow(), { name, email: not, phone: not }).publishName
    expect(answer(not)).to.equal(undefined)
    expect(answer({ published: false, decided_on: isoDate('2026-01-02') })).to.equal('nej')
    expect(answer({ published: true, decided_on: isoDate('2026-01-02') })).to.equal('ja')
  })
})
