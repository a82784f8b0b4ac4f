import { expect } from 'chai'
import { canonicalOf, sha256 } from '../../../../models/core/canonical.ts'
import { finishElection } from '../../../../models/elections/result/certification.ts'
import { recordDestruction } from '../../../../models/elections/record/destruction.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import {
  buildRecord,
  findRecord,
  listRecords,
  readRecord,
} from '../../../../models/elections/record/record.ts'
import { verifyRecord, verifyRecords } from '../../../../models/elections/record/check.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import { type ElectionId, NO_ID } from '../../../../models/core/ids.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aClosedElection,
  aCountedElection,
  counts,
  DAYS,
  FIGURES,
  official,
} from '../../../support/builders/elections.ts'
import { aCertifiedElection, aComplaint, certifies, decides } from '../../../support/builders/outcomes.ts'
import { takeGuardsOff } from '../../../support/tampering.ts'
import { anId } from '../../../support/ids.ts'

describe('elections: the record', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  async function newest(id: ElectionId) {
    const record = await findRecord(house.db, id)
    if (!record) throw new Error('no record')
    return { record, document: readRecord(record) }
  }

  it('is canonical JSON with its SHA-256, a salt of its own, and the head of the log just before', async () => {
    const id = await aCertifiedElection(house)
    const { record, document } = await newest(id)
    expect(record.document).to.equal(canonicalOf(document))
    expect(record.hash).to.equal(sha256(record.document))
    expect(document.salt).to.match(/^[0-9a-f]{32}$/)
    const events = await house.db('audit_events').orderBy('sequence', 'desc').limit(2)
    expect(record).to.include({
      audit_sequence: events[1]?.sequence,
      audit_hash: events[1]?.hash,
      made_at: 'certified',
      made_on: DAYS.certified,
    })
    expect(JSON.parse(events[0]?.details ?? '')).to.deep.include({ record_hash: record.hash })
  })

  it('holds who stood, who counted what, why each ballot was invalid, and what came of it', async () => {
    const id = await aCountedElection(house, { figures: { ...FIGURES, reasons: ['too_many_marks'] } })
    await certifies(house, id)
    const { document } = await newest(id)
    expect(document.election).to.deep.include({
      id,
      area: 'perron-4',
      kind: 'ordinary',
      means: 'paper',
      seats: 1,
    })
    expect(document.council.name).to.equal('Udsatterådet i Randers Kommune')
    expect(document.timetable.polling_on).to.equal(DAYS.polling)
    expect(document.statutes.assumed).to.include('complaintDays')
    expect(document.board).to.deep.equal(['Signe Holm', 'Vera Stub'])
    expect(document.candidates.map(({ name, position }) => [name, position])).to.deep.equal([
      ['Anker Bro', 1],
      ['Jens Ærø', 2],
      ['Åse Wang', 3],
    ])
    expect(document.polling.opening).to.deep.include({ opened_at: '11.00', first_witness: 'Signe Holm' })
    expect(document.polling.closing).to.deep.include({ closed_at: '14.00' })
    expect(document.papers).to.deep.include({ printed: 60, handed_out: 31, in_box: 31 })
    expect(document.rounds).to.have.length(1)
    const [round] = document.rounds
    expect(round?.sheets.map(({ counter }) => counter)).to.deep.equal(['Bo Krag', 'Lis Winther'])
    for (const sheet of round?.sheets ?? []) {
      expect(sheet).to.deep.include({ ballots_in_box: 31, blank: 1, invalid: 1 })
      expect(sheet.votes.map(({ votes }) => votes).sort((a, b) => a - b)).to.deep.equal([5, 10, 14])
      expect(sheet.invalid_ballots).to.deep.equal([
        { number: 1, reason: 'too_many_marks', note: 'En tegning' },
      ])
    }
    expect(document.totals).to.deep.include({ ballots: 31, blank: 1, invalid: 1 })
    expect(document.result?.elected).to.deep.equal([document.candidates[0]?.id])
    expect(document.certifications.map(({ certifier }) => certifier)).to.deep.equal([
      'Signe Holm',
      'Vera Stub',
    ])
    const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
    expect(document.result?.hash).to.equal(hash)
  })

  it('keeps every round with its differing lines, and who settled it', async () => {
    const id = await aClosedElection(house)
    await counts(house, id, 'bo', { ...FIGURES, votes: [13, 11, 5] })
    await counts(house, id, 'lis', FIGURES)
    const kaj = await house.accountOf('kaj')
    const place = await house.db('bodies').where({ slug: 'perron-4' }).first('id')
    await house.db('account_places').insert({ account_id: anId(kaj), body_id: place?.id ?? NO_ID })
    await counts(house, id, 'kaj', FIGURES)
    await certifies(house, id)
    const { document } = await newest(id)
    const [anker, jens] = document.candidates
    expect(document.rounds.map(({ sheets }) => sheets.map(({ counter }) => counter))).to.deep.equal([
      ['Bo Krag', 'Lis Winther'],
      ['Kaj Bang'],
    ])
    expect(document.rounds.map(({ differs }) => differs)).to.deep.equal([
      [
        { line: 'candidate', candidacy_id: anker?.id },
        { line: 'candidate', candidacy_id: jens?.id },
      ].sort((a, b) => (a.candidacy_id ?? NO_ID) - (b.candidacy_id ?? NO_ID)),
      [],
    ])
    expect(document.rounds.every(({ complaint }) => complaint === null)).to.equal(true)
  })

  it('says what was decided about complaints, and never who complained or what they wrote', async () => {
    const id = await aCertifiedElection(house)
    await decides(house, id, await aComplaint(house, id, 'Min nabo stemte to gange.'), 'recount')
    await counts(house, id, 'bo')
    await counts(house, id, 'lis')
    await certifies(house, id)
    const { record, document } = await newest(id)
    expect(record.document).not.to.match(/nabo|En bruger på/)
    expect(document.complaints).to.deep.equal([
      {
        number: 1,
        received_on: DAYS.certified,
        late: false,
        decision: {
          outcome: 'recount',
          decided_by: 'Valgbestyrelsen',
          decided_on: DAYS.certified,
          reason: 'Klagen er behandlet.',
        },
      },
    ])
    const [recount, ...none] = document.recounts
    expect(recount).to.deep.include({ complaint: 1, after_round: 1, decided_on: DAYS.certified })
    expect([recount?.corrected?.changes, none]).to.deep.equal([[], []])
    expect(document.rounds.map(({ round, complaint }) => [round, complaint])).to.deep.equal([
      [1, null],
      [2, 1],
    ])
  })

  it('is made again when the result is final, and says the same of the result', async () => {
    const id = await aCertifiedElection(house)
    house.clock.set(DAYS.final)
    await finishElection(house.db, await official(house, 'signe'), id)
    const [final, certified] = (await listRecords(house.db, id)).map(readRecord)
    expect([final?.made_at, certified?.made_at]).to.deep.equal(['final', 'certified'])
    expect(final?.result).to.deep.equal(certified?.result)
    expect(final?.salt).not.to.equal(certified?.salt)
  })

  it('is the same text for the same rows and the same occasion', async () => {
    const id = await aCertifiedElection(house)
    const { record, document } = await newest(id)
    const { made_at, made_on, salt } = document
    const again = await buildRecord(house.db, await getAnyElection(house.db, id), {
      made_at,
      made_on,
      salt,
      sealed: true,
    })
    expect(canonicalOf(again)).to.equal(record.document)
  })
})

