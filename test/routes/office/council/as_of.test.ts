import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aMember, anOfficer, type Member } from '../../../support/builders/register.ts'
import { NO_ID } from '../../../../models/core/ids.ts'

/** At Perron 4: Maja from 2022 to 29 February 2024, Finn from June, and Gerda on 15 January 2026. */
describe('pages as they were on another day', () => {
  let app: TestApp
  let signe: Visitor
  let maja: Member

  beforeEach(async () => {
    app = await anApp()
    signe = await app.as('signe')
    const before = { startsOn: '2022-01-01', dueOn: '2025-12-31' }
    maja = await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund', ...before })
    await anOfficer(app.db, app.by, maja, 'chair', isoDate('2022-01-20'))
    const left = { ends_on: isoDate('2024-02-29'), end_reason: 'moved' as const }
    await endMembership(app.db, app.by, maja.membershipId, left)
    const after = { startsOn: '2024-06-01', dueOn: '2025-12-31' }
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Finn Overgaard', ...after })
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Gerda Elmose' })
  })

  const on = async (path: string, day: string, visitor = signe): Promise<Page> =>
    visitor.get(day === '' ? path : `${path}?dato=${encodeURIComponent(day)}`)
  const rename = async (on: string) =>
    signe.submit(await signe.get('/kontor/organisationer/perron-4/navn'), {
      ...{ name: 'Perronen', effective_on: on, reason: 'Nyt navn' },
    })
  /** The acts that the page offers: links and buttons in the main part that lead to a form. */
  const acts = (page: Page) =>
    page
      .attributes('main a', 'href')
      .filter((href) =>
        /\/(ny|nyt|bytte|navn|adresse|kontakt|ophoer|udtraeden|fejl|valgbarhed|medlemskab)\b/.test(href),
      )

  const PAGES = [
    '/kontor/personer',
    '/kontor/organisationer',
    '/kontor/organisationer/perron-4',
    '/kontor/hverv',
    '/kontor/pladser/perron-4',
    '/kontor/raadet',
  ]
  for (const path of PAGES) {
    it(`${path} says which day it shows, leads back to today, and has nothing to do on another day`, async () => {
      const today = await on(path, '')
      expect(today.texts('.as-of-line')).to.deep.equal([])
      expect(today.value('dato')).to.equal('')
      const then = await on(path, '1. januar 2024')
      expect(then.status).to.equal(200)
      expect(then.texts('.as-of-line')[0]).to.match(/^Som det var den 1\. januar 2024\. Vis (rådet )?i dag$/)
      expect(then.attributes('.as-of-line a', 'href')).to.deep.equal([path])
      expect(then.value('dato')).to.equal('01-01-2024')
      expect(acts(then)).to.deep.equal([])
      if (path !== '/kontor/raadet') expect(acts(today)).not.to.deep.equal([])
      const coming = await on(path, '2027-01-01')
      expect(coming.texts('.as-of-line')[0]).to.contain('Som det ser ud til at være den 1. januar 2027.')
      expect(acts(coming)).to.deep.equal([])
    })

    it(`${path} keeps a day that does not exist, says so, and shows today`, async () => {
      for (const typed of ['30-02-2024', 'i går', '<script>', '99999']) {
        const page = await on(path, typed)
        expect(page.status, typed).to.equal(422)
        expect(page.errors, typed).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
        expect(page.value('dato'), typed).to.equal(typed)
        expect(page.texts('.as-of-line'), typed).to.deep.equal([])
      }
      expect((await signe.get(`${path}?dato=2024-01-01&dato=2024-01-02`)).status).to.equal(422)
    })

    it(`${path} is the same day in English`, async () => {
      const page = await signe.get(`${path}?dato=2024-01-01&sprog=en`)
      expect(page.texts('.as-of-line')[0]).to.contain('As it was on 1 January 2024.')
    })
  }

  it('people: the seat that each held that day, under the name it had', async () => {
    await rename('01-01-2026')
    expect((await on('/kontor/personer', '2024-01-01')).texts('.people li')).to.deep.equal([
      'Finn Overgaard ikke medlem den dag',
      'Gerda Elmose ikke medlem den dag',
      'Maja Lund Perron 4',
    ])
    expect((await on('/kontor/personer', '2024-06-01')).texts('.people li')).to.deep.equal([
      'Finn Overgaard Perron 4',
      'Gerda Elmose ikke medlem den dag',
      'Maja Lund ikke medlem den dag',
    ])
    expect((await on('/kontor/personer', '')).texts('.people li')[1]).to.equal('Gerda Elmose Perronen')
    // The links keep the day that the reader looks at.
    const page = await on('/kontor/personer', '2024-01-01')
    expect(page.link('Perron 4')).to.equal('/kontor/pladser/perron-4?dato=2024-01-01')
  })

  it('a seat: who held it that day, on the first day and the last; the story ends there', async () => {
    for (const day of ['2022-01-01', '2024-01-01', '2024-02-29']) {
      const page = await on('/kontor/pladser/perron-4', day)
      expect(page.text, day).to.contain('Den dag sad Maja Lund på pladsen.')
      expect(page.texts('.story-now h3'), day).to.deep.equal(['Maja Lund Den dag'])
      expect(page.text, day).not.to.match(/Finn|Gerda/)
    }
    expect((await on('/kontor/pladser/perron-4', '2027-01-01')).text).to.contain(
      'Den dag sidder Gerda Elmose på pladsen.',
    )
  })

  it('a seat that was vacant that day: since when, how long by then, who came; nothing begins from there', async () => {
    const page = await on('/kontor/pladser/perron-4', '2024-04-15')
    expect(page.texts('.vacant-box h2')).to.deep.equal(['Ledig siden 1. marts 2024'])
    expect(page.text).to.contain('Den dag havde pladsen været ledig i 46 dage.')
    expect(page.text).to.contain('Finn Overgaard begynder den 1. juni 2024.')
    expect(page.attributes('.vacant-box a', 'href')).to.deep.equal([])
    const slots = await on('/kontor/pladser/slotsgaarden', '2024-04-15')
    expect(slots.attributes('.vacant-box a', 'href')).to.deep.equal([])
    const today = await on('/kontor/pladser/slotsgaarden', '')
    expect(today.attributes('.vacant-box a', 'href')).to.have.length(1)
  })

  it('a seat has the name of the day, and was not there before the council was', async () => {
    await rename('01-01-2026')
    expect((await on('/kontor/pladser/perron-4', '2024-01-01')).heading).to.equal('Perron 4')
    expect((await on('/kontor/pladser/perron-4', '')).heading).to.equal('Perronen')
    const early = await on('/kontor/pladser/perron-4', '1950-01-01')
    expect(early.status).to.equal(200)
    expect(early.text).to.contain('Pladsen fandtes ikke den dag.')
  })

  it('the council of a day leads to its seats on that day, and today’s to today’s', async () => {
    expect((await on('/kontor/raadet', '2024-01-01')).link('Perron 4')).to.equal(
      '/kontor/pladser/perron-4?dato=2024-01-01',
    )
    expect((await on('/kontor/raadet', '')).link('Perron 4')).to.equal('/kontor/pladser/perron-4')
  })

  it('offices: who held them that day', async () => {
    const held = async (day: string) => (await on('/kontor/hverv', day)).texts('.offices li')
    expect(await held('2022-01-19')).to.deep.equal(['Formand: Ingen', 'Næstformand: Ingen'])
    for (const day of ['2022-01-20', '2024-02-29'])
      expect((await held(day))[0], day).to.equal(
        'Formand: Maja Lund Siden 20. januar 2022Til 29. februar 2024',
      )
    expect((await held('2024-03-01'))[0]).to.equal('Formand: Ingen')
    expect((await on('/kontor/hverv', '')).texts('h2')).to.include('Før og nu')
    expect((await on('/kontor/hverv', '2024-01-01')).texts('h2')).not.to.include('Før og nu')
  })

  describe('places and organisations', () => {
    const at = (day: string, who = signe) => on('/kontor/organisationer/perron-4', day, who)

    it('have the names of that day, and one that ended later was still there', async () => {
      await rename('01-01-2026')
      const list = await on('/kontor/organisationer', '2024-01-01')
      expect(list.texts('[aria-labelledby=group-place] h3'))
        .to.include('Perron 4')
        .and.not.to.include('Perronen')
      expect(list.texts('[aria-labelledby=group-organisation] h3')).to.include('Helhedsplanen for Nordbyen')
      expect(list.texts('[aria-labelledby=group-ended] h3')).to.deep.equal([])
      expect(list.link('Perron 4')).to.equal('/kontor/organisationer/perron-4?dato=2024-01-01')
      const then = await at('2024-01-01')
      expect(then.heading).to.equal('Perron 4')
      expect(then.text).not.to.contain('Perronen')
      expect((await at('')).heading).to.equal('Perronen')
    })

    it('one that began later was not there yet, and its page says so', async () => {
      const form = await signe.get('/kontor/organisationer/ny')
      await signe.submit(form, { name: 'Ny Vej', kind: 'organisation', active_from: '01-01-2025' })
      const names = async (day: string) => (await on('/kontor/organisationer', day)).texts('h3')
      expect(await names('2024-12-31')).not.to.include('Ny Vej')
      expect(await names('2025-01-01')).to.include('Ny Vej')
      const page = await on('/kontor/organisationer/ny-vej', '2024-12-31')
      expect(page.text).to.contain('Begyndte først den 1. januar 2025.')
    })

    it('have the address and the contact of that day', async () => {
      const fill = async (tail: string, fields: Record<string, string>) =>
        signe.submit(await signe.get(`/kontor/organisationer/perron-4/${tail}`), fields)
      const move = (address: string, effective_on: string) =>
        fill('adresse', { address, effective_on, reason: 'Flytter' })
      await move('Havnegade 4', '01-01-2024')
      await move('Østergade 1', '01-01-2025')
      await fill('kontakt', { name: 'Ane Toft', email: 'ane@perron.example' })
      app.clock.set('2026-02-15')
      signe = await app.as('signe')
      await fill('kontakt', { name: 'Bent Riis', email: 'bent@perron.example' })
      expect((await at('2024-12-31')).text)
        .to.contain('Havnegade 4')
        .and.not.to.contain('Østergade 1')
      expect((await at('2025-01-01')).text)
        .to.contain('Østergade 1')
        .and.not.to.contain('Havnegade 4')
      expect((await at('2026-02-14')).text)
        .to.contain('Ane Toft')
        .and.not.to.contain('Bent Riis')
      expect((await at('')).text)
        .to.contain('Bent Riis')
        .and.not.to.contain('Ane Toft')
      expect((await at('2026-02-14', await app.as('tage'))).text).not.to.match(/Ane Toft|Bent Riis/)
    })

    it('have the areas of that day', async () => {
      const area = await app.db('areas').where({ slug: 'perron-4' }).first('id')
      await app
        .db('area_bodies')
        .where({ area_id: area?.id ?? NO_ID })
        .update({ starts_on: isoDate('2023-01-01') })
      expect((await at('2022-12-31')).text).not.to.contain('Valgområde')
      expect((await at('2023-01-01')).text).to.contain('Valgområde Perron 4')
    })

    it('what happened later has not happened: changes, proposals and what became of them', async () => {
      await rename('01-06-2025')
      const ids = await app.db('bodies').whereIn('slug', ['perron-4', 'slotsgaarden']).pluck<number[]>('id')
      const page = await signe.submit(await signe.get('/kontor/sammenlaegninger'), {
        bodies: ids.map(String),
        ...{ proposed_by: 'Forvaltningen', proposed_on: '01-09-2024', text: 'Bliver ét sted' },
      })
      await signe.submit(page, {
        ...{ outcome: 'rejected', decided_by: 'Byrådet', decided_on: '23-09-2024' },
      })
      expect((await at('2024-08-31')).text).to.contain('Der er ikke sket noget, som er skrevet ind.')
      const open = 'Det er ikke afgjort endnu.'
      expect((await at('2024-09-01')).text)
        .to.contain(open)
        .and.not.to.contain('forkastet')
      expect((await at('2024-09-23')).text)
        .to.contain('forkastet')
        .and.not.to.contain('Perronen')
      expect((await at('2025-06-01')).text).to.contain('Perronen')
    })
  })

  it('who may not read the register does not on another day either', async () => {
    for (const path of PAGES)
      for (const who of ['bo', 'ib'] as const)
        expect((await on(path, '2024-01-01', await app.as(who))).status, path).to.equal(403)
  })
})
