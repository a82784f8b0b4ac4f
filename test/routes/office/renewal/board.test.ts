import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { changeStatutesRule } from '../../../../models/council/statutes/rule_change.ts'
import { latestStatutes } from '../../../../models/statutes/versions.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { anAnswer, anAppointment, aNomination } from '../../../support/builders/nominations.ts'
import { aCouncil, aMember, aPerson } from '../../../support/builders/register.ts'
import { stepsOnBoard } from '../../../support/renewal_board.ts'

const BOARD = '/kontor/fornyelse/2030-2033'
const THEN = { asked_on: '2029-10-23', answer_by: '2029-11-27', termOn: '2030-01-01' }

describe('The renewal of the council', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp({ on: '2029-08-01' })
    signe = await house.as('signe')
  })

  /** Moves to another day and signs in again: no session lasts that long. */
  async function onDay(day: string): Promise<void> {
    house.clock.set(day)
    signe = await house.as('signe')
  }

  async function begin(): Promise<void> {
    const board = await signe.submit(await signe.get('/kontor/fornyelse/ny'))
    expect(board.status).to.equal(200)
    expect(board.url).to.equal(BOARD)
  }

  async function rowOf(seat: string): Promise<string[]> {
    return stepsOnBoard(await signe.get(BOARD), seat)
  }

  it('begins from the statutes: nine seats, days counted from the municipal election, an owner for each', async () => {
    await aCouncil(house)
    const list = await signe.get('/kontor/fornyelse')
    expect(list.text).to.include('Kommunalvalget er tirsdag den 20. november 2029.')
    expect(list.text).to.include('Kommunalvalget var tirsdag den 18. november 2025.')
    const form = await signe.get(list.link('Begynd 2030–2033'))
    expect(form.value('polling_on')).to.equal('04-12-2029')
    expect(form.value('polling_by')).to.equal('Personalet på værestederne')
    await begin()
    const page = await signe.get(BOARD)
    expect(page.texts('.board-row h3')).to.have.length(9)
    expect(page.text).to.include('0 af 9 pladser er på plads. Rådsperioden begynder 1. januar 2030.')
    expect(page.text).to.include('Maja Lund har pladsen til 31. december 2029')
    expect(page.texts('#renewal-timetable tbody tr')[0]).to.equal(
      'Indledende drøftelse 21. august 2029 Rådet Venter',
    )
    const term = await house
      .db('terms')
      .where({ starts_on: isoDate('2030-01-01') })
      .first()
    expect(term).to.include({ ends_on: '2033-12-31', municipal_election_on: '2029-11-20' })
    expect(await house.db('audit_events').where({ action: 'renewal.started' })).to.have.length(1)
  })

  it('another municipal election day gives another timetable', async () => {
    const form = await signe.get('/kontor/fornyelse/ny?periode=2030-2033&valgdag=27-11-2029')
    expect(form.value('polling_on')).to.equal('11-12-2029')
    expect(form.value('initial_discussion_on')).to.equal('28-08-2029')
  })

  it('shows the current step with its button, what is done, and how late it is, in words', async () => {
    await begin()
    await onDay('2029-11-30')
    await aNomination(house, { seat: 'forsorg-hjemloese', ...THEN })
    expect(await rowOf('Perron 4')).to.deep.equal([
      'Indkaldt 18 dage over fristen Planlæg valget om pladsen Perron 4',
      'Kandidater Venter',
      'Liste Venter',
      'Afstemning Venter senest 4/12',
      'Talt op Venter senest 4/12',
      'Godkendt Venter senest 5/12',
      'På plads Venter senest 1/1 2030',
    ])
    expect((await rowOf('Forsorg/Hjemløse')).slice(0, 3)).to.deep.equal([
      'Brev Klaret',
      'Svar 3 dage over fristen Se svarene om pladsen Forsorg/Hjemløse',
      'Enige Venter senest 14/12',
    ])
    expect((await signe.get(BOARD)).text).to.include('9 pladser er forsinkede.')
  })

  it('organisations that disagree stop the seat there, and an appointment puts it in place', async () => {
    await begin()
    await onDay('2029-11-26')
    const id = await aNomination(house, { seat: 'forsorg-hjemloese', ...THEN })
    const [one, other] = [
      await aPerson(house.db, house.by),
      await aPerson(house.db, house.by, { name: 'Bo Alm' }),
    ]
    await anAnswer(house, id, 'kirkens-korshaer', one, '2029-11-20')
    await anAnswer(house, id, 'kfum-socialt-arbejde', other, '2029-11-21')
    expect((await rowOf('Forsorg/Hjemløse'))[2]).to.equal(
      'Enige Nu senest 14/12 Skriv afgørelsen om pladsen Forsorg/Hjemløse',
    )
    await anAnswer(house, id, 'kfum-socialt-arbejde', one, '2029-11-22')
    expect((await rowOf('Forsorg/Hjemløse'))[3]).to.include('Nu senest 14/12 Skriv svaret')
    await anAppointment(house, id, { decided_on: isoDate('2029-11-25') })
    const page = await signe.get(BOARD)
    expect(page.text).to.include('1 af 9 pladser er på plads.')
    expect(page.text).to.include('Ellen Vang fra 1. januar 2030')
    expect(new Set(await rowOf('Forsorg/Hjemløse'))).to.deep.equal(
      new Set(['Brev Klaret', 'Svar Klaret', 'Enige Klaret', 'Udpeget Klaret', 'På plads Klaret']),
    )
  })

  it('says ahead that an organisation ends before the term does', async () => {
    await house
      .db('bodies')
      .where({ slug: 'sind' })
      .update({ active_until: isoDate('2031-07-31') })
    await begin()
    expect((await signe.get(BOARD)).text).to.include(
      'Sind stopper den 31. juli 2031, før rådsperioden er slut.',
    )
    expect((await signe.get(BOARD)).text).to.include('Helhedsplanen for Nordbyen stoppede den 31. juli 2025.')
  })

  it('the interregnum is shown after 31 December: nobody is ended silently, and the unknown is said', async () => {
    await aCouncil(house)
    await begin()
    await aMember(house.db, house.by, {
      seat: 'perron-4',
      name: 'Ny Person',
      startsOn: '2030-01-01',
      dueOn: '2033-12-31',
    })
    expect((await signe.get(BOARD)).text).not.to.include('venter på en efterfølger')
    await onDay('2030-02-12')
    const page = await signe.get(BOARD)
    expect(page.text).to.include('8 pladser venter på en efterfølger')
    expect(page.text).to.include('Rådsperioden begyndte 1. januar 2030.')
    expect(page.text).to.include(
      'Slotsgården: Gerda Elmose var medlem til 31. december 2029. Det er ikke afklaret, om Gerda Elmose fortsætter.',
    )
    expect(page.text).to.include('Antaget – ikke bekræftet')
    for (const [value, words] of [
      ['yes', 'fortsætter, til efterfølgeren er på plads.'],
      ['no', 'Pladsen er ledig.'],
    ] as const) {
      await changeStatutesRule(house.db, house.by, {
        key: 'holdover',
        seenVersion: (await latestStatutes(house.db)).id,
        value,
        source: 'Byrådet',
        reason: 'Afklaret',
        inForceFrom: isoDate(value === 'yes' ? '2030-02-12' : '2030-02-13'),
      })
      await onDay(value === 'yes' ? '2030-02-12' : '2030-02-13')
      expect((await signe.get(BOARD)).text).to.include(words)
    }
  })

  it('the timetable is changed as a whole; days in the wrong order are refused with what was typed', async () => {
    await begin()
    const form = await signe.get(`${BOARD}/tidsplan`)
    const refused = await signe.submit(form, { appointment_on: '01-11-2029' })
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Dagen kan ikke ligge før det, den venter på, den 27. november 2029. Ret en af dagene.',
    ])
    expect(refused.value('appointment_on')).to.equal('01-11-2029')
    const board = await signe.submit(refused, { appointment_on: '18-12-2029', letters_by: 'Signe Holm' })
    expect(board.texts('#renewal-timetable tbody tr')[8]).to.equal(
      'Udpegning 18. december 2029 Rådets sekretær Venter',
    )
    expect(board.texts('#renewal-timetable tbody tr')[1]).to.include('Signe Holm')
  })

  it('the first discussion is written down once, and never ahead', async () => {
    await begin()
    const form = await signe.get(BOARD)
    expect((await signe.submit(form, { held_on: '02-08-2029' })).status).to.equal(422)
    const board = await signe.submit(form, { held_on: '01-08-2029', note: 'Start tidligt' })
    expect(board.texts('#renewal-timetable tbody tr')[0]).to.include('Klaret')
    const again = await signe.submit(form, { held_on: '31-07-2029' })
    expect(again.status).to.equal(409)
  })

  it('a term is renewed once: whoever comes second is told', async () => {
    const form = await signe.get('/kontor/fornyelse/ny')
    await begin()
    const second = await signe.submit(form, { polling_by: 'En anden' })
    expect(second.status).to.equal(409)
    expect(second.errors).to.deep.equal(['Fornyelsen er allerede begyndt. Find den under Fornyelse.'])
    expect(await house.db('renewals')).to.have.length(1)
    expect(await house.db('terms')).to.have.length(4)
  })

  it('the front page of the office says when to begin, to talk, and what is late', async () => {
    await aCouncil(house)
    await onDay('2029-07-21')
    expect((await signe.get('/kontor')).text).not.to.include('Begynd fornyelsen')
    await onDay('2029-07-22')
    expect((await signe.get('/kontor')).text).to.include('Begynd fornyelsen af rådet 2030–2033')
    await begin()
    const front = await signe.get('/kontor')
    expect(front.text).not.to.include('Begynd fornyelsen')
    expect(front.text).to.include('Tal om fornyelsen på et rådsmøde')
    await onDay('2029-10-25')
    expect((await signe.get('/kontor')).text).to.include('5 pladser er forsinkede i fornyelsen 2030–2033')
  })

  it('years that no renewal has are a page that is not there', async () => {
    expect((await signe.get('/kontor/fornyelse/2040-2043')).status).to.equal(404)
    expect((await signe.get('/kontor/fornyelse/ny?periode=2040-2043')).status).to.equal(404)
  })
})
