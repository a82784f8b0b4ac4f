import { expect } from 'chai'
import { anApp, type TestApp } from '../../../support/app.ts'
import { storesNothing } from '../../../support/builders/elections.ts'
import { aRoundElsewhere } from '../../../support/builders/privacy.ts'
import { aMember, aPerson } from '../../../support/builders/register.ts'

describe('how long things are kept (/kontor/persondata)', () => {
  let house: TestApp

  /** Maja Lund left at the end of 2025; Ellen Vang was registered on 15 January 2026 and never became anything. */
  beforeEach(async () => {
    house = await anApp()
    const maja = { seat: 'perron-4', name: 'Maja Lund', startsOn: '2022-01-01', dueOn: '2025-12-31' }
    await aMember(house.db, house.by, maja)
    await aPerson(house.db, house.by, { name: 'Ellen Vang' })
  })

  const pageFor = async (name: Parameters<TestApp['as']>[0]) =>
    (await house.as(name)).get('/kontor/persondata')

  it('says each rule with its time, what is ready and when the next goes', async () => {
    house.clock.set('2026-07-20')
    const page = await pageFor('signe')
    expect(page.texts('.retention-rules li')).to.deep.equal([
      'Valglister: hvem der har stemtTil valget er slut Intet venter',
      'Ansøgninger fra kandidater, der ikke fik en plads6 måneder efter valget er slut Intet venter',
      'E-mail, telefon og adgangskode på lukkede konti12 måneder efter lukningen Intet venter',
      'Kontaktoplysninger og private noter om dem, der er gået ud12 måneder efter sidste dag i rådet 1 klar til sletning Næste gang den 31. december 2026',
      'Gamle kontaktpersoner hos steder og organisationer12 måneder efter der kom en ny Intet venter',
      'Filer med gamle medlemmer, der ikke blev gemt i bogen30 dage Intet venter',
    ])
    expect(page.text).to.include('Rådsbogen har ikke ryddet op endnu.')
  })

  it('names who is erased soon, to those who may read the register and to nobody else', async () => {
    house.clock.set('2026-11-15')
    const page = await pageFor('signe')
    expect(page.texts('main ul.people:not(.retention-rules) li')).to.deep.equal([
      'Ellen Vang Ved næste oprydning. Navnet bliver også slettet.',
      'Maja Lund Den 31. december 2026. Navn, plads og datoer bliver stående.',
    ])
    expect((await pageFor('ruth')).text).to.include('Maja Lund')
    const ib = await pageFor('ib')
    expect(ib.status).to.equal(200)
    expect(ib.text).not.to.include('Maja Lund')
    expect(ib.text).not.to.include('Ellen Vang')
  })

  it('the secretary may erase at once what is ready; the page then says what was erased, and by whom', async () => {
    house.clock.set('2026-07-20')
    const signe = await house.as('signe')
    const done = await signe.submit(await signe.get('/kontor/persondata'))
    expect(done.notice).to.equal('Det, der havde været gemt længe nok, er slettet.')
    expect(done.texts('main ol.people li')).to.deep.equal([
      '20. juli 2026 Signe Holm Oplysninger om 1 person.',
    ])
    expect(done.text).to.include('Intet er klar til at blive slettet.')
    expect(done.texts('form.confirm')).to.deep.equal([])
    expect(await house.db('people').where({ name: 'Ellen Vang' })).to.deep.equal([])
    expect(await house.db('people').where({ name: 'Maja Lund' }).first()).to.include({ phone: '86 40 00 00' })
  })

  it('others may read and not erase', async () => {
    house.clock.set('2026-07-20')
    for (const name of ['ruth', 'ib'] as const)
      expect((await pageFor(name)).texts('form.confirm')).to.deep.equal([])
  })

  it('while another process is at it, whoever asks is told to wait, and nothing is stored', async () => {
    house.clock.set('2026-07-20')
    const signe = await house.as('signe')
    const page = await signe.get('/kontor/persondata')
    await aRoundElsewhere(house)
    const answer = await storesNothing(house, () => signe.submit(page))
    expect(answer.status).to.equal(409)
    expect(answer.errors).to.deep.equal(['En anden er i gang med at slette. Vent lidt, og se siden igen.'])
    expect(answer.text).to.include('Er i gang.')
  })

  it('says it in English', async () => {
    const signe = await house.as('signe')
    const page = await signe.get('/kontor/persondata?sprog=en')
    expect(page.heading).to.equal('Personal data')
    expect(page.text).to.include('12 months after the last day on the council')
  })

  it('tells the public the same times, as they are set', async () => {
    const usual = await house.visitor().get('/privatliv')
    expect(usual.texts('dl.kept dd')).to.include.members([
      'Til valget er slut',
      '6 måneder efter valget er slut',
      '30 dage',
    ])
    const env = { KEEP_ROLLS_DAYS: '1', KEEP_APPLICATIONS_MONTHS: '1', KEEP_CONTACTS_MONTHS: '24' }
    const other = await (await anApp({ env })).visitor().get('/privatliv')
    expect(other.texts('dl.kept dd')).to.include.members([
      '1 dag efter valget er slut',
      '1 måned efter valget er slut',
      '24 måneder efter sidste dag i rådet',
    ])
  })
})
