import { expect } from 'chai'
import writeExcel from 'write-excel-file/node'
import { verifyChain } from '../../../../models/core/chain.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { beginStoring } from '../../../../models/exchange/import/jobs.ts'
import { progressOf } from '../../../../models/exchange/import/progress.ts'
import { BUILT_ON_MEMBERSHIPS, BUILT_ON_PEOPLE } from '../../../../models/exchange/import/undoing.ts'
import { isPostgres, type Db } from '../../../../models/core/db.ts'
import { settled } from '../../../../models/core/jobs.ts'
import { endMembership } from '../../../../models/council/leaving.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { placeChairItem } from '../../../../models/meetings/vacant_chair.ts'
import { EXPORT_FILES } from '../../../../views/office/exchange/export_files.ts'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { anImport, anUpload, aRoster } from '../../../support/builders/exchange.ts'
import { aMeeting } from '../../../support/builders/meetings.ts'
import { aMember, aPerson } from '../../../support/builders/register.ts'
import { NO_ID } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

const STORE = 'Gem i rådets bog'
const ANSWER = 'Gem svarene'
const TRY = 'Prøv uden at gemme'

describe('reading in old rosters', () => {
  let app: TestApp
  let signe: Visitor

  beforeEach(async () => {
    app = await anApp({ on: '2026-03-10' })
    signe = await app.as('signe')
  })

  const onSeats = async (day: string) =>
    (await rosterOn(app.db, isoDate(day))).flatMap(({ seat, member }) =>
      member ? [`${seat.slug}: ${member.person}`] : [],
    )
  const preview = (lines: readonly string[], headings?: string) => anUpload(signe, aRoster(lines, headings))
  const stored = async () => app.db('memberships').whereNull('voided_on').pluck('id')
  const said = (page: Page) => page.texts('#problems ~ ul > li > ul > li')

  it('takes a roster from 2012 in: terms, seats, people, memberships and offices in one act', async () => {
    const page = await anImport(app, [
      'Perron 4;Asta Lyng;;2012-01-01;2013-12-31;;formand',
      'Cafe Rusfri;Poul Vang;;2012-01-01;2013-06-30;Er flyttet;',
      'Sind;Tove Balle;Sind;2014-01-01;2017-12-31;;næstformand',
    ])
    expect(page.text).to.contain('Filen er læst ind')
    expect(await onSeats('2012-06-01')).to.deep.equal(['perron-4: Asta Lyng', 'cafe-rusfri: Poul Vang'])
    expect(await onSeats('2013-07-01')).to.deep.equal(['perron-4: Asta Lyng'])
    expect(await onSeats('2014-01-01')).to.deep.equal(['psykiatri-1: Tove Balle'])
    const terms = await app.db('terms').orderBy('starts_on').limit(2)
    expect(terms.map((term) => [term.starts_on, term.ends_on, term.municipal_election_on])).to.deep.equal([
      ['2010-01-01', '2013-12-31', '2009-11-17'],
      ['2014-01-01', '2017-12-31', '2013-11-19'],
    ])
    const left = await app
      .db('memberships')
      .whereNotNull('end_reason')
      .select('due_on', 'ends_on', 'end_reason')
    expect(left).to.deep.equal([{ due_on: '2013-12-31', ends_on: '2013-06-30', end_reason: 'moved' }])
    const events = await app.db('audit_events').where({ action: 'import.stored' })
    expect(events).to.have.length(1)
    const counts = { lines: 3, memberships: 3, people: 3, offices: 2, terms: 2, seats: 3 }
    expect(JSON.parse(events[0]!.details)).to.include(counts)
    expect((await verifyChain(app.db)).whole).to.equal(true)
  })

  it('says beforehand which terms are made, which seats get an earlier day, and what was read as a seat', async () => {
    const { text } = await preview(['Cafe Rusfri;Poul Vang;;2012-01-01;2013-12-31;;'])
    expect(text)
      .to.contain('1. januar 2010 til 31. december 2013')
      .and.contain('1. januar 2014 til 31. december 2017')
    expect(text).to.contain('Café Rusfri: fra 1. januar 2012 i stedet for 1. januar 2018')
    expect(text).to.contain('«Cafe Rusfri» er læst som Café Rusfri (1 linje)')
    expect(await app.db('terms').count({ n: '*' }).first()).to.deep.equal({ n: 3 })
  })

  it('tries everything in the database without storing any of it', async () => {
    const page = await preview(['Perron 4;Asta Lyng;;2012-01-01;2013-12-31;;'])
    const before = await app.db('audit_events').pluck('sequence')
    const tried = await signe.submit(page, {}, TRY)
    expect(tried.text)
      .to.contain('Prøven gik godt')
      .and.contain('1 medlemskab kan skrives ind. Intet er gemt endnu.')
    expect(await stored()).to.deep.equal([])
    expect(await app.db('people').pluck('name')).to.deep.equal([])
    expect(await app.db('terms').pluck('id')).to.have.length(3)
    expect(await app.db('audit_events').pluck('sequence')).to.deep.equal(before)
    await signe.submit(tried, {}, STORE)
    expect(await stored()).to.have.length(1)
  })

  describe('days', () => {
    const MIXED = [
      'Perron 4;Asta Lyng;;03/04/2014;dec 2015;;',
      'Perron 4;Poul Vang;;2016-05-06;5/6/2017;;',
      'Café Rusfri;Tove Balle;;2014;1.2.17;;',
    ]
    const daysStored = async () => [
      (await app.db('memberships').pluck('starts_on')).sort(),
      (await app.db('imported_memberships').pluck('ends_on')).sort(),
    ]

    it('that can be read in two ways raise one question for the whole file, with the Danish answer filled in', async () => {
      const page = await preview(MIXED)
      expect(page.text).to.contain('Svar på 1 spørgsmål, før den kan gemmes.')
      expect(page.text).to.contain('Hvad står først i filens dage: dagen eller måneden?')
      expect(page.text).to.contain('Kolonnen «fra»: «2014» er læst som 1. januar 2014 (1 linje)')
      expect(page.text).to.contain('Kolonnen «til»: «dec 2015» er læst som 31. december 2015 (1 linje)')
      const refused = await signe.submit(page, {}, STORE)
      expect([refused.status, ...refused.errors]).to.deep.equal([422, 'Svar først på spørgsmålene om filen.'])
      expect(await stored()).to.deep.equal([])
      const answered = await signe.submit(page, {}, ANSWER)
      expect(answered.text).to.contain('Den er klar til at blive gemt.')
      await signe.submit(answered, {}, STORE)
      expect(await daysStored()).to.deep.equal([
        ['2014-01-01', '2014-04-03', '2016-05-06'],
        ['2015-12-31', '2017-02-01', '2017-06-05'],
      ])
    })

    it('with the month first are read so in every column by the one answer', async () => {
      const page = await preview(MIXED)
      const field = page.field('Måned først: 4. marts 2014')
      await signe.submit(await signe.submit(page, { [field]: 'month_first' }, ANSWER), {}, STORE)
      expect(await daysStored()).to.deep.equal([
        ['2014-01-01', '2014-03-04', '2016-05-06'],
        ['2015-12-31', '2017-01-02', '2017-05-06'],
      ])
    })

    it('that are the same day either way are not asked about', async () => {
      const page = await preview(['Perron 4;Asta Lyng;;1/1/2014;12/12/2015;;'])
      expect(page.text).to.not.contain('Spørgsmål om filen')
      await signe.submit(page, {}, STORE)
      expect(await daysStored()).to.deep.equal([['2014-01-01'], ['2015-12-12']])
    })

    it('that everything in the column agrees on are no guess, and are not asked about', async () => {
      const page = await preview([
        'Perron 4;Asta Lyng;;03/04/2014;31/12/2015;;',
        'Perron 4;Poul Vang;;13/04/2016;31/12/2017;;',
      ])
      expect(page.text).to.contain('Der er 2 linjer i filen.').and.not.contain('Spørgsmål om filen')
      await signe.submit(page, {}, STORE)
      expect(await app.db('memberships').orderBy('id').pluck('starts_on')).to.deep.equal([
        '2014-04-03',
        '2016-04-13',
      ])
    })

    it('of a spreadsheet are days; beside days written as text they are asked about', async () => {
      const text = (value: string) => ({ value, type: String })
      const rows = [
        ['plads', 'navn', 'fra', 'til'].map(text),
        [
          text('Perron 4'),
          text('Asta Lyng'),
          { value: new Date('2014-04-03T00:00:00Z'), type: Date, format: 'dd-mm-yyyy' },
          text('2015-12-31'),
        ],
        [text('Perron 4'), text('Poul Vang'), text('13-04-2016'), text('2017-12-31')],
      ]
      const alone = await anUpload(signe, await writeExcel(rows.slice(0, 2)).toBuffer(), 'a.xlsx')
      expect(alone.text).to.not.contain('Spørgsmål om filen')
      const mixed = await anUpload(signe, await writeExcel(rows).toBuffer(), 'b.xlsx')
      expect(mixed.text).to.contain('Som de står i regnearket: 3. april 2014')
      expect(mixed.text).to.contain('Regnearket har byttet om på dag og måned: 4. marts 2014')
    })
  })

  describe('people', () => {
    it('spelled in two ways are asked about, and never made one silently', async () => {
      const lines = [
        'Perron 4;Karen Sørensen;;2014-01-01;2014-12-31;;',
        'Perron 4;Karen Sörensen;;2015-01-01;2017-12-31;;',
      ]
      const page = await preview(lines)
      expect(page.text).to.contain('Er Karen Sørensen og Karen Sörensen den samme person?')
      expect((await signe.submit(page, {}, STORE)).status).to.equal(422)
      const [name = ''] = page.attributes('#questions ~ form input[value=same]', 'name')
      await signe.submit(await signe.submit(page, { [name]: 'same' }, ANSWER), {}, STORE)
      expect(await app.db('people').pluck('name')).to.deep.equal(['Karen Sørensen'])
      const other = await anApp({ on: '2026-03-10' })
      const there = await other.as('signe')
      const again = await anUpload(there, aRoster(lines))
      await there.submit(await there.submit(again, { [name]: 'different' }, ANSWER), {}, STORE)
      expect(await other.db('people').orderBy('id').pluck('name')).to.deep.equal([
        'Karen Sørensen',
        'Karen Sörensen',
      ])
    })

    it('who are in the register already are asked about too', async () => {
      const id = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
      const page = await preview(['Perron 4;ellen  vang;;2014-01-01;2017-12-31;;'])
      expect(page.text).to.contain('Et navn i filen står allerede i rådets bog. Er det den samme person?')
      await signe.submit(await signe.submit(page, { known: 'same' }, ANSWER), {}, STORE)
      expect(await app.db('memberships').pluck('person_id')).to.deep.equal([id])
      expect(await app.db('people').pluck('name')).to.deep.equal(['Ellen Vang'])
    })
  })

  it('an area that nobody knows is asked about, and can be left out', async () => {
    const page = await preview([
      'Værestedet;Asta Lyng;;2014-01-01;2017-12-31;;',
      'Gammelt sted;Poul Vang;;2014-01-01;2017-12-31;;',
    ])
    const field = page.field('Hvilken plads er «Værestedet»?')
    const other = page.field('Hvilken plads er «Gammelt sted»?')
    const answered = await signe.submit(page, { [field]: 'slotsgaarden', [other]: 'skip' }, ANSWER)
    await signe.submit(answered, {}, STORE)
    expect(await onSeats('2015-01-01')).to.deep.equal(['slotsgaarden: Asta Lyng'])
    const counts = JSON.parse((await app.db('imports').first('counts'))?.counts ?? '{}') as object
    expect(counts).to.include({ lines: 2, skipped: 1 })
  })

  it('tells what is wrong, line by line, and stores the rest where it is asked to', async () => {
    await aMember(app.db, app.by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })
    const page = await preview([
      'Perron 4;Asta Lyng;;2014-01-01;2016-12-31;;',
      'Perron 4;Poul Vang;;2016-06-01;2017-12-31;;',
      'Slotsgården;Tove Balle;;2026-02-01;;;',
      'Café Rusfri;Birthe Brix;;2015-05-01;2015-01-01;;',
      'Café Rusfri;Carlo Ravn;;32-13-2015;2015-12-31;;',
      ';;;;;;',
      'Psykiatriens Hus;;;2015-01-01;2015-12-31;;',
      'Psykiatriens Hus;=1+1;;2014-01-01;2017-12-31;var træt;',
      'Boligsocial;Verner Damm;;2014-01-01;2017-12-31;;kasserer',
    ])
    expect(said(page)).to.deep.equal(
      [
        'Fejl Pladsen er optaget af Poul Vang fra 1. juni 2016 til 31. december 2017, se linje 3.',
        'Se efter Slutter før rådsperioden, 31. december 2016, og der står ingen grund. Den dag bliver gemt som den aftalte.',
      ]
        .reverse()
        .concat([
          'Fejl Pladsen er optaget af Asta Lyng fra 1. januar 2014 til 31. december 2016, se linje 2.',
          'Fejl Pladsen er optaget af Gerda Elmose fra 1. januar 2026 til 31. december 2029.',
          'Fejl Den sidste dag er før den første, 1. maj 2015.',
          'Fejl «32-13-2015» er ikke en dag. Skriv den som 21-09-2020.',
          'Fejl Navnet mangler.',
          'Fejl «kasserer» er ikke et hverv. Skriv formand eller næstformand.',
          'Se efter Navnet begynder med et tegn, som regneark læser som en formel. Det bliver gemt som tekst.',
          'Se efter Grunden «var træt» er ikke en af dem, bogen kender. Den bliver gemt som «Andet» med en note.',
          'Se efter Slutter, da rådsperioden slutter, 31. december 2017. Grunden bliver ikke gemt.',
        ]),
    )
    const refused = await signe.submit(page, {}, STORE)
    expect(refused.status).to.equal(422)
    expect(refused.errors[0]).to.contain('Nogle linjer kan ikke skrives ind.')
    await signe.submit(refused, { skip: 'ja' }, STORE)
    expect(await onSeats('2015-01-01')).to.deep.equal(['psykiatriens-hus: =1+1'])
  })

  it('divides what goes over several terms where each of them ends', async () => {
    const page = await preview(['Perron 4;Asta Lyng;;2012-01-01;2019-06-30;fratrådt;'])
    expect(said(page)).to.deep.equal([
      'Se efter Går over 3 rådsperioder og bliver delt, hvor hver af dem slutter.',
    ])
    await signe.submit(page, {}, STORE)
    const rows = await app
      .db('memberships')
      .orderBy('starts_on')
      .select('starts_on', 'ends_on', 'due_on', 'end_reason')
    expect(rows.map((row) => Object.values(row).join(' '))).to.deep.equal([
      '2012-01-01 2013-12-31 2013-12-31 ',
      '2014-01-01 2017-12-31 2017-12-31 ',
      '2018-01-01 2019-06-30 2021-12-31 resigned',
    ])
  })

  it('takes no number that looks like one of a person', async () => {
    const number = ['010170', '1234'].join('-')
    const page = await preview([`Perron 4;Asta Lyng ${number};;2014-01-01;2017-12-31;;`])
    expect(said(page)[0]).to.contain('Der står et tal, der ligner et CPR-nummer.')
    expect((await signe.submit(page, {}, STORE)).status).to.equal(422)
  })

  it('refuses a file that is no roster, and says how to mend it', async () => {
    const cases: [Buffer, string][] = [
      [Buffer.from('navn;fra\r\nAsta;2014-01-01\r\n'), 'Filen mangler overskriften «plads».'],
      [aRoster([]), 'Der er ingen linjer i filen under overskriften.'],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'Filen er gemt i et gammelt Excel-format.'],
      [Buffer.from('PK\x03\x04 ikke et regneark'), 'Filen kan ikke læses.'],
      [Buffer.from([1, 0, 2, 0, 3]), 'Filen kan ikke læses.'],
      [Buffer.alloc(5 * 1_048_576 + 1, 'a'), 'Filen fylder for meget.'],
    ]
    for (const [content, sentence] of cases) {
      const page = await anUpload(signe, content, 'fil')
      expect(page.status, sentence).to.equal(422)
      expect(page.errors.join(), sentence).to.contain(sentence)
    }
    expect(await app.db('imports').pluck('id')).to.deep.equal([])
  })

  it('reads what Danish Excel saves as CSV, and letters put together from two', async () => {
    const latin = Buffer.from(
      'plads;navn;fra;til\r\nSlotsgården;Åse Østby;2014-01-01;2017-12-31\r\n',
      'latin1',
    )
    await signe.submit(await anUpload(signe, latin), {}, STORE)
    const apart = aRoster(
      ['Café Rusfri;Søren Aåberg;;2014-01-01;2017-12-31;;'].map((line) => line.normalize('NFD')),
    )
    await signe.submit(await anUpload(signe, apart), {}, STORE)
    expect(await app.db('people').orderBy('id').pluck('name')).to.deep.equal(['Åse Østby', 'Søren Aåberg'])
  })

  it('a second click stores nothing twice, and a draft can be thrown away', async () => {
    const page = await preview(['Perron 4;Asta Lyng;;2014-01-01;2017-12-31;;'])
    const form = page.fill({}, STORE)
    await Promise.all([signe.send(form), signe.send(form)])
    expect(await stored()).to.have.length(1)
    expect(await app.db('audit_events').where({ action: 'import.stored' }).pluck('sequence')).to.have.length(
      1,
    )
    const other = await preview(['Perron 4;Poul Vang;;2018-01-01;2021-12-31;;'])
    const gone = await signe.submit(other, {}, 'Kassér filen')
    expect(gone.notice).to.equal('Filen er kasseret. Intet i rådets bog er ændret.')
    expect(await stored()).to.have.length(1)
    expect((await signe.send(other.fill({}, STORE))).status).to.equal(404)
  })

  it('of two files that overlap the first is stored; the second is looked through once more and stores nothing', async () => {
    const one = await preview(['Perron 4;Asta Lyng;;2014-01-01;2017-12-31;;'])
    const two = await preview(['Perron 4;Poul Vang;;2016-01-01;2017-12-31;;'])
    await signe.submit(one, {}, STORE)
    const page = await signe.submit(two, {}, STORE)
    expect(page.status).to.equal(422)
    expect(page.text).to.contain('Pladsen er optaget af Asta Lyng')
    expect(await stored()).to.have.length(1)
  })

  const aLongFile = (lines: number) =>
    Array.from({ length: lines }, (_none, at) => {
      const day = new Date(Date.UTC(2014, 0, 1 + Math.floor(at / 4))).toISOString().slice(0, 10)
      const seat = ['Perron 4', 'Café Rusfri', 'Slotsgården', 'Psykiatriens Hus'][at % 4] ?? ''
      return `${seat};Medlem ${at};;${day};${day};;`
    })

  it('a long file goes on while the page tells how far it is', async () => {
    const { action, fields } = (await preview(aLongFile(3000))).fill({}, STORE)
    await signe.raw('post', action, fields)
    const url = action.replace(/\/gem$/, '')
    const progress = async () => {
      const answer = await signe.raw('get', `${url}/fremdrift`)
      expect(answer.headers['cache-control']).to.equal('no-store')
      return (answer.body as { state: string }).state
    }
    expect(await progress()).to.be.oneOf(['running', 'done'])
    await settled(app.db)
    expect(await progress()).to.equal('done')
    expect(await stored()).to.have.length(3000)
    expect((await signe.get(url)).text).to.contain('Filen er læst ind')
  })

  it('where others have to wait meanwhile, it is said before, and the figures come without the database', async () => {
    const shown = await preview(aLongFile(1500))
    const warning = 'Mens den bliver gemt, må andre vente på deres sider'
    if (isPostgres(app.db)) {
      expect(shown.text).not.to.contain(warning)
      return
    }
    expect(shown.text).to.contain(warning)
    const page = await signe.submit(shown, {}, STORE)
    expect(page.status).to.equal(202)
    expect(page.text).to.contain('1500 medlemskaber').and.contain('Andre må vente på deres sider imens.')
    const [address = ''] = page.attributes('progress', 'data-import-progress')
    const [after = ''] = page.attributes('progress', 'data-import')
    const figures: { state: string; done: number; total: number }[] = []
    const stranger = app.visitor()
    while (figures.at(-1)?.state !== 'done') figures.push((await stranger.raw('get', address)).body as never)
    const done = figures.map((one) => one.done)
    expect(done).to.deep.equal([...done].sort((a, b) => a - b))
    expect(figures.at(-1)).to.deep.equal({ state: 'done', done: 1500, total: 1500 })
    expect((await signe.get(after)).text).to.contain('Filen er læst ind')
    expect((await stranger.raw('get', '/fremdrift/noget')).status).to.equal(404)
  })

  it('the figures of a long file follow what is written', async () => {
    await preview(aLongFile(1500))
    const [id = anId(0)] = await app.db('imports').pluck('id')
    const words = { reasonNames: [], decidedBy: 'ukendt' }
    const form = { skipWrong: false, total: 1500, ...words }
    const { key, ended } = await beginStoring(app.db, app.by, id, form)
    const figures: number[] = []
    app.db.on('query', () => figures.push(progressOf(app.db, key)?.done ?? NaN))
    await ended
    expect(figures).to.deep.equal([...figures].sort((a, b) => a - b))
    expect(figures.some((one) => one > 0 && one < 1500)).to.equal(true)
    expect(progressOf(app.db, key)).to.deep.equal({ state: 'done', done: 1500, total: 1500 })
  })

  it('a job that was lost with its process can be begun again, one under way cannot', async () => {
    const page = await preview(['Perron 4;Asta Lyng;;2014-01-01;2017-12-31;;'])
    const form = page.fill({}, STORE)
    const [id = anId(0)] = await app.db('imports').pluck('id')
    const job = { import_id: id, state: 'running' as const, done: 0, total: 1, started_at: app.clock.now() }
    await app.db('import_jobs').insert(job)
    const meanwhile = await signe.get(page.url)
    expect(meanwhile.text).to.contain('Filen er ved at blive gemt.').and.contain('1 medlemskab')
    const refused = await signe.send(form)
    expect([refused.status, ...refused.errors]).to.deep.equal([409, 'Filen er ved at blive indlæst.'])
    app.clock.set('2026-03-10T09:06:00Z')
    expect((await signe.get(page.url)).text).to.contain('Indlæsningen gik i stå. Intet er gemt.')
    const again = await signe.get(page.url)
    expect((await signe.submit(again, {}, STORE)).text).to.contain('Filen er læst ind')
    expect(await stored()).to.have.length(1)
  })

  it('tells why an import failed that was stored after its page had come', async () => {
    const page = await preview(['Perron 4;Asta Lyng;;2014-01-01;2017-12-31;;'])
    const [id = anId(0)] = await app.db('imports').pluck('id')
    const failure = JSON.stringify({ reason: 'import_refused_by_book', params: {} })
    const job = {
      import_id: id,
      state: 'failed' as const,
      done: 0,
      total: 1,
      started_at: app.clock.now(),
      failure,
    }
    await app.db('import_jobs').insert(job)
    expect((await signe.get(page.url)).text).to.contain('Rådets bog sagde nej')
  })

  it('knows every table that hangs on a person or a membership, so that undoing asks them all', async () => {
    const known = {
      memberships: [...BUILT_ON_MEMBERSHIPS, 'officeholdings', 'imported_memberships'],
      people: [...BUILT_ON_PEOPLE, 'memberships', 'imported_people'],
    }
    for (const [target, tables] of Object.entries(known))
      expect((await tablesOn(app.db, target)).sort(), target).to.deep.equal([...tables].sort())
  })

  describe('undone', () => {
    const LINES = [
      'Perron 4;Asta Lyng;;2012-01-01;2013-12-31;;formand',
      'Café Rusfri;Poul Vang;;2014-01-01;2017-12-31;;',
    ]
    const undoing = async (page: Page) =>
      signe.submit(await signe.get(page.link('Fortryd indlæsningen')), {}, 'Fortryd det hele')

    it('strikes everything out as one act, erases the names, and gives the seats their day back', async () => {
      const page = await undoing(await anImport(app, LINES))
      expect(page.text).to.contain('Indlæsningen er fortrudt')
      expect(await onSeats('2012-06-01')).to.deep.equal([])
      expect(await app.db('officeholdings').whereNull('voided_on').pluck('id')).to.deep.equal([])
      expect(await app.db('people').distinct().pluck('name')).to.deep.equal(['Slettet navn'])
      expect((await signe.get('/kontor/personer')).text).to.not.contain('Slettet navn')
      expect(await app.db('seats').distinct().pluck('starts_on')).to.deep.equal(['2018-01-01'])
      const [event] = await app.db('audit_events').where({ action: 'import.undone' })
      expect(JSON.parse(event?.details ?? '{}')).to.deep.equal({
        memberships: 2,
        people: 2,
        offices: 1,
        seats: 2,
      })
      const again = await anImport(app, LINES)
      expect(again.text).to.contain('Filen er læst ind')
      expect(await onSeats('2012-06-01')).to.deep.equal(['perron-4: Asta Lyng'])
    })

    it('leaves nobody behind: no list, file, page or choice has them, and no form that was open takes them', async () => {
      const page = await anImport(app, [
        'Perron 4;Asta Lyng;;2026-01-01;2029-12-31;;formand',
        'Café Rusfri;Poul Vang;;2014-01-01;2017-12-31;;',
      ])
      const [asta = anId(0)] = await app.db('people').where({ name: 'Asta Lyng' }).pluck('id')
      const open = (await signe.get('/kontor/pladser/slotsgaarden/medlemskab')).fill({
        starts_on: '10-03-2026',
      })
      await undoing(page)
      const files = EXPORT_FILES.map((file) => `/kontor/ind-og-ud/hent/${file}`)
      const data = ['raad', 'pladser', 'medlemskaber', 'popolo.json', 'kalender.ics'].map(
        (one) => `/aabne-data/${one}`,
      )
      const pages = [
        ...['/', '/?dato=2026-02-01', '/kontor', '/kontor/raadet', '/kontor/raadet?dato=2026-02-01'],
        ...['/kontor/personer', '/kontor/hverv', '/kontor/pladser/perron-4', '/kontor/pladser/cafe-rusfri'],
        ...['/kontor/pladser/slotsgaarden/medlemskab', '/kontor/hverv/nyt'],
      ]
      for (const address of [...files, ...data, ...pages]) {
        const answer = await signe.raw('get', address).buffer(true)
        expect(answer.status, address).to.equal(200)
        expect(answer.text, address).to.not.match(/Asta Lyng|Poul Vang|Slettet navn/)
      }
      for (const tail of ['', '/ret', '/offentligt'])
        expect((await signe.get(`/kontor/personer/${asta}${tail}`)).status, tail).to.equal(404)
      const refused = await signe.send({ ...open, fields: { ...open.fields, person_id: String(asta) } })
      expect(refused.status).to.equal(422)
      expect(await stored()).to.deep.equal([])
    })

    it('not once the choice of a new chair after one of them is on a meeting', async () => {
      const page = await anImport(app, ['Perron 4;Asta Lyng;;2026-01-01;2026-03-01;Er flyttet;formand'])
      const meeting = await aMeeting(app, { held_on: '2026-03-20' })
      const [chair = anId(0)] = await app.db('officeholdings').pluck('id')
      await placeChairItem(app.db, app.by, chair, meeting)
      expect((await signe.get(page.link('Fortryd indlæsningen'))).text).to.contain(
        'Asta Lyng har fået rettet',
      )
    })

    it('not once somebody has built on it, and then says on whom', async () => {
      const page = await anImport(app, [
        'Perron 4;Asta Lyng;;2026-01-01;2029-12-31;;',
        'Café Rusfri;Poul Vang;;2014-01-01;2017-12-31;;',
      ])
      const form = (await signe.get(page.link('Fortryd indlæsningen'))).fill({}, 'Fortryd det hele')
      const [membership] = await app.db('memberships').orderBy('id', 'desc').pluck('id')
      await endMembership(app.db, app.by, membership ?? NO_ID, {
        ends_on: isoDate('2026-03-01'),
        end_reason: 'moved',
      })
      const refused = await signe.send(form)
      expect(refused.status).to.equal(409)
      expect(refused.errors).to.deep.equal([
        'Indlæsningen kan ikke fortrydes: Asta Lyng har fået rettet deres medlemskab eller hverv siden.',
      ])
      expect(await stored()).to.have.length(2)
      expect((await signe.get(form.action)).text).to.contain(
        'Ret i stedet det, der er forkert, på den enkelte plads.',
      )
    })

    it('not once somebody who came with it sits on another seat', async () => {
      const page = await anImport(app, LINES)
      const person = await app.db('people').where({ name: 'Asta Lyng' }).first('id')
      await signe.submit(await signe.get('/kontor/pladser/perron-4/medlemskab'), {
        person_id: String(person?.id),
        starts_on: '01-01-2026',
      })
      const undo = await signe.get(page.link('Fortryd indlæsningen'))
      expect(undo.text).to.contain(
        'Indlæsningen kan ikke fortrydes: Asta Lyng bruges andre steder i rådets bog.',
      )
    })
  })
})

async function tablesOn(db: Db, target: string): Promise<string[]> {
  if (isPostgres(db)) {
    const found = await db.raw<{ rows: { name: string }[] }>(
      "select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = ?::regclass",
      [target],
    )
    return found.rows.map(({ name }) => name)
  }
  return db('sqlite_master as tables')
    .joinRaw('join pragma_foreign_key_list(tables.name) as keys')
    .where('tables.type', 'table')
    .where('keys.table', target)
    .distinct()
    .pluck('tables.name')
}
