import { expect } from 'chai'
import type { RecordData } from '../../../../../bin/verifier/record.ts'
import { verify, type Report } from '../../../../../bin/verifier/verify.ts'
import { canonicalOf, sha256 } from '../../../../../models/core/canonical.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { declareBoxLost } from '../../../../../models/elections/box/loss.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import type { RecordDocument } from '../../../../../models/elections/record/document.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { findShownRecord } from '../../../../../models/elections/result/shown_record.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../../support/builders/booth.ts'
import { official, THREE } from '../../../../support/builders/elections.ts'
import {
  anEntryHouse,
  ANEW,
  end,
  putIn,
  reopen,
  type TwoAtTheBox,
  twoAtTheBox,
} from '../../../../support/builders/paper_entry.ts'
import { textOf } from '../../../../support/pdf.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'

const REASON = 'To af tre sedler er væk.'
const LOST = { decided_by: 'Valgbestyrelsen', reason: REASON }
const TORN = 'En seddel er revet over.'
const FOUND = 'Den lå under dugen.'
const TWICE = 'Den første lå i begge bunker.'

async function lost(house: TestApp, id: ElectionId): Promise<RecordDocument> {
  const form = { ...LOST, decided_on: house.clock.today() }
  await declareBoxLost(house.db, await official(house, 'signe'), id, form)
  return recordOf(house, id)
}

async function recordOf(house: TestApp, id: ElectionId): Promise<RecordDocument> {
  return readRecord((await findRecord(house.db, id))!)
}

async function paperOf(house: TestApp, id: ElectionId): Promise<string> {
  const asked = (await house.as('signe')).raw('get', paths.electionPaper(id, 'protokol.pdf'))
  const answer = await asked.buffer(true).responseType('blob')
  expect(answer.status).to.equal(200)
  return textOf(answer.body as Buffer)
}

async function outsideOn(record: object): Promise<Report> {
  const text = canonicalOf(record)
  const bytes = new TextEncoder().encode(text)
  const printed = { record: sha256(text), line: '', log: '', codes: '', parts: '' }
  return verify({ files: [{ name: 'protokol.json', bytes }], printed })
}

/** Two sit at the box, and no paper is in. */
async function begun(): Promise<{ house: TestApp; id: ElectionId; pair: TwoAtTheBox }> {
  const { house, id } = await anEntryHouse()
  return { house, id, pair: await twoAtTheBox(house, id) }
}

describe('The record of an election whose box was given up', () => {
  it('says who gave it up and why, how many ballots lie in it, and who held its key', async () => {
    const house = await anApp()
    const { id } = await anOpenBoothElection(house)
    const tablet = await aBooth(house, id)
    for (const one of THREE.slice(0, 2)) await tablet.vote(one)
    await closed(house, id)
    const record = await lost(house, id)
    expect(record.entered).to.equal(undefined)
    const today = house.clock.today()
    expect(record.box_loss).to.deep.include({ ...LOST, decided_on: today, recorded_by: 'Signe Holm' })
    expect(record.box_loss).to.include({ releases: 2, voided: 0, envelopes: 2, tablets: 1 })
    expect(record.box_loss?.key?.holders).to.have.length(3)
    const paper = await paperOf(house, id)
    for (const said of ['Kassen blev aldrig åbnet', REASON, 'Ikke for offentligheden'])
      expect(paper).to.include(said)
    expect((await findShownRecord(house.db, await getAnyElection(house.db, id)))?.whole).to.equal(false)
    expect((await outsideOn(record)).findings).to.deep.include({ check: 'box', result: 'fits' })
  })
})

