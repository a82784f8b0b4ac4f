import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCouncil, aMember, aPerson, everythingIn } from '../../../../support/builders/register.ts'
import type { PersonId } from '../../../../../models/core/ids.ts'

const FORM = '/kontor/pladser/slotsgaarden/medlemskab'

describe('placing a person on a seat', () => {
  let app: TestApp
  let signe: Visitor
  let ellen: PersonId

  beforeEach(async () => {
    app = await anApp({ on: '2026-03-10' })
    signe = await app.as('signe')
    ellen = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
  })

  async function place(fields: Record<string, string> = {}, path = FORM): Promise<Page> {
    return signe.submit(await signe.get(path), { person_id: String(ellen), ...fields })
  }

  async function refused(fields: Record<string, string>, ...sentences: string[]): Promise<Page> {
    const before = await everythingIn(app.db)
    const page = await place(fields)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(sentences)
    for (const [name, typed] of Object.entries(fields)) expect(page.value(name)).to.equal(typed)
    expect(await everythingIn(app.db)).to.deep.equal(before)
    return page
  }

  it('suggests today and the end of the term, and shows who sits there now', async () => {
    const form = await signe.get(FORM)
    expect(form.value('starts_on')).to.equal('10-03-2026')
    expect(form.value('due_on')).to.equal('31-12-2029')
    const page = await place()
    expect(page.notice).to.equal('Medlemmet er skrevet ind.')
    expect(page.texts('.story-now')).to.deep.equal([
      'Ellen Vang Nu 10. marts 2026 – 31. december 2029 Skrevet ind af rådets sekretær ' +
        'Ikke valgbar mere? Ellen Vang Stopper før tid Ellen Vang Skrevet ind ved en fejl Ellen Vang',
    ])
  })

  it('takes the end of the term that the first day lies in when no last day is written', async () => {
    await place({ starts_on: '1. februar 2024', due_on: '' })
    const [membership] = await app.db('memberships')
    expect(membership).to.include({ starts_on: '2024-02-01', due_on: '2025-12-31', ends_on: '2025-12-31' })
    expect(await app.db('terms').where({ id: membership!.term_id }).first()).to.include({
      starts_on: '2022-01-01',
    })
  })

  it('leads by way of a new person back to the seat', async () => {
    const form = await signe.get((await signe.get(FORM)).link('Personen er ikke på listen'))
    const fields = { name: 'Bodil Krogh', contact_by: 'digital_post', publish_name: 'ja' }
    const page = await signe.submit(form, fields)
    expect(page.heading).to.equal('Skriv et medlem ind: Slotsgården')
    const bodil = await app.db('people').where({ name: 'Bodil Krogh' }).first('id')
    expect(page.value('person_id')).to.equal(String(bodil!.id))
  })

  it('refuses an end before the start', () =>
    refused(
      { starts_on: '10-03-2026', due_on: '09-03-2026' },
      'Sidste dag kan ikke ligge før første dag, den 10. marts 2026. Ret en af datoerne.',
    ))

  it('refuses 30 February', () =>
    refused({ starts_on: '30. februar 2026' }, 'Datoen findes ikke. Skriv den som 21-09-2020.'))

  it('refuses days outside the term', async () => {
    const sentence =
      'Medlemskabet skal ligge i rådsperioden fra den 1. januar 2026 til den 31. december 2029. Ret datoen.'
    await refused({ due_on: '01-01-2030' }, sentence)
  })

  it('refuses a first day in no term at all', async () => {
    const sentence =
      'Der er ingen rådsperiode den 1. januar 2031. Ret datoen, eller tilføj perioden i vedtægterne.'
    await refused({ starts_on: '01-01-2031', due_on: '' }, sentence)
  })

  it('refuses an empty field and a person who was not chosen', async () => {
    const before = await everythingIn(app.db)
    const form = await signe.get(FORM)
    const page = await signe.submit(form, { person_id: '', starts_on: '' })
    expect(page.errors).to.deep.equal(['Vælg en af mulighederne.', 'Skriv noget her.'])
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('refuses a person who does not exist', async () => {
    const before = await everythingIn(app.db)
    const page = await place({ person_id: '99999' })
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Personen findes ikke. Vælg en fra listen.'])
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('refuses a seat that is taken on one of the days', async () => {
    await aMember(app.db, app.by, { seat: 'slotsgaarden', name: 'Gerda Elmose', startsOn: '2026-06-01' })
    await refused(
      { starts_on: '10-03-2026', due_on: '01-06-2026' },
      'Gerda Elmose har pladsen fra den 1. juni 2026 til den 31. december 2029. ' +
        'Vælg en anden plads, eller ret datoen.',
    )
    const page = await place({ starts_on: '10-03-2026', due_on: '31-05-2026' })
    expect(page.notice).to.equal('Medlemmet er skrevet ind.')
  })

  it('refuses the same person on two seats', async () => {
    await place({}, '/kontor/pladser/perron-4/medlemskab')
    await refused(
      {},
      'Personen har allerede en plads fra den 10. marts 2026 til den 31. december 2029: Perron 4. ' +
        'Afslut det medlemskab først, eller ret datoen.',
    )
  })

  it('knows no unknown seat', async () => {
    for (const slug of ['slottet', 'Slotsgaarden', '..%2f..', '%27%20or%201=1'])
      for (const path of [`/kontor/pladser/${slug}`, `/kontor/pladser/${slug}/medlemskab`])
        expect((await signe.get(path)).status, path).to.equal(404)
    const form = (await signe.get(FORM)).fill({ person_id: String(ellen) })
    const page = await signe.send({ ...form, action: '/kontor/pladser/slottet/medlemskab' })
    expect(page.status).to.equal(404)
    expect(await app.db('memberships')).to.deep.equal([])
  })

  it('writes one membership when the form is sent twice', async () => {
    const form = (await signe.get(FORM)).fill({ person_id: String(ellen) })
    await signe.send(form)
    const second = await signe.send(form)
    expect(second.heading).to.equal('Slotsgården')
    expect(await app.db('memberships')).to.have.length(1)
    expect(await app.db('audit_events').where({ action: 'membership.started' })).to.have.length(1)
  })

  it('lets one of two secretaries at once fill the seat, and tells the other who got it', async () => {
    const bodil = await aPerson(app.db, app.by, { name: 'Bodil Krogh' })
    const other = await app.as('signe')
    const mine = (await signe.get(FORM)).fill({ person_id: String(ellen) })
    const theirs = (await other.get(FORM)).fill({ person_id: String(bodil) })
    const answers = await Promise.all([signe.send(mine), other.send(theirs)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const [membership, ...more] = await app.db('memberships')
    expect(more).to.deep.equal([])
    const winner = membership!.person_id === ellen ? 'Ellen Vang' : 'Bodil Krogh'
    const sentence =
      `${winner} har pladsen fra den 10. marts 2026 til den 31. december 2029. ` +
      'Vælg en anden plads, eller ret datoen.'
    const late = answers.find(({ status }) => status === 409)!
    expect(late.errors).to.deep.equal([sentence])
    expect(late.text).to.contain(`${winner} har pladsen til 31. december 2029.`)
    expect(await app.db('audit_events').where({ action: 'membership.started' })).to.have.length(1)
  })

  it('tells of the seat to whoever may read the register, without the secretary’s buttons', async () => {
    await aCouncil(app)
    const page = await (await app.as('vera')).get('/kontor/pladser/slotsgaarden')
    expect(page.text).to.contain('Gerda Elmose')
    for (const button of ['Stopper før tid', 'Skrevet ind ved en fejl', 'Skriv et medlem ind'])
      expect(page.text).not.to.contain(button)
  })

  it('tells when a nominating organisation ends while its member sits', async () => {
    await aMember(app.db, app.by, { seat: 'boligsocial', name: 'Niels Højgaard', startsOn: '2022-01-01' })
    const told = async (day: string) => {
      app.clock.set(day)
      const page = await (await app.as('signe')).get('/kontor/pladser/boligsocial')
      return page.texts('.alert-info .alert-heading, .alert-info .alert-text')
    }
    const text = [
      'Pladsen ændrer sig ikke af sig selv. Vedtægterne siger ikke, om medlemmet skal gå før tid.',
      'Efterfølgeren er Den boligsociale helhedsplan Randers 2025-29. Den overtager ikke pladsen af sig selv.',
      'Beslut, hvad der sker med pladsen',
    ]
    expect(await told('2025-03-01')).to.deep.equal([
      'Helhedsplanen for Nordbyen stopper den 31. juli 2025, før rådsperioden er slut',
      ...text,
    ])
    expect(await told('2025-08-01')).to.deep.equal([
      'Helhedsplanen for Nordbyen stoppede den 31. juli 2025',
      ...text,
    ])
  })
})
