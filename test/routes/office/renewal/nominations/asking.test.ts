import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import { endMembership } from '../../../../../models/council/leaving.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aNomination,
  anAnswer,
  anAppointment,
  nominationRowsIn,
} from '../../../../support/builders/nominations.ts'
import { aMember, aPerson, aTermOfOneArea } from '../../../../support/builders/register.ts'

const LIST = '/kontor/udpegninger'
const NEW = '/kontor/udpegninger/ny'
const SUCCESSOR = 'Den boligsociale helhedsplan Randers 2025-29'

describe('asking the organisations of an area', () => {
  let app: TestApp
  let signe: Visitor

  beforeEach(async () => {
    app = await anApp({ on: '2026-01-15' })
    signe = await app.as('signe')
  })

  async function ask(seat: string, fields: Record<string, string> = {}): Promise<Page> {
    const form = await signe.get(`${NEW}?plads=${seat}`)
    return signe.submit(form, { asked_on: '15-01-2026', answer_by: '05-02-2026', ...fields })
  }

  async function refused(seat: string, fields: Record<string, string>, ...sentences: string[]) {
    const before = await nominationRowsIn(app.db)
    const page = await ask(seat, fields)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(sentences)
    for (const [name, typed] of Object.entries(fields)) expect(page.value(name)).to.equal(typed)
    expect(await nominationRowsIn(app.db)).to.deep.equal(before)
    return page
  }

  const bodiesAsked = async (): Promise<string[]> =>
    app.db('nomination_bodies').join('bodies', 'bodies.id', 'body_id').orderBy('slug').pluck('slug')

  it('begins at the empty list, by way of the vacant seat', async () => {
    const empty = await signe.get(LIST)
    expect(empty.text).to.include('Der er ingen udpegning i gang.')
    const seats = empty.texts('section[aria-labelledby=to-fill] h3')
    const nominated = [
      'Psykiatri 1',
      'Psykiatri 2',
      'Boligsocial',
      'Kontanthjælp/førtidspension',
      'Forsorg/Hjemløse',
    ]
    expect(seats).to.deep.equal(nominated)
    const form = await signe.get(empty.link('Spørg organisationerne om Forsorg/Hjemløse'))
    expect(form.text).to.include('Kirkens Korshær og KFUM socialt arbejde bliver spurgt.')
    const page = await signe.submit(form, { answer_by: '05-02-2026' })
    expect(page.notice).to.equal('Gemt. Nu venter du på svar.')
    expect(page.text).to.include('Kirkens Korshær og KFUM socialt arbejde har ikke svaret endnu.')
    const list = await signe.get(LIST)
    expect(list.text).to.include('Venter på svar fra Kirkens Korshær og KFUM socialt arbejde.')
    expect(list.text).to.include('Svar senest 5. februar 2026 (om 21 dage)')
    expect(list.texts('section[aria-labelledby=to-fill] h3')).to.not.include('Forsorg/Hjemløse')
  })

  it('without a seat, lets the seats be chosen from, the vacant ones first', async () => {
    await aMember(app.db, app.by, { seat: 'psykiatri-1', name: 'Tove Brink' })
    const page = await signe.get(NEW)
    expect(page.texts('.notices li')).to.deep.equal([
      'Psykiatri 2 Ledig',
      'Boligsocial Ledig',
      'Kontanthjælp/førtidspension Ledig',
      'Forsorg/Hjemløse Ledig',
      'Psykiatri 1 Tove Brink til 31. december 2029',
    ])
    const form = await signe.get(page.link('Boligsocial'))
    expect(form.text).to.include('Pladsen Boligsocial')
  })

  it('Livtagerne, Blå Kors and SAND are all asked, and each line of the log says so', async () => {
    await ask('kontanthjaelp-foertidspension')
    expect(await bodiesAsked()).to.deep.equal(['blaa-kors', 'livtagerne', 'sand'])
    const event = await app.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event).to.include({ action: 'nomination.asked', subject: 'nomination:1', actor: 'Signe Holm' })
    expect(JSON.parse(event!.details)).to.deep.equal({
      seat: 'kontanthjaelp-foertidspension',
      term: '2026-01-01',
      asked: ['livtagerne', 'blaa-kors', 'sand'],
      answer_by: '2026-02-05',
    })
  })

  it('pins the statutes of the day they were asked', async () => {
    await ask('forsorg-hjemloese')
    const [nomination] = await app.db('nominations')
    expect(nomination).to.include({ status: 'open', statutes_version_id: 1, body_id: null })
  })

  describe('one each for Sind and Bedre Psykiatri', () => {
    it('asks which organisation the seat belongs to', async () => {
      const page = await refused('psykiatri-1', {}, 'Vælg, hvilken organisation pladsen hører til.')
      expect(page.text).to.include('Hver organisation indstiller sit eget medlem.')
    })

    it('stores the one, and offers only the other for the second seat', async () => {
      const form = await signe.get(`${NEW}?plads=psykiatri-1`)
      const sind = form.$('input[name=body_id]').first().attr('value')!
      const page = await ask('psykiatri-1', { body_id: sind })
      expect(page.text).to.include('Sind har ikke svaret endnu.')
      expect((await app.db('nominations').first())!.body_id).to.equal(Number(sind))
      const second = await signe.get(`${NEW}?plads=psykiatri-2`)
      expect(second.$('input[name=body_id]')).to.have.length(0)
      expect(second.text).to.include('Bedre Psykiatri bliver spurgt.')
      await ask('psykiatri-2')
      expect(await bodiesAsked()).to.deep.equal(['bedre-psykiatri', 'sind'])
    })

    it('refuses the organisation of the other seat, however it is sent', async () => {
      const sind = await app.db('bodies').where({ slug: 'sind' }).first('id')
      await ask('psykiatri-1', { body_id: String(sind!.id) })
      const sent = (await signe.get(`${NEW}?plads=psykiatri-2`)).fill({ answer_by: '05-02-2026' })
      sent.fields.body_id = String(sind!.id)
      const page = await signe.send(sent)
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal([
        'Den organisation kan ikke indstille til pladsen den dag. Vælg en anden.',
      ])
      expect(await app.db('nominations')).to.have.length(1)
    })

    it('gives a seat whose member left back to the organisation it belongs to', async () => {
      const first = await aNomination(app, { seat: 'psykiatri-1', body: 'sind' })
      await anAnswer(app, first, 'sind', await aPerson(app.db, app.by, { name: 'Tove Brink' }))
      const membership = await anAppointment(app, first)
      await endMembership(app.db, app.by, membership, {
        ends_on: isoDate('2026-02-28'),
        end_reason: 'resigned',
      })
      await aNomination(app, { seat: 'psykiatri-2', body: 'bedre-psykiatri' })
      const again = await signe.get(`${NEW}?plads=psykiatri-1`)
      expect(again.text).to.include('Sind bliver spurgt.')
    })

    it('says that the rule is assumed, with a link to where it is confirmed', async () => {
      const page = await signe.get(`${NEW}?plads=psykiatri-1`)
      expect(page.texts('.assumed')).to.deep.equal([
        'Antaget – ikke bekræftet: Indstilling: Psykiatri, Hvem udpeger? Læs, hvad der gælder',
      ])
      expect(page.link('Læs, hvad der gælder')).to.equal('/kontor/vedtaegter/areas.psykiatri.agreement')
    })
  })

  describe('Boligsocial after Helhedsplanen for Nordbyen ended on 31 July 2025', () => {
    it('shows it as ended, with a successor that does not take over by itself', async () => {
      const form = await signe.get(`${NEW}?plads=boligsocial`)
      expect(form.text).to.include(
        'Helhedsplanen for Nordbyen sluttede den 31. juli 2025 og kan ikke indstille.',
      )
      expect(form.text).to.include('Efterfølgeren overtager ikke pladsen af sig selv.')
      expect(form.$('input[name=successors]').is('[checked]')).to.equal(false)
      await refused(
        'boligsocial',
        {},
        'Der er ingen organisation at spørge den dag. Sæt hak ved efterfølgeren, hvis den skal spørges, eller ret datoen.',
      )
    })

    it('asks the successor when the secretary ticks it and says why', async () => {
      const form = await signe.get(`${NEW}?plads=boligsocial`)
      const successors = form.$('input[name=successors]').attr('value')!
      const unsaid = await refused(
        'boligsocial',
        { successors },
        'Skriv, hvorfor efterfølgeren bliver spurgt.',
      )
      const successor_reason = 'Kommunen har besluttet, at den nye plan indstiller'
      const page = await signe.submit(unsaid, { successor_reason })
      expect(page.text).to.include(`${SUCCESSOR} har ikke svaret endnu.`)
      expect(page.text).to.include(`Spurgt som efterfølger: ${successor_reason}`)
      const event = await app.db('audit_events').orderBy('sequence', 'desc').first()
      expect(JSON.parse(event!.details)).to.include({ successor_reason })
    })

    it('asks Helhedsplanen itself on a day when it was still there', async () => {
      const form = await signe.get(`${NEW}?plads=boligsocial`)
      await signe.submit(form, { asked_on: '31-07-2025', answer_by: '20-08-2025' })
      expect(await bodiesAsked()).to.deep.equal(['helhedsplanen-for-nordbyen'])
    })

    it('refuses a successor that is none', async () => {
      const sind = await app.db('bodies').where({ slug: 'sind' }).first('id')
      const sent = (await signe.get(`${NEW}?plads=boligsocial`)).fill({ answer_by: '05-02-2026' })
      sent.fields.successors = String(sind!.id)
      sent.fields.successor_reason = 'En grund'
      const page = await signe.send(sent)
      expect(page.errors).to.deep.equal(['Den organisation er ikke efterfølger den dag. Hent siden igen.'])
    })
  })

  describe('bad input', () => {
    it('an empty deadline', () => refused('forsorg-hjemloese', { answer_by: '' }, 'Skriv noget her.'))

    it('30 February', () =>
      refused(
        'forsorg-hjemloese',
        { answer_by: '30-02-2026' },
        'Datoen findes ikke. Skriv den som 21-09-2020.',
      ))

    it('a deadline before the day they were asked', () =>
      refused(
        'forsorg-hjemloese',
        { answer_by: '14-01-2026' },
        'Svarfristen kan ikke ligge før den dag, de blev spurgt, den 15. januar 2026. Ret en af datoerne.',
      ))

    it('a day that has not come', () =>
      refused(
        'forsorg-hjemloese',
        { asked_on: '16-01-2026' },
        'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.',
      ))

    it('a seat that does not exist, and one that people vote for', async () => {
      for (const seat of ['sahara', 'perron-4']) {
        expect((await signe.get(`${NEW}?plads=${seat}`)).status).to.equal(404)
        const sent = (await signe.get(`${NEW}?plads=forsorg-hjemloese`)).fill({ answer_by: '05-02-2026' })
        expect((await signe.send({ ...sent, fields: { ...sent.fields, seat } })).status).to.equal(404)
      }
      expect(await app.db('nominations')).to.have.length(0)
    })

    it('a term that does not exist', async () => {
      const sent = (await signe.get(`${NEW}?plads=forsorg-hjemloese`)).fill({ answer_by: '05-02-2026' })
      expect((await signe.send({ ...sent, fields: { ...sent.fields, term_id: '99' } })).status).to.equal(404)
    })

    it('a term that was over', async () => {
      const [past] = await app.db('terms').orderBy('starts_on')
      const sent = (await signe.get(`${NEW}?plads=forsorg-hjemloese`)).fill({ answer_by: '05-02-2026' })
      const page = await signe.send({ ...sent, fields: { ...sent.fields, term_id: String(past!.id) } })
      expect(page.errors).to.deep.equal([
        'Rådsperioden sluttede den 31. december 2021. Vælg en anden periode, eller ret datoen.',
      ])
    })

    it('a term that is for other areas', async () => {
      const term = await aTermOfOneArea(app.db, 'perron-4')
      const sent = (await signe.get(`${NEW}?plads=forsorg-hjemloese`)).fill({ answer_by: '05-02-2026' })
      const page = await signe.send({ ...sent, fields: { ...sent.fields, term_id: String(term) } })
      expect([page.status, ...page.errors]).to.deep.equal([
        422,
        'Forsorg/Hjemløse bliver ikke fornyet i den rådsperiode. Vælg en anden rådsperiode.',
      ])
      expect(await app.db('nominations')).to.have.length(0)
    })
  })

  it('a seat that is held to the end of the term has nothing to ask for', async () => {
    const sent = (await signe.get(`${NEW}?plads=forsorg-hjemloese`)).fill({ answer_by: '05-02-2026' })
    await aMember(app.db, app.by, { seat: 'forsorg-hjemloese', name: 'Preben Skytte' })
    const page = await signe.send(sent)
    expect(page.status).to.equal(422)
    expect(page.text).to.include(
      'Preben Skytte har pladsen til 31. december 2029, så der er ikke noget at udpege til i rådsperioden 2026–2029.',
    )
    expect(await app.db('nominations')).to.have.length(0)
  })

  it('a second click asks once', async () => {
    const sent = (await signe.get(`${NEW}?plads=forsorg-hjemloese`)).fill({ answer_by: '05-02-2026' })
    const first = await signe.send(sent)
    const second = await signe.send(sent)
    expect(second.url).to.equal(first.url)
    expect(await app.db('nominations')).to.have.length(1)
  })

  it('two who ask at once: one is stored, the other is told', async () => {
    const sent = () =>
      signe.get(`${NEW}?plads=forsorg-hjemloese`).then((page) => page.fill({ answer_by: '05-02-2026' }))
    const pages = await Promise.all([await sent(), await sent()].map((form) => signe.send(form)))
    expect(pages.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const told = pages.find(({ status }) => status === 409)!
    expect(told.errors).to.deep.equal([
      'Der er allerede spurgt om den plads i den rådsperiode. Find sagen under Udpegning.',
    ])
    expect(told.link('Se, hvordan det står')).to.equal('/kontor/udpegninger/1')
    expect(await app.db('nominations')).to.have.length(1)
  })

  it('before a new term, its seats can be asked for while this term runs', async () => {
    app.clock.set('2025-11-20')
    await aMember(app.db, app.by, {
      seat: 'forsorg-hjemloese',
      name: 'Preben Skytte',
      startsOn: '2022-01-01',
    })
    const list = await signe.get(LIST)
    expect(list.text).to.include('Ledig fra 1. januar 2026. Rådsperioden 2026–2029.')
    const form = await signe.get(list.link('Spørg organisationerne om Forsorg/Hjemløse'))
    await signe.submit(form, { answer_by: '15-12-2025' })
    const [nomination] = await app
      .db('nominations')
      .join('terms', 'terms.id', 'term_id')
      .select('terms.starts_on')
    expect(nomination!.starts_on).to.equal('2026-01-01')
  })
})
