import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { findRecord, listRecords, readRecord } from '../../../../../models/elections/record/record.ts'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { counts, statusOf, type Figures } from '../../../../support/builders/elections.ts'
import {
  aCertifiedElection,
  aComplaint,
  anInvestigation,
  aRecountDecided,
  certifies,
  decides,
} from '../../../../support/builders/outcomes.ts'
import { textOf } from '../../../../support/pdf.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'

/** No line of the sheets is about few: a public record that is shown whole. */
const PAPERS = { printed: 90, handed_out: 70, exchanged: 0, unused: 20, not_returned: 0 }
const MISSING = 'Nogle gik med sedlen.'
const FIRST: Figures = { votes: [25, 15, 10], reason: MISSING }
/** A heap of twenty was forgotten: all of it is for the second on the list. */
const MORE: Figures = { votes: [25, 35, 10] }
/** One paper was in the wrong heap. */
const ONE_MOVED: Figures = { votes: [24, 16, 10], reason: MISSING }

describe('elections: a recount after a complaint corrects the record as an investigation does', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aCertifiedElection(house, { papers: PAPERS, figures: FIRST })
    await aRecountDecided(house, id)
  })

  async function countedAs(figures: Figures): Promise<void> {
    for (const name of ['bo', 'lis'] as const) await counts(house, id, name, figures)
  }

  async function certifiedAs(figures: Figures): Promise<void> {
    await countedAs(figures)
    await certifies(house, id)
  }

  async function newest() {
    return readRecord((await findRecord(house.db, id))!)
  }

  async function lastEvent(): Promise<Record<string, unknown>> {
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first('action', 'details')
    expect(event?.action).to.equal('election.certified')
    return JSON.parse(event?.details ?? '{}') as Record<string, unknown>
  }

  const publicPage = () => house.visitor().get(paths.publicElection(id))
  const paper = (file: string) => pdfText(house, id, file)
  const faults = async () => (await verifyRecord(house.db, house.by.keys, id)).faults

  it('with old figures, new ones and each changed line, in the document, in the log and for a week of complaints', async () => {
    house.clock.set('2026-03-15')
    await certifiedAs(MORE)
    const document = await newest()
    expect([document.made_at, document.state]).to.deep.equal(['corrected', 'certified'])
    const names = new Map(document.candidates.map((one) => [one.id, one.name]))
    const [recount] = document.recounts
    const { corrected } = recount!
    expect(recount).to.deep.include({ complaint: 1, after_round: 1 })
    expect(corrected?.was_certified).to.equal(true)
    expect(corrected?.was.elected.map((one) => names.get(one))).to.deep.equal(['Anker Bro'])
    expect(corrected?.is?.elected.map((one) => names.get(one))).to.deep.equal(['Jens Ærø'])
    expect([corrected?.was.totals?.ballots, corrected?.is?.totals?.ballots]).to.deep.equal([50, 70])
    expect(
      corrected?.changes.map((one) => [names.get(one.candidacy_id!) ?? one.line, one.was, one.is]),
    ).to.deep.equal([
      ['Jens Ærø', 15, 35],
      ['ballots', 50, 70],
    ])
    // 15 + 7 days.
    expect(await lastEvent()).to.deep.include({ recount: 'changed', complaints_until: '2026-03-22' })
    expect((await getAnyElection(house.db, id)).complaints_until).to.equal('2026-03-22')
    expect(await faults()).to.deep.equal([])
  })

  it('is shown to the office beside the complaint, and on the page that anybody reads, in both languages', async () => {
    await certifiedAs(MORE)
    const rows = ['Jens Ærø 15 35', 'Stemmesedler i alt 50 70']
    const signe = await house.as('signe')
    const list = await signe.get(paths.complaints(id))
    expect(rowsOf(list, 'recount-1')).to.deep.equal(rows)
    const [complaint] = await house.db('complaints').pluck('id')
    expect(rowsOf(await signe.get(paths.complaint(id, complaint!)), 'recount-1')).to.deep.equal(rows)
    const overview = await signe.get(paths.election(id))
    expect(overview.text).to.include(
      'Stemmerne er talt om, og det rettede resultat er godkendt af to. Jens Ærø er valgt.',
    )
    const page = await publicPage()
    expect(page.text).to.include('Stemmerne er talt om efter en klage, og resultatet er rettet.')
    expect(rowsOf(page, 'recount-1')).to.deep.equal(rows)
    const english = await house.visitor().get(`${paths.publicElection(id)}?sprog=en`)
    expect(english.text).to.include('counted anew after a complaint, and the result has been corrected')
    const data = await house.visitor().get(paths.publicRecordData(id))
    expect(data.$.text()).to.include('"was_certified":true')
  })

  it('stands on paper: in the record under the complaint, and on the notice of the result', async () => {
    await certifiedAs(MORE)
    const record = await paper('protokol.pdf')
    expect(record)
      .to.include('Rettet den')
      .and.to.match(/Valgt før\s+Anker Bro/)
      .and.to.match(/Jens Ærø\s+15\s+35/)
    const poster = await paper('resultat.pdf')
    for (const line of ['Resultatet er rettet', 'Valgt før: Anker Bro.', 'Jens Ærø: 15 før, 35 nu'])
      expect(poster).to.include(line)
  })

  it('that confirms the figures says so, and calls nothing corrected', async () => {
    house.clock.set('2026-03-15')
    await certifiedAs(FIRST)
    const document = await newest()
    expect([document.made_at, document.recounts[0]?.corrected?.changes]).to.deep.equal(['certified', []])
    expect(document.recounts[0]?.corrected?.is).to.deep.equal(document.recounts[0]?.corrected?.was)
    const logged = await lastEvent()
    expect(logged).to.include({ recount: 'confirmed' }).and.not.to.have.property('complaints_until')
    expect((await getAnyElection(house.db, id)).complaints_until).to.equal('2026-03-17')
    expect(await paper('protokol.pdf'))
      .to.include('Tallene er de samme som før.')
      .and.not.to.include('Rettet den')
    expect(await paper('resultat.pdf')).not.to.include('rettet')
    const page = await publicPage()
    expect(page.text).to.include('Stemmerne er talt om efter en klage, og resultatet er det samme.')
    expect(page.$('#recount-1').length).to.equal(0)
    expect((await (await house.as('signe')).get(paths.election(id))).text).to.include(
      'gav det samme resultat',
    )
    expect(await faults()).to.deep.equal([])
  })

  it('tells nothing of the new count before the result is there', async () => {
    expect(await statusOf(house, id)).to.equal('closed')
    await counts(house, id, 'bo', MORE)
    const signe = await (await house.as('signe')).get(paths.complaints(id))
    expect(signe.$('#recount-1').length).to.equal(0)
    const page = await publicPage()
    expect(page.text).to.include('Stemmerne bliver talt om efter en klage.')
    expect(page.$('#recount-1').length).to.equal(0)
    await counts(house, id, 'lis', MORE)
    const counted = await publicPage()
    expect(counted.text).to.include('Stemmerne bliver talt om efter en klage.').and.not.to.include('35')
    expect(await faults()).to.deep.equal([])
  })

  it('keeps old and new figures from all when they would tell of few by subtraction', async () => {
    expect(rowsOf(await publicPage(), 'recount-1')).to.deep.equal([])
    await certifiedAs(ONE_MOVED)
    const visitor = house.visitor()
    const page = await visitor.get(paths.publicElection(id))
    expect(page.text)
      .to.include('Resultatet er rettet, og forskellen handler om færre end 10')
      .and.to.include('De gamle tal vises ikke')
    const shown = page
      .$('main')
      .text()
      .replace(/[0-9a-f]{64}/g, '')
    expect(shown).not.to.match(/\b(24|25|16)\b/)
    const record = await visitor.get(paths.publicRecordData(id))
    expect(record.$.text())
      .not.to.include('was_certified')
      .and.not.to.match(/"votes":\d/)
    const poster = await paper('resultat.pdf')
    expect(poster)
      .to.include('Resultatet er rettet')
      .and.not.to.match(/\d+ før, \d+ nu|Anker Bro \d/)
    const signe = await (await house.as('signe')).get(paths.complaints(id))
    expect(rowsOf(signe, 'recount-1')).to.deep.equal(['Anker Bro 25 24', 'Jens Ærø 15 16'])
    expect(await faults()).to.deep.equal([])
  })

  it('followed by another one holds each result against the next, and the public is told of each', async () => {
    await certifiedAs(MORE)
    await aRecountDecided(house, id)
    await certifiedAs(MORE)
    const { made_at, recounts } = await newest()
    expect(made_at).to.equal('certified')
    expect(recounts.map(({ corrected }) => corrected?.changes.length)).to.deep.equal([2, 0])
    expect(recounts[0]?.corrected?.is).to.deep.equal(recounts[1]?.corrected?.was)
    const made = (await listRecords(house.db, id)).map((one) => one.made_at)
    expect(made).to.deep.equal(['certified', 'corrected', 'certified'])
    const page = await publicPage()
    expect(page.text).to.include('resultatet er rettet').and.to.include('resultatet er det samme')
    expect(await faults()).to.deep.equal([])
  })

  it('followed by an investigation before it is certified is held against what the public was told', async () => {
    await countedAs(ONE_MOVED)
    await anInvestigation(house, id)
    await certifiedAs(MORE)
    const { made_at, recounts, investigations } = await newest()
    expect(made_at).to.equal('corrected')
    expect(recounts[0]?.corrected?.was_certified).to.equal(true)
    expect(investigations?.[0]?.corrected?.was_certified).to.equal(false)
    expect(recounts[0]?.corrected?.is).to.deep.equal(investigations?.[0]?.corrected?.was)
    expect(await lastEvent()).to.include({ recount: 'changed' })
    // 25 against 24: the first and the second tell of one ballot, though neither does so with the third.
    expect((await house.visitor().get(paths.publicRecordData(id))).$.text()).not.to.include('was_certified')
    expect(rowsOf(await publicPage(), 'recount-1')).to.deep.equal([])
    expect(await paper('resultat.pdf')).to.include('Valgt før: Anker Bro.')
    expect(await faults()).to.deep.equal([])
  })

  it('is not said to be going on once the election is annulled', async () => {
    await certifiedAs(MORE)
    await decides(house, id, await aComplaint(house, id), 'annulled')
    const page = await publicPage()
    expect(page.text).not.to.include('Stemmerne bliver talt om')
    expect(page.$('#recount-1').length).to.equal(0)
    expect(await faults()).to.deep.equal([])
  })

  it('from before the old result was kept stands in the record as it did then', async () => {
    await takeGuardsOff(house.db, 'recounts')
    await house.db('recounts').update({ was: null })
    await certifiedAs(MORE)
    const { made_at, recounts } = await newest()
    expect([made_at, Object.keys(recounts[0] ?? {})]).to.deep.equal([
      'certified',
      ['after_round', 'complaint', 'decided_on'],
    ])
    expect((await publicPage()).$('#recount').length).to.equal(0)
  })
})

function rowsOf(page: Page, id: string): string[] {
  return page.texts(`#${id} tbody tr`).map((row) => row.replace(/\s+/g, ' '))
}

async function pdfText(house: TestApp, id: ElectionId, file: string): Promise<string> {
  const answer = (await house.as('signe')).raw('get', paths.electionPaper(id, file))
  return textOf((await answer.buffer(true).responseType('blob')).body as Buffer)
}
