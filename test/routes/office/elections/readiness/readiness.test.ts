import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { isPostgres } from '../../../../../models/core/db.ts'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aBooth, aLockedElection } from '../../../../support/builders/booth.ts'
import { aListedElection, anOpenElection, storesNothing } from '../../../../support/builders/elections.ts'
import { linesOf, textOf } from '../../../../support/pdf.ts'

const DAY_BEFORE = '2026-03-09T12:00:00Z'
const ONCE = 'Gem hak for hele valget'
const CAFE = 'Gem hak for Caféen'

const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-ready-'))
const stamp = path.join(folder, 'copy.stamp')

describe('elections: ready for polling day', () => {
  let house: TestApp
  let signe: Visitor
  before(() => {
    writeFileSync(stamp, '')
    const done = new Date('2026-03-09T02:00:00Z')
    utimesSync(stamp, done, done)
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    house = await anApp({ env: { BACKUP_STAMP: stamp } })
  })

  async function ready(id: ElectionId, by: 'signe' | 'bo' | 'vera' = 'signe'): Promise<Page> {
    house.clock.set(DAY_BEFORE)
    signe = await house.as(by)
    return signe.get(paths.readiness(id))
  }

  const chosen = (page: Page, field: string) => page.attributes(`main [name=${field}][checked]`, 'value')

  function statesOf(page: Page): Record<string, string> {
    const lines = page.attributes('main [data-line]', 'data-line')
    const states = page.attributes('main [data-line]', 'data-ready')
    return Object.fromEntries(lines.map((line, index) => [line, states[index] ?? '']))
  }

  it('says of a paper election what the program can see, and what to do where something is missing', async () => {
    const id = await aListedElection(house)
    const page = await ready(id)
    expect(statesOf(page)).to.deep.equal({
      list: 'ready',
      roll: 'ready',
      printed: 'not_ready',
      disk: isPostgres(house.db) ? 'unknown' : 'ready',
      backup: 'ready',
    })
    expect(page.text).to.include('Print sedler nok, og skriv antallet ind.')
    expect(page.text).to.include('Der blev taget en sikkerhedskopi for 10 timer siden.')
    expect(page.text).not.to.include('Oplader')
    const bo = await ready(id, 'bo')
    expect(bo.text).to.include(CAFE)
    const vera = await ready(id, 'vera')
    expect(vera.text).not.to.include(CAFE)
  })

  it('says of a tablet election how key and tablets are, and what it does not know', async () => {
    const { id } = await aLockedElection(house)
    await aBooth(house, id)
    const page = await ready(id)
    expect(statesOf(page)).to.include({
      key: 'ready',
      tablets: 'ready',
      answer: 'not_ready',
      clock: 'unknown',
      battery: 'unknown',
      trial: 'not_ready',
    })
    expect(page.text).to.include('Stemmeboks 1')
    expect(page.text).to.include('må der ikke tages sikkerhedskopi')
    expect(page.text).not.to.include('Kuglepenne')
  })

  it('does not know of copies where nothing tells of them, and says when there is none yet', async () => {
    const id = await aListedElection(house)
    rmSync(stamp)
    expect(statesOf(await ready(id)).backup).to.equal('not_ready')
    house = await anApp()
    const untold = await aListedElection(house)
    const page = await ready(untold)
    expect(statesOf(page).backup).to.equal('unknown')
    expect(page.text).to.include('Rådsbogen får ikke besked om sikkerhedskopier.')
    writeFileSync(stamp, '')
    const done = new Date('2026-03-09T02:00:00Z')
    utimesSync(stamp, done, done)
  })

  it('keeps ticks with who and when, and takes them away again, each with a line in the log', async () => {
    const id = await aListedElection(house)
    const page = await ready(id, 'bo')
    const bo = signe
    await bo.submit(page, { ticks_1: ['light', 'pens'] }, CAFE)
    const ticked = await bo.get(paths.readiness(id))
    expect(ticked.text).to.include('Bo Krag, 9. marts 2026 kl. 13.00')
    expect(chosen(ticked, 'ticks_1')).to.have.members(['pens', 'light'])
    const lines = await house
      .db('audit_events')
      .where({ action: 'election.readiness_ticked' })
      .pluck('details')
    expect(lines.map((line) => JSON.parse(line) as object)).to.deep.equal([
      { place: 'Caféen', ticked: ['light', 'pens'], unticked: [] },
    ])
    await bo.submit(ticked, { ticks_1: ['pens'] }, CAFE)
    const after = await bo.get(paths.readiness(id))
    expect(chosen(after, 'ticks_1')).to.deep.equal(['pens'])
    expect(await house.db('readiness_ticks').orderBy('id').select('line', 'done')).to.deep.equal([
      { line: 'light', done: 1 },
      { line: 'pens', done: 1 },
      { line: 'light', done: 0 },
    ])
    const before = await house.db('audit_events').select('sequence')
    await bo.submit(after, { ticks_1: ['pens'] }, CAFE)
    expect(await house.db('audit_events').select('sequence')).to.have.lengthOf(before.length)
  })

  it('lets two people tick at once, and undoes for nobody what another one has ticked', async () => {
    const id = await aListedElection(house)
    const first = await ready(id)
    const second = await signe.get(paths.readiness(id))
    await signe.submit(first, { ticks_1: ['pens'] }, CAFE)
    await signe.submit(second, { ticks_1: ['light'] }, CAFE)
    expect(chosen(await signe.get(paths.readiness(id)), 'ticks_1')).to.have.members(['pens', 'light'])
  })

  it('refuses a tick of another place, and a tick once polls are open; nothing else on the page is lost', async () => {
    const id = await aListedElection(house)
    const page = await ready(id)
    await signe.submit(page, { ticks_0: ['people'] }, ONCE)
    const known = await signe.get(paths.readiness(id))
    await house.db('elections').where({ id }).update({ place: 'Salen' })
    const moved = await storesNothing(house, () => signe.submit(known, { ticks_1: ['pens'] }, CAFE))
    expect(moved.status).to.equal(409)
    expect(chosen(moved, 'ticks_0')).to.deep.equal(['people'])
    house = await anApp()
    const open = await anOpenElection(house)
    signe = await house.as('signe')
    const opened = await signe.get(paths.readiness(open))
    expect(opened.text).to.include('Afstemningen er åbnet.')
    expect(opened.text).not.to.include(ONCE)
  })

  it('is the next step of the last days, until everything is ticked', async () => {
    const id = await aListedElection(house)
    const early = await (await house.as('bo')).get(paths.election(id))
    expect(early.attributes('main .next-step a', 'href')).to.deep.equal([paths.readiness(id)])
    await ready(id, 'bo')
    const bo = signe
    const tasks = await bo.get(paths.office)
    expect(tasks.text).to.include('Gør klar til valgdagen for Perron 4')
    const once = ['people', 'counters', 'printer_page', 'ballot_look']
    await bo.submit(await bo.get(paths.readiness(id)), { ticks_0: once }, ONCE)
    const place = [
      'posters',
      'table_height',
      'screen',
      'light',
      'magnifier',
      'pens',
      'papers_there',
      'ballot_box',
    ]
    await bo.submit(await bo.get(paths.readiness(id)), { ticks_1: place }, CAFE)
    expect((await bo.get(paths.office)).text).not.to.include('Gør klar til valgdagen')
  })

  it('is on paper too, with boxes and what to do, and as a page that tries the printer', async () => {
    const id = await aListedElection(house)
    const page = await ready(id)
    await signe.submit(page, { ticks_1: ['pens'] }, CAFE)
    const file = async (name: string) => {
      const answer = await signe.raw('get', paths.electionPaper(id, name)).buffer(true).responseType('blob')
      expect(answer.status).to.equal(200)
      return answer.body as Buffer
    }
    const list = await textOf(await file('tjekliste.pdf'))
    expect(list).to.include('Klar til valgdagen').and.to.include('På stedet: Caféen')
    expect(list.replace(/\s+/g, ' ')).to.include('Tag en lampe med.')
    const lines = await linesOf(await file('printerproeve.pdf'))
    expect(lines).to.include('Størrelse 7: Blåbærgrød på Ærø, æøå ÆØÅ 0123456789')
    expect(await textOf(await file('tjekliste-en.pdf'))).to.include('Ready for polling day')
  })
})
