import { expect } from 'chai'
import { listRegisterTasks } from '../../../../../models/front/council_tasks.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCouncil, aMember, aPerson, type Council } from '../../../../support/builders/register.ts'
import { theRules } from '../../../../support/builders/statutes.ts'

const SEAT = '/kontor/pladser/slotsgaarden'

describe('Substitutes (/kontor/pladser/…/suppleanter)', () => {
  let house: TestApp
  let signe: Visitor
  let council: Council
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
    signe = await house.as('signe')
    council = await aCouncil(house)
  })

  async function rules(kind: 'personal' | 'vote_order' | 'pool'): Promise<void> {
    await theRules(house.db, house.by, { substitutes: kind, vacancy: 'substitute' })
  }

  async function writeDown(name: string, position?: string) {
    await aPerson(house.db, house.by, { name })
    const form = await signe.get(`${SEAT}/suppleanter`)
    const fields = { person_id: form.choice('person_id', name), ...(position !== undefined && { position }) }
    return signe.submit(form, fields, 'Skriv suppleanten op')
  }

  async function leaves(): Promise<void> {
    const id = council.slotsgaarden.membershipId
    const form = await signe.get(`/kontor/medlemskaber/${id}/udtraeden?dato=2026-03-01`)
    await signe.submit(form, { end_reason: 'moved' })
  }

  const acts = async (action: string) => (await house.db('audit_events').where({ action })).length

  it('are not spoken of where there are none, as in Randers', async () => {
    expect((await signe.get(SEAT)).texts('h2')).not.to.include('Suppleanter')
    const refused = await signe.get(`${SEAT}/suppleanter`)
    await aPerson(house.db, house.by, { name: 'Ellen Vang' })
    const form = await signe.get(refused.url)
    const sent = await signe.submit(
      form,
      { person_id: form.choice('person_id', 'Ellen Vang') },
      'Skriv suppleanten op',
    )
    expect(sent.status).to.equal(422)
    expect(sent.errors).to.deep.equal(['Vedtægterne siger, at der ikke er suppleanter til den plads.'])
  })

  it('the one with the next most votes steps in with one button from the seat', async () => {
    await rules('vote_order')
    await writeDown('Bodil Krag', '2')
    const list = await writeDown('Anton Lund', '1')
    expect(list.notice).to.equal('Det er skrevet op.')
    expect(list.texts('main li strong')).to.deep.equal(['Anton Lund', 'Bodil Krag'])
    await leaves()
    const seat = await signe.get(SEAT)
    expect(seat.text).to.include('Suppleanten træder ind.')
    const form = await signe.get(seat.link('Lad suppleanten træde ind'))
    expect(form.text).to.include('Skal Anton Lund træde ind på pladsen?')
    const [one, two] = await Promise.all([
      signe.submit(form, {}, 'Lad suppleanten træde ind'),
      signe.submit(form, {}, 'Lad suppleanten træde ind'),
    ])
    expect([one.url, two.url]).to.deep.equal([SEAT, SEAT])
    const after = await signe.get(SEAT)
    expect(after.text).to.include('Anton Lund')
    expect(after.text).to.include('2. marts 2026 – 31. december 2029')
    expect(after.text).to.include('Trådte ind som suppleant')
    expect(await acts('membership.substituted')).to.equal(1)
    expect(await house.db('substitutions')).to.have.length(1)
  })

  it('equal votes are decided by a lot that is written down', async () => {
    await rules('vote_order')
    await writeDown('Anton Lund', '1')
    await writeDown('Bodil Krag', '1')
    await leaves()
    const form = await signe.get(`${SEAT}/suppleant`)
    expect(form.text).to.include('Hvem af de 2 faldt lodden på?')
    const chosen = { substitute_id: form.choice('substitute_id', 'Bodil Krag') }
    const refused = await signe.submit(form, chosen, 'Lad suppleanten træde ind')
    expect(refused.errors).to.deep.equal(['Skriv, hvordan det blev afgjort.'])
    await signe.submit(refused, { ...chosen, note: 'Sedler i en skål' }, 'Lad suppleanten træde ind')
    expect((await signe.get(SEAT)).text).to.include('Bodil Krag')
    expect(await house.db('substitutions').pluck('note')).to.deep.equal(['Sedler i en skål'])
  })

  it('a member has one personal substitute; another has to be withdrawn first', async () => {
    await rules('personal')
    await writeDown('Anton Lund')
    const twice = await writeDown('Bodil Krag')
    expect(twice.status).to.equal(422)
    expect(twice.errors[0]).to.include('pladsen har sin suppleant')
    const withdrawal = await signe.get(twice.link('Afmeld Anton Lund'))
    await signe.submit(withdrawal, { note: 'Er flyttet' })
    expect((await writeDown('Carl Friis')).notice).to.equal('Det er skrevet op.')
    expect((await signe.get(`${SEAT}/suppleanter`)).text).to.include('Anton Lund, afmeldt den 2. marts 2026')
    expect(await acts('substitute.withdrawn')).to.equal(1)
  })

  it('a member cannot stand ready, and nobody stands ready twice', async () => {
    await rules('pool')
    const form = await signe.get(`${SEAT}/suppleanter`)
    const maja = String(council['perron-4'].personId)
    await aPerson(house.db, house.by, { name: 'Ellen Vang' })
    const shown = form.$('select').length > 0 ? form : await signe.get(`${SEAT}/suppleanter`)
    expect((await signe.submit(shown, { person_id: maja }, 'Skriv suppleanten op')).errors).to.deep.equal([
      'Maja Lund sidder i rådet allerede.',
    ])
    const ellen = shown.choice('person_id', 'Ellen Vang')
    await signe.submit(shown, { person_id: ellen }, 'Skriv suppleanten op')
    const again = await signe.get('/kontor/pladser/slotsgaarden/suppleanter')
    await aPerson(house.db, house.by, { name: 'Otto Vind' })
    const other = await signe.get(again.url)
    const twice = await signe.submit(other, { person_id: ellen }, 'Skriv suppleanten op')
    expect(twice.errors[0]).to.include('Personen er skrevet op allerede')
  })

  it('where nobody is left, the place votes, and the page says so', async () => {
    await rules('vote_order')
    await leaves()
    const seat = await signe.get(SEAT)
    expect(seat.text).to.include('ved et suppleringsvalg')
    const refused = await signe.get(`${SEAT}/suppleant`)
    expect(refused.status).to.equal(409)
    expect(refused.errors[0]).to.include('bliver besat på en anden måde')
  })

  it('what to do now names it, and the public is told without a name', async () => {
    await rules('pool')
    await writeDown('Anton Lund')
    await leaves()
    const user = {
      id: 1,
      name: 'Signe Holm',
      email: '',
      role: 'secretary' as const,
      person_id: null,
      places: [],
    }
    const tasks = await listRegisterTasks(house.db, user as never, house.clock.today())
    expect(tasks.map(({ kind }) => kind)).to.include('seat_vacant_substitute')
    expect((await signe.get('/kontor')).text).to.include('Lad en suppleant træde ind på pladsen Slotsgården')
    const open = await house.visitor().get('/')
    expect(open.text).to.include('En suppleant træder ind.')
    expect(open.text).not.to.include('Anton Lund')
  })

  it('the council itself finds a new member where the statutes say so', async () => {
    await theRules(house.db, house.by, { vacancy: 'council_supplements' })
    await leaves()
    const seat = await signe.get(SEAT)
    expect(seat.text).to.include('Rådet finder selv et nyt medlem.')
    expect(seat.link('Skriv det nye medlem ind')).to.equal(`${SEAT}/medlemskab`)
  })

  it('is there in English', async () => {
    await rules('pool')
    await signe.get('/kontor?sprog=en')
    const page = await signe.get(`${SEAT}/suppleanter`)
    expect(page.heading).to.equal('Substitutes: Slotsgården')
  })
})

