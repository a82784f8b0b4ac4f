import { expect } from 'chai'
import ICAL from 'ical.js'
import type { Response } from 'supertest'
import { isoDate } from '../../../../models/core/dates.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { changePublications } from '../../../../models/people/publications.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aCountedElection, PAPERS } from '../../../support/builders/elections.ts'
import { anImport } from '../../../support/builders/exchange.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { aCouncil, NINE, type Council } from '../../../support/builders/register.ts'
import { popoloErrors } from '../../../support/popolo/validator.ts'

const HIDDEN = { name: false, email: false, phone: false, decided_on: isoDate('2026-03-10') }

describe('open data', () => {
  let app: TestApp
  let council: Council

  beforeEach(async () => {
    app = await anApp({ on: '2026-03-10' })
    council = await aCouncil(app)
  })

  const ask = (what: string, headers: Record<string, string> = {}) =>
    app.visitor().raw('get', `/aabne-data/${what}`).set(headers)
  const read = async (what: string) => {
    const answer = await ask(what)
    expect(answer.status, what).to.equal(200)
    return JSON.parse(answer.text) as Record<string, never>
  }
  interface Seat {
    id: string
    member: Record<string, unknown> | null
    vacancy: Record<string, unknown> | null
  }
  const seats = async (what = 'raad') => (await read(what)).seats as unknown as Seat[]

  it('has the council today and on any day, seat by seat', async () => {
    const today = await read('raad')
    expect(today.date).to.equal('2026-03-10')
    expect(today.term).to.deep.equal({ starts_on: '2026-01-01', ends_on: '2029-12-31' })
    const [first] = await seats()
    expect(first).to.deep.equal({
      id: 'perron-4',
      area: 'Perron 4',
      kind: 'place',
      member: {
        name: 'Maja Lund',
        email: null,
        phone: null,
        office: 'chair',
        from: '2026-01-01',
        due: '2029-12-31',
        until: '2029-12-31',
        chosen: 'registered',
        chosen_on: null,
        election: null,
        nominated_by: [],
      },
      vacancy: null,
    })
    const form = { ends_on: isoDate('2026-02-28'), end_reason: 'moved' as const }
    await endMembership(app.db, app.by, council.slotsgaarden.membershipId, form)
    const then = (await seats('raad?dato=2026-03-01')).find(({ id }) => id === 'slotsgaarden')
    expect(then).to.deep.include({ member: null })
    expect(then?.vacancy).to.deep.equal({
      since: '2026-03-01',
      filled_by: 'election',
      organisations: [],
      substitutes: false,
      next: null,
    })
  })

  it('holds nothing that is not public, in any of its parts', async () => {
    const { personId } = council['perron-4']
    const secret = { email: 'maja@eksempel.dk', phone: '86 41 11 11', postal_address: 'Østergade 1' }
    await app.db('people').where({ id: personId }).update(secret)
    await changePublications(app.db, app.by, personId, HIDDEN)
    const form = { ends_on: isoDate('2026-02-28'), end_reason: 'died' as const, end_note: 'en privat note' }
    await endMembership(app.db, app.by, council.slotsgaarden.membershipId, form)
    await anImport(app, ['Sind;Asta Lyng;;2014-01-01;2016-12-31;fordi;'])
    for (const what of [
      'raad',
      'raad?dato=2026-01-01',
      'raad?dato=2015-01-01',
      'pladser',
      'medlemskaber',
      'valg',
      'vedtaegter',
      'popolo.json',
      'kalender.ics',
    ]) {
      const { text } = await ask(what)
      for (const hidden of [
        'Maja',
        'Asta',
        'eksempel.dk',
        '86 4',
        'stergade',
        'privat note',
        'fordi',
        'died',
      ])
        expect(text, `${what}: ${hidden}`).not.to.contain(hidden)
    }
  })

  it('names people where they have agreed to it, and follows nobody else by number', async () => {
    await changePublications(app.db, app.by, council['perron-4'].personId, HIDDEN)
    const { memberships, next } = (await read('medlemskaber')) as unknown as {
      memberships: { name: string | null; person: number | null; offices: object[] }[]
      next: string | null
    }
    expect(memberships.map(({ name }) => name)).to.deep.equal([null, ...Object.values(NINE).slice(1)])
    expect(memberships[0]?.person).to.equal(null)
    expect(memberships[1]?.person).to.equal(council['cafe-rusfri'].personId)
    expect(memberships[0]?.offices).to.deep.equal([
      { office: 'chair', from: '2026-01-12', until: '2029-12-31' },
    ])
    expect(next).to.equal(null)
    const last = Math.max(...Object.values(council).map(({ membershipId }) => membershipId))
    expect((await read(`medlemskaber?efter=${last}`)).memberships).to.deep.equal([])
  })

  it('tells of many memberships page by page, each once', async () => {
    const lines = Array.from({ length: 600 }, (_none, at) => {
      const day = new Date(Date.UTC(2014, 0, 1 + at)).toISOString().slice(0, 10)
      return `Perron 4;Medlem ${at};;${day};${day};;`
    })
    await anImport(app, lines)
    const ids: number[] = []
    let address: string | null = '/aabne-data/medlemskaber'
    while (address !== null) {
      const answer: Response = await app
        .visitor()
        .raw(
          'get',
          new URL(address, 'http://localhost').pathname + new URL(address, 'http://localhost').search,
        )
      const page = JSON.parse(answer.text) as { memberships: { id: number }[]; next: string | null }
      ids.push(...page.memberships.map(({ id }) => id))
      address = page.next
    }
    expect(new Set(ids).size).to.equal(609)
    expect(ids).to.have.length(609)
  })

  it('has the versions of the statutes, and each as it is', async () => {
    const { versions } = (await read('vedtaegter')) as unknown as {
      versions: { id: number; in_force_from: string }[]
    }
    expect(versions.map(({ in_force_from }) => in_force_from)).to.deep.equal(['2018-01-01'])
    const one = (await read(`vedtaegter/${versions[0]?.id ?? 0}`)) as unknown as {
      statutes: { reference: string }
    }
    expect(one.statutes.reference).to.equal('UR010118')
  })

  it('has elections once they are called, with nothing of the count before it is certified', async () => {
    const house = await anApp({ on: '2026-01-15' })
    const id = await aCountedElection(house)
    const answer = await house.visitor().raw('get', `/aabne-data/valg/${id}`)
    const election = JSON.parse(answer.text) as {
      status: string
      result: object | null
      candidates: string[]
      opens_at: string
    }
    expect(election).to.deep.include({
      id,
      status: 'counted',
      area: 'Perron 4',
      opens_at: '11:00',
      result: null,
    })
    expect(election.candidates).to.have.length(3)
    const list = await house.visitor().raw('get', '/aabne-data/valg')
    expect(
      (JSON.parse(list.text) as { elections: { id: number }[] }).elections.map((one) => one.id),
    ).to.deep.equal([id])
  })

  it('has no figures and no code of a result where so few voted that they could tell how one person voted', async () => {
    const resultOf = async (ballots: number) => {
      const house = await anApp()
      const papers = { ...PAPERS, handed_out: ballots, unused: 60 - ballots }
      const id = await aCountedElection(house, { papers, figures: { votes: [ballots, 0, 0] } })
      for (const name of ['signe', 'vera'] as const) {
        const visitor = await house.as(name)
        await visitor.submit(await visitor.get(`/kontor/valg/${id}/godkendelse`))
      }
      const { text } = await house.visitor().raw('get', `/aabne-data/valg/${id}`)
      return JSON.parse(text) as { elected: string[]; result: Record<string, unknown> }
    }
    const few = await resultOf(9)
    expect(few.elected).to.deep.equal(['Anker Bro'])
    expect(few.result).to.deep.include({ withheld_below: 10, figures: null, record_hash: null })
    expect(JSON.stringify(few)).not.to.match(/"votes"|"ballots"/)
    const enough = await resultOf(10)
    expect(enough.result.figures).to.deep.include({ ballots: 10, blank: 0, invalid: 0 })
    expect(enough.result.record_hash).to.match(/^[0-9a-f]{64}$/)
  })

  it('has it all as Popolo, which fits the schemas, with the names that are public', async () => {
    await changePublications(app.db, app.by, council['perron-4'].personId, HIDDEN)
    const exported = (await read('popolo.json')) as unknown as Record<string, { name?: string | null }[]>
    expect(popoloErrors(exported)).to.deep.equal([])
    expect(exported.persons?.map(({ name }) => name)).to.have.members([null, ...Object.values(NINE).slice(1)])
  })

  it('has a calendar to subscribe to, without the deadlines of the office', async () => {
    await aMeeting(app, { title: 'Mødet i april', held_on: '2026-04-01' })
    const { text, headers } = await ask('kalender.ics')
    expect(headers['content-type']).to.equal('text/calendar; charset=utf-8')
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
    const summaries = calendar
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('summary')))
    expect(summaries).to.include('Mødet i april')
    expect(summaries.filter((one) => one.startsWith('Frist for indstilling'))).to.deep.equal([])
  })

  describe('asked again', () => {
    it('answers 304 to whoever has it, by a strong ETag, until the next act or the next day', async () => {
      const { headers } = await ask('raad')
      const etag = headers.etag ?? ''
      expect(etag).to.match(/^"[0-9a-f]{32}"$/)
      for (const asked of [etag, `"andet", ${etag}`, `W/${etag}`]) {
        const again = await ask('raad', { 'If-None-Match': asked })
        expect([again.status, again.text, again.headers.etag], asked).to.deep.equal([304, '', etag])
        expect(again.headers['cache-control']).to.equal('public, max-age=60')
      }
      expect((await ask('raad?dato=2026-01-01', { 'If-None-Match': etag })).status).to.equal(200)
      await changePublications(app.db, app.by, council['perron-4'].personId, HIDDEN)
      const after = await ask('raad', { 'If-None-Match': etag })
      expect([after.status, after.headers.etag === etag]).to.deep.equal([200, false])
      expect(after.text).not.to.contain('Maja')
      const newer = after.headers.etag ?? ''
      expect((await ask('raad', { 'If-None-Match': newer })).status).to.equal(304)
      app.clock.set('2026-03-11')
      expect((await ask('raad', { 'If-None-Match': newer })).status).to.equal(200)
    })

    it('the same ETag is the same bytes, in every part', async () => {
      for (const what of [
        'raad',
        'pladser',
        'medlemskaber',
        'valg',
        'vedtaegter',
        'popolo.json',
        'kalender.ics',
      ]) {
        const one = await ask(what)
        app.clock.set('2026-03-10T09:30:00Z')
        const two = await ask(what)
        expect([two.headers.etag, two.text], what).to.deep.equal([one.headers.etag, one.text])
        app.clock.set('2026-03-10')
      }
    })

    it('tells a HEAD as much, and sends nothing', async () => {
      const { app: express } = app
      const { default: request } = await import('supertest')
      const whole = await ask('raad')
      const head = await request(express).head('/aabne-data/raad')
      expect(head.status).to.equal(200)
      expect(head.headers.etag).to.equal(whole.headers.etag)
      expect(head.headers['content-length']).to.equal(String(Buffer.byteLength(whole.text)))
      expect(head.text).to.be.oneOf(['', undefined])
    })
  })

  it('may be read by any page, sets no cookie, and is never run', async () => {
    const { headers } = await ask('raad', { Origin: 'https://andre.example' })
    expect(headers).to.include({
      'access-control-allow-origin': '*',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).to.contain("default-src 'none'")
    expect(headers).not.to.have.any.keys('set-cookie', 'x-powered-by')
  })

  it('says no as data: a day that does not exist, and what is not there', async () => {
    const cases: [string, number][] = [
      ['raad?dato=2026-02-31', 422],
      ['raad?dato=a&dato=b', 422],
      ['medlemskaber?efter=x', 422],
      ['valg/999', 404],
      ['valg/x', 404],
      ['vedtaegter/999', 404],
      ['findes-ikke', 404],
    ]
    for (const [what, status] of cases) {
      const answer = await ask(what)
      expect(answer.status, what).to.equal(status)
      expect((answer.body as { error: string }).error, what).to.be.a('string')
      expect(answer.headers['cache-control'], what).to.equal('no-store')
      expect(answer.headers, what).not.to.have.property('etag')
    }
    expect((await app.visitor().raw('post', '/aabne-data/raad')).status).to.equal(404)
  })

  it('is told about on a page, where every address that is named is there', async () => {
    const page = await app.visitor().get('/aabne-data')
    expect(page.heading).to.equal('Åbne data')
    const named = page.attributes('main h3 a', 'href')
    expect(named).to.have.length(7)
    for (const href of named) expect((await app.visitor().raw('get', href)).status, href).to.equal(200)
    expect((await app.visitor().get('/')).link('Åbne data')).to.equal('/aabne-data')
  })
})
