import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { startMembership } from '../../../../models/council/memberships.ts'
import { changePublications } from '../../../../models/people/publications.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aCalledElection, aPlannedElection } from '../../../support/builders/elections.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { aMember, aPerson } from '../../../support/builders/register.ts'

const NAMELESS = { publish: { name: false, email: false, phone: false } }

describe('the public search', () => {
  let app: TestApp

  beforeEach(async () => {
    app = await anApp()
  })

  const search = (typed: string) => app.visitor().get(`/soeg?q=${encodeURIComponent(typed)}`)
  const found = async (typed: string) => (await search(typed)).texts('.hits li')

  it('finds those who sit and have sat, and leads to a day on which they sat', async () => {
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Søren Ågård' })
    const before = { startsOn: '2022-01-01', dueOn: '2025-12-31' }
    await aMember(app.db, app.by, { seat: 'slotsgaarden', name: 'Søren Aagaard', ...before })
    const page = await search('soeren agard')
    expect(page.texts('.hits li')).to.have.members([
      'Søren Ågård Sidder på pladsen Perron 4 fra 1. januar 2026 til 31. december 2029.',
      'Søren Aagaard Sad på pladsen Slotsgården fra 1. januar 2022 til 31. december 2025.',
    ])
    expect(page.link('Søren Ågård')).to.equal('/#plads-perron-4')
    const then = page.link('Søren Aagaard')
    expect(then).to.equal('/?dato=2025-12-31#plads-slotsgaarden')
    const front = await app.visitor().get(then)
    expect(front.texts('#plads-slotsgaarden .seat-name')).to.deep.equal(['Søren Aagaard'])
  })

  it('a name without consent is nowhere in the answer, however it is searched for', async () => {
    const { personId } = await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund', ...NAMELESS })
    for (const typed of ['lund', 'maja lund', 'perron 4', 'maj', 'a']) {
      const { $, status } = await search(typed)
      expect(status).to.equal(200)
      // The search text stands in the box and in the sentence that repeats it.
      $('[name=q], .search-sum, .empty-heading, .top-links').remove()
      expect($.html(), typed).not.to.match(/Lund|Maja/i)
    }
    expect(await found('perron 4')).to.include('Perron 4 Navnet bliver ikke vist, til 31. december 2029.')
    const yes = { name: true, email: false, phone: false, decided_on: isoDate('2026-01-15') }
    await changePublications(app.db, app.by, personId, yes)
    expect(await found('lund')).to.have.length(1)
    await changePublications(app.db, app.by, personId, { ...yes, name: false })
    expect(await found('lund')).to.deep.equal([])
  })

  it('a name that is known and not shown is marked no otherwise than one that is not known', async () => {
    const { personId } = await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund', ...NAMELESS })
    const marked = async (typed: string) => (await search(typed)).texts('main [translate=no]')
    for (const typed of ['Maja Lund', 'Ellen Vang'])
      expect((await marked(typed)).join()).not.to.include(typed)
    const yes = { name: true, email: false, phone: false, decided_on: isoDate('2026-01-15') }
    await changePublications(app.db, app.by, personId, yes)
    expect((await marked('Maja Lund')).join()).to.include('Maja Lund')
  })

  it('somebody who never sat, or does not yet, is not found; nor is a struck-out membership', async () => {
    await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Ellen Dam', startsOn: '2026-02-01' })
    const { membershipId } = await aMember(app.db, app.by, { seat: 'boligsocial', name: 'Ellen Bro' })
    await app
      .db('memberships')
      .where({ id: membershipId })
      .update({ voided_on: isoDate('2026-01-15') })
    expect(await found('ellen')).to.deep.equal([])
  })

  it('somebody who sat before and is booked again is found by the seat they had', async () => {
    const before = { startsOn: '2022-01-01', dueOn: '2025-12-31' }
    const { personId } = await aMember(app.db, app.by, { seat: 'perron-4', name: 'Ellen Vang', ...before })
    const starts_on = isoDate('2026-02-01')
    await startMembership(app.db, app.by, 'boligsocial', { person_id: personId, starts_on, seen: 0 })
    expect(await found('ellen')).to.deep.equal([
      'Ellen Vang Sad på pladsen Perron 4 fra 1. januar 2022 til 31. december 2025.',
    ])
  })

  it('finds seats, places and organisations, also by a former name and when they have ended', async () => {
    const signe = await app.as('signe')
    await signe.submit(await signe.get('/kontor/organisationer/slotsgaarden/navn'), {
      ...{ name: 'Huset ved Åen', effective_on: '10-01-2026', reason: 'Efter ombygningen' },
    })
    const page = await search('slotsgaarden')
    expect(page.texts('.hits li')).to.deep.equal([
      'Huset ved Åen Ledig Fundet på navnet Slotsgården.',
      'Huset ved Åen Hed Slotsgården til 9. januar 2026. Værested.',
    ])
    const ended = await search('helhedsplanen')
    expect(ended.texts('.hits li')).to.deep.equal([
      'Helhedsplanen for Nordbyen Organisation. Stoppede den 31. juli 2025.',
    ])
    expect((await found('nordbyen'))[0]).to.contain('Kaldes også Nordbyen.')
    const front = await app.visitor().get(ended.link('Helhedsplanen for Nordbyen'))
    expect(front.text).to.contain('Rådet den 31. juli 2025')
  })

  it('a planned election is not there; a called one is', async () => {
    await aPlannedElection(app, { area: 'slotsgaarden' })
    const id = await aCalledElection(app)
    const page = await search('ordinært valg 10. marts')
    expect(page.texts('.hits li')).to.deep.equal([
      'Valg på Perron 4 Ordinært valg. Afstemning 10. marts 2026.',
    ])
    expect(page.link('Valg på Perron 4')).to.equal(`/valg/${id}`)
    expect(await found('caféen')).to.deep.equal([])
    // Candidates are named on the election's own page, by what they have agreed to there.
    expect(await found('Anker Bro')).to.deep.equal([])
  })

  it('of meetings the next one is there, as on the front page', async () => {
    await aMeeting(app, { title: 'Januarmøde', held_on: '2026-01-14' })
    await aMeeting(app, { title: 'Februarmøde', held_on: '2026-02-18' })
    await aMeeting(app, { title: 'Martsmøde', held_on: '2026-03-18' })
    expect(await found('januarm')).to.deep.equal([])
    expect(await found('martsm')).to.deep.equal([])
    const page = await search('februarm')
    expect(page.texts('.hits li')).to.have.length(1)
    const front = await app.visitor().get(page.link('Februarmøde'))
    expect(front.texts('#meeting-heading')).to.deep.equal(['Næste møde'])
  })

  it('contact data finds nobody, not even what is published', async () => {
    const { membershipId } = await aMember(app.db, app.by, {
      ...{ seat: 'perron-4', name: 'Maja Lund', phone: '86411111', email: 'lund@eksempel.dk' },
      publish: { name: true, email: true, phone: true },
    })
    await endMembership(app.db, app.by, membershipId, {
      ...{ ends_on: isoDate('2026-01-31'), end_reason: 'moved', end_note: 'Aalborg' },
    })
    for (const typed of ['86411111', 'eksempel', 'aalborg']) expect(await found(typed)).to.deep.equal([])
  })

  it('nothing typed shows the box, linked from every public page; signs and code are only text', async () => {
    const front = await app.visitor().get('/')
    const page = await app.visitor().get(front.link('Søg'))
    expect(page.heading).to.equal('Søg')
    expect(page.texts('.hits li, .empty')).to.deep.equal([])
    for (const typed of ['%', '_', "' or 1=1", '<script>alert(1)</script>']) {
      const answer = await search(typed)
      expect(answer.status, typed).to.equal(200)
      expect(answer.texts('main script, .hits li'), typed).to.deep.equal([])
    }
    expect((await search('xerxes')).text).to.contain('Fandt ikke noget, der passer til »xerxes«.')
    expect((await search('\0')).status, 'a character that no text has').to.equal(422)
    const long = await search('a'.repeat(201))
    expect(long.status).to.equal(422)
    expect(long.value('q')).to.equal('a'.repeat(201))
  })

  it('is English for those who ask, and searching machines are asked to stay out', async () => {
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund' })
    const visitor = app.visitor()
    const page = await visitor.get('/soeg?q=maja&sprog=en')
    expect(page.texts('.hits li')).to.deep.equal([
      'Maja Lund Holds the seat Perron 4 from 1 January 2026 to 31 December 2029.',
    ])
    const { text, headers } = await visitor.raw('get', '/soeg?q=maja')
    expect(text).to.contain('Maja Lund')
    expect(headers['cache-control']).to.equal('no-cache')
    expect((await visitor.raw('get', '/robots.txt')).text.split('\n')).to.include('Disallow: /soeg')
  })
})
