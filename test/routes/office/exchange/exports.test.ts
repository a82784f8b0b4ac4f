import { expect } from 'chai'
import ICAL from 'ical.js'
import { readSheet } from 'read-excel-file/node'
import { parse } from 'csv-parse/sync'
import { isoDate } from '../../../../models/core/dates.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { changePublications } from '../../../../models/people/publications.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aCalledElection } from '../../../support/builders/elections.ts'
import { anImport } from '../../../support/builders/exchange.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { aCouncil, aMember, NINE, type Council } from '../../../support/builders/register.ts'
import { anAnswer, anAppointment, aNomination } from '../../../support/builders/nominations.ts'
import { popoloErrors } from '../../../support/popolo/validator.ts'
import { NO_ID } from '../../../../models/core/ids.ts'

const AT = '/kontor/ind-og-ud/hent'

interface Popolo extends Record<string, object[]> {
  persons: { id: string; name: string | null; contact_details?: { value: string }[] }[]
  memberships: { id: string; role: string; person_id: string; on_behalf_of_id?: string; end_date?: string }[]
  organizations: { id: string; name: string; dissolution_date?: string }[]
  events: { id: string; classification: string; start_date: string; end_date?: string }[]
}

describe('files with what the register holds', () => {
  let app: TestApp
  let signe: Visitor
  let council: Council

  beforeEach(async () => {
    app = await anApp({ on: '2026-03-10' })
    council = await aCouncil(app)
    signe = await app.as('signe')
  })

  const anElectionAtPerron4 = async () => {
    app.clock.set('2026-01-15')
    const form = { ends_on: isoDate('2026-01-31'), end_reason: 'moved' as const }
    await endMembership(app.db, app.by, council['perron-4'].membershipId, form)
    await aCalledElection(app, { candidates: [] })
    app.clock.set('2026-03-10')
    signe = await app.as('signe')
  }

  const text = async (file: string) => {
    const answer = await signe.raw('get', `${AT}/${file}`).buffer(true).parse(bytes)
    expect(answer.status, file).to.equal(200)
    expect(answer.headers['cache-control']).to.equal('no-store')
    expect(answer.headers['content-disposition']).to.match(/^attachment; filename="[\w.-]+"$/)
    return answer.body as Buffer
  }

  describe('as CSV', () => {
    it('has semicolons and a mark for UTF-8, and a line for each seat of the day', async () => {
      const form = { ends_on: isoDate('2026-02-28'), end_reason: 'moved' as const }
      await endMembership(app.db, app.by, council.slotsgaarden.membershipId, form)
      const csv = (await text('raadet.csv?dato=2026-03-01')).toString()
      expect(csv.startsWith('\uFEFFNr.;Plads;')).to.equal(true)
      const rows = sheetOf(csv)
      expect(rows).to.have.length(9)
      expect(rows[0]).to.include({
        Plads: 'Perron 4',
        Navn: 'Maja Lund',
        Hverv: 'formand',
        Fra: '2026-01-01',
      })
      expect(rows[2]).to.include({ Plads: 'Slotsgården', Navn: 'Ledig siden 1. marts 2026', Fra: '' })
      const before = (await text('raadet.csv?dato=28-02-2026')).toString()
      expect(before).to.contain('Gerda Elmose')
    })

    it('makes what a spreadsheet would run as a formula into harmless text', async () => {
      const names = ['=HYPERLINK("http://ond.example";"Klik")', '+45 Ond', '-Ond', '@Ond', '＝1+1']
      for (const [index, name] of names.entries())
        await app
          .db('people')
          .where({ id: Object.values(council)[index]!.personId })
          .update({ name })
      const csv = (await text('historik.csv')).toString()
      const rows = sheetOf(csv)
      const found = rows.map((row) => row.Navn ?? '')
      expect(found).to.include.members(names.map((name) => `'${name}`))
      expect(found.filter((name) => /^[=+\-@＝]/.test(name))).to.deep.equal([])
    })
  })

  it('as Excel, days are days and texts are texts, also one that begins as a formula', async () => {
    await app.db('people').where({ id: council['perron-4'].personId }).update({ name: '=1+1' })
    const [headings, first] = await readSheet(await text('historik.xlsx'))
    expect(headings?.slice(0, 2)).to.deep.equal(['Nr.', 'Plads'])
    const cell = (heading: string) => first?.[headings?.indexOf(heading) ?? -1]
    expect(cell('Navn')).to.equal('=1+1')
    expect(cell('Fra')).to.deep.equal(new Date('2026-01-01T00:00:00Z'))
    expect(cell('Nr.')).to.equal(1)
  })

  it('names places and organisations as they were called on the day', async () => {
    const body = await app.db('bodies').where({ slug: 'perron-4' }).first('id')
    const id = body?.id ?? NO_ID
    await app
      .db('body_names')
      .where({ body_id: id })
      .update({ valid_until: isoDate('2026-02-28') })
    await app.db('body_names').insert({
      body_id: id,
      name: 'Perron 5',
      kind: 'official',
      valid_from: isoDate('2026-03-01'),
      valid_until: null,
    })
    const then = sheetOf((await text('raadet.csv?dato=2026-02-28')).toString())
    const now = sheetOf((await text('raadet.csv?dato=2026-03-01')).toString())
    expect([then[0]?.Sted, now[0]?.Sted]).to.deep.equal(['Perron 4', 'Perron 5'])
  })

  describe('as Popolo', () => {
    const popolo = async () => JSON.parse((await text('popolo.json')).toString()) as Popolo

    it('fits the schemas: organizations, posts, persons, memberships, areas and events', async () => {
      await anElectionAtPerron4()
      await aMeeting(app, { title: 'Mødet', held_on: '2026-04-01' })
      await changePublications(app.db, app.by, council['perron-4'].personId, {
        name: true,
        email: false,
        phone: true,
        decided_on: isoDate('2026-03-01'),
      })
      const exported = await popolo()
      expect(popoloErrors(exported)).to.deep.equal([])
      expect(exported.persons.map(({ name }) => name)).to.have.members(Object.values(NINE))
      expect(exported.persons.flatMap(({ contact_details = [] }) => contact_details)).to.deep.equal([
        { type: 'voice', value: '86 40 00 00' },
      ])
      expect(exported.memberships.filter(({ role }) => role === 'member')).to.have.length(9)
      expect(exported.memberships.map(({ role }) => role)).to.include.members(['chair', 'vice_chair'])
      expect(exported.events.map(({ classification }) => classification)).to.include.members([
        'term',
        'election',
        'meeting',
      ])
      const meeting = exported.events.find(({ classification }) => classification === 'meeting')
      expect(meeting?.start_date).to.equal('2026-04-01T15:00:00Z')
    })

    it('the validator sees what is wrong', () => {
      const empty = { organizations: [], posts: [], persons: [], areas: [], events: [] }
      const wrong = {
        ...empty,
        memberships: [{ id: 7, start_date: '1. januar' }],
        persons: [{ contact_details: [{ value: 'x' }] }],
      }
      expect(popoloErrors(wrong)).to.have.length(3)
      expect(popoloErrors(empty)).to.deep.equal(['memberships is missing'])
    })

    it('says on whose behalf: the organisation, or the group where several nominate together', async () => {
      const other = await anApp({ on: '2026-01-15' })
      const person = (
        await aMember(other.db, other.by, {
          seat: 'perron-4',
          name: 'Maja Lund',
          startsOn: '2022-01-01',
          dueOn: '2025-12-31',
        })
      ).personId
      const nomination = await aNomination(other, { seat: 'forsorg-hjemloese' })
      for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
        await anAnswer(other, nomination, body, person)
      await anAppointment(other, nomination)
      await anImport(other, ['Sind;Tove Balle;Sind;2014-01-01;2017-12-31;;'])
      const answer = await (await other.as('signe')).raw('get', `${AT}/popolo.json`)
      const exported = JSON.parse(answer.text) as Popolo
      expect(popoloErrors(exported)).to.deep.equal([])
      const behalves = exported.memberships.map(
        ({ on_behalf_of_id: id }) => exported.organizations.find((one) => one.id === id)?.name,
      )
      expect(behalves.sort()).to.deep.equal(['Forsorg/Hjemløse', 'Sind', undefined])
    })
  })

  describe('as vCards', () => {
    const cards = async (file: string) => (await text(file)).toString().replace(/\r\n /g, '')

    it('for anyone: only what each person has agreed to show', async () => {
      const { personId } = council['perron-4']
      await app
        .db('people')
        .where({ id: personId })
        .update({ email: 'maja@eksempel.dk', postal_address: 'Østergade 1' })
      await changePublications(app.db, app.by, personId, {
        name: true,
        email: true,
        phone: false,
        decided_on: isoDate('2026-03-01'),
      })
      await changePublications(app.db, app.by, council['cafe-rusfri'].personId, {
        name: false,
        email: false,
        phone: true,
        decided_on: isoDate('2026-03-01'),
      })
      const found = await cards('kontakter-offentlige.vcf')
      expect(found.match(/BEGIN:VCARD/g)).to.have.length(8)
      expect(found)
        .to.contain('VERSION:4.0')
        .and.contain('EMAIL:maja@eksempel.dk')
        .and.contain('TITLE:formand\\, Perron 4')
      for (const secret of ['Østergade', 'Finn Overgaard', '86 40']) expect(found).not.to.contain(secret)
    })

    it('for the council: what the office may see, but never a protected address', async () => {
      await app
        .db('people')
        .where({ id: council['perron-4'].personId })
        .update({ postal_address: 'Østergade 1;\n8900 Randers', protected_address: true })
      await app
        .db('people')
        .where({ id: council['cafe-rusfri'].personId })
        .update({ postal_address: 'Vestergade 2\n8900 Randers' })
      const found = await cards('kontakter-raadet.vcf')
      expect(found.match(/BEGIN:VCARD/g)).to.have.length(9)
      expect(found).to.contain('ADR;LABEL="Vestergade 2^n8900 Randers":;;;;;;')
      expect(found).not.to.contain('Østergade')
      const parsed = ICAL.parse(found) as unknown as [string, [string, object, string, string][]][]
      expect(
        parsed.map(([kind, fields]) => [kind, fields.find(([name]) => name === 'fn')?.[3]]),
      ).to.deep.include(['vcard', 'Maja Lund'])
      const uids = (await cards('kontakter-raadet.vcf')).match(/UID:.*/g)
      expect(uids).to.deep.equal(found.match(/UID:.*/g))
      expect(new Set(uids).size).to.equal(9)
    })
  })

  describe('as a calendar', () => {
    const events = async () => {
      const parsed = new ICAL.Component(ICAL.parse((await text('kalender.ics')).toString()) as unknown[])
      return parsed.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    }

    it('is read by others: terms, elections, meetings and deadlines, with times in UTC', async () => {
      await anElectionAtPerron4()
      await aMeeting(app, { title: 'Mødet, i; sommertid', held_on: '2026-04-01', starts_at: '17.00' })
      await aMeeting(app, { title: 'Mødet i vintertid', held_on: '2026-12-01', starts_at: '17.00' })
      const found = await events()
      const times = new Map(found.map((event) => [event.summary, String(event.startDate)]))
      expect(times.get('Mødet, i; sommertid')).to.equal('2026-04-01T15:00:00Z')
      expect(times.get('Mødet i vintertid')).to.equal('2026-12-01T16:00:00Z')
      expect(times.get('Kommunalvalg')).to.match(/^\d{4}-11-\d{2}$/)
      const term = found.find(({ summary }) => summary === 'Rådsperiode 1. januar 2026–31. december 2029')
      expect([String(term?.startDate), String(term?.endDate)]).to.deep.equal(['2026-01-01', '2030-01-01'])
      const summaries = found.map(({ summary }) => summary)
      expect(summaries).to.include.members([
        'Valg: Perron 4',
        'Frist for kandidater: Perron 4',
        'Klagefrist: Perron 4',
      ])
      for (const event of found) {
        const stamp = event.component.getFirstPropertyValue('dtstamp')
        expect(String(stamp)).to.equal('2026-03-10T09:00:00Z')
      }
    })

    it('keeps the number of each entry from one day to the next', async () => {
      await aMeeting(app, { title: 'Mødet', held_on: '2026-04-01' })
      const before = (await events()).map(({ uid }) => uid)
      app.clock.set('2026-03-11')
      signe = await app.as('signe')
      expect((await events()).map(({ uid }) => uid)).to.deep.equal(before)
      expect(new Set(before).size).to.equal(before.length)
      expect(before.every((uid) => /^[\w-]+@localhost$/.test(uid))).to.equal(true)
    })
  })

  it('a history that was exported comes back the same, in CSV and in Excel', async () => {
    const other = await anApp({ on: '2026-03-10' })
    const form = { ends_on: isoDate('2026-02-28'), end_reason: 'moved' as const }
    await endMembership(app.db, app.by, council.slotsgaarden.membershipId, form)
    for (const [file, name] of [
      ['historik.csv', 'h.csv'],
      ['historik.xlsx', 'h.xlsx'],
    ] as const) {
      const there = await (file.endsWith('csv') ? other : await anApp({ on: '2026-03-10' })).as('signe')
      const page = await there.get('/kontor/ind-og-ud')
      const sent = page.fill({}, 'Se filen igennem')
      delete sent.fields.file
      const preview = await there.upload(sent, { field: 'file', name, content: await text(file) })
      expect(preview.text, file).to.contain('Den er klar til at blive gemt.')
      await there.submit(preview, {}, 'Gem i rådets bog')
      const again = await there.raw('get', `${AT}/historik.csv`).buffer(true).parse(bytes)
      const plain = (csv: Buffer) =>
        sheetOf(csv)
          .map(({ Plads, Navn, Fra, Til, Grund, Hverv, ...row }) =>
            [Plads, Navn, Fra, Til, row['Aftalt til'], Grund, Hverv, row['Hverv fra'], row['Hverv til']].join(
              ';',
            ),
          )
          .sort()
      expect(plain(again.body as Buffer), file).to.deep.equal(plain(await text('historik.csv')))
    }
  })

  it('a day that does not exist is said on the page, and a file that does not exist is not there', async () => {
    const page = await signe.get(`${AT}/raadet.csv?dato=31-02-2026`)
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
    expect((await signe.get(`${AT}/konti.csv`)).status).to.equal(404)
  })

  it('the templates are read by the import itself', async () => {
    for (const name of ['medlemmer.csv', 'medlemmer.xlsx']) {
      const file = await signe.raw('get', `/kontor/ind-og-ud/skabelon/${name}`).buffer(true).parse(bytes)
      const page = await signe.get('/kontor/ind-og-ud')
      const sent = page.fill({}, 'Se filen igennem')
      delete sent.fields.file
      const preview = await signe.upload(sent, { field: 'file', name, content: file.body as Buffer })
      expect(preview.text, name).to.contain('Der er 1 linje i filen. Den er klar til at blive gemt.')
    }
  })
})

function sheetOf(csv: string | Buffer): Record<string, string>[] {
  return parse<Record<string, string>>(csv, { bom: true, delimiter: ';', columns: true })
}

function bytes(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const res = answer as NodeJS.ReadableStream
  const chunks: Buffer[] = []
  res.on('data', (chunk: Buffer) => chunks.push(chunk))
  res.on('end', () => {
    done(null, Buffer.concat(chunks))
  })
}
