import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aMeeting, marked } from '../../../support/builders/meetings.ts'
import { aCouncil } from '../../../support/builders/register.ts'

const LIST = '/kontor/moeder'
const NEW = '/kontor/moeder/nyt'

describe('planning a meeting', () => {
  let app: TestApp
  let signe: Visitor

  beforeEach(async () => {
    app = await anApp({ on: '2026-01-15' })
    signe = await app.as('signe')
  })

  const meeting = {
    title: 'Rådsmøde',
    held_on: '2. februar 2026',
    starts_at: 'kl. 17',
    place: 'Laksetorvet, C.2.25',
  }

  async function plan(fields: Record<string, string> = {}): Promise<Page> {
    return signe.submit(await signe.get(NEW), { ...meeting, ...fields })
  }

  async function refused(fields: Record<string, string>, sentence: string): Promise<Page> {
    const before = [await app.db('meetings').orderBy('id'), await app.db('audit_heads').first()]
    const page = await plan(fields)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal([sentence])
    for (const [name, typed] of Object.entries(fields)) expect(page.value(name)).to.equal(typed)
    expect([await app.db('meetings').orderBy('id'), await app.db('audit_heads').first()]).to.deep.equal(
      before,
    )
    return page
  }

  it('begins at an empty list and pins the statutes in force on the day', async () => {
    const empty = await signe.get(LIST)
    expect(empty.text).to.include('Der er ingen møder endnu')
    const form = await signe.get(empty.link('Planlæg et møde'))
    const page = await signe.submit(form, meeting)
    expect(page.notice).to.equal('Mødet er planlagt.')
    expect(page.heading).to.equal('Rådsmøde')
    expect(page.text).to.include('mandag den 2. februar 2026 kl. 17.00')
    expect(page.text).to.include('Vedtægter Udgaven fra 1. januar 2018')
    expect(await app.db('meetings').first()).to.include({
      held_on: '2026-02-02',
      starts_at: '17.00',
      statutes_version_id: 1,
      planned_on: '2026-01-15',
    })
    const list = await signe.get(LIST)
    expect(list.text).to.include('Rådsmøde mandag den 2. februar 2026 kl. 17.00, Laksetorvet, C.2.25')
  })

  it('says how early members must be called, and that the rule is assumed', async () => {
    const form = await signe.get(NEW)
    expect(form.text).to.include(
      'Medlemmerne skal indkaldes senest 8 dage før. Planlægger du mødet i dag, er 23. januar 2026 den første dag, der passer.',
    )
    expect(form.texts('.assumed')).to.deep.equal([
      'Antaget – ikke bekræftet: Indkaldelse til møder. Læs, hvad der gælder',
    ])
  })

  it('says nothing of notice where there is enough', async () => {
    expect((await plan({ held_on: '23-01-2026' })).text).to.not.include('kort varsel')
  })

  it('warns of short notice and plans the meeting all the same', async () => {
    const page = await plan({ held_on: '22-01-2026' })
    expect(page.notice).to.equal('Mødet er planlagt.')
    expect(page.text).to.include(
      'Mødet er indkaldt med kort varsel Det blev planlagt 7 dage før. Reglen er 8 dage. Spørg medlemmerne, om det er i orden.',
    )
  })

  it('proposes the place and time of the latest meeting', async () => {
    await plan()
    const form = await signe.get(NEW)
    expect(form.value('place')).to.equal('Laksetorvet, C.2.25')
    expect(form.value('starts_at')).to.equal('17.00')
  })

  describe('is refused', () => {
    it('on 30 February', () =>
      refused({ held_on: '30-02-2026' }, 'Datoen findes ikke. Skriv den som 21-09-2020.'))

    it('at a time that is none', () => refused({ starts_at: '25.00' }, 'Skriv klokkeslættet som 17.00.'))

    it('without a place', () => refused({ place: '' }, 'Skriv noget her.'))

    it('with a 10,000-character name', () =>
      refused({ title: 'x'.repeat(10_000) }, 'Teksten er for lang. Skriv højst 120 tegn.'))

    it('in no term at all', () =>
      refused(
        { held_on: '02-02-2126' },
        'Der er ingen rådsperiode den 2. februar 2126. Ret datoen, eller tilføj perioden i vedtægterne.',
      ))

    it('twice at the same time', async () => {
      await plan()
      await refused(
        { starts_at: '17.00' },
        'Der er allerede et møde den 2. februar 2026 kl. 17.00. Vælg en anden dag eller et andet tidspunkt.',
      )
    })
  })

  it('a second click plans one meeting', async () => {
    const sent = (await signe.get(NEW)).fill(meeting)
    expect((await signe.send(sent)).url).to.equal((await signe.send(sent)).url)
    expect(await app.db('meetings')).to.have.length(1)
  })

  it('two who plan the same meeting at once: one is stored', async () => {
    const vera = await app.as('vera')
    const [hers, his] = await Promise.all(
      [signe, vera].map(async (who) => (await who.get(NEW)).fill(meeting)),
    )
    const pages = await Promise.all([signe.send(hers!), vera.send(his!)])
    expect(pages.map(({ status }) => status).sort()).to.deep.equal([200, 422])
    expect(await app.db('meetings')).to.have.length(1)
  })

  describe('a change', () => {
    it('moves the meeting and counts the notice anew', async () => {
      const id = await aMeeting(app, { held_on: '2026-02-02' })
      const form = await signe.get((await signe.get(`${LIST}/${id}`)).link('Ret mødet'))
      expect(form.value('held_on')).to.equal('02-02-2026')
      app.clock.set('2026-01-15T10:00:00Z')
      const page = await signe.submit(form, { held_on: '19-01-2026', starts_at: '16.30' })
      expect(page.notice).to.equal('Mødet er ændret.')
      expect(page.text).to.include('mandag den 19. januar 2026 kl. 16.30')
      expect(page.text).to.include('Det blev planlagt 4 dage før.')
      const actions = await app
        .db('audit_events')
        .where({ subject: `meeting:${id}` })
        .orderBy('sequence')
        .pluck('action')
      expect(actions).to.deep.equal(['meeting.planned', 'meeting.changed'])
    })

    it('leaves the day alone once attendance is written down, and lets the rest be put right', async () => {
      const council = await aCouncil(app)
      const id = await aMeeting(app)
      await marked(app, id, 'present', [council['perron-4']])
      const form = await signe.get(`${LIST}/${id}/ret`)
      const page = await signe.submit(form, { held_on: '16-01-2026' })
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal([
        'Der er skrevet fremmøde til mødet, så dagen kan ikke ændres. Planlæg et nyt møde i stedet.',
      ])
      const saved = await signe.submit(page, { held_on: '15-01-2026', place: 'Underværket' })
      expect(saved.text).to.include('Hvor Underværket')
    })

    it('of a meeting that does not exist leads nowhere', async () => {
      for (const path of ['99', 'abc', '0', '1e3']) {
        expect((await signe.get(`${LIST}/${path}`)).status).to.equal(404)
        expect((await signe.get(`${LIST}/${path}/ret`)).status).to.equal(404)
      }
    })
  })

  it('shows past meetings with how many were there', async () => {
    const council = Object.values(await aCouncil(app))
    app.clock.set('2026-01-12')
    const first = await aMeeting(app, { held_on: '2026-01-12', title: 'Konstituerende møde' })
    await marked(app, first, 'present', council.slice(0, 6))
    await aMeeting(app, { held_on: '2026-01-13', title: 'Dialogmøde' })
    app.clock.set('2026-01-15')
    signe = await app.as('signe')
    const held = (await signe.get(LIST)).texts('section[aria-labelledby=held] li')
    expect(held).to.deep.equal([
      'Dialogmøde tirsdag den 13. januar 2026 kl. 17.00, Laksetorvet, mødelokale C.2.25 Fremmøde er ikke oplyst',
      'Konstituerende møde mandag den 12. januar 2026 kl. 17.00, Laksetorvet, mødelokale C.2.25 6 medlemmer til stede',
    ])
  })

  it('is for the secretary and the chair; members and the auditor read, others do not', async () => {
    const id = await aMeeting(app)
    const table = {
      vera: [200, 200],
      tage: [200, 403],
      ruth: [200, 403],
      bo: [403, 403],
      ib: [403, 403],
    } as const
    for (const [name, [read, write]] of Object.entries(table) as [keyof typeof table, [number, number]][]) {
      const visitor = await app.as(name)
      for (const path of [LIST, `${LIST}/${id}`])
        expect((await visitor.get(path)).status, name).to.equal(read)
      for (const path of [NEW, `${LIST}/${id}/ret`])
        expect((await visitor.get(path)).status, name).to.equal(write)
    }
  })
})
