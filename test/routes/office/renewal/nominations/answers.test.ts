import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aNomination,
  anAnswer,
  anAppointment,
  bodyId,
  nominationRowsIn,
} from '../../../../support/builders/nominations.ts'
import { aPerson } from '../../../../support/builders/register.ts'
import type { NominationId, PersonId } from '../../../../../models/core/ids.ts'

describe('what the organisations answer', () => {
  let app: TestApp
  let signe: Visitor
  let id: NominationId
  let bodil: PersonId
  let hans: PersonId

  beforeEach(async () => {
    app = await anApp({ on: '2026-01-15' })
    signe = await app.as('signe')
    bodil = await aPerson(app.db, app.by, { name: 'Bodil Rask' })
    hans = await aPerson(app.db, app.by, { name: 'Hans Terkildsen' })
    id = await aNomination(app, { seat: 'kontanthjaelp-foertidspension' })
  })

  const path = () => `/kontor/udpegninger/${id}`

  async function answer(body: string, fields: Record<string, string>): Promise<Page> {
    const body_id = String(await bodyId(app.db, body))
    return signe.submit(await signe.get(`${path()}/svar`), { body_id, given_by: 'Rikke Bach', ...fields })
  }

  const names = (body: string, person: PersonId) => answer(body, { who: 'known', person_id: String(person) })

  async function refused(body: string, fields: Record<string, string>, sentence: string): Promise<Page> {
    const before = await nominationRowsIn(app.db)
    const page = await answer(body, fields)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal([sentence])
    for (const [name, typed] of Object.entries(fields)) expect(page.value(name)).to.equal(typed)
    expect(await nominationRowsIn(app.db)).to.deep.equal(before)
    return page
  }

  it('Livtagerne, Blå Kors and SAND: waits for each until all three have named the same person', async () => {
    const waiting = async () => (await signe.get(path())).texts('p.font-lead')
    expect(await waiting()).to.deep.equal(['Livtagerne, Blå Kors og SAND har ikke svaret endnu.'])
    const first = await names('sand', bodil)
    expect(first.notice).to.equal('Svaret er gemt.')
    expect(await waiting()).to.deep.equal(['Livtagerne og Blå Kors har ikke svaret endnu.'])
    await answer('livtagerne', { who: String(bodil) })
    expect(await waiting()).to.deep.equal(['Blå Kors har ikke svaret endnu.'])
    const last = await answer('blaa-kors', { who: String(bodil) })
    expect(last.texts('p.font-lead')).to.deep.equal([
      'Bodil Rask er indstillet. Spørg, om svaret er ja. Udpegningen venter på det.',
    ])
    expect(last.texts('.button-row a')).not.to.include('Skriv udpegningen')
    const said = await signe.submit(await signe.get(last.link('Skriv personens svar')), { reply: 'yes' })
    expect(said.texts('p.font-lead')).to.deep.equal([
      'Bodil Rask er indstillet. Nu skal udpegningen besluttes og skrives ind.',
    ])
    expect(said.link('Skriv udpegningen')).to.equal(`${path()}/udpegning`)
    expect(await app.db('memberships')).to.have.length(0)
  })

  it('Livtagerne and SAND propose different persons: they disagree, and the seat stays open', async () => {
    await names('sand', hans)
    const page = await names('livtagerne', bodil)
    expect(page.texts('p.font-lead')).to.deep.equal([
      'De foreslår Hans Terkildsen og Bodil Rask. Den, der udpeger, skal vælge mellem forslagene. Pladsen er ledig imens.',
    ])
    expect(page.link('Skriv, hvad der er besluttet')).to.equal(`${path()}/udpegning`)
    expect((await signe.get('/kontor/udpegninger')).text).to.include(
      'Organisationerne er ikke enige. De foreslår Hans Terkildsen og Bodil Rask.',
    )
    expect(await app.db('memberships')).to.have.length(0)
  })

  it('a changed mind is a new answer; the newest counts and the older one is still told', async () => {
    await names('sand', hans)
    await names('livtagerne', bodil)
    const page = await answer('sand', { who: String(bodil) })
    expect(page.texts('p.font-lead')).to.deep.equal(['Blå Kors har ikke svaret endnu.'])
    expect(page.text).to.include(
      'SAND indstillede Hans Terkildsen den 15. januar 2026, men har svaret på ny.',
    )
    expect(await app.db('nomination_answers')).to.have.length(3)
  })

  it('somebody new is put in the register with the answer', async () => {
    const page = await answer('sand', {
      who: 'new',
      name: 'Ulla Sten',
      phone: '86 40 00 01',
      publish_name: 'ja',
    })
    expect(page.text).to.include('SAND Indstiller Ulla Sten Rikke Bach svarede den 15. januar 2026')
    const ulla = await app.db('people').where({ name: 'Ulla Sten' }).first()
    expect(ulla).to.include({ phone: '86 40 00 01', contact_by: 'phone', email: null })
    const shown = await app.db('person_publications').where({ person_id: ulla!.id, field: 'name' }).first()
    expect(Boolean(shown!.published)).to.equal(true)
    const events = await app
      .db('audit_events')
      .where({ subject: `nomination:${id}` })
      .pluck('action')
    expect(events).to.deep.equal(['nomination.asked', 'nomination.answered'])
  })

  it('the log names neither phone nor who gave the answer', async () => {
    await answer('sand', { who: 'new', name: 'Ulla Sten', phone: '86 40 00 01' })
    const event = await app.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event!.details).to.not.include('86 40').and.not.include('Rikke')
  })

  it('asks who is meant where a person of that name is registered', async () => {
    const fields = { who: 'new', name: 'bodil  rask', phone: '86 40 00 01' }
    const page = await refused(
      'sand',
      fields,
      'Der er allerede en person, der hedder Bodil Rask. Er det en anden, så sæt hak, og gem igen.',
    )
    const saved = await signe.submit(page, { another: 'ja' })
    expect(saved.notice).to.equal('Svaret er gemt.')
    expect(await app.db('people')).to.have.length(3)
  })

  it('a new person is reached through the organisation, or through a place', async () => {
    for (const [body, via, said] of [
      ['sand', 'sand', 'Via SAND'],
      ['livtagerne', 'perron-4', 'Via Perron 4'],
    ] as const) {
      const name = `Ulla ${body}`
      await answer(body, { who: 'new', name, via: String(await bodyId(app.db, via)) })
      const person = await app.db('people').where({ name }).first('id', 'contact_by', 'phone', 'email')
      expect(person).to.include({ contact_by: 'place', phone: null, email: null })
      const form = await signe.get(`/kontor/personer/${person!.id}/ret`)
      expect((await signe.submit(form, {})).text).to.include(said)
    }
  })

  it('the deadline is that of the renewal, or three weeks from today where there is none', async () => {
    const asked = '/kontor/udpegninger/ny?plads=forsorg-hjemloese'
    expect((await signe.get(asked)).value('answer_by')).to.equal('05-02-2026')
    await signe.submit(await signe.get('/kontor/fornyelse/ny?periode=2026-2029'), {
      answers_on: '07-02-2026',
    })
    expect((await signe.get(asked)).value('answer_by')).to.equal('07-02-2026')
  })

  describe('bad input', () => {
    it('nobody chosen', () => refused('sand', {}, 'Vælg en af mulighederne.'))

    it('nobody chosen in the register', () => refused('sand', { who: 'known' }, 'Vælg personen på listen.'))

    it('a new person without a name', () =>
      refused('sand', { who: 'new', phone: '86 40 00 01' }, 'Skriv personens navn.'))

    it('a new person whom nobody can reach', () =>
      refused(
        'sand',
        { who: 'new', name: 'Ulla Sten' },
        'Skriv telefonnummer eller e-mail, eller vælg, hvem der giver besked videre.',
      ))

    it('a 10,000-character name', () =>
      refused(
        'sand',
        { who: 'new', name: 'Ulla '.repeat(2000).trim(), phone: '86 40 00 01' },
        'Teksten er for lang. Skriv højst 120 tegn.',
      ))

    it('no name of who gave the answer', () =>
      refused('sand', { who: 'new', name: 'Ulla Sten', phone: '1', given_by: '' }, 'Skriv noget her.'))

    it('an answer from before they were asked', () =>
      refused(
        'sand',
        { who: 'known', person_id: String(bodil), answered_on: '04-01-2026' },
        'Svaret kan ikke ligge før den dag, de blev spurgt, den 5. januar 2026. Ret datoen.',
      ))

    it('an answer from tomorrow', () =>
      refused(
        'sand',
        { who: 'known', person_id: String(bodil), answered_on: '16-01-2026' },
        'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.',
      ))

    it('an organisation that is not of the area', async () => {
      const before = await nominationRowsIn(app.db)
      const sent = (await signe.get(`${path()}/svar`)).fill({
        who: 'known',
        person_id: String(bodil),
        given_by: 'X',
      })
      sent.fields.body_id = String(await bodyId(app.db, 'kirkens-korshaer'))
      const page = await signe.send(sent)
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal(['Den organisation er ikke spurgt. Vælg en af dem, der er.'])
      expect(await nominationRowsIn(app.db)).to.deep.equal(before)
    })

    it('a person who does not exist', async () => {
      const body_id = String(await bodyId(app.db, 'sand'))
      const sent = (await signe.get(`${path()}/svar`)).fill({ body_id, who: 'known', given_by: 'X' })
      sent.fields.person_id = '99'
      expect((await signe.send(sent)).errors).to.deep.equal(['Personen findes ikke. Vælg en fra listen.'])
    })

    it('a nomination that does not exist', async () => {
      expect((await signe.get('/kontor/udpegninger/99')).status).to.equal(404)
      expect((await signe.get('/kontor/udpegninger/syv/svar')).status).to.equal(404)
    })
  })

  it('a second click stores one answer', async () => {
    const body_id = String(await bodyId(app.db, 'sand'))
    const form = await signe.get(`${path()}/svar`)
    const sent = form.fill({ body_id, who: 'known', person_id: String(bodil), given_by: 'Rikke Bach' })
    await signe.send(sent)
    await signe.send(sent)
    expect(await app.db('nomination_answers')).to.have.length(1)
  })

  it('an answer to a nomination that was appointed meanwhile shows how it stands', async () => {
    const psykiatri = await aNomination(app, { seat: 'psykiatri-1', body: 'sind' })
    const sent = (await signe.get(`/kontor/udpegninger/${psykiatri}/svar`)).fill({
      who: 'known',
      person_id: String(hans),
      given_by: 'Rikke Bach',
    })
    await anAnswer(app, psykiatri, 'sind', bodil)
    await anAppointment(app, psykiatri)
    const page = await signe.send(sent)
    expect(page.status).to.equal(409)
    expect(page.errors).to.deep.equal(['Udpegningen er allerede registreret. Det, du skrev, er ikke gemt.'])
    expect(page.texts('p.font-lead')).to.deep.equal(['Bodil Rask er udpeget og har fået pladsen.'])
    expect(await app.db('nomination_answers')).to.have.length(1)
  })

  it('a late answer is said in words and can still be written', async () => {
    app.clock.set('2026-01-28')
    signe = await app.as('signe')
    const page = await signe.get(path())
    expect(page.text).to.include(
      'De skulle have svaret senest 26. januar 2026: 2 dage over fristen. Ring til dem, eller luk sagen.',
    )
    expect((await names('sand', bodil)).notice).to.equal('Svaret er gemt.')
  })

  describe('closing without an appointment', () => {
    it('keeps the reason, and the seat can be asked for again', async () => {
      const form = await signe.get((await signe.get(path())).link('Luk uden udpegning'))
      const page = await signe.submit(form, { reason: 'De har ingen at indstille.' })
      expect(page.notice).to.equal('Sagen er lukket.')
      expect(page.text).to.include('De har ingen at indstille. Lukket af Signe Holm den 15. januar 2026.')
      const list = await signe.get('/kontor/udpegninger')
      expect(list.text).to.include('Lukket uden udpegning. Lukket den 15. januar 2026.')
      const again = await signe.get(page.link('Spørg på ny'))
      await signe.submit(again, { answer_by: '05-02-2026' })
      expect(await app.db('nominations').orderBy('id').pluck('status')).to.deep.equal(['closed', 'open'])
    })

    it('needs a reason', async () => {
      const page = await signe.submit(await signe.get(`${path()}/lukning`), { reason: ' ' })
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal(['Skriv noget her.'])
    })

    it('is refused where somebody has closed it already', async () => {
      const sent = (await signe.get(`${path()}/lukning`)).fill({ reason: 'En' })
      await signe.submit(await signe.get(`${path()}/lukning`), { reason: 'To' })
      const page = await signe.send(sent)
      expect(page.status).to.equal(409)
      expect(page.errors).to.deep.equal(['Sagen er lukket. Det, du skrev, er ikke gemt.'])
      expect(await app.db('nomination_closings').pluck('reason')).to.deep.equal(['To'])
    })
  })

  describe('who may', () => {
    const statusOf = async (name: 'vera' | 'ruth' | 'tage' | 'bo' | 'ib', to: string) =>
      (await (await app.as(name)).get(to)).status

    it('the chair and the auditor read; members, staff and administrators do not', async () => {
      for (const name of ['vera', 'ruth'] as const) expect(await statusOf(name, path())).to.equal(200)
      for (const name of ['tage', 'bo', 'ib'] as const) expect(await statusOf(name, path())).to.equal(403)
    })

    it('only the secretary writes, and the others see no button', async () => {
      for (const part of ['svar', 'udpegning', 'lukning'])
        for (const name of ['vera', 'ruth'] as const)
          expect(await statusOf(name, `${path()}/${part}`)).to.equal(403)
      const vera = await app.as('vera')
      const page = await vera.get(path())
      expect(page.$('main a.button')).to.have.length(0)
      expect(page.text).to.not.include('Skriv svaret')
      const list = await vera.get('/kontor/udpegninger')
      expect(list.$('main a.button')).to.have.length(0)
    })
  })
})
