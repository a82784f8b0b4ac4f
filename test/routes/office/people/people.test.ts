import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aMember, aPerson, everythingIn } from '../../../support/builders/register.ts'

const ELLEN = { name: 'Ellen Vang', contact_by: 'phone', phone: '86 40 00 00', publish_name: 'ja' }

describe('people in the office', () => {
  let app: TestApp
  let signe: Visitor

  beforeEach(async () => {
    app = await anApp()
    signe = await app.as('signe')
  })

  async function register(fields: Record<string, string>, visitor = signe): Promise<Page> {
    return visitor.submit(await visitor.get('/kontor/personer/ny'), fields)
  }

  async function refused(fields: Record<string, string>, ...sentences: string[]): Promise<Page> {
    const before = await everythingIn(app.db)
    const page = await register(fields)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(sentences)
    expect(await everythingIn(app.db)).to.deep.equal(before)
    return page
  }

  it('registers somebody who is reached through the drop-in centre', async () => {
    const perron = await app.db('bodies').where({ slug: 'perron-4' }).first('id')
    const page = await register({
      name: '  Ellen   Vang ',
      contact_by: 'place',
      contact_place_id: String(perron!.id),
      publish_name: 'nej',
    })
    expect(page.status).to.equal(200)
    expect(page.notice).to.equal('Personen er registreret.')
    expect(page.heading).to.equal('Ellen Vang')
    expect(page.text).to.contain('Får besked Via Perron 4')
    expect(page.text).to.contain('Navn Nej, siden 15. januar 2026')
  })

  it('lists everybody in the order of the Danish alphabet, with the seat each has today', async () => {
    for (const name of ['Åse Ravn', 'Zita Dam', 'Ørn Holt', 'Aase Lind', 'Æbba Krog', 'anders Friis'])
      await aPerson(app.db, app.by, { name })
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund' })
    const page = await signe.get('/kontor/personer')
    expect(page.texts('.people li')).to.deep.equal([
      'anders Friis ikke medlem i dag',
      'Maja Lund Perron 4',
      'Zita Dam ikke medlem i dag',
      'Æbba Krog ikke medlem i dag',
      'Ørn Holt ikke medlem i dag',
      'Aase Lind ikke medlem i dag',
      'Åse Ravn ikke medlem i dag',
    ])
  })

  it('keeps what was typed when a field is empty, and stores nothing', async () => {
    const page = await refused({ ...ELLEN, name: '  ' }, 'Skriv noget her.')
    expect(page.value('phone')).to.equal('86 40 00 00')
    expect(page.value('contact_by')).to.equal('phone')
    expect(page.value('publish_name')).to.equal('ja')
  })

  it('asks for what has not been chosen', async () => {
    await refused({ name: 'Ellen Vang' }, 'Vælg en af mulighederne.', 'Vælg en af mulighederne.')
  })

  it('refuses a name of 10,000 characters, which comes back to be shortened', async () => {
    const name = 'Ellen'.repeat(2000)
    const page = await refused({ ...ELLEN, name }, 'Teksten er for lang. Skriv højst 120 tegn.')
    expect(page.value('name')).to.equal(name)
  })

  it('refuses a way to be reached that leads nowhere', async () => {
    const to = (contact_by: string) => ({ name: 'Ellen Vang', contact_by, publish_name: 'ja' })
    await refused(to('phone'), 'Skriv telefonnummeret, eller vælg en anden måde at få besked på.')
    await refused(to('email'), 'Skriv e-mailadressen, eller vælg en anden måde at få besked på.')
    await refused(to('post'), 'Skriv postadressen, eller vælg en anden måde at få besked på.')
    await refused(to('place'), 'Vælg det værested, som beskeder skal gå igennem.')
    await refused(
      { ...to('email'), email: 'ellen(at)eksempel' },
      'Skriv en e-mailadresse som navn@eksempel.dk.',
    )
  })

  it('refuses an organisation, and a place that does not exist, as the place to leave messages', async () => {
    const sind = await app.db('bodies').where({ slug: 'sind' }).first('id')
    for (const id of [sind!.id, 99999]) {
      const form = (await signe.get('/kontor/personer/ny')).fill({ ...ELLEN, contact_by: 'place' })
      form.fields.contact_place_id = String(id)
      const page = await signe.send(form)
      expect(page.errors).to.deep.equal(['Vælg det værested, som beskeder skal gå igennem.'])
    }
    expect(await app.db('people')).to.deep.equal([])
  })

  it('refuses to promise to show what is not there', async () => {
    await refused(
      { ...ELLEN, publish_email: 'ja' },
      'Der er ingen e-mail at vise. Skriv den først, eller vælg nej.',
    )
  })

  it('registers one person when the form is sent twice', async () => {
    const form = (await signe.get('/kontor/personer/ny')).fill(ELLEN)
    const first = await signe.send(form)
    const second = await signe.send(form)
    expect(second.url).to.equal(first.url)
    expect(await app.db('people').pluck('name')).to.deep.equal(['Ellen Vang'])
    expect(await app.db('audit_events').where({ action: 'person.registered' })).to.have.length(1)
  })

  it('registers one person when the form is sent twice at once', async () => {
    const form = (await signe.get('/kontor/personer/ny')).fill(ELLEN)
    await Promise.all([signe.send(form), signe.send(form), signe.send(form)])
    expect(await app.db('people').pluck('name')).to.deep.equal(['Ellen Vang'])
  })

  it('asks before it registers a second person of the same name', async () => {
    await register(ELLEN)
    const page = await refused(
      { ...ELLEN, name: 'ellen vang' },
      'Der er allerede en person, der hedder Ellen Vang. Er det en anden, så sæt hak, og gem igen.',
    )
    const done = await signe.submit(page, { another: 'ja' })
    expect(done.notice).to.equal('Personen er registreret.')
    expect(await app.db('people').orderBy('id').pluck('name')).to.deep.equal(['Ellen Vang', 'ellen vang'])
  })

  it('shows contact data to those who may read it alone', async () => {
    const contact = {
      email: 'tage.friis@eksempel.dk',
      postal_address: 'Østergade 1',
      protected_address: true,
    }
    const id = await aPerson(app.db, app.by, { name: 'Tage Friis', ...contact })
    const shown = async (name: 'signe' | 'ruth' | 'vera' | 'tage') =>
      (await (await app.as(name)).get(`/kontor/personer/${id}`)).text
    for (const name of ['signe', 'ruth'] as const) {
      expect(await shown(name)).to.contain('tage.friis@eksempel.dk')
      expect(await shown(name)).to.contain('Østergade 1 Beskyttet adresse')
    }
    for (const name of ['vera', 'tage'] as const) {
      expect(await shown(name)).to.contain('Tage Friis')
      for (const secret of ['tage.friis@', 'Østergade', '86 40'])
        expect(await shown(name)).not.to.contain(secret)
    }
  })

  it('shows a member what is held of themselves', async () => {
    const id = await aPerson(app.db, app.by, { name: 'Tage Friis', email: 'tage.friis@eksempel.dk' })
    const account = await app.accountOf('tage')
    await app.db('accounts').where({ id: account }).update({ person_id: id })
    const page = await (await app.as('tage')).get(`/kontor/personer/${id}`)
    expect(page.text).to.contain('tage.friis@eksempel.dk')
    expect(page.text).not.to.contain('Ret oplysninger')
  })

  it('puts no name and no contact data in the log', async () => {
    const secrets = { email: 'ellen@eksempel.dk', postal_address: 'Østergade 1' }
    const page = await register({ ...ELLEN, ...secrets, protected_address: 'ja', publish_email: 'ja' })
    expect(page.notice).to.equal('Personen er registreret.')
    const event = await app.db('audit_events').where({ action: 'person.registered' }).first()
    expect(JSON.parse(event!.details)).to.deep.equal({
      contact_by: 'phone',
      name: true,
      phone: false,
      email: true,
    })
  })

  it('corrects a person, and logs which fields changed without what they hold', async () => {
    const id = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    const form = await signe.get(`/kontor/personer/${id}/ret`)
    expect(form.value('phone')).to.equal('86 40 00 00')
    const page = await signe.submit(form, { phone: '86 41 11 11', email: 'ellen@eksempel.dk' })
    expect(page.notice).to.equal('Oplysningerne er gemt.')
    expect(page.text).to.contain('86 41 11 11')
    const event = await app.db('audit_events').where({ action: 'person.changed' }).first()
    expect(JSON.parse(event!.details)).to.deep.equal({ changed: ['email', 'phone'] })
  })

  it('shows how things stand now when another secretary was first, and what had been typed', async () => {
    const id = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    const mine = await signe.get(`/kontor/personer/${id}/ret`)
    const theirs = await signe.get(`/kontor/personer/${id}/ret`)
    await signe.submit(theirs, { phone: '86 41 11 11' })
    const before = await everythingIn(app.db)
    const page = await signe.submit(mine, { email: 'ellen@eksempel.dk' })
    expect(page.status).to.equal(409)
    expect(page.errors).to.deep.equal([
      'En anden har ændret det her, mens du skrev. Se, hvordan det står nu, og prøv igen.',
    ])
    expect(page.value('phone')).to.equal('86 41 11 11')
    expect(page.text).to.contain('Det havde du skrevet')
    expect(page.text).to.contain('ellen@eksempel.dk')
    expect(await everythingIn(app.db)).to.deep.equal(before)
    const again = await signe.submit(page, { email: 'ellen@eksempel.dk' })
    expect(again.text).to.contain('ellen@eksempel.dk')
    expect(again.text).to.contain('86 41 11 11')
  })

  it('keeps every answer about what anyone may see, and the newest counts', async () => {
    const id = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    const form = await signe.get(`/kontor/personer/${id}/offentligt`)
    expect(form.value('publish_name')).to.equal('ja')
    const page = await signe.submit(form, { publish_name: 'nej', decided_on: '12. januar 2026' })
    expect(page.text).to.contain('Navn Nej, siden 12. januar 2026')
    const rows = await app.db('person_publications').where({ field: 'name' }).orderBy('id')
    expect(rows.map(({ published, decided_on }) => [Boolean(published), decided_on])).to.deep.equal([
      [true, '2026-01-15'],
      [false, '2026-01-12'],
    ])
  })

  it('refuses an answer that has not been given yet, and a day that does not exist', async () => {
    const id = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    const before = await everythingIn(app.db)
    const form = await signe.get(`/kontor/personer/${id}/offentligt`)
    const tomorrow = await signe.submit(form, { decided_on: '16-01-2026' })
    expect(tomorrow.errors).to.deep.equal(['Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.'])
    const never = await signe.submit(form, { decided_on: '30-02-2026' })
    expect(never.errors).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
    expect(never.value('decided_on')).to.equal('30-02-2026')
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('shows names as text, whatever they hold', async () => {
    const id = await aPerson(app.db, app.by, { name: '<b>Ellen</b> & "Søn"' })
    const page = await signe.get(`/kontor/personer/${id}`)
    expect(page.heading).to.equal('<b>Ellen</b> & "Søn"')
  })

  it('knows nobody by a number that is nobody, or is no number', async () => {
    for (const id of ['99', '0', '-1', 'ellen', '1e3', '99999999999999999999']) {
      expect((await signe.get(`/kontor/personer/${id}`)).status, id).to.equal(404)
      expect((await signe.get(`/kontor/personer/${id}/ret`)).status, id).to.equal(404)
    }
  })
})