describe('The record of an election whose box was given up while papers were entered', () => {
  it('says who entered them, and how many lay in the box', async () => {
    const { house, id, pair } = await begun()
    await putIn(pair, id, ['Anker Bro'])
    await pair.first.submit(await pair.first.get(paths.paperEntry(id)), { reason: TWICE }, ANEW)
    await putIn(pair, id, ['Anker Bro'], 'blank')
    const { entered } = await lost(house, id)
    expect(entered).to.have.all.keys('decided_by', 'decided_on', 'pairs', 'restarts', 'given_up')
    expect(entered).to.deep.include({ given_up: { papers: 2 } })
    expect(entered?.pairs[0]).to.include({ first_counter: 'Bo Krag', second_counter: 'Lis Winther' })
    expect(entered?.restarts[0]).to.include({ papers: 1, reason: TWICE })
    const paper = await paperOf(house, id)
    expect(paper).to.include('Da var 2 lagt i den. Stemmesedlerne blev aldrig talt.')
    expect(paper).to.include(`Efter 1 seddel blev der begyndt forfra: Bo Krag, 10. marts 2026. ${TWICE}`)
    expect(paper).not.to.include('blev tastet ind, én ad gangen')
    expect(await verifyRecord(house.db, house.by.keys, id)).to.deep.include({ records: 1, faults: [] })
  })

  it('says so before the first of them, and after an end that did not hold', async () => {
    const { house, id } = await begun()
    expect((await lost(house, id)).entered).to.deep.include({ given_up: { papers: 0 } })
    expect(await paperOf(house, id)).to.include('før der var tastet en stemmeseddel ind')
    const { pair, ...other } = await begun()
    await putIn(pair, other.id, ['Anker Bro'])
    await end(pair, other.id, { papers: '1', difference_reason: TORN })
    await reopen(pair.first, other.id, FOUND)
    const { entered } = await lost(other.house, other.id)
    expect(entered).to.deep.include({ given_up: { papers: 1 } })
    expect(entered?.reopenings?.[0]).to.deep.include({ papers: 1, reason: FOUND })
    const paper = await paperOf(other.house, other.id)
    expect(paper).to.include('Efter 1 seddel blev der sagt, at alle var tastet ind')
    expect(await verifyRecord(other.house.db, other.house.by.keys, other.id)).to.deep.include({ faults: [] })
  })

  it('is as it was where the older record has none of it', async () => {
    const { house, id, pair } = await begun()
    await putIn(pair, id, ['Anker Bro'])
    const { entered: _entered, box_loss: _loss, ...older } = await lost(house, id)
    await takeGuardsOff(house.db)
    await house.db('box_losses').update({ papers: null })
    const document = canonicalOf(older)
    await house.db('records').update({ document, hash: sha256(document) })
    // The log names the record that was made; nothing in it is found to be another than the rows give.
    const { faults } = await verifyRecord(house.db, house.by.keys, id)
    expect(faults).to.deep.equal(['log'])
  })

  it('is held against the rows: an edit of any of them is found', async () => {
    const { house, id, pair } = await begun()
    await putIn(pair, id, ['Anker Bro'])
    await pair.first.submit(await pair.first.get(paths.paperEntry(id)), { reason: TWICE }, ANEW)
    await putIn(pair, id, ['Anker Bro'], 'blank')
    await lost(house, id)
    await takeGuardsOff(house.db)
    const edits = [
      ['box_losses', { papers: 3 }],
      ['box_losses', { papers: null }],
      ['box_losses', { reason: 'Kaffe' }],
      ['box_losses', { decided_by: 'Sekretæren' }],
      ['paper_entries', { decided_by: 'Bo Krag' }],
      ['paper_entry_pairs', { second_counter: 'Karl Ravn' }],
      ['paper_entry_restarts', { papers: 4 }],
      ['paper_entry_restarts', { reason: 'Kaffe' }],
      ['booths', { ballots_cast: 12, releases: 12 }],
    ] as const
    for (const [table, edit] of edits) {
      const [was]: Record<string, unknown>[] = await house.db(table as string)
      await house.db(table as string).update(edit)
      const { faults } = await verifyRecord(house.db, house.by.keys, id)
      expect(faults, `${table} ${Object.keys(edit).join()}`).to.include('rebuilt')
      await house.db(table as string).update(was ?? {})
    }
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('fits for an outsider, who finds a changed figure and one that was never counted', async () => {
    const { house, id, pair } = await begun()
    await putIn(pair, id, ['Anker Bro'])
    const record = (await lost(house, id)) as unknown as RecordData
    expect(await outsideOn(record)).to.include({ verdict: 'fits' })
    const loss = record.box_loss!
    const booth = { ...loss, blank: 0, invalid: 0, votes: [], codes_hash: '', opened_by: '', opened_on: '' }
    const changes: readonly (readonly [Partial<RecordData>, string])[] = [
      [{ box_loss: { ...loss, envelopes: loss.envelopes + 1 } }, 'box_account'],
      [{ booth }, 'box_lost_and_counted'],
      [{ totals: { ballots: 1, blank: 0, invalid: 0, votes: [] } }, 'box_lost_and_counted'],
    ]
    for (const [change, key] of changes) {
      const { findings } = await outsideOn({ ...record, ...change })
      expect(findings.find(({ check }) => check === 'box')?.why?.key).to.equal(key)
    }
    const entered = { given_up: { papers: 'to' } }
    const { findings } = await outsideOn({ ...record, entered })
    expect(findings.find(({ check }) => check === 'form')?.result).to.equal('wrong')
  })
})
