import { expect } from 'chai'
import ICAL from 'ical.js'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aMeeting, marked } from '../../../support/builders/meetings.ts'
import { aCouncil, type Council } from '../../../support/builders/register.ts'
import { theRules } from '../../../support/builders/statutes.ts'

const LIST = '/kontor/moeder'
const NEW = '/kontor/moeder/nyt'
const SEAT = '/kontor/pladser/perron-4'

describe('what the statutes say of meetings', () => {
  let app: TestApp
  let signe: Visitor

  const meeting = { title: 'Rådsmøde', held_on: '02-02-2026', starts_at: '17.00', place: 'Laksetorvet' }
  const facts = (page: Page) => page.texts('.facts > div')

  async function plan(fields: Record<string, string> = {}): Promise<Page> {
    return signe.submit(await signe.get(NEW), { ...meeting, ...fields })
  }

  async function nobodyConfirmed(
    name: 'extraordinaryMeetings' | 'absenceLoss' | 'meetingsPerYear',
  ): Promise<void> {
    const { id, document, ...row } = (await app.db('statutes_versions').orderBy('id', 'desc').first())!
    const statutes = JSON.parse(document) as Statutes
    statutes.rules[name]!.confirmed = false
    const assumed = { ...row, document: JSON.stringify(statutes), replaces_id: id }
    await app.db('statutes_versions').insert(assumed)
  }

  beforeEach(async () => {
    app = await anApp({ on: '2026-01-15' })
    signe = await app.as('signe')
  })

  describe('the last day to send items in', () => {
    it('is told when the meeting is planned, and that the rule is assumed', async () => {
      const page = await plan()
      expect(facts(page)).to.include(
        'Punkter til dagsordenen Punkter skal være sendt ind senest den 23. januar 2026.',
      )
      expect(page.texts('.assumed')).to.include(
        'Antaget – ikke bekræftet: Frist for punkter til dagsordenen. Læs, hvad der gælder',
      )
      expect(page.attributes('.assumed a', 'href')).to.include('/kontor/vedtaegter/itemDeadlineDays')
      const tage = await app.as('tage')
      expect(facts(await tage.get(page.url))).to.deep.equal(facts(page))
    })

    it('is no longer there on the day of the meeting', async () => {
      const { url } = await plan()
      app.clock.set('2026-02-02')
      signe = await app.as('signe')
      expect((await signe.get(url)).text).to.not.include('Punkter til dagsordenen')
    })

    it('leans on the rule of notice too where it counts from the day of the call', async () => {
      await theRules(app.db, app.by, { itemDeadlineDays: { beforeDispatch: 2 } })
      const page = await plan()
      expect(page.text).to.include('Punkter skal være sendt ind senest den 23. januar 2026.')
      expect(page.texts('.assumed').filter((line) => line.includes('Indkaldelse'))).to.have.length(1)
      expect(page.attributes('.assumed a', 'href')).to.include('/kontor/vedtaegter/noticeDays')
    })

    it('is a deadline in the calendar of the office for as long as it could be kept, and not in the public one', async () => {
      await aMeeting(app, { held_on: '2026-02-02', title: 'Mødet i februar' })
      await aMeeting(app, { held_on: '2026-01-20', title: 'Hastemødet' })
      const deadlines = async (visitor: Visitor, path: string) => {
        const calendar = new ICAL.Component(ICAL.parse((await visitor.raw('get', path)).text) as unknown[])
        const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
        return events
          .filter(({ summary }) => summary.startsWith('Frist for punkter'))
          .map(({ summary, startDate }) => `${summary} ${String(startDate)}`)
      }
      expect(await deadlines(signe, '/kontor/ind-og-ud/hent/kalender.ics')).to.deep.equal([
        'Frist for punkter: Mødet i februar 2026-01-23',
      ])
      expect(await deadlines(app.visitor(), '/aabne-data/kalender.ics')).to.deep.equal([])
    })
  })

  describe('meetings a year', () => {
    const lead = async () => (await signe.get(LIST)).texts('.meetings-year')

    it('are not counted where the statutes ask for none', async () => {
      await plan()
      expect(await lead()).to.deep.equal([])
    })

    it('too few are told of kindly from October', async () => {
      await theRules(app.db, app.by, { meetingsPerYear: { min: 4, max: 6 } })
      await aMeeting(app, { held_on: '2026-03-02' })
      await aMeeting(app, { held_on: '2026-12-01' })
      app.clock.set('2026-09-30')
      signe = await app.as('signe')
      expect(await lead()).to.deep.equal(['2 af 4–6 møder i 2026. Holdt: 1. Planlagt: 1.'])
      app.clock.set('2026-10-01')
      signe = await app.as('signe')
      expect(await lead()).to.deep.equal([
        '2 af 4–6 møder i 2026. Holdt: 1. Planlagt: 1. Vedtægterne beder om 2 møder mere i år. Planlæg dem gerne snart.',
      ])
    })

    it('are held and planned of so many; extra ones do not count', async () => {
      await theRules(app.db, app.by, {
        meetingsPerYear: { min: 4, max: 4 },
        extraordinaryMeetings: { askedBy: ['chair'] },
      })
      await aMeeting(app, { held_on: '2026-01-14' })
      await aMeeting(app, { held_on: '2026-06-01' })
      await plan({ asked_by: 'chair' })
      expect(await lead()).to.deep.equal(['2 af 4 møder i 2026. Holdt: 1. Planlagt: 1.'])
    })

    it('on an assumed rule says so', async () => {
      await theRules(app.db, app.by, { meetingsPerYear: { min: 4, max: 4 } })
      await nobodyConfirmed('meetingsPerYear')
      expect((await signe.get(LIST)).texts('.assumed')).to.deep.equal([
        'Antaget – ikke bekræftet: Møder om året. Læs, hvad der gælder',
      ])
    })
  })

  describe('an extra meeting', () => {
    const ASKED = { askedBy: ['chair' as const, { share: [1, 3] as [number, number] }, { members: 3 }] }

    it('is only a mark where the statutes say nothing of it', async () => {
      const form = await signe.get(NEW)
      expect(form.$('[name=asked_by], [name=asked_on]')).to.have.length(0)
      const page = await signe.submit(form, { ...meeting, extraordinary: 'ja' })
      expect(facts(page)).to.include('Slags Ekstra møde')
      expect((await signe.get(LIST)).texts('section[aria-labelledby=coming] h3')).to.deep.equal([
        'Rådsmøde Ekstra møde',
      ])
      const edit = await signe.get(`${page.url}/ret`)
      expect(edit.$('[name=extraordinary]').attr('checked')).to.equal('checked')
      const fields = edit.fill().fields
      delete fields.extraordinary
      const ordinary = await signe.send({ action: `${page.url}/ret`, fields })
      expect(ordinary.text).to.not.include('Ekstra møde')
    })

    it('says what the statutes say and whom they let ask; who asked and when is stored and shown', async () => {
      await theRules(app.db, app.by, { extraordinaryMeetings: { ...ASKED, withinWeekdays: 5 } })
      const form = await signe.get(NEW)
      expect(form.text).to.include(
        'Der bliver holdt et ekstra møde, når formanden, en tredjedel af medlemmerne eller 3 medlemmer beder om det. ' +
          'Det skal holdes senest 5 hverdage efter.',
      )
      expect(form.texts('.form-group-radio')).to.deep.equal([
        'Nej, det er et almindeligt møde',
        'Ja, formanden har bedt om det',
        'Ja, en tredjedel af medlemmerne har bedt om det',
        'Ja, 3 medlemmer har bedt om det',
      ])
      const page = await signe.submit(form, {
        ...{ ...meeting, held_on: '21-01-2026' },
        ...{ asked_by: 'members:3', asked_on: '14-01-2026' },
      })
      expect(facts(page)[0]).to.equal(
        'Slags Ekstra møde 3 medlemmer har bedt om det den 14. januar 2026. Det skal være holdt senest den 21. januar 2026.',
      )
      expect(await app.db('meetings').first('extraordinary', 'asked_by', 'asked_on')).to.deep.equal({
        ...{ extraordinary: 1, asked_by: 'members:3', asked_on: '2026-01-14' },
      })
      const [event] = await app
        .db('audit_events')
        .where({ action: 'meeting.planned' })
        .pluck<string[]>('details')
      expect(JSON.parse(event!)).to.include({
        extraordinary: true,
        asked_by: 'members:3',
        asked_on: '2026-01-14',
      })
      const edit = await signe.get(`${page.url}/ret`)
      expect([edit.value('asked_by'), edit.value('asked_on')]).to.deep.equal(['members:3', '14-01-2026'])
      const moved = await signe.submit(edit, { held_on: '22-01-2026' })
      expect(facts(moved)[0]).to.include(
        'Det skal være holdt senest den 21. januar 2026. Mødet ligger efter den dag.',
      )
      expect((await signe.get(LIST)).texts('h3')).to.deep.equal(['Rådsmøde Ekstra møde'])
      expect((await signe.get(`${LIST}?sprog=en`)).texts('h3')).to.deep.equal(['Rådsmøde Extra meeting'])
    })

    it('was asked for today where no day is written, and an ordinary one by nobody', async () => {
      await theRules(app.db, app.by, { extraordinaryMeetings: { ...ASKED, withinDays: 14 } })
      const page = await plan({ asked_by: 'chair' })
      expect(facts(page)[0]).to.equal(
        'Slags Ekstra møde Formanden har bedt om det den 15. januar 2026. Det skal være holdt senest den 29. januar 2026. Mødet ligger efter den dag.',
      )
      const ordinary = await plan({ held_on: '03-02-2026', asked_on: '14-01-2026' })
      expect(ordinary.text).to.not.include('Ekstra møde')
      const rows = await app.db('meetings').orderBy('id').select('extraordinary', 'asked_by', 'asked_on')
      expect(rows).to.deep.equal([
        { extraordinary: 1, asked_by: 'chair', asked_on: '2026-01-15' },
        { extraordinary: 0, asked_by: null, asked_on: null },
      ])
    })

    it('written down afterwards has no day on which it was asked for, unless one is written', async () => {
      await theRules(app.db, app.by, { extraordinaryMeetings: { ...ASKED, withinDays: 14 } })
      const page = await plan({ held_on: '12-01-2026', asked_by: 'chair' })
      expect(facts(page)[0]).to.equal('Slags Ekstra møde Formanden har bedt om det.')
    })

    it('in a year with other statutes is asked for by whom those name: the form comes back with them', async () => {
      await theRules(app.db, app.by, { extraordinaryMeetings: ASKED }, '2026-06-01')
      const form = await signe.get(NEW)
      expect(form.$('[name=asked_by]')).to.have.length(0)
      const again = await signe.submit(form, { ...meeting, held_on: '10-07-2026', extraordinary: 'ja' })
      expect([again.status, again.errors]).to.deep.equal([
        ...[422, ['Vælg, hvem der har bedt om det ekstra møde.']],
      ])
      const page = await signe.submit(again, { asked_by: 'chair' })
      expect(facts(page)[0]).to.equal('Slags Ekstra møde Formanden har bedt om det den 15. januar 2026.')
      const edit = await signe.get(`${page.url}/ret`)
      expect(edit.value('asked_by')).to.equal('chair')
      const moved = await signe.submit(edit, { held_on: '10-05-2026' })
      expect(moved.status).to.equal(422)
      expect(moved.errors[0]).to.match(
        /^Efter de vedtægter, der gælder den 10. maj 2026, kan det ikke være den/,
      )
      expect(moved.$('[name=asked_by]')).to.have.length(0)
      expect((await signe.submit(moved, { extraordinary: 'ja' })).text).to.include('Slags Ekstra møde Hvor')
    })

    it('moved to a day before it was asked for is refused', async () => {
      await theRules(app.db, app.by, { extraordinaryMeetings: ASKED })
      const page = await plan({ asked_by: 'chair' })
      const edit = await signe.get(`${page.url}/ret`)
      const moved = await signe.submit(edit, { held_on: '14-01-2026', asked_on: '' })
      expect(moved.errors).to.deep.equal([
        'Der kan ikke være bedt om mødet efter den 14. januar 2026. Ret dagen.',
      ])
      expect((await app.db('meetings').first('held_on'))!.held_on).to.equal('2026-02-02')
    })

    it('that leans on an assumed rule says so, in the form and on its page', async () => {
      await theRules(app.db, app.by, { extraordinaryMeetings: ASKED })
      await nobodyConfirmed('extraordinaryMeetings')
      const line = 'Antaget – ikke bekræftet: Ekstra møder. Læs, hvad der gælder'
      expect((await signe.get(NEW)).texts('.assumed')).to.include(line)
      const page = await plan({ asked_by: 'chair' })
      expect(page.texts('.assumed')).to.include(
        'Antaget – ikke bekræftet: Ekstra møder, Frist for punkter til dagsordenen. Læs, hvad der gælder',
      )
    })

    describe('is refused', () => {
      beforeEach(() => theRules(app.db, app.by, { extraordinaryMeetings: ASKED }))

      async function refused(fields: Record<string, string>, ...sentences: string[]): Promise<void> {
        const { action, fields: sent } = (await signe.get(NEW)).fill(meeting)
        const before = await app.db('audit_heads').first()
        const page = await signe.send({ action, fields: { ...sent, ...fields } })
        expect(page.status).to.equal(422)
        expect(page.errors).to.deep.equal(sentences)
        expect(page.value('title')).to.equal('Rådsmøde')
        expect(await app.db('meetings')).to.have.length(0)
        expect(await app.db('audit_heads').first()).to.deep.equal(before)
      }

      const asker =
        'Efter de vedtægter, der gælder den 2. februar 2026, kan det ikke være den, der beder om et ekstra møde. Vælg igen.'
      for (const asked_by of ['administration', 'members:2', 'share:1/2', '<b>', 'chair '.repeat(30)])
        it(`asked for by "${asked_by}", whom the statutes do not name`, () => refused({ asked_by }, asker))

      it('with a mark and nobody who asked', () =>
        refused({ extraordinary: 'ja' }, 'Vælg, hvem der har bedt om det ekstra møde.'))

      it('asked for tomorrow, on 30 February, or after the meeting itself', async () => {
        const asked_by = 'chair'
        await refused(
          { asked_by, asked_on: '16-01-2026' },
          'Der kan ikke være bedt om mødet efter den 15. januar 2026. Ret dagen.',
        )
        await refused(
          { asked_by, asked_on: '13-01-2026', held_on: '12-01-2026' },
          'Der kan ikke være bedt om mødet efter den 12. januar 2026. Ret dagen.',
        )
        await refused({ asked_by, asked_on: '30-02-2026' }, 'Datoen findes ikke. Skriv den som 21-09-2020.')
      })
    })

    it('the database itself keeps who asked to extra meetings, and to days that exist', async () => {
      const id = await aMeeting(app)
      const change = (row: object) => app.db('meetings').where({ id }).update(row)
      const bad = [
        { asked_by: 'chair' },
        { asked_on: '2026-01-14' },
        { extraordinary: 2 },
        { extraordinary: 1, asked_on: '2026-02-30' },
      ]
      for (const row of bad)
        expect(
          await change(row).then(
            () => 'stored',
            () => 'refused',
          ),
          JSON.stringify(row),
        ).to.equal('refused')
      await change({ extraordinary: 1, asked_by: 'chair', asked_on: '2026-01-14' })
    })
  })

  describe('absence without notice', () => {
    let council: Council
    const TASK = 'Tal med Maja Lund om fravær'
    const LINE =
      'Udeblevet uden afbud fra 2 møder siden den 12. januar 2026. Reglen er 3 måneder (Prøven). Medlemskabet er ikke ændret.'

    beforeEach(async () => {
      council = await aCouncil(app)
      for (const held_on of ['2026-01-12', '2026-01-14'])
        await marked(app, await aMeeting(app, { held_on }), 'absent', [council['perron-4']])
    })

    async function tasksOn(day: string): Promise<string[]> {
      app.clock.set(day)
      return (await (await app.as('signe')).get('/kontor')).texts('.task-text')
    }

    it('is nothing to anybody where the statutes have no such rule', async () => {
      expect(await tasksOn('2026-12-01')).to.not.include(TASK)
      expect((await (await app.as('signe')).get(SEAT)).text).to.not.include('Udeblevet')
    })

    it('for so many months is on the secretary’s list and the seat’s page, and changes nothing', async () => {
      await theRules(app.db, app.by, { absenceLoss: { months: 3 } })
      const before = await app.db('memberships').orderBy('id')
      expect(await tasksOn('2026-04-11')).to.not.include(TASK)
      expect(await tasksOn('2026-04-12')).to.include(TASK)
      signe = await app.as('signe')
      const front = await signe.get('/kontor')
      expect(front.text).to.include(
        'Udeblevet uden afbud fra 2 møder siden den 12. januar 2026. Reglen er 3 måneder (Prøven). Intet sker af sig selv.',
      )
      expect(front.$(`.task a[href="${SEAT}"]`)).to.have.length(1)
      expect((await signe.get(SEAT)).texts('.story-now .private-note')).to.deep.equal([LINE])
      expect(await app.db('memberships').orderBy('id')).to.deep.equal(before)
    })

    it('an apology, or being there, takes it away; other members are not named', async () => {
      await theRules(app.db, app.by, { absenceLoss: { months: 3 } })
      const id = await aMeeting(app)
      expect((await tasksOn('2026-04-12')).filter((task) => task.startsWith('Tal med'))).to.deep.equal([TASK])
      await marked(app, id, 'excused', [council['perron-4']])
      expect(await tasksOn('2026-04-12')).to.not.include(TASK)
      expect((await (await app.as('signe')).get(SEAT)).text).to.not.include('Udeblevet')
    })

    it('is read by those who may read what is noted of members, and by nobody else', async () => {
      await theRules(app.db, app.by, { absenceLoss: { months: 3 } })
      app.clock.set('2026-04-12')
      expect((await (await app.as('ruth')).get(SEAT)).text).to.include(LINE)
      for (const name of ['vera', 'tage'] as const) {
        const visitor = await app.as(name)
        expect((await visitor.get(SEAT)).text, name).to.not.include('Udeblevet')
        expect((await visitor.get('/kontor')).text, name).to.not.include(TASK)
      }
      expect((await app.visitor().get('/')).text).to.not.include('Udeblevet')
    })

    it('on an assumed rule says so on both pages', async () => {
      await theRules(app.db, app.by, { absenceLoss: { months: 3 } })
      await nobodyConfirmed('absenceLoss')
      app.clock.set('2026-04-12')
      signe = await app.as('signe')
      const line = 'Antaget – ikke bekræftet: Fravær. Læs, hvad der gælder'
      expect((await signe.get('/kontor')).texts('.task .assumed')).to.deep.equal([line])
      expect((await signe.get(SEAT)).texts('.assumed')).to.include(line)
    })
  })
})
