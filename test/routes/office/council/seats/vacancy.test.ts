import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { translatorFor } from '../../../../../routes/web/i18n.ts'
import { howLong } from '../../../../../views/partials/council/how_long.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCouncil, type Council } from '../../../../support/builders/register.ts'

describe('A vacancy and what follows from it', () => {
  let house: TestApp
  let signe: Visitor
  let council: Council

  beforeEach(async () => {
    house = await anApp({ on: '2026-03-01' })
    signe = await house.as('signe')
    council = await aCouncil(house)
  })

  const onDay = async (day: string) => {
    house.clock.set(day)
    signe = await house.as('signe')
  }
  async function leave(seat: keyof Council, day: string, fields: Record<string, string> = {}) {
    const form = await signe.get(`/kontor/medlemskaber/${council[seat].membershipId}/udtraeden?dato=${day}`)
    return signe.submit(form, { end_reason: 'resigned', ...fields })
  }
  const plan = async (day: string) => {
    const form = await signe.get('/kontor/moeder/nyt')
    const meeting = { title: 'Ordinært møde', held_on: day, starts_at: '17.00', place: 'Rådhuset' }
    return signe.submit(form, meeting)
  }

  it('the page of the seat says for how long', async () => {
    await leave('slotsgaarden', '2026-03-01')
    await onDay('2026-03-10')
    expect((await signe.get('/kontor/pladser/slotsgaarden')).text).to.include(
      'Ledig siden 2. marts 2026 Pladsen har været ledig i 9 dage.',
    )
    await onDay('2026-09-03')
    expect((await signe.get('/kontor/pladser/slotsgaarden')).text).to.include('ledig i 6 måneder.')
  })

  it('how long: days up to two months, then months, then years', () => {
    const t = translatorFor('da')
    const lasts = (from: string, today: string) => howLong(t, isoDate(from), isoDate(today))
    expect(lasts('2026-03-02', '2026-03-02')).to.equal('1 dag')
    expect(lasts('2026-01-01', '2026-02-28')).to.equal('59 dage')
    expect(lasts('2026-01-31', '2026-03-31')).to.equal('2 måneder')
    expect(lasts('2026-01-15', '2027-12-14')).to.equal('22 måneder')
    expect(lasts('2026-01-15', '2028-01-15')).to.equal('2 år')
  })

  it('one button starts what the statutes say; nobody who lost an election and no substitute is named', async () => {
    await leave('slotsgaarden', '2026-03-01')
    await leave('forsorg-hjemloese', '2026-03-01')
    await onDay('2026-03-10')
    const seat = await signe.get('/kontor/pladser/slotsgaarden')
    expect(seat.texts('.vacant-box a')).to.deep.equal(['Planlæg valget'])
    expect(seat.text).to.include('ved et suppleringsvalg.').and.to.include('Der er ingen suppleanter.')
    const other = await signe.get('/kontor/pladser/forsorg-hjemloese')
    expect(other.texts('.vacant-box a')).to.deep.equal(['Bed om en indstilling'])
    expect(other.text).to.include(
      'Kirkens Korshær og KFUM socialt arbejde indstiller et nyt medlem i fællesskab.',
    )
  })

  it('leads on to the successor on the very day the last day is written down, from the save and the front page', async () => {
    const vera = await house.as('vera')
    const saved = await leave('slotsgaarden', '2026-03-01')
    expect(saved.texts('.vacant-box h2')).to.deep.equal(['Pladsen bliver ledig fra den 2. marts 2026'])
    expect(saved.texts('.vacant-box a')).to.deep.equal(['Planlæg valget'])
    expect(saved.text).not.to.include('har været ledig')
    const form = await signe.get(saved.link('Planlæg valget'))
    const days = {
      polling_on: '24-03-2026',
      candidates_by: '16-03-2026',
      opens_at: '10.00',
      closes_at: '14.00',
    }
    const election = await signe.submit(form, { ...days, place: 'Spisestuen' })
    expect(election.text).to.include('Suppleringsvalg')
    expect((await signe.get('/kontor/pladser/slotsgaarden')).texts('.vacant-box a')).to.deep.equal([
      'Se valget, der er i gang',
    ])
    const asked = await leave('forsorg-hjemloese', '2026-03-20')
    expect(asked.texts('.vacant-box a')).to.deep.equal(['Bed om en indstilling'])
    expect((await signe.get('/kontor/udpegninger')).text).to.include('Ledig fra 21. marts 2026.')
    expect((await vera.get('/kontor/pladser/forsorg-hjemloese')).texts('.vacant-box a')).to.be.empty
  })

  it('a reason that is kept private is for the secretary and the auditor, and not in the log', async () => {
    await leave('slotsgaarden', '2026-03-01', {
      end_reason: 'lost_eligibility',
      end_note: 'Fortrolig besked',
      end_private: 'ja',
    })
    const page = '/kontor/pladser/slotsgaarden'
    expect((await signe.get(page)).text).to.include('Opfylder ikke længere kravene')
    expect((await (await house.as('ruth')).get(page)).text).to.include('Opfylder ikke længere kravene')
    for (const name of ['tage', 'vera'] as const) {
      const visitor = await house.as(name)
      for (const address of [page, `/kontor/personer/${council.slotsgaarden.personId}`]) {
        const { text } = await visitor.get(address)
        expect(text, address).to.include('Stoppede før tid. Grunden er privat.')
        expect(text, address).not.to.match(/kravene|Fortrolig/)
      }
    }
    const events = JSON.stringify(await house.db('audit_events').where({ action: 'membership.ended' }))
    expect(events).not.to.match(/lost_eligibility|Fortrolig/)
    expect((await house.visitor().get('/?dato=2026-03-10')).text).not.to.match(/kravene|Fortrolig/)
  })

  describe('when the chair leaves', () => {
    it('the vice chair acts, and the choice of a new chair is put on the next meeting', async () => {
      const form = await signe.get(
        `/kontor/medlemskaber/${council['perron-4'].membershipId}/udtraeden?dato=2026-03-01`,
      )
      expect(form.text).to.include('Næstformanden, Karla Due, fungerer som formand fra dagen efter.')
      await signe.submit(form, { end_reason: 'resigned' })
      await onDay('2026-03-02')
      expect((await signe.get('/kontor')).text).to.include('Sæt valg af ny formand på næste møde')
      expect((await signe.get('/kontor/raadet')).text).to.include(
        'Næstformanden, Karla Due, fungerer som formand efter Maja Lund',
      )
      expect((await signe.get('/kontor/hverv')).text).to.include('Der er ikke planlagt et møde')
      await plan('20-04-2026')
      await plan('23-03-2026')
      const offices = await signe.get('/kontor/hverv')
      expect(offices.value('meeting_id')).to.equal(
        offices.choice('meeting_id', 'Ordinært møde, 23. marts 2026'),
      )
      const after = await signe.submit(offices, {}, 'Sæt valg af ny formand på mødet')
      expect(after.text).to.include('Valg af ny formand er sat på mødet den 23. marts 2026.')
      const meeting = await signe.get(after.link('Se mødet'))
      expect(meeting.text).to.include('Valg af ny formand efter Maja Lund, som var formand til 1. marts 2026')
      expect((await signe.get('/kontor')).text).not.to.include('Sæt valg af ny formand')
      await onDay('2026-03-23')
      expect((await signe.get('/kontor')).text).to.include('Skriv den nye formand ind')
    })

    it('the item is placed once, on a meeting to come, and only while there is no chair', async () => {
      await leave('perron-4', '2026-03-01')
      await onDay('2026-03-02')
      await plan('23-03-2026')
      const offices = await signe.get('/kontor/hverv')
      const sent = offices.fill({})
      await signe.submit(offices, {})
      const again = await signe.send({ ...sent, fields: { ...sent.fields, _once: 'en anden' } })
      expect(again.status).to.equal(409)
      expect(await house.db('chair_items')).to.have.length(1)
      await onDay('2026-03-23')
      const form = await signe.get('/kontor/hverv/nyt')
      await signe.submit(form, {
        office: 'chair',
        membership_id: String(council['cafe-rusfri'].membershipId),
        decided_by: 'Rådet',
      })
      expect((await signe.get('/kontor/hverv')).text).not.to.include('Rådet har ingen formand')
    })

    it('without a vice chair that is said, and a member reads it without any button', async () => {
      await leave('perron-4', '2026-03-01')
      await leave('kontanthjaelp-foertidspension', '2026-03-01')
      await onDay('2026-03-02')
      const page = await (await house.as('tage')).get('/kontor/hverv')
      expect(page.text).to.include(
        'Maja Lund var formand til 1. marts 2026. Der er heller ingen næstformand.',
      )
      // A page of another day only reads.
      expect(page.$('main form:not([method=get])')).to.have.length(0)
      expect(page.$('main .button').not('.as-of .button')).to.have.length(0)
    })
  })

  describe('losing residence or activity', () => {
    const flag = async (fields: Record<string, string> = {}) => {
      const seat = await signe.get('/kontor/pladser/slotsgaarden')
      const form = await signe.get(seat.link('Ikke valgbar mere? Gerda Elmose'))
      return signe.submit(form, { lost: 'residence', note: 'Hørt af personalet', ...fields }, 'Gem notatet')
    }

    it('is noted and asked about, and the membership goes on as it was', async () => {
      const before = await house.db('memberships').orderBy('id')
      const page = await flag()
      expect(page.text).to.include('Bor måske ikke i kommunen mere Medlemskabet er ikke ændret.')
      expect(await house.db('memberships').orderBy('id')).to.deep.equal(before)
      expect((await signe.get('/kontor')).text).to.include(
        'Afklar, om Gerda Elmose stadig kan sidde på pladsen Slotsgården',
      )
      const form = await signe.get(`/kontor/medlemskaber/${council.slotsgaarden.membershipId}/valgbarhed`)
      await signe.submit(form, { settled: 'Har virke i kommunen' }, 'Det er afklaret')
      expect((await signe.get('/kontor')).text).not.to.include('Afklar, om')
      expect(await house.db('memberships').orderBy('id')).to.deep.equal(before)
    })

    it('is nothing that the chair or the members read, nor is it in the log', async () => {
      await flag()
      for (const name of ['tage', 'vera'] as const)
        expect((await (await house.as(name)).get('/kontor/pladser/slotsgaarden')).text).not.to.match(
          /Bor måske|personalet/,
        )
      const events = JSON.stringify(await house.db('audit_events').where({ action: 'ground.flagged' }))
      expect(events).not.to.match(/residence|personalet/)
    })

    it('is noted once, and never ahead', async () => {
      await flag()
      expect((await flag()).status).to.equal(409)
      expect((await flag({ lost: 'activity', learned_on: '02-03-2026' })).status).to.equal(422)
      expect(await house.db('ground_flags')).to.have.length(1)
    })
  })

  describe('bad input', () => {
    it('a successor before the leaver has left is refused', async () => {
      await leave('slotsgaarden', '2026-06-30')
      const form = await signe.get('/kontor/personer/ny')
      await signe.submit(form, {
        name: 'Ny Person',
        phone: '86 40 00 00',
        contact_by: 'phone',
        publish_name: 'ja',
      })
      const seat = await signe.get('/kontor/pladser/slotsgaarden/medlemskab')
      const refused = await signe.submit(seat, {
        person_id: seat.choice('person_id', 'Ny Person'),
        starts_on: '30-06-2026',
      })
      expect(refused.status).to.equal(422)
      expect(refused.text).to.include('Gerda Elmose har pladsen')
      const accepted = await signe.submit(refused, { starts_on: '01-07-2026' })
      expect(accepted.status).to.equal(200)
      const { due_on } = (await house.db('memberships').orderBy('id', 'desc').first())!
      expect(due_on, 'the remainder of the term').to.equal('2029-12-31')
    })

    it('an end after the due end is refused with the day it is due', async () => {
      const at = `/kontor/medlemskaber/${council.slotsgaarden.membershipId}/udtraeden`
      const page = await signe.get(`${at}?dato=2030-02-01`)
      expect(page.status).to.equal(422)
      expect(page.errors.join()).to.include('31. december 2029')
    })
  })
})
