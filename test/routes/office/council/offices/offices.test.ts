import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCouncil, aMember, everythingIn, type Council } from '../../../../support/builders/register.ts'
import type { MembershipId } from '../../../../../models/core/ids.ts'

describe('chair and vice chair', () => {
  let app: TestApp
  let signe: Visitor

  async function start(on: string): Promise<void> {
    app = await anApp({ on })
    signe = await app.as('signe')
  }

  async function officersOn(day: string): Promise<string[]> {
    const page = await signe.get(`/kontor/raadet?dato=${day}`)
    return page.texts('.seat-row-who').filter((who) => who.includes('ormand'))
  }

  describe('elected', () => {
    let gerda: MembershipId

    beforeEach(async () => {
      await start('2026-03-10')
      gerda = (await aMember(app.db, app.by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })).membershipId
    })

    async function elect(fields: Record<string, string> = {}): Promise<Page> {
      const form = await signe.get('/kontor/hverv/nyt')
      return signe.submit(form, { office: 'chair', membership_id: String(gerda), ...fields })
    }

    async function refused(fields: Record<string, string>, sentence: string): Promise<void> {
      const before = await everythingIn(app.db)
      const page = await elect(fields)
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal([sentence])
      for (const [name, typed] of Object.entries(fields)) expect(page.value(name)).to.equal(typed)
      expect(await everythingIn(app.db)).to.deep.equal(before)
    }

    it('from the decision to the end of the membership', async () => {
      const form = await signe.get('/kontor/hverv/nyt')
      expect(form.value('office')).to.equal('chair')
      expect(form.value('decided_by')).to.equal('Udsatterådet i Randers Kommune')
      const page = await elect({ decided_on: '2. marts 2026', starts_on: '2. marts 2026' })
      expect(page.notice).to.equal('Hvervet er skrevet ind.')
      expect(page.texts('.story li')).to.deep.equal([
        'Formand: Gerda Elmose 2. marts 2026 – 31. december 2029 ' +
          'Besluttet af Udsatterådet i Randers Kommune den 2. marts 2026 ' +
          'Skrevet ind ved en fejl Formand Gerda Elmose',
      ])
    })

    it('not before the decision, nor by one that is still to come', async () => {
      await refused(
        { decided_on: '02-03-2026', starts_on: '01-03-2026' },
        'Hvervet kan tidligst begynde den dag, det blev besluttet, den 2. marts 2026. Ret datoen.',
      )
      await refused(
        { decided_on: '11-03-2026', starts_on: '11-03-2026' },
        'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.',
      )
    })

    it('not for days when the person is no member', async () => {
      await refused(
        { decided_on: '01-12-2025', starts_on: '01-12-2025' },
        'Personen er ikke medlem i hele perioden fra den 1. december 2025 til den 31. december 2029. ' +
          'Vælg et medlem, eller ret datoerne.',
      )
      await refused(
        { starts_on: '01-01-2030' },
        'Personen er ikke medlem i hele perioden fra den 1. januar 2030 til den 31. december 2029. ' +
          'Vælg et medlem, eller ret datoerne.',
      )
    })

    it('not while somebody else has the office, nor to both offices', async () => {
      await elect()
      const tove = await aMember(app.db, app.by, { seat: 'psykiatri-1', name: 'Tove Brink' })
      await refused(
        { office: 'chair', membership_id: String(tove.membershipId) },
        'Gerda Elmose har hvervet fra den 10. marts 2026 til den 31. december 2029. ' +
          'Vælg en anden dag, eller afslut det først.',
      )
      await refused(
        { office: 'vice_chair', membership_id: String(gerda) },
        'Personen har allerede et andet hverv fra den 10. marts 2026 til den 31. december 2029. ' +
          'Ét medlem kan ikke have begge hverv.',
      )
    })

    it('once when the form is sent twice', async () => {
      const form = (await signe.get('/kontor/hverv/nyt')).fill({ membership_id: String(gerda) })
      await signe.send(form)
      await signe.send(form)
      expect(await app.db('officeholdings')).to.have.length(1)
    })

    it('and may leave the office and keep the seat', async () => {
      await elect()
      app.clock.set('2026-05-01')
      signe = await app.as('signe')
      const form = await signe.get((await signe.get('/kontor/hverv')).link('Afslut hvervet Gerda Elmose'))
      const late = await signe.submit(form, { ends_on: '31-12-2029' })
      expect(late.errors).to.deep.equal([
        'Hvervet slutter allerede den 31. december 2029. Vælg en tidligere dag.',
      ])
      const early = await signe.submit(form, { ends_on: '09-03-2026' })
      expect(early.errors).to.deep.equal([
        'Hvervet begyndte først den 10. marts 2026. Vælg den dag eller en senere dag.',
      ])
      const page = await signe.submit(form, { ends_on: '30-04-2026' })
      expect(page.notice).to.equal('Hvervet er afsluttet.')
      expect(page.texts('.seat-vacant')).to.deep.equal(['Formand: Ingen', 'Næstformand: Ingen'])
      expect((await app.db('memberships').first())!.ends_on).to.equal('2029-12-31')
      const before = await everythingIn(app.db)
      const again = await signe.submit(form, { ends_on: '15-04-2026' })
      expect(again.status).to.equal(409)
      expect(again.errors).to.deep.equal([
        'Hvervet er allerede afsluttet. Sidste dag var den 30. april 2026.',
      ])
      expect(again.heading).to.equal('Formand og næstformand')
      expect(await everythingIn(app.db)).to.deep.equal(before)
    })
  })

  describe('registered by mistake', () => {
    let path: string

    beforeEach(async () => {
      await start('2026-03-10')
      await aCouncil(app)
      path = (await signe.get('/kontor/hverv')).link('Skrevet ind ved en fejl Formand Maja Lund')
    })

    it('is struck out; the member keeps the seat, and the office is free for all the days', async () => {
      const page = await signe.submit(await signe.get(path), { note: 'Forkert medlem' })
      expect(page.notice).to.equal('Hvervet er strøget.')
      expect(page.texts('.seat-name')).to.deep.equal(['Ingen', 'Karla Due'])
      expect(page.text).not.to.contain('Maja Lund')
      expect(await officersOn('12-01-2026')).to.deep.equal(['Karla Due Næstformand'])
      expect((await signe.get('/kontor/raadet')).text).to.contain('9 af 9 pladser er besat.')
      const gerda = (await signe.get('/kontor/hverv/nyt')).$('option:contains("Gerda Elmose")').attr('value')!
      const days = { decided_on: '12-01-2026', starts_on: '12-01-2026' }
      await signe.submit(await signe.get('/kontor/hverv/nyt'), { membership_id: gerda, ...days })
      expect(await officersOn('12-01-2026')).to.deep.equal(['Gerda Elmose Formand', 'Karla Due Næstformand'])
    })

    it('asks what was wrong, and does it once', async () => {
      const mine = await signe.get(path)
      const empty = await signe.submit(mine, { note: '' })
      expect(empty.errors).to.deep.equal(['Skriv noget her.'])
      await signe.submit(await signe.get(path), { note: 'Forkert medlem' })
      const before = await everythingIn(app.db)
      for (const page of [await signe.submit(mine, { note: 'Forkert dag' }), await signe.get(path)]) {
        expect(page.status).to.equal(409)
        expect(page.errors).to.deep.equal(['Hvervet er strøget som en fejl, så det kan ikke ændres.'])
      }
      expect(await everythingIn(app.db)).to.deep.equal(before)
    })
  })

  describe('who swap', () => {
    let council: Council

    beforeEach(async () => {
      await start('2026-09-30')
      council = await aCouncil(app)
    })

    async function decide(decision: string, day = '21-09-2026'): Promise<Page> {
      const confirm = await signe.get(`/kontor/hverv/bytte?dato=${day}`)
      return signe.submit(confirm, { decision })
    }

    it('do so from the day of the decision, and both remain members', async () => {
      const confirm = await signe.get('/kontor/hverv/bytte?dato=21.+september+2026')
      expect(confirm.texts('h2')).to.deep.equal(['Fra den 21. september 2026'])
      for (const sentence of ['Karla Due bliver formand.', 'Maja Lund bliver næstformand.'])
        expect(confirm.text).to.contain(sentence)
      const members = await app.db('memberships').orderBy('id')
      const page = await signe.submit(confirm, { decision: 'approved' })
      expect(page.notice).to.equal('Formand og næstformand har byttet.')
      expect(await officersOn('20-09-2026')).to.deep.equal(['Maja Lund Formand', 'Karla Due Næstformand'])
      expect(await officersOn('21-09-2026')).to.deep.equal(['Maja Lund Næstformand', 'Karla Due Formand'])
      expect(await officersOn('31-12-2029')).to.deep.equal(['Maja Lund Næstformand', 'Karla Due Formand'])
      expect(await app.db('memberships').orderBy('id')).to.deep.equal(members)
      const [event] = await app.db('audit_events').where({ action: 'office.swapped' })
      expect(JSON.parse(event!.details)).to.deep.include({
        chair: council['kontanthjaelp-foertidspension'].personId,
        vice_chair: council['perron-4'].personId,
        decided_on: '2026-09-21',
      })
    })

    it('do not when the council postponed it: the day after, everything is as before', async () => {
      const before = await everythingIn(app.db)
      for (const decision of ['postponed', 'rejected']) {
        const page = await decide(decision)
        expect(page.notice).to.equal(
          'Der er ikke ændret noget. De to bytter først, når rådet har godkendt det.',
        )
      }
      expect(await officersOn('22-09-2026')).to.deep.equal(['Maja Lund Formand', 'Karla Due Næstformand'])
      expect(await everythingIn(app.db)).to.deep.equal(before)
    })

    it('only when both offices are held that day and the day before', async () => {
      const before = await everythingIn(app.db)
      for (const [day, sentence] of [
        [
          '12-01-2026',
          'De to skal have haft hver sit hverv før den 12. januar 2026 og stadig have det den dag. Ret datoen.',
        ],
        [
          '01-12-2025',
          'Der skal være både en formand og en næstformand den 1. december 2025, før de kan bytte. ' +
            'Ret datoen, eller vælg dem først.',
        ],
        ['01-10-2026', 'Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.'],
        ['30-02-2026', 'Datoen findes ikke. Skriv den som 21-09-2020.'],
      ] as const) {
        const page = await signe.get(`/kontor/hverv/bytte?dato=${day}`)
        expect(page.status, day).to.equal(422)
        expect(page.errors, day).to.deep.equal([sentence])
        expect(page.value('dato'), day).to.equal(day)
      }
      expect(await everythingIn(app.db)).to.deep.equal(before)
    })

    it('are not swapped back by a page that was opened before', async () => {
      const mine = await signe.get('/kontor/hverv/bytte?dato=22-09-2026')
      await decide('approved')
      const before = await everythingIn(app.db)
      const page = await signe.submit(mine, { decision: 'approved' })
      expect(page.status).to.equal(409)
      expect(page.errors).to.deep.equal([
        'En anden har ændret det her, mens du skrev. Se, hvordan det står nu, og prøv igen.',
      ])
      expect(page.texts('.seat-name')).to.deep.equal(['Karla Due', 'Maja Lund'])
      expect(await everythingIn(app.db)).to.deep.equal(before)
    })

    it('are for all members to see, and for the secretary to change', async () => {
      const page = await (await app.as('tage')).get('/kontor/hverv')
      expect(page.texts('.seat-name')).to.deep.equal(['Maja Lund', 'Karla Due'])
      expect(page.text).not.to.contain('Lad de to bytte')
      expect((await (await app.as('vera')).get('/kontor/hverv/bytte')).status).to.equal(403)
    })
  })
})
