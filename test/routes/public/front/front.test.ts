import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { changePublications } from '../../../../models/people/publications.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { anAnswer, anAppointment, aNomination } from '../../../support/builders/nominations.ts'
import { aCouncil, aMember, aPerson, NINE } from '../../../support/builders/register.ts'

describe('the public front page', () => {
  let app: TestApp

  beforeEach(async () => {
    app = await anApp({ on: '2027-03-10' })
  })

  const front = (dato = '') => app.visitor().get(dato === '' ? '/' : `/?dato=${encodeURIComponent(dato)}`)

  it('shows anyone the nine seats, who sits there, in which office and until when', async () => {
    await aCouncil(app)
    const page = await front()
    expect(page.status).to.equal(200)
    expect(page.heading).to.equal('Hvem taler udsattes sag i Randers Kommune?')
    expect(page.text).to.contain('9 af 9 pladser er besat.')
    expect(page.texts('.seat-name')).to.deep.equal(Object.values(NINE))
    expect(page.texts('.seat')[0]).to.equal(
      'Perron 4: Maja Lund Formand Siden 1. januar 2026Til 31. december 2029 Skrevet ind af rådets sekretær.',
    )
  })

  it('shows the council on any day, however it is written', async () => {
    const council = await aCouncil(app)
    const form = { ends_on: isoDate('2027-02-28'), end_reason: 'moved' as const }
    await endMembership(app.db, app.by, council.slotsgaarden.membershipId, form)
    expect((await front()).texts('.seat-vacant')).to.deep.equal([
      'Slotsgården: Ledig siden 1. marts 2027 Brugerne skal vælge et nyt medlem. Der er ingen suppleanter.',
    ])
    for (const day of ['28-02-2027', '28.2.2027', '28/2 2027', '28. februar 2027', '2027-02-28']) {
      const page = await front(day)
      expect(page.status, day).to.equal(200)
      expect(page.text, day).to.contain('Rådet den 28. februar 2027')
      expect(page.text, day).to.contain('Gerda Elmose')
      expect(page.text, day).to.contain('Stopper den 28. februar 2027')
    }
  })

  it('keeps a day that does not exist, says so in one sentence, and shows today', async () => {
    await aCouncil(app)
    for (const typed of ['30-02-2027', 'i morgen', '<script>', '99999']) {
      const page = await front(typed)
      expect(page.status, typed).to.equal(422)
      expect(page.errors, typed).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
      expect(page.value('dato'), typed).to.equal(typed)
      expect(page.text, typed).to.contain('Rådet i dag')
    }
    const twice = await app.visitor().get('/?dato=01-01-2026&dato=02-01-2026')
    expect(twice.status).to.equal(422)
  })

  it('shows no name, phone, e-mail or address that the person has not agreed to', async () => {
    await aMember(app.db, app.by, {
      seat: 'perron-4',
      name: 'Maja Lund',
      phone: '86 41 11 11',
      email: 'maja.lund@eksempel.dk',
      postal_address: 'Østergade 1',
      protected_address: true,
      publish: { name: false, email: false, phone: false },
    })
    const page = await front()
    expect(page.texts('.seat')[0]).to.contain('Perron 4: Navnet bliver ikke vist')
    const html = page.$.html()
    for (const secret of ['Maja', 'Lund', '86 41', 'maja.lund', 'Østergade', 'eskyttet'])
      expect(html).not.to.contain(secret)
  })

  it('shows phone and e-mail where the person has said yes, and the newest answer counts', async () => {
    const { personId } = await aMember(app.db, app.by, {
      seat: 'perron-4',
      name: 'Maja Lund',
      phone: '86 41 11 11',
      email: 'maja.lund@eksempel.dk',
      postal_address: 'Østergade 1',
      publish: { name: true, email: true, phone: true },
    })
    const before = (await front()).texts('.seat')[0]
    expect(before).to.contain('86 41 11 11')
    expect(before).to.contain('maja.lund@eksempel.dk')
    expect(before).not.to.contain('Østergade')
    const no = { name: false, email: false, phone: true, decided_on: isoDate('2027-03-10') }
    await changePublications(app.db, app.by, personId, no)
    const after = (await front()).texts('.seat')[0]
    expect(after).to.contain('Navnet bliver ikke vist')
    expect(after).to.contain('86 41 11 11')
    expect(after).not.to.contain('maja.lund')
  })

  it('names a coming member only where they have agreed to it', async () => {
    const publish = { name: false, email: false, phone: false }
    await aMember(app.db, app.by, {
      seat: 'perron-4',
      name: 'Maja Lund',
      startsOn: '2027-05-01',
      publish,
    })
    const page = await front()
    expect(page.texts('.seat')[0]).to.contain('Et nyt medlem begynder den 1. maj 2027.')
    expect(page.$.html()).not.to.contain('Maja')
  })

  it('says who appointed member was nominated by, and when', async () => {
    app.clock.set('2026-01-15')
    const person = await aPerson(app.db, app.by, { name: 'Preben Skytte' })
    const nomination = await aNomination(app, { seat: 'forsorg-hjemloese' })
    for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
      await anAnswer(app, nomination, body, person)
    await anAppointment(app, nomination)
    const page = await front()
    expect(page.texts('#plads-forsorg-hjemloese .quiet')).to.deep.equal([
      'Indstillet af Kirkens Korshær og KFUM socialt arbejde. Udpeget den 14. januar 2026.',
    ])
    const seat = await (await app.as('signe')).get('/kontor/pladser/forsorg-hjemloese')
    expect(seat.text).to.contain('Udpeget af Socialudvalget den 14. januar 2026')
  })

  it('says that a rule is assumed where an empty seat leans on it', async () => {
    await aMember(app.db, app.by, { seat: 'psykiatri-1', name: 'Tove Brink', startsOn: '2022-01-01' })
    const page = await front()
    expect(page.texts('.assumed')).to.deep.equal([
      'Antaget – ikke bekræftet: Når perioden slutter, Indstilling: Psykiatri. Læs, hvad der gælder',
    ])
  })

  it('tells the next meeting, today or later, and nothing of one that is over', async () => {
    expect((await front()).text).to.contain('Det næste møde er ikke planlagt endnu.')
    await aMeeting(app, { title: 'Mødet i april', held_on: '2027-04-01' })
    await aMeeting(app, { title: 'Mødet i dag', held_on: '2027-03-10' })
    const today = await front()
    expect(today.text).to.contain('Mødet i dag')
    expect(today.text).to.contain('onsdag den 10. marts 2027 kl. 17.00')
    app.clock.set('2027-03-11')
    const page = await front()
    expect(page.text).to.contain('Mødet i april')
    expect(page.text).not.to.contain('Mødet i dag')
  })

  it('holds no more of the register than is published, for every day of a member’s time', async () => {
    const publish = { name: false, email: false, phone: false }
    await aMember(app.db, app.by, {
      seat: 'perron-4',
      name: 'Maja Lund',
      startsOn: '2026-01-01',
      dueOn: '2027-01-31',
      publish,
    })
    for (const day of ['31-12-2025', '01-01-2026', '31-01-2027', '01-02-2027'])
      expect((await front(day)).$.html(), day).not.to.contain('Maja')
  })

  it('needs no account and sets no cookie', async () => {
    const answer = await app.visitor().raw('get', '/')
    expect(answer.headers['set-cookie']).to.equal(undefined)
  })
})
