import { expect } from 'chai'
import { verifyChain } from '../../../../models/core/chain.ts'
import { changeContact } from '../../../../models/bodies/acts.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { planElection } from '../../../../models/elections/planning/planning.ts'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { anSmtpServer } from '../../../../rehearsal/kit/smtp.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { official } from '../../../support/builders/elections.ts'

const YEARS = '/kontor/fornyelse/2030-2033'
const GO = `${YEARS}/det-hele`
const SEE = 'Se det igennem'
const PLAN = 'Planlæg og spørg'

describe('A renewal in one go', () => {
  let house: TestApp
  let signe: Visitor
  let form: Page

  beforeEach(async () => {
    house = await anApp({ on: '2029-10-15' })
    await house.accountOf('vera')
    signe = await house.as('signe')
    await signe.submit(await signe.get('/kontor/fornyelse/ny'))
    form = await signe.get(GO)
  })

  const stored = async () => ({
    elections: (await house.db('elections')).length,
    nominations: (await house.db('nominations')).length,
  })
  const none = { elections: 0, nominations: 0 }

  it('asks for at most twelve fields, filled in with the days of the timetable', () => {
    const names = form.attributes('main input:not([type=hidden]), main textarea, main select', 'name')
    // Two lists of ticks, four days, two hours and four places, less the days that share: eleven.
    expect(new Set(names).size).to.be.at.most(12)
    expect(form.value('polling_on')).to.equal('04-12-2029')
    expect(form.value('candidates_by')).to.equal('26-11-2029')
    expect(form.value('answer_by')).to.equal('27-11-2029')
    expect(form.texts('main input[name=areas]:checked, main input[name=seats]:checked')).to.have.length(8)
    expect(form.text).to.include('Disse pladser skal spørges for sig').and.to.include('Boligsocial')
  })

  it('shows what will be made before anything is, and then makes all of it with a line in the log for each', async () => {
    const preview = await signe.submit(form, { polling_on: '06-12-2029' }, SEE)
    expect(preview.status).to.equal(200)
    expect(preview.heading).to.equal('Er det rigtigt?')
    expect(preview.text).to.include(
      'Slotsgården: afstemning torsdag den 6. december 2029 kl. 11.00–14.00, Slotsgården',
    )
    expect(preview.text).to.include('Valgbestyrelse: Signe Holm og Vera Stub')
    expect(preview.text).to.include('Spørges: Kirkens Korshær og KFUM socialt arbejde')
    expect(await stored()).to.deep.equal(none)
    expect(await house.db('audit_events').where({ action: 'election.planned' })).to.have.length(0)
    const letters = await signe.submit(preview, {}, PLAN)
    expect(letters.url).to.equal(`${YEARS}/breve`)
    // The organisations: two that each name a member, and the groups of three and of two.
    expect(letters.text).to.include('7 breve venter på at blive sendt.')
    expect(await stored()).to.deep.equal({ elections: 4, nominations: 4 })
    expect(await house.db('elections').pluck('polling_on')).to.deep.equal(Array(4).fill('2029-12-06'))
    const asked = await house.db('nominations').whereNotNull('body_id').pluck('body_id')
    expect(new Set(asked).size).to.equal(2)
    const acts = await house.db('audit_events').pluck('action')
    expect(acts.filter((one) => one === 'election.planned')).to.have.length(4)
    expect(acts.filter((one) => one === 'nomination.asked')).to.have.length(4)
    expect((await verifyChain(house.db)).whole).to.equal(true)
    expect((await signe.get(GO)).text).to.include('Disse pladser skal spørges for sig')
  })

  it('a second click makes nothing again', async () => {
    const preview = await signe.submit(form, {}, SEE)
    const sent = preview.fill({}, PLAN)
    await signe.send(sent)
    const again = await signe.send(sent)
    expect(again.url).to.equal(`${YEARS}/breve`)
    expect(await stored()).to.deep.equal({ elections: 4, nominations: 4 })
  })

  it('keeps what was typed, names the row, and makes nothing', async () => {
    const places = form.attributes('main input[name^="place_"]', 'name')
    const [first = '', second = ''] = places
    const refused = await signe.submit(
      form,
      { [first]: ' ', [second]: 'Gården', answer_by: '28-11-2029', opens_at: '10.00' },
      SEE,
    )
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal(['Perron 4: Skriv, hvor man kan stemme.'])
    expect(refused.value(second)).to.equal('Gården')
    expect(refused.value('answer_by')).to.equal('28-11-2029')
    const days = await signe.submit(refused, { [first]: 'Caféen', polling_on: '32-12-2029' }, SEE)
    expect(days.status).to.equal(422)
    expect(days.value('polling_on')).to.equal('32-12-2029')
    const past = await signe.submit(days, { polling_on: '04-12-2029', answer_by: '01-10-2029' }, SEE)
    expect(past.status).to.equal(422)
    expect(await stored()).to.deep.equal(none)
  })

  it('goes back from the preview with everything typed', async () => {
    const preview = await signe.submit(form, { opens_at: '12.00' }, SEE)
    const back = await signe.submit(preview, {}, 'Ret')
    expect(back.value('opens_at')).to.equal('12.00')
    expect(await stored()).to.deep.equal(none)
  })

  it('says that somebody else planned one meanwhile, shows what is left, and makes nothing', async () => {
    const preview = await signe.submit(form, {}, SEE)
    const by = await official(house, 'signe')
    const area = await house.db('areas').where({ slug: 'perron-4' }).first('id')
    const term = await house
      .db('terms')
      .where({ starts_on: isoDate('2030-01-01') })
      .first('id')
    const board = [await house.accountOf('signe'), await house.accountOf('vera')]
    const days = { polling_on: isoDate('2029-12-05'), candidates_by: isoDate('2029-11-26') }
    const hours = { place: 'Caféen', opens_at: '10.00', closes_at: '14.00' }
    await planElection(house.db, by, { ...days, ...hours, board, area_id: area!.id, term_id: term!.id })
    const late = await signe.submit(preview, {}, PLAN)
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal([
      'En anden har planlagt noget af det imens. Se, hvad der er tilbage, og send igen.',
    ])
    expect(late.attributes('main input[name=areas]', 'value')).to.have.length(3)
    expect(await stored()).to.deep.equal({ elections: 1, nominations: 0 })
  })

  it('takes only what is ticked, and wants something', async () => {
    const nothing = await signe.submit(form, { areas: [], seats: [] }, SEE)
    expect(nothing.status).to.equal(422)
    expect(nothing.errors).to.deep.equal(['Vælg mindst ét valg eller én plads.'])
    const [one = ''] = form.attributes('main input[name=areas]', 'value')
    const preview = await signe.submit(form, { areas: [one], seats: [] }, SEE)
    expect(preview.text).to.include('Ingen organisationer bliver spurgt.')
    expect((await signe.submit(preview, {}, PLAN)).url).to.equal(YEARS)
    expect(await stored()).to.deep.equal({ elections: 1, nominations: 0 })
  })

  it('prints all letters in one file, and writes down once that all were sent on paper', async () => {
    await signe.submit(await signe.submit(form, { areas: [] }, SEE), {}, PLAN)
    expect((await signe.get(YEARS)).texts('.button-row a')).to.include('Send brevene')
    const { status, headers, body } = await signe.raw('get', `${YEARS}/breve/breve.pdf`).buffer(true)
    expect(status).to.equal(200)
    expect(headers['content-type']).to.equal('application/pdf')
    expect(String(body).match(/\/Type \/Page\b/g)).to.have.length(7)
    const page = await signe.get(`${YEARS}/breve`)
    const old = page.fill({}, 'Alle er sendt på papir')
    expect((await signe.send(old)).url).to.equal(YEARS)
    expect(await house.db('letters').where({ sent_by_way_of: 'paper' })).to.have.length(7)
    const again = await signe.submit(page, { seen: '6' }, 'Alle er sendt på papir')
    expect(again.status).to.equal(409)
    expect(await house.db('letters')).to.have.length(7)
    expect((await signe.get(`${YEARS}/breve`)).text).to.include('Alle breve er sendt.')
  })

  it('sends all with an address by mail, each once; those without one are left to be printed', async () => {
    const smtp = await anSmtpServer()
    try {
      house = await anApp({
        on: '2029-10-15',
        env: { SMTP_URL: smtp.url, MAIL_FROM: 'raad@randers.example' },
      })
      await house.accountOf('vera')
      signe = await house.as('signe')
      await signe.submit(await signe.get('/kontor/fornyelse/ny'))
      for (const slug of ['sind', 'kirkens-korshaer'])
        await changeContact(house.db, house.by, slug, { name: 'Ane Dam', email: `${slug}@forening.example` })
      const page = await signe.submit(await signe.submit(await signe.get(GO), { areas: [] }, SEE), {}, PLAN)
      const sent = page.fill({}, 'Send 2 med e-mail')
      await signe.send(sent)
      await signe.send(sent)
      expect(smtp.delivered.map(({ to }) => to).sort()).to.deep.equal([
        'kirkens-korshaer@forening.example',
        'sind@forening.example',
      ])
      expect((await signe.get(`${YEARS}/breve`)).text).to.include('5 breve venter på at blive sendt.')
      expect((await signe.get('/kontor')).text).to.include('Send 5 breve til organisationerne')
    } finally {
      await smtp.close()
    }
  })

  it('is for the secretary alone', async () => {
    const vera = await house.as('vera')
    for (const address of [GO, `${YEARS}/breve`]) expect((await vera.get(address)).status).to.equal(403)
  })

  it('asks for no day of a vote when only organisations are left, nor for an answer when only votes are', async () => {
    const boxes = (name: string, page: Page) => page.attributes(`main input[name=${name}]`, 'value')
    const seats = boxes('seats', form)
    await signe.submit(await signe.submit(form, { seats: [] }, SEE), {}, PLAN)
    const left = await signe.get(GO)
    expect(left.$('main input[type=text][name=polling_on], main input[name^="place_"]')).to.have.length(0)
    expect(boxes('seats', left)).to.deep.equal(seats)
    const letters = await signe.submit(await signe.submit(left, {}, SEE), {}, PLAN)
    expect(letters.url).to.equal(`${YEARS}/breve`)
    expect(letters.notice).to.equal('Organisationerne er spurgt. Send nu brevene.')
    expect((await signe.get(GO)).text).to.include('Resten er planlagt.')
    expect(await stored()).to.deep.equal({ elections: 4, nominations: 4 })
  })

  it('refuses a place that is a whole page long, and has no letters to print before anybody is asked', async () => {
    const [first = ''] = form.attributes('main input[name^="place_"]', 'name')
    const long = await signe.submit(form, { [first]: 'Gården '.repeat(60) }, SEE)
    expect(long.status).to.equal(422)
    expect(long.texts('[role=alert] li')).to.deep.equal([
      'Perron 4: hvor kan man stemme? Teksten er for lang. Skriv højst 200 tegn.',
    ])
    expect(await stored()).to.deep.equal(none)
    expect((await signe.raw('get', `${YEARS}/breve/breve.pdf`)).status).to.equal(404)
  })
})