describe('A hard quota', () => {
  it('stops the member who would be one too many, with a sentence and nothing stored', async () => {
    const house = await anApp({ on: '2026-03-02' })
    const signe = await house.as('signe')
    await theRules(house.db, house.by, {
      quotas: [
        {
          key: 'brugere',
          name: 'valgt på et værested',
          of: 'elected',
          limit: 'at_most',
          amount: 1,
          force: 'hard',
        },
      ],
    })
    const place = async (seat: string, name: string) => {
      await aPerson(house.db, house.by, { name })
      const form = await signe.get(`/kontor/pladser/${seat}/medlemskab`)
      return signe.submit(form, { person_id: form.choice('person_id', name) })
    }
    expect((await place('perron-4', 'Maja Lund')).status).to.equal(200)
    const refused = await place('slotsgaarden', 'Gerda Elmose')
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Vedtægterne tillader ikke flere af dem, der er valgt på et værested. Der sidder allerede 1.',
    ])
    expect(await house.db('memberships')).to.have.length(1)
    expect((await place('boligsocial', 'Niels Højgaard')).status).to.equal(200)
  })

  it('that is soft warns on the page of the council and stops nobody; so does a range that is not reached', async () => {
    const house = await anApp({ on: '2026-03-02' })
    const signe = await house.as('signe')
    await theRules(house.db, house.by, {
      seats: { min: 8, max: 12 },
      quotas: [
        {
          key: 'q',
          name: 'valgt på et værested',
          of: 'elected',
          limit: 'more_than',
          amount: [1, 3],
          force: 'soft',
        },
      ],
    })
    await aMember(house.db, house.by, { seat: 'boligsocial', name: 'Niels Højgaard' })
    await aMember(house.db, house.by, { seat: 'psykiatri-1', name: 'Tove Brink' })
    const page = await signe.get('/kontor/raadet')
    expect(page.text).to.include('0 af de 2 medlemmer er valgt på et værested.')
    expect(page.text).to.include('Rådet mangler 6 medlemmer')
    await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    await aMember(house.db, house.by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })
    // 2 of 4 are more than a third.
    expect((await signe.get('/kontor/raadet')).text).not.to.include('medlemmer er valgt på et værested')
  })
})
