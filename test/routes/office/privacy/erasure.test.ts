import { expect } from 'chai'
import { checkRows } from '../../../../models/core/ledger/check.ts'
import { tablesOf } from '../../../../rehearsal/scenarios/privacy/reconciliation.ts'
import { verifyChain } from '../../../../models/core/chain.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { NO_ID, type PersonId } from '../../../../models/core/ids.ts'
import { closeAccount } from '../../../../models/accounts/accounts.ts'
import { flagGround, settleGround } from '../../../../models/council/grounds/flags.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { anAccount, anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aCalledElection, storesNothing } from '../../../support/builders/elections.ts'
import { anAnswer, aNomination } from '../../../support/builders/nominations.ts'
import { aMember, aPerson, type Member } from '../../../support/builders/register.ts'
import { anId } from '../../../support/ids.ts'

const ASKED = { asked_on: '10-03-2028', reason: 'Mundtligt på værestedet', sure: 'ja' }
const SECRETS = [
  'gerda@raadsbogen.example',
  '86 41 22 33',
  'Skovvej 7',
  'Flyttet til sin søster',
  'Bor i Viborg nu',
]

describe('erasing what is kept about a person who asks for it', () => {
  let house: TestApp
  let signe: Visitor
  let gerda: Member

  /** Gerda sat at Slotsgården until 28 February 2027, and left for a reason that she wanted kept private. */
  beforeEach(async () => {
    house = await anApp({ on: '2026-01-15' })
    gerda = await aMember(house.db, house.by, {
      seat: 'slotsgaarden',
      name: 'Gerda Elmose',
      email: 'gerda@raadsbogen.example',
      phone: '86 41 22 33',
      postal_address: 'Skovvej 7, 8900 Randers C',
      protected_address: true,
      publish: { name: true, email: true, phone: false },
    })
    await flagGround(house.db, house.by, gerda.membershipId, {
      lost: 'residence',
      learned_on: isoDate('2026-01-15'),
      note: 'Bor i Viborg nu',
    })
    const flag = await house.db('ground_flags').first('id')
    await settleGround(house.db, house.by, flag?.id ?? NO_ID, 'Hun flytter')
    house.clock.set('2027-02-20')
    signe = await house.as('signe')
    const leaving = await signe.get(`/kontor/medlemskaber/${gerda.membershipId}/udtraeden?dato=28-02-2027`)
    await signe.submit(leaving, {
      end_reason: 'moved',
      end_note: 'Flyttet til sin søster',
      end_private: 'ja',
    })
    house.clock.set('2028-03-10')
    signe = await house.as('signe')
  })

  const page = async () => {
    const person = await signe.get(`/kontor/personer/${gerda.personId}`)
    return signe.get(person.link('Slet oplysninger om personen'))
  }
  const rowOf = (id: PersonId) => house.db('people').where({ id }).first()

  it('shows what goes and what stays before anything is done', async () => {
    const shown = await page()
    expect(shown.heading).to.equal('Slet oplysninger om Gerda Elmose')
    expect(shown.texts('main ul:nth-of-type(1) > li')).to.deep.equal([
      'E-mail',
      'Telefonnummer',
      'Postadresse',
      '1 note eller privat grund',
      '1 note om valgbarhed',
    ])
    expect(shown.text).to.include('Navn, plads, hverv og datoer. De hører til rådets historie.')
    for (const secret of SECRETS) expect(shown.text).not.to.include(secret)
  })

  it('erases contact and notes; name, seat and dates stay, and the log says how much went but not what', async () => {
    const before = await rosterOn(house.db, isoDate('2027-02-01'))
    const done = await signe.submit(await page(), ASKED)
    expect(done.status).to.equal(200)
    expect(done.notice).to.equal('Oplysningerne er slettet.')
    expect(done.heading).to.equal('Gerda Elmose')
    expect(done.text).to.include('Slettet den 10. marts 2028, fordi personen bad om det.')
    const insight = await signe.get(`/kontor/personer/${gerda.personId}/indsigt`)
    expect(insight.text).to.include('fordi personen bad om det. Mundtligt på værestedet.')
    for (const secret of SECRETS) expect(insight.text).not.to.include(secret)
    expect(await rowOf(gerda.personId)).to.include({
      name: 'Gerda Elmose',
      email: null,
      phone: null,
      postal_address: null,
      contact_place_id: null,
    })
    const membership = await house.db('memberships').where({ id: gerda.membershipId }).first()
    expect(membership).to.include({
      starts_on: '2026-01-01',
      ends_on: '2027-02-28',
      end_note: null,
      end_reason: 'other',
    })
    expect(await house.db('ground_flags')).to.deep.equal([])
    expect(await house.db('ground_flag_closings')).to.deep.equal([])
    const after = await rosterOn(house.db, isoDate('2027-02-01'))
    expect(after.map(({ member }) => member?.person)).to.deep.equal(
      before.map(({ member }) => member?.person),
    )
    const [event] = await house.db('audit_events').where({ action: 'person.erased' })
    expect(event?.subject).to.equal(`person:${gerda.personId}`)
    expect(JSON.parse(event?.details ?? '')).to.deep.equal({
      scope: 'contact',
      ground: 'request',
      hide_name: false,
      fields: ['email', 'phone', 'postal_address'],
      notes: 1,
      flags: 1,
      candidacies: 0,
      photos: 0,
      accounts: 0,
    })
    const [erasure] = await house.db('erasures')
    expect(erasure).to.include({
      asked_on: '2028-03-10',
      reason: 'Mundtligt på værestedet',
      recorded_by: 'Signe Holm',
    })
    expect((await verifyChain(house.db)).whole).to.equal(true)
  })

  it('is an act like any other: the check of all rows finds nothing that no act has written', async () => {
    const before = await checkRows(house.db)
    await signe.submit(await page(), ASKED)
    expect(await checkRows(house.db)).to.deep.equal(before)
  })

  it('leaves nothing of it in any table', async () => {
    await signe.submit(await page(), ASKED)
    const tables = await tablesOf(house.db)
    expect(tables.length).to.be.greaterThan(50)
    for (const table of tables) {
      const rows = JSON.stringify(await house.db(table))
      for (const secret of SECRETS) expect(rows, `${table}: ${secret}`).not.to.include(secret)
    }
  })

  it('takes the e-mail off the public page, and the name where the person asks for that too', async () => {
    const front = async () => (await house.visitor().get('/?dato=2027-02-01')).text
    expect(await front())
      .to.include('Gerda Elmose')
      .and.to.include('gerda@raadsbogen.example')
    await signe.submit(await page(), { ...ASKED, hide_name: 'ja' })
    expect(await front()).not.to.include('Gerda Elmose')
    expect(await front()).not.to.include('gerda@raadsbogen.example')
    const said = await house.db('person_publications').where({ person_id: gerda.personId }).orderBy('id')
    expect(said.map(({ field, published }) => [field, Boolean(published)]).slice(-2)).to.have.deep.members([
      ['name', false],
      ['email', false],
    ])
  })

  it('asks when and how, and for a yes, and keeps what was typed', async () => {
    const refused = await storesNothing(house, async () =>
      signe.submit(await page(), { asked_on: '30-02-2028', reason: ' ', hide_name: 'ja' }),
    )
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Datoen findes ikke. Skriv den som 21-09-2020.',
      'Skriv noget her.',
      'Sæt hak her, før du går videre.',
    ])
    expect(refused.value('asked_on')).to.equal('30-02-2028')
    const ahead = await storesNothing(house, async () =>
      signe.submit(await page(), { ...ASKED, asked_on: '11-03-2028' }),
    )
    expect(ahead.status).to.equal(422)
  })

  it('a double click erases once', async () => {
    const form = (await page()).fill(ASKED)
    const answers = await Promise.all([signe.send(form), signe.send(form)])
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200])
    expect(await house.db('erasures')).to.have.length(1)
    expect(await house.db('audit_events').where({ action: 'person.erased' })).to.have.length(1)
  })

  it('two secretaries at once: one erases, the other is told that it has been done', async () => {
    const [one, other] = [await page(), await page()]
    const answers = await Promise.all([signe.submit(one, ASKED), signe.submit(other, ASKED)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.text).to.include('Det er allerede slettet.').and.to.include('Der er ikke mere at slette.')
    expect(await house.db('erasures')).to.have.length(1)
  })

  it('does not erase what nobody has seen: somebody wrote an address meanwhile', async () => {
    const form = await page()
    await house.db('people').where({ id: gerda.personId }).update({ email: null })
    const conflict = await storesNothing(house, () => signe.submit(form, ASKED))
    expect(conflict.status).to.equal(409)
    expect(conflict.texts('main ul:nth-of-type(1) > li')).not.to.include('E-mail')
  })

  describe('waits', () => {
    const notYet = async (id: PersonId, why: string) => {
      const shown = await signe.get(`/kontor/personer/${id}/sletning`)
      expect(shown.text).to.include('Det kan ikke gøres endnu').and.to.include(why)
      // The form of a person without ties, sent to the address of a person with them.
      const free = await aPerson(house.db, house.by, { name: 'Preben Skytte' })
      const { fields } = (await signe.get(`/kontor/personer/${free}/sletning`)).fill(ASKED)
      const action = `/kontor/personer/${id}/sletning`
      const refused = await storesNothing(house, () => signe.send({ action, fields }))
      expect(refused.status).to.equal(422)
    }

    it('for a member to leave', async () => {
      const { personId } = await aMember(house.db, house.by, {
        seat: 'perron-4',
        name: 'Maja Lund',
        startsOn: '2028-01-01',
      })
      await notYet(personId, 'Personen har en plads i rådet til den 31. december 2029.')
    })

    it('for somebody who is booked to come', async () => {
      const { personId } = await aMember(house.db, house.by, {
        seat: 'perron-4',
        name: 'Maja Lund',
        startsOn: '2029-01-01',
      })
      await notYet(personId, 'til den 31. december 2029')
    })

    it('for an election to end', async () => {
      house.clock.set('2026-01-15')
      const election = await aCalledElection(house)
      const id = await aPerson(house.db, house.by, { name: 'Åse Wang' })
      await house
        .db('candidacies')
        .where({ election_id: election, name: 'Åse Wang' })
        .update({ person_id: id })
      house.clock.set('2028-03-10')
      await notYet(id, 'Personen stiller op til et valg, der ikke er slut.')
    })

    it('for a nomination to be settled', async () => {
      house.clock.set('2026-01-15')
      const nomination = await aNomination(house, { seat: 'forsorg-hjemloese' })
      const id = await aPerson(house.db, house.by, { name: 'Niels Højgaard' })
      await anAnswer(house, nomination, 'kirkens-korshaer', id)
      house.clock.set('2028-03-10')
      await notYet(id, 'En organisation har indstillet personen')
    })

    it('for an account to be closed', async () => {
      const id = await aPerson(house.db, house.by, { name: 'Tove Brink' })
      const given = { name: 'Tove Brink', email: 'tove@raadsbogen.example', role: 'member' as const }
      const account = await anAccount(house.db, house.by, given)
      await house.db('accounts').where({ id: account }).update({ person_id: id })
      await notYet(id, 'Personen har en konto.')
      await closeAccount(house.db, house.by, anId(account))
      await signe.submit(await signe.get(`/kontor/personer/${id}/sletning`), ASKED)
      expect(await house.db('accounts').where({ id: account }).first()).to.include({
        name: 'Tove Brink',
        email: `konto-${account}@slettet.invalid`,
        password_hash: null,
      })
    })

    it('for a question of eligibility to be settled', async () => {
      await flagGround(house.db, house.by, gerda.membershipId, {
        lost: 'activity',
        learned_on: isoDate('2027-01-15'),
      })
      await notYet(gerda.personId, 'måske ikke er valgbar mere')
    })
  })

  it('of somebody who never was a member nothing is left, not even the name, and no list names them', async () => {
    const id = await aPerson(house.db, house.by, { name: 'Ellen Vang' })
    const form = await signe.get(`/kontor/personer/${id}/sletning`)
    expect(form.text).to.include('Alt bliver slettet, også navnet.')
    const people = await signe.submit(form, ASKED)
    expect(people.url).to.equal('/kontor/personer')
    expect(await rowOf(id)).to.include({ name: 'Slettet navn', phone: null })
    expect(people.text).not.to.include('Ellen Vang').and.not.to.include('Slettet navn')
    const seat = await signe.get('/kontor/pladser/perron-4/medlemskab')
    expect(seat.text).not.to.include('Slettet navn')
    const popolo = await signe.get('/kontor/ind-og-ud/hent/popolo.json')
    expect(popolo.text).not.to.include('Ellen Vang')
    const again = await signe.get(`/kontor/personer/${id}/sletning`)
    expect(again.text).to.include('Der er ikke mere at slette.')
    expect(again.texts('form.confirm')).to.deep.equal([])
  })
})
