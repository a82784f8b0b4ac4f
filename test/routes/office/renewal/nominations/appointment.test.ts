import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { NominationId, PersonId } from '../../../../../models/core/ids.ts'
import { endMembership } from '../../../../../models/council/leaving.ts'
import { changeStatutesRule } from '../../../../../models/council/statutes/rule_change.ts'
import { anAccount, anApp, Visitor, type TestApp } from '../../../../support/app.ts'
import { aNomination, anAnswer, nominationRowsIn } from '../../../../support/builders/nominations.ts'
import { aMember, aPerson } from '../../../../support/builders/register.ts'
import { anId } from '../../../../support/ids.ts'

describe('an appointment', () => {
  let app: TestApp
  let signe: Visitor
  let bodil: PersonId
  let hans: PersonId

  beforeEach(async () => {
    app = await anApp({ on: '2026-01-20' })
    signe = await app.as('signe')
    bodil = await aPerson(app.db, app.by, { name: 'Bodil Rask' })
    hans = await aPerson(app.db, app.by, { name: 'Hans Terkildsen' })
  })

  const pathOf = (id: NominationId) => `/kontor/udpegninger/${id}/udpegning`
  const decision = {
    appointing_body: 'Socialudvalget',
    decided_on: '19-01-2026',
    eligible_as: 'resident',
    consent: 'ja',
  }

  async function agreedNomination(
    seat = 'forsorg-hjemloese',
    bodies = ['kirkens-korshaer', 'kfum-socialt-arbejde'],
  ) {
    const [body] = bodies
    const id = await aNomination(app, {
      seat,
      ...(bodies.length === 1 && body !== undefined ? { body } : {}),
    })
    for (const each of bodies) await anAnswer(app, id, each, bodil)
    return id
  }

  async function appoint(id: NominationId, fields: Record<string, string> = {}): Promise<Page> {
    return signe.submit(await signe.get(pathOf(id)), { ...decision, ...fields })
  }

  async function refused(id: NominationId, fields: Record<string, string>, sentence: string): Promise<Page> {
    const before = await nominationRowsIn(app.db)
    const page = await appoint(id, fields)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal([sentence])
    for (const [name, typed] of Object.entries(fields)) expect(page.value(name)).to.equal(typed)
    expect(await nominationRowsIn(app.db)).to.deep.equal(before)
    return page
  }

  it('Kirkens Korshær and KFUM agree: the person takes the seat in the same act', async () => {
    const id = await agreedNomination()
    const form = await signe.get(pathOf(id))
    expect(form.text).to.include('Bodil Rask er indstillet og får pladsen, når du gemmer.')
    expect(form.text).to.include('Ikke kendt i vedtægterne.')
    expect(form.value('appointing_body')).to.equal('')
    const page = await appoint(id, { case_number: '27.15.00-A08-1-26', note: 'Enstemmigt' })
    expect(page.notice).to.equal('Udpegningen er gemt, og personen har fået pladsen.')
    expect(page.texts('p.font-lead')).to.deep.equal(['Bodil Rask er udpeget og har fået pladsen.'])
    for (const fact of [
      'Udpeget af Socialudvalget',
      'Journalnummer 27.15.00-A08-1-26',
      'Tilknytning Bor i kommunen',
    ])
      expect(page.text).to.include(fact)
    const [membership] = await app.db('memberships')
    expect(membership).to.include({
      person_id: bodil,
      starts_on: '2026-01-19',
      due_on: '2029-12-31',
      ends_on: '2029-12-31',
      origin: 'appointment',
      appointment_id: 1,
    })
    const events = await app
      .db('audit_events')
      .where({ subject: `nomination:${id}` })
      .orderBy('sequence')
    expect(events.map(({ action }) => action)).to.deep.equal([
      'nomination.asked',
      'nomination.answered',
      'nomination.answered',
      'appointment.made',
    ])
    expect(JSON.parse(events[3]!.details)).to.deep.equal({
      seat: 'forsorg-hjemloese',
      person: bodil,
      body: 'Socialudvalget',
      decided_on: '2026-01-19',
      case_number: '27.15.00-A08-1-26',
      membership: membership!.id,
    })
    const roster = await signe.get('/kontor/udpegninger')
    expect(roster.text).to.include('Bodil Rask er udpeget. Besluttet den 19. januar 2026.')
  })

  it('Sind and Bedre Psykiatri appoint one each', async () => {
    const sind = await agreedNomination('psykiatri-1', ['sind'])
    const bedre = await aNomination(app, { seat: 'psykiatri-2', body: 'bedre-psykiatri' })
    await anAnswer(app, bedre, 'bedre-psykiatri', hans)
    await appoint(sind)
    await appoint(bedre, { eligible_as: 'active' })
    const held = await app
      .db('memberships')
      .join('seats', 'seats.id', 'seat_id')
      .orderBy('slug')
      .select<{ slug: string; person_id: PersonId }[]>('slug', 'person_id')
    expect(held.map(({ slug, person_id }) => [slug, person_id])).to.deep.equal([
      ['psykiatri-1', bodil],
      ['psykiatri-2', hans],
    ])
  })

  it('decided before the term, the seat is held from its first day', async () => {
    app.clock.set('2025-12-10')
    const asked = { termOn: '2026-01-01', asked_on: '2025-11-20', answer_by: '2025-12-05' }
    const id = await aNomination(app, { seat: 'psykiatri-1', body: 'sind', ...asked })
    await anAnswer(app, id, 'sind', bodil, '2025-12-01')
    await appoint(id, { decided_on: '09-12-2025' })
    expect((await app.db('memberships').first())!.starts_on).to.equal('2026-01-01')
  })

  it('where somebody leaves first, the seat is held from the day after', async () => {
    const leaving = await aMember(app.db, app.by, { seat: 'forsorg-hjemloese', name: 'Preben Skytte' })
    const end = { ends_on: isoDate('2026-03-31'), end_reason: 'moved' as const }
    await endMembership(app.db, app.by, leaving.membershipId, end)
    const id = await agreedNomination()
    expect((await signe.get(pathOf(id))).text).to.include(
      'dog tidligst fra 1. april 2026, og til 31. december 2029',
    )
    await appoint(id)
    expect((await app.db('memberships').where({ person_id: bodil }).first())!.starts_on).to.equal(
      '2026-04-01',
    )
  })

  it('proposes the appointing body once the statutes name it', async () => {
    const change = {
      key: 'appointingBody',
      seenVersion: anId(1),
      value: 'Byrådet',
      source: 'Svar fra kommunen',
      reason: 'Afklaret',
    }
    await changeStatutesRule(app.db, app.by, { ...change, inForceFrom: isoDate('2018-01-01') })
    const form = await signe.get(pathOf(await agreedNomination()))
    expect(form.value('appointing_body')).to.equal('Byrådet')
    expect(form.$('.assumed')).to.have.length(0)
  })

  describe('a disagreement', () => {
    let id: NominationId

    beforeEach(async () => {
      id = await aNomination(app, { seat: 'kontanthjaelp-foertidspension' })
      await anAnswer(app, id, 'livtagerne', bodil)
      await anAnswer(app, id, 'blaa-kors', bodil)
      await anAnswer(app, id, 'sand', hans)
    })

    it('goes to the appointing body, whose choice is recorded', async () => {
      const form = await signe.get(pathOf(id))
      expect(form.texts('.form-group-radio')).to.include.members([
        'Bodil Rask Foreslået af Livtagerne og Blå Kors',
        'Hans Terkildsen Foreslået af SAND',
      ])
      await refused(
        id,
        {},
        'Organisationerne er ikke enige. Den, der udpeger, skal først vælge mellem forslagene.',
      )
      const page = await appoint(id, { person_id: String(hans), note: 'Størst erfaring' })
      expect(page.text).to.include('Hans Terkildsen er udpeget og har fået pladsen.')
      const event = await app.db('audit_events').orderBy('sequence', 'desc').first()
      expect(JSON.parse(event!.details)).to.include({ person: hans, between: 3 })
    })

    it('cannot be decided for somebody whom nobody proposed', async () => {
      const ulla = await aPerson(app.db, app.by, { name: 'Ulla Sten' })
      const sent = (await signe.get(pathOf(id))).fill(decision)
      sent.fields.person_id = String(ulla)
      const page = await signe.send(sent)
      expect(page.status).to.equal(422)
      expect(await app.db('memberships')).to.have.length(0)
    })
  })

  describe('is refused', () => {
    it('before all have answered', async () => {
      const id = await agreedNomination()
      const sent = (await signe.get(pathOf(id))).fill(decision)
      const open = await aNomination(app, { seat: 'kontanthjaelp-foertidspension' })
      expect((await signe.get(pathOf(open))).url).to.equal(`/kontor/udpegninger/${open}`)
      const before = await nominationRowsIn(app.db)
      const page = await signe.send({ ...sent, action: pathOf(open) })
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal([
        'Der mangler svar fra en eller flere organisationer. Vent, til alle har svaret.',
      ])
      expect(await nominationRowsIn(app.db)).to.deep.equal(before)
    })

    it('without the body that decided', async () =>
      refused(await agreedNomination(), { appointing_body: '' }, 'Skriv, hvem der har udpeget personen.'))

    it('dated before the nomination', async () =>
      refused(
        await agreedNomination(),
        { decided_on: '11-01-2026' },
        'Udpegningen kan ikke ligge før indstillingen den 12. januar 2026. Ret datoen.',
      ))

    it('dated tomorrow', async () =>
      refused(
        await agreedNomination(),
        { decided_on: '21-01-2026' },
        'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.',
      ))

    it('without a day', async () => refused(await agreedNomination(), { decided_on: '' }, 'Skriv noget her.'))

    it('without the person’s ground', async () => {
      const sent = (await signe.get(pathOf(await agreedNomination()))).fill({ appointing_body: 'Byrådet' })
      const page = await signe.send({ ...sent, fields: { ...sent.fields, decided_on: '19-01-2026' } })
      expect(page.errors).to.deep.equal(['Vælg en af mulighederne.'])
    })

    for (const number of ['27.15.00-A08-1', '27-15-00-A08-1-20', 'sag 12', '27.15.00-a08-1-20']) {
      it(`with the case number ${number}`, async () =>
        refused(
          await agreedNomination(),
          { case_number: number },
          'Skriv journalnummeret som 27.15.00-A08-1-20, eller lad feltet stå tomt.',
        ))
    }

    it('for a person who has another seat', async () => {
      const id = await agreedNomination()
      const seat = await app.db('seats').where({ slug: 'psykiatri-1' }).first()
      const other = await aNomination(app, { seat: seat!.slug, body: 'sind' })
      await anAnswer(app, other, 'sind', bodil)
      await appoint(other)
      await refused(
        id,
        {},
        'Personen har allerede en plads fra den 19. januar 2026 til den 31. december 2029: Psykiatri 1. ' +
          'Afslut det medlemskab først, eller ret datoen.',
      )
    })

    it('for a seat that somebody was written into meanwhile', async () => {
      const id = await agreedNomination()
      await aMember(app.db, app.by, {
        seat: 'forsorg-hjemloese',
        name: 'Preben Skytte',
        startsOn: '2026-01-10',
      })
      await refused(
        id,
        {},
        'Preben Skytte har pladsen fra den 10. januar 2026 til den 31. december 2029. Udpegningen er ikke gemt. ' +
          'Afslut det medlemskab først, eller luk sagen uden udpegning.',
      )
    })

    it('by a ground that the statutes do not have', async () => {
      const change = {
        key: 'candidateEligibility',
        seenVersion: anId(1),
        source: 'Nye vedtægter',
        reason: 'Ændret',
      }
      const value = { anyOf: ['resident'] }
      await changeStatutesRule(app.db, app.by, { ...change, value, inForceFrom: isoDate('2026-01-20') })
      const asked = { asked_on: '2026-01-20', answer_by: '2026-02-10' }
      const id = await aNomination(app, { seat: 'psykiatri-1', body: 'sind', ...asked })
      await anAnswer(app, id, 'sind', bodil, '2026-01-20')
      const form = await signe.get(pathOf(id))
      expect(form.texts('.form-group-radio')).to.deep.equal(['Bor i kommunen'])
      const sent = form.fill({ ...decision, decided_on: '20-01-2026' })
      const page = await signe.send({ ...sent, fields: { ...sent.fields, eligible_as: 'active' } })
      expect(page.errors).to.deep.equal([
        'Den tilknytning er ikke nok efter vedtægterne. Vælg en anden, hvis personen har en.',
      ])
    })
  })

  it('a second click seats one person', async () => {
    const sent = (await signe.get(pathOf(await agreedNomination()))).fill(decision)
    const first = await signe.send(sent)
    const second = await signe.send(sent)
    expect([first.status, second.status]).to.deep.equal([200, 200])
    expect(await app.db('memberships')).to.have.length(1)
    expect(await app.db('appointments')).to.have.length(1)
  })

  it('two secretaries at once: one seat, one 409 that shows how it stands', async () => {
    const id = await agreedNomination()
    const other = { name: 'Grete Lind', email: 'grete@raadsbogen.example', role: 'secretary' } as const
    await anAccount(app.db, app.by, other)
    const grete = new Visitor(app)
    await grete.signIn(other.email)
    const forms = await Promise.all(
      [signe, grete].map(async (who) => (await who.get(pathOf(id))).fill(decision)),
    )
    const pages = await Promise.all([signe.send(forms[0]!), grete.send(forms[1]!)])
    expect(pages.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const told = pages.find(({ status }) => status === 409)!
    expect(told.errors).to.deep.equal(['Udpegningen er allerede registreret. Det, du skrev, er ikke gemt.'])
    expect(told.text).to.include('Bodil Rask er udpeget og har fået pladsen.')
    expect(await app.db('memberships')).to.have.length(1)
    const events = await app.db('audit_events').where({ action: 'appointment.made' })
    expect(events).to.have.length(1)
  })

  it('one appoints while another writes somebody in by hand: one seat, and the other is told by whom it is held', async () => {
    const id = await agreedNomination()
    const preben = await aPerson(app.db, app.by, { name: 'Preben Skytte' })
    const appointing = (await signe.get(pathOf(id))).fill(decision)
    const other = await app.as('signe')
    const byHand = await other.get('/kontor/pladser/forsorg-hjemloese/medlemskab')
    const writing = byHand.fill({ person_id: String(preben) })
    const [appointed, written] = await Promise.all([signe.send(appointing), other.send(writing)])
    const [member, ...more] = await app.db('memberships')
    expect(more).to.deep.equal([])
    const won = member!.person_id === preben ? written : appointed
    const lost = won === written ? appointed : written
    expect(won.status).to.equal(200)
    expect(lost.status).to.be.oneOf([409, 422])
    expect(lost.errors[0]).to.match(/^(Preben Skytte|Bodil Rask) har pladsen fra den/)
    expect(await app.db('appointments')).to.have.length(won === appointed ? 1 : 0)
  })

  it('of two nominations for one seat in one term only one can be open: the database refuses the second', async () => {
    const id = await agreedNomination()
    const { id: _id, ...row } = (await app.db('nominations').where({ id }).first())!
    let refusal: unknown
    try {
      await app.db('nominations').insert(row)
    } catch (error) {
      refusal = error
    }
    expect(String(refusal)).to.match(/nominations_one_open|UNIQUE constraint/)
  })

  for (const table of [
    'nomination_bodies',
    'nomination_answers',
    'appointments',
    'nomination_closings',
  ] as const) {
    it(`what is written in ${table} is never changed or removed`, async () => {
      const id = await agreedNomination()
      await appoint(id)
      const closing = { closed_on: isoDate('2026-01-20'), reason: 'Prøve', recorded_by: 'Signe Holm' }
      await app.db('nomination_closings').insert({ nomination_id: id, ...closing })
      for (const change of [
        () => app.db(table).update({ nomination_id: id }),
        () => app.db(table).delete(),
      ]) {
        let refusal: unknown
        try {
          await change()
        } catch (error) {
          refusal = error
        }
        expect(String(refusal)).to.include(`${table}_insert_only`)
      }
    })
  }
})
