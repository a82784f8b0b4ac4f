import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aCalledElection, aPlannedElection } from '../../../support/builders/elections.ts'
import { anImport } from '../../../support/builders/exchange.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { aMember, aPerson } from '../../../support/builders/register.ts'
import type { CastName } from '../../../support/cast.ts'

describe('search in the office', () => {
  let app: TestApp

  beforeEach(async () => {
    app = await anApp()
  })

  const search = async (typed: string, who: CastName = 'signe'): Promise<Page> =>
    (await app.as(who)).get(`/kontor/soeg?q=${encodeURIComponent(typed)}`)
  const found = async (typed: string, who?: CastName) => (await search(typed, who)).texts('.hits li')
  const kinds = async (typed: string, who?: CastName) => (await search(typed, who)).texts('section h2')

  describe('each finds only what they may read', () => {
    // Perron 4 is a seat, a place and an area of elections; the meeting is held there.
    const ALL = ['Pladser', 'Steder', 'Valg', 'Møder']
    const sees: readonly (readonly [who: CastName, kinds: readonly string[]])[] = [
      ['signe', ALL],
      ['vera', ALL],
      ['ruth', ALL],
      ['tage', ['Pladser', 'Steder', 'Møder']],
      ['bo', ['Valg']],
      ['kaj', []],
      ['ib', []],
    ]
    it('seats, places, elections and meetings, each by their role', async () => {
      await aMember(app.db, app.by, { seat: 'boligsocial', name: 'Maja Lund' })
      await aCalledElection(app)
      await aMeeting(app, { place: 'Perron 4' })
      for (const [who, expected] of sees) {
        const page = await search('perron 4', who)
        expect(page.status, who).to.equal(200)
        const headings = page.texts('section h2').map((heading) => heading.replace(/ \d.*/, ''))
        expect(headings, who).to.deep.equal(expected)
        const maja = (await search('maja lund', who)).text.includes('Sidder på pladsen')
        expect(maja, who).to.equal(expected.includes('Pladser'))
      }
    })

    it('a planned election is found by those who read elections at its place, and by nobody else', async () => {
      await aPlannedElection(app)
      for (const who of ['signe', 'vera', 'ruth', 'bo'] as const)
        expect(await found('valg perron', who), who).to.deep.equal([
          'Valg på Perron 4 Ordinært valg. Afstemning 10. marts 2026. Planlagt',
        ])
      for (const who of ['tage', 'kaj', 'ib'] as const)
        expect(await found('valg perron', who), who).to.deep.equal([])
    })

    it('says what is searched, and that nothing can be where that is so', async () => {
      expect((await search('', 'bo')).text).to.contain('Du kan søge efter valg.')
      expect((await search('', 'signe')).text).to.contain(
        'Du kan søge efter personer, pladser, steder, organisationer, valg og møder.',
      )
      const ib = await search('perron', 'ib')
      expect(ib.text).to.contain('Din konto giver ikke adgang til noget, der kan søges i.')
      expect(ib.texts('[role=search]')).to.deep.equal([])
    })
  })

  it('a box on every page of the office leads there, and not where there is nothing to search', async () => {
    const signe = await app.as('signe')
    const office = await signe.get('/kontor')
    expect(office.attributes('header [role=search]', 'action')).to.deep.equal(['/kontor/soeg'])
    expect(office.attributes('header [role=search] input', 'name')).to.deep.equal(['q'])
    expect((await (await app.as('ib')).get('/kontor')).texts('header [role=search]')).to.deep.equal([])
    const page = await search('lund')
    expect(page.texts('header [role=search]')).to.deep.equal([])
    expect(page.value('q')).to.equal('lund')
  })

  it('people: what seat each holds, held or is to hold, so that two of one name are told apart', async () => {
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Søren Ågård' })
    const before = { startsOn: '2022-01-01', dueOn: '2025-12-31' }
    await aMember(app.db, app.by, { seat: 'slotsgaarden', name: 'Søren Aagård', ...before })
    await aMember(app.db, app.by, { seat: 'boligsocial', name: 'Søren Agård', startsOn: '2026-02-01' })
    await aPerson(app.db, app.by, { name: 'Søren Ågård' })
    const expected = [
      'Søren Agård Begynder på pladsen Boligsocial den 1. februar 2026.',
      'Søren Aagård Sad på pladsen Slotsgården fra 1. januar 2022 til 31. december 2025.',
      'Søren Ågård Sidder på pladsen Perron 4 fra 1. januar 2026 til 31. december 2029.',
      'Søren Ågård Har ingen plads. Skrevet ind den 15. januar 2026.',
    ]
    for (const typed of ['Søren Ågård', 'soeren aagaard', 'agaard soren', 'SØR a'])
      expect(await found(typed), typed).to.have.members(expected)
    const page = await search('soren')
    expect(page.text).to.contain('Fandt 4 ting, der passer til »soren«.')
    const signe = await app.as('signe')
    const [href = ''] = page.attributes('.hits a', 'href')
    expect((await signe.get(href)).heading).to.match(/^Søren A/)
  })

  it('a place is found by the name it had before, and says until when; so are its seat and its elections', async () => {
    await aCalledElection(app, { area: 'slotsgaarden', candidates: [] })
    const signe = await app.as('signe')
    await signe.submit(await signe.get('/kontor/organisationer/slotsgaarden/navn'), {
      ...{ name: 'Huset ved Åen', effective_on: '10-01-2026', reason: 'Efter ombygningen' },
    })
    const page = await search('slotsgarden')
    expect(page.texts('.hits li')).to.deep.equal([
      'Huset ved Åen Ledig Fundet på navnet Slotsgården.',
      'Huset ved Åen Hed Slotsgården til 9. januar 2026. Valgområde: Slotsgården',
      'Valg på Slotsgården Ordinært valg. Afstemning 10. marts 2026. Kandidater kan melde sig',
    ])
    expect(await kinds('huset aaen')).to.deep.equal(['Pladser 1 fundet', 'Steder 1 fundet', 'Valg 1 fundet'])
    expect((await search('huset åen')).text).to.contain('Fundet på et andet navn for stedet.')
  })

  it('an organisation that has ended is found, and said to have ended', async () => {
    expect(await found('helhedsplanen')).to.deep.equal([
      'Helhedsplanen for Nordbyen Valgområde: Boligsocial Stoppede den 31. juli 2025.',
    ])
  })

  it('meetings are found by title, day and place', async () => {
    await aMeeting(app, { title: 'Konstituerende møde', held_on: '2026-01-28', place: 'Rådhuset' })
    for (const typed of ['konst', '28. januar 2026', 'moede raadhuset', 'onsdag'])
      expect(await found(typed), typed).to.deep.equal([
        'Konstituerende møde onsdag den 28. januar 2026 kl. 17.00, Rådhuset',
      ])
  })

  it('contact data, notes and reasons find nobody', async () => {
    const { membershipId } = await aMember(app.db, app.by, {
      ...{ seat: 'perron-4', name: 'Maja Lund', phone: '86411111', email: 'hemmelig@eksempel.dk' },
      postal_address: 'Østergade 17',
    })
    await endMembership(app.db, app.by, membershipId, {
      ...{ ends_on: isoDate('2026-01-31'), end_reason: 'other', end_note: 'Sygdom', end_private: true },
    })
    for (const typed of ['86411111', 'hemmelig', 'eksempel', 'østergade', '17', 'sygdom', 'phone'])
      expect(await found(typed), typed).to.deep.equal([])
    const { text } = await search('maja')
    expect(text)
      .to.contain('Maja Lund')
      .and.not.to.match(/8641|hemmelig|Østergade|Sygdom/)
  })

  it('somebody from an import that was undone is nobody', async () => {
    const page = await anImport(app, ['Perron 4;Asta Lyng;;01-01-2014;31-12-2017;;'])
    expect(await found('asta')).to.have.length(1)
    const signe = await app.as('signe')
    const undo = await signe.get(page.link('Fortryd indlæsningen'))
    await signe.submit(undo)
    expect(await found('asta')).to.deep.equal([])
  })

  it('what is new is found at once, and what is renamed is no longer found by what it was mistyped as', async () => {
    expect(await found('ellen')).to.deep.equal([])
    const id = await aPerson(app.db, app.by, { name: 'Elen Vang' })
    expect(await found('elen')).to.have.length(1)
    const signe = await app.as('signe')
    await signe.submit(await signe.get(`/kontor/personer/${id}/ret`), { name: 'Ellen Vang' })
    expect(await found('elen')).to.deep.equal([])
    expect(await found('ellen')).to.have.length(1)
  })

  it('nothing typed asks; only signs, or nothing found, says what to do', async () => {
    const empty = await search('')
    expect(empty.status).to.equal(200)
    expect(empty.texts('.hits li')).to.deep.equal([])
    expect((await search(' %_ ')).text).to.contain('Skriv mindst ét bogstav eller tal.')
    const none = await search('xerxes')
    expect(none.text).to.contain('Fandt ikke noget, der passer til »xerxes«.')
    expect(none.text).to.contain('Prøv med færre ord, eller skriv kun begyndelsen af navnet.')
  })

  it('what looks like code is only text', async () => {
    await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    for (const typed of [
      "' OR 1=1 --",
      '%',
      '_',
      '"><script>alert(1)</script>',
      "'; drop table people",
      '\\',
    ]) {
      const page = await search(typed)
      expect(page.status, typed).to.equal(200)
      expect(page.texts('.hits li'), typed).to.deep.equal([])
      expect(page.texts('main script'), typed).to.deep.equal([])
    }
    const twice = await (await app.as('signe')).get('/kontor/soeg?q=ellen&q=vang')
    expect(twice.texts('.hits li')).to.have.length(1)
    expect(await app.db('people')).to.have.length(1)
    expect((await search('\0')).status, 'a character that no text has').to.equal(422)
  })

  it('a text of more than 200 characters is kept to be shortened', async () => {
    const typed = 'maja '.repeat(50).trim()
    const page = await search(typed)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Teksten er for lang. Skriv højst 200 tegn.'])
    expect(page.value('q')).to.equal(typed)
    expect((await search('a'.repeat(200))).status).to.equal(200)
  })

  it('of more than fifty the first fifty are shown, with how many more there are', async () => {
    const rows = Array.from({ length: 53 }, (_none, at) => ({
      ...{ name: `Bo Krag ${at}`, contact_by: 'post' as const, protected_address: false },
      registered_on: isoDate('2026-01-15'),
    }))
    await app.db('people').insert(rows)
    const page = await search('bo krag')
    expect(page.texts('.hits li')).to.have.length(50)
    expect(page.text).to.contain('53 fundet').and.to.contain('3 flere bliver ikke vist.')
  })

  it('is English for those who ask', async () => {
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund' })
    const signe = await app.as('signe')
    await signe.get('/kontor/soeg?sprog=en')
    const page = await signe.get('/kontor/soeg?q=maja')
    expect(page.heading).to.equal('Search')
    expect(page.texts('.hits li')).to.deep.equal([
      'Maja Lund Holds the seat Perron 4 from 1 January 2026 to 31 December 2029.',
    ])
  })

  it('among ten thousand people an answer takes a moment', async () => {
    for (let start = 0; start < 10_000; start += 100)
      await app.db('people').insert(
        Array.from({ length: 100 }, (_none, at) => ({
          ...{ name: `Søren Ågård ${start + at}`, contact_by: 'post' as const, protected_address: false },
          registered_on: isoDate('2026-01-15'),
        })),
      )
    const signe = await app.as('signe')
    expect((await signe.get('/kontor/soeg?q=soren+9999')).texts('.hits li')).to.have.length(1)
    // The rows are read and folded for the first search, and kept for the next ones.
    const asked: string[] = []
    app.db.on('query', ({ sql }: { sql: string }) => asked.push(sql))
    for (const typed of ['soren', 'agaard 12', 'ingen']) await signe.get(`/kontor/soeg?q=${typed}`)
    expect(asked.filter((sql) => /from [`"]people[`"]/.test(sql))).to.deep.equal([])
    expect(asked.length / 3).to.be.below(20)
  })
})
