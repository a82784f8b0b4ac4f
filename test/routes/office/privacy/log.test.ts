import { expect } from 'chai'
import { act } from '../../../../models/core/audit.ts'
import { changeStatutesRule } from '../../../../models/council/statutes/rule_change.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { takeGuardsOff } from '../../../support/tampering.ts'
import { anId } from '../../../support/ids.ts'

describe('The log page (/kontor/logbog)', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
  })

  async function writeLines(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      await act(house.db, house.by, () =>
        Promise.resolve({ action: 'person.changed', subject: `person:${n}`, details: {}, result: null }),
      )
    }
  }

  it('tells each act in a sentence: number, day, who and to what; the newest first', async () => {
    const ruth = await house.as('ruth')
    const page = await ruth.get('/kontor/logbog')
    expect(page.heading).to.equal('Logbog')
    const lines = page.texts('.log > li')
    expect(lines[0]).to.match(/^Nr\. 4 · 15\. januar 2026 · Rådsbogen Valgte en ny adgangskode\. Ruth Dahl/)
    expect(lines.at(-1)).to.match(/^Nr\. 1 · 1\. januar 2018 · Rådsbogen Indlæste vedtægterne\./)
    expect(page.$('[role=status], .alert-success').text()).to.include('Kæden er hel: 4 handlinger.')
  })

  it('shortens each code and has the whole one to unfold, with the one before', async () => {
    await writeLines(1)
    const page = await (await house.as('ruth')).get('/kontor/logbog')
    const events = await house.db('audit_events').orderBy('sequence', 'desc')
    const first = page.$('.log > li').first()
    expect(first.find('summary').text()).to.include(events[0]?.hash.slice(0, 8))
    expect(first.find('summary').text()).not.to.include(events[0]?.hash)
    expect(first.find('code').eq(0).text()).to.equal(events[0]?.hash)
    expect(first.find('code').eq(1).text()).to.equal(events[1]?.hash)
    expect(page.$('.log > li').last().find('dd').eq(1).text()).to.equal('Der er ingen før den første.')
  })

  it('is paged by number: fifty at a time, back and forth, every line once', async () => {
    const ruth = await house.as('ruth')
    await writeLines(120)
    const newest = (await house.db('audit_heads').first())?.sequence ?? 0
    const seen: string[] = []
    let page = await ruth.get('/kontor/logbog')
    for (;;) {
      seen.push(...page.texts('.log-when').map((text) => text.split(' · ')[0] ?? ''))
      if (!page.texts('.log-pages a').includes('Ældre')) break
      page = await ruth.get(page.link('Ældre'))
    }
    expect(seen).to.deep.equal(Array.from({ length: newest }, (_, n) => `Nr. ${newest - n}`))
    let steps = 0
    while (page.texts('.log-pages a').includes('Nyere')) {
      page = await ruth.get(page.link('Nyere'))
      steps += 1
    }
    expect(page.url).to.equal('/kontor/logbog')
    expect(steps).to.equal(2)
  })

  it('pages do not shift while acts are done', async () => {
    const ruth = await house.as('ruth')
    await writeLines(60)
    const older = (await ruth.get('/kontor/logbog')).link('Ældre')
    const before = (await ruth.get(older)).texts('.log-when')
    await writeLines(3)
    expect((await ruth.get(older)).texts('.log-when')).to.deep.equal(before)
  })

  it('says where the chain is broken, as soon as it is', async () => {
    const ruth = await house.as('ruth')
    expect((await ruth.get('/kontor/logbog')).text).to.include('Kæden er hel')
    await takeGuardsOff(house.db, 'audit_events')
    await house.db('audit_events').where({ sequence: 2 }).update({ actor: 'En anden' })
    const page = await ruth.get('/kontor/logbog')
    expect(page.text).to.include('Kæden er brudt')
    expect(page.text).to.include('Handling nr. 2 er ændret, efter at den blev skrevet.')
  })

  it('a page number that makes no sense is not found', async () => {
    const ruth = await house.as('ruth')
    for (const til of ['0', '-3', 'x', '1.5', '99999999999999']) {
      expect((await ruth.get(`/kontor/logbog?til=${til}`)).status, til).to.equal(404)
    }
    expect((await ruth.get('/kontor/logbog?til=5000')).status).to.equal(200)
  })

  it('names the rule that was changed, and its area', async () => {
    const ruth = await house.as('ruth')
    const change = { source: 'x', reason: 'x', inForceFrom: house.clock.today() }
    const { id } = await changeStatutesRule(house.db, house.by, {
      ...change,
      key: 'quorum',
      seenVersion: anId(1),
    })
    const key = 'areas.psykiatri.agreement'
    await changeStatutesRule(house.db, house.by, { ...change, key, seenVersion: id, value: 'joint' })
    const page = await ruth.get('/kontor/logbog')
    expect(page.texts('.log > li > p:nth-of-type(2)').slice(0, 2)).to.deep.equal([
      'Ændrede en regel i vedtægterne. Indstilling: Psykiatri (fra 15. januar 2026)',
      'Bekræftede en regel i vedtægterne. Hvornår kan rådet tage beslutninger? (fra 15. januar 2026)',
    ])
  })

  it('names what was done to: people, seats, elections, meetings, rules', async () => {
    const { db } = house
    const ruth = await house.as('ruth')
    const day = house.clock.today()
    await db('people').insert({
      id: anId(7),
      name: 'Maja Lund',
      contact_by: 'post',
      protected_address: false,
      registered_on: day,
    })
    await db('memberships').insert({
      id: anId(9),
      seat_id: anId(1),
      person_id: anId(7),
      term_id: anId(3),
      starts_on: day,
      due_on: day,
      ends_on: day,
      origin: 'registration',
    })
    const subjects = ['person:7', 'membership:9', 'council:offices', 'unknown:1', 'person:404', 'person:x']
    for (const subject of subjects) {
      await act(db, house.by, () =>
        Promise.resolve({ action: 'person.changed', subject, details: {}, result: null }),
      )
    }
    const page = await ruth.get('/kontor/logbog')
    const named = page.texts('.log > li > p:nth-of-type(2)').slice(0, 6).reverse()
    const sentence = 'Rettede oplysninger om en person.'
    expect(named).to.deep.equal([
      `${sentence} Maja Lund`,
      `${sentence} Maja Lund, Perron 4`,
      sentence,
      sentence,
      sentence,
      sentence,
    ])
  })
})
