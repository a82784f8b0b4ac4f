import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import { recordReply } from '../../../../models/renewal/nominations/replies.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aMeeting, marked } from '../../../support/builders/meetings.ts'
import { aNomination, anAnswer } from '../../../support/builders/nominations.ts'
import { aCouncil, aMember, aPerson, NINE, type SeatSlug } from '../../../support/builders/register.ts'
import type { CastName } from '../../../support/cast.ts'
import type { PersonId } from '../../../../models/core/ids.ts'

const MINE = 'section[aria-label="Det skal du gøre nu"]'
const OTHERS = 'section[aria-labelledby=others]'

describe('what to do now', () => {
  let app: TestApp

  beforeEach(async () => {
    app = await anApp({ on: '2026-03-02' })
  })

  const front = async (name: CastName): Promise<Page> => (await app.as(name)).get('/kontor')
  const tasks = (page: Page, of = MINE) => page.texts(`${of} .task-text`)

  async function everySeatBut(...vacant: SeatSlug[]): Promise<void> {
    for (const [seat, name] of Object.entries(NINE) as [SeatSlug, string][])
      if (!vacant.includes(seat)) await aMember(app.db, app.by, { seat, name })
  }

  it('is nothing for a member, in words', async () => {
    await aCouncil(app)
    const page = await front('tage')
    expect(page.heading).to.equal('Det skal du gøre nu')
    expect(page.texts('.empty')).to.deep.equal([
      'Intet venter på dig i dag. Det næste: Rådets periode 2026–2029 slutter den 31. december 2029. Inden da bliver der valgt igen.',
    ])
    expect(page.$('.task')).to.have.length(0)
  })

  it('ends with the council in one line', async () => {
    await everySeatBut('forsorg-hjemloese')
    const page = await front('tage')
    expect(page.texts('section[aria-labelledby=council] p')).to.deep.equal([
      '8 af 9 pladser er besat. 1 ledig: Forsorg/Hjemløse. Se rådet',
    ])
    expect(page.link('Se rådet')).to.equal('/kontor/raadet')
  })

  it('names several vacant seats, and links only for those who may look', async () => {
    await everySeatBut('psykiatri-2', 'perron-4')
    const page = await front('ib')
    expect(page.texts('section[aria-labelledby=council] p')).to.deep.equal([
      '7 af 9 pladser er besat. 2 ledige: Perron 4 og Psykiatri 2.',
    ])
  })

  it('puts late ones first, in words, then by date, then what has no date', async () => {
    await aCouncil(app)
    app.clock.set('2026-02-01')
    await aMeeting(app, { held_on: '2026-02-28', title: 'Dialogmøde' })
    await aMeeting(app, { held_on: '2026-03-02' })
    app.clock.set('2026-03-02')
    const page = await front('signe')
    expect(tasks(page).slice(0, 2)).to.deep.equal([
      'Skriv, hvem der var med til Dialogmøde',
      'Skriv fremmøde til Rådsmøde',
    ])
    expect(page.texts(`${MINE} .task-due`)).to.deep.equal([
      '2 dage over fristen (28. februar 2026)',
      'i dag (2. marts 2026)',
    ])
    expect(tasks(page).at(-1)).to.match(/^Bekræft \d+ antagne regler$/)
    expect(page.$('.task-late')).to.have.length(1)
    expect(page.$('main .button-primary')).to.have.length(1)
  })

  describe('nominations', () => {
    let bodil: PersonId

    beforeEach(async () => {
      await everySeatBut('forsorg-hjemloese', 'psykiatri-1')
      bodil = await aPerson(app.db, app.by, { name: 'Bodil Rask' })
    })

    it('wait for others until the deadline', async () => {
      const id = await aNomination(app, { seat: 'forsorg-hjemloese', answer_by: '2026-03-12' })
      const page = await front('signe')
      expect(page.texts(`${OTHERS} .task`)).to.deep.equal([
        'Kirkens Korshær og KFUM socialt arbejde svarer om pladsen Forsorg/Hjemløse De har frist til den 12. marts 2026. ' +
          'om 10 dage (12. marts 2026) Se, hvad der mangler: Kirkens Korshær og KFUM socialt arbejde svarer om pladsen Forsorg/Hjemløse',
      ])
      expect(page.$(`${OTHERS} a.button`).attr('href')).to.equal(`/kontor/udpegninger/${id}`)
    })

    it('are mine after it', async () => {
      const id = await aNomination(app, { seat: 'forsorg-hjemloese', answer_by: '2026-03-01' })
      await anAnswer(app, id, 'kirkens-korshaer', bodil)
      const page = await front('signe')
      expect(tasks(page)[0]).to.equal('Ryk KFUM socialt arbejde for svar om pladsen Forsorg/Hjemløse')
      expect(page.texts(`${MINE} .task-due`)[0]).to.equal('1 dag over fristen (1. marts 2026)')
      expect(page.$(OTHERS)).to.have.length(0)
    })

    it('wait for a yes of who is agreed on, or are to be decided', async () => {
      const agreed = await aNomination(app, { seat: 'psykiatri-1', body: 'sind' })
      await anAnswer(app, agreed, 'sind', bodil)
      const split = await aNomination(app, { seat: 'forsorg-hjemloese' })
      await anAnswer(app, split, 'kirkens-korshaer', bodil)
      await anAnswer(
        app,
        split,
        'kfum-socialt-arbejde',
        await aPerson(app.db, app.by, { name: 'Hans Terkildsen' }),
      )
      const found = tasks(await front('signe'))
      expect(found).to.include('Spørg Bodil Rask om et ja til pladsen Psykiatri 1')
      expect(found).to.include('Få afgjort, hvem der skal have pladsen Forsorg/Hjemløse')
      const yes = { person_id: bodil, reply: 'yes', replied_on: app.clock.today() } as const
      await recordReply(app.db, app.by, agreed, yes)
      expect(tasks(await front('signe'))).to.include('Få Bodil Rask udpeget til pladsen Psykiatri 1')
    })

    it('before the term, are due on its first day', async () => {
      app.clock.set('2025-12-10')
      const asked = { termOn: '2026-01-01', asked_on: '2025-11-20', answer_by: '2025-12-05' }
      const id = await aNomination(app, { seat: 'psykiatri-1', body: 'sind', ...asked })
      await anAnswer(app, id, 'sind', bodil, '2025-12-01')
      const due = 'om 22 dage (1. januar 2026)'
      const page = await front('signe')
      expect(tasks(page)[0]).to.equal('Spørg Bodil Rask om et ja til pladsen Psykiatri 1')
      expect(page.texts(`${MINE} .task-due`)[0]).to.equal(due)
      const yes = { person_id: bodil, reply: 'yes', replied_on: app.clock.today() } as const
      await recordReply(app.db, app.by, id, yes)
      const after = await front('signe')
      expect(tasks(after)[0]).to.equal('Få Bodil Rask udpeget til pladsen Psykiatri 1')
      expect(after.texts(`${MINE} .task-due`)[0]).to.equal(due)
    })

    it('are the secretary’s alone', async () => {
      await aNomination(app, { seat: 'forsorg-hjemloese', answer_by: '2026-03-01' })
      expect(tasks(await front('vera'))).to.deep.equal([])
    })
  })

  describe('meetings', () => {
    it('today: attendance, for the chair and the secretary', async () => {
      await aCouncil(app)
      const id = await aMeeting(app, { held_on: '2026-03-02' })
      const page = await front('vera')
      expect(tasks(page)).to.deep.equal(['Skriv fremmøde til Rådsmøde'])
      expect(page.text).to.include('Mødet begynder kl. 17.00: Laksetorvet, mødelokale C.2.25.')
      expect(page.$(`${MINE} a.button`).attr('href')).to.equal(`/kontor/moeder/${id}/fremmoede`)
      expect(tasks(await front('signe'))[0]).to.equal('Skriv fremmøde til Rådsmøde')
    })

    it('past: nothing more once it is known who was there', async () => {
      const council = await aCouncil(app)
      app.clock.set('2026-02-10')
      const id = await aMeeting(app, { held_on: '2026-02-20' })
      app.clock.set('2026-03-02')
      expect(tasks(await front('vera'))).to.deep.equal(['Skriv, hvem der var med til Rådsmøde'])
      await marked(app, id, 'present', [council['perron-4']])
      expect(tasks(await front('vera'))).to.deep.equal([])
    })

    it('of old papers, and of more than two months ago, are left alone', async () => {
      await aCouncil(app)
      await aMeeting(app, { held_on: '2026-02-20' })
      app.clock.set('2026-01-15')
      await aMeeting(app, { held_on: '2026-01-20' })
      app.clock.set('2026-04-01')
      expect(tasks(await front('vera'))).to.deep.equal([])
    })

    it('in a new term: the constituting one first, then the next one', async () => {
      await aCouncil(app)
      const page = await front('signe')
      expect(tasks(page)).to.include('Planlæg det konstituerende møde')
      const form = await (await app.as('signe')).get('/kontor/moeder/nyt?slags=konstituerende')
      expect(form.value('title')).to.equal('Konstituerende møde')
      await aMeeting(app, { held_on: '2026-02-20' })
      const after = tasks(await front('signe'))
      expect(after).to.include('Planlæg det næste møde').and.not.include('Planlæg det konstituerende møde')
      await aMeeting(app, { held_on: '2026-05-04' })
      expect(tasks(await front('signe'))).to.not.include('Planlæg det næste møde')
    })

    it('are not asked of a council without members', async () => {
      expect(tasks(await front('signe')).filter((text) => text.includes('møde'))).to.deep.equal([])
    })
  })

  describe('in an empty house', () => {
    const steps = (page: Page) => page.texts('.beginning li')

    it('the administrator invites the secretary first', async () => {
      const page = await front('ib')
      expect(page.texts('.beginning p')).to.deep.equal(['Rådet er tomt endnu. Begynd her:'])
      expect(steps(page)).to.deep.equal([
        'Opret en konto til rådets sekretær',
        'Opret konti til personalet på værestederne',
      ])
      expect(page.link('Opret en konto til rådets sekretær')).to.equal('/kontor/konti/ny')
      await app.accountOf('signe')
      expect(steps(await front('ib'))[0]).to.equal('Opret en konto til rådets sekretær Gjort')
    })

    it('the secretary confirms the rules, plans elections, asks the organisations, registers members', async () => {
      expect(steps(await front('signe'))).to.deep.equal([
        'Læs reglerne, og bekræft dem, der er antaget',
        'Planlæg valgene på værestederne',
        'Spørg organisationerne, hvem de indstiller',
        'Skriv de medlemmer ind, der sidder i rådet allerede',
      ])
      await aNomination(app, { seat: 'forsorg-hjemloese' })
      expect(steps(await front('signe'))[2]).to.equal('Spørg organisationerne, hvem de indstiller Gjort')
    })

    it('every step leads to a page that opens', async () => {
      for (const name of ['ib', 'signe'] as const) {
        const visitor = await app.as(name)
        const page = await visitor.get('/kontor')
        const links = page
          .$('.beginning a')
          .toArray()
          .map((link) => page.$(link).attr('href')!)
        for (const href of links) expect((await visitor.get(href)).status, href).to.equal(200)
      }
    })

    it('the others are told to wait', async () => {
      for (const name of ['vera', 'tage', 'bo', 'ruth'] as const)
        expect((await front(name)).texts('.beginning p'), name).to.deep.equal([
          'Rådet er ikke på plads endnu. Rådets sekretær er ved at gøre det klar.',
        ])
    })

    it('it is over once somebody has been a member', async () => {
      await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund' })
      expect((await front('signe')).$('.beginning')).to.have.length(0)
    })
  })

  it('every button leads to a page that opens', async () => {
    await everySeatBut('forsorg-hjemloese', 'perron-4', 'psykiatri-1')
    await aNomination(app, { seat: 'forsorg-hjemloese', answer_by: '2026-03-01' })
    await aMeeting(app, { held_on: '2026-03-02' })
    for (const name of ['signe', 'vera', 'bo', 'ib'] as const) {
      const visitor = await app.as(name)
      const page = await visitor.get('/kontor')
      for (const button of page.$('.task a.button').toArray()) {
        const href = page.$(button).attr('href')!
        expect((await visitor.get(href)).status, `${name}: ${href}`).to.equal(200)
      }
    }
  })

  it('no sentence is missing or left with a hole, in either language', async () => {
    await everySeatBut('forsorg-hjemloese', 'perron-4')
    await aNomination(app, { seat: 'forsorg-hjemloese', answer_by: '2026-03-01' })
    await aMeeting(app, { held_on: '2026-03-02' })
    const signe = await app.as('signe')
    for (const path of ['/kontor', '/kontor?sprog=en']) {
      const { text } = await signe.get(path)
      expect(text).to.not.match(/\{\{|tasks\.|todo\.|due\./)
    }
    expect((await signe.get('/kontor')).heading).to.equal(translatorFor('en')('todo.heading'))
  })

  it('is worked out once and then again after the next act', async () => {
    await aCouncil(app)
    const signe = await app.as('signe')
    await signe.get('/kontor')
    const queries: string[] = []
    app.db.on('query', ({ sql }: { sql: string }) => queries.push(sql))
    await signe.get('/kontor')
    const again = queries.filter((sql) => /^select/i.test(sql) && !/"?sessions"?/.test(sql))
    expect(again.length, again.join('\n')).to.be.at.most(2)
    await aMeeting(app, { held_on: '2026-03-02' })
    expect(tasks(await signe.get('/kontor'))[0]).to.equal('Skriv fremmøde til Rådsmøde')
  })
})