describe('elections: whether the record still fits', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aCertifiedElection(house)
  })

  it('is so as long as nobody has changed anything', async () => {
    expect(await verifyRecord(house.db, house.by.keys, id)).to.deep.equal({
      electionId: id,
      records: 1,
      faults: [],
    })
    expect(await verifyRecords(house.db, house.by.keys)).to.deep.equal([
      { electionId: id, records: 1, faults: [] },
    ])
  })

  it('is so after the end and after the ballots are destroyed', async () => {
    house.clock.set(DAYS.final)
    const signe = await official(house, 'signe')
    await finishElection(house.db, signe, id)
    await recordDestruction(house.db, signe, id, {
      first_witness: 'Bo Krag',
      second_witness: 'Lis Winther',
      destroyed_on: isoDate(DAYS.final),
    })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('sees a vote that was moved in the counts', async () => {
    // On both sheets, so that they still agree.
    await takeGuardsOff(house.db, 'count_lines')
    await house.db('count_lines').where({ votes: 14 }).update({ votes: 13 })
    expect(await verifyRecord(house.db, house.by.keys, id)).to.deep.include({
      faults: ['result', 'rebuilt'],
      // On both sheets and in what follows from them.
      differs: [
        'result.hash',
        'result.steps[0].votes',
        'rounds[0].sheets[0].votes[1].votes',
        'rounds[0].sheets[1].votes[1].votes',
        'totals.votes[1].votes',
      ],
    })
  })

  it('sees another text under the same hash', async () => {
    const record = await findRecord(house.db, id)
    const document = record?.document.replace('Anker Bro', 'Anton Bro') ?? ''
    await takeGuardsOff(house.db, 'records')
    await house.db('records').update({ document })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal(['text'])
  })

  it('sees another text with its right hash: the log knows another', async () => {
    const record = await findRecord(house.db, id)
    const document = record?.document.replace('Anker Bro', 'Anton Bro') ?? ''
    await takeGuardsOff(house.db, 'records')
    await house.db('records').update({ document, hash: sha256(document) })
    expect(await verifyRecord(house.db, house.by.keys, id)).to.deep.include({
      faults: ['log', 'rebuilt'],
      differs: ['candidates[0].name'],
    })
  })

  it('sees a record that is gone', async () => {
    await takeGuardsOff(house.db, 'records')
    await house.db('records').delete()
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal(['missing'])
  })
})
