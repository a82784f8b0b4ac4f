import { expect } from 'chai'
import { sha256 } from '../../../../../models/core/canonical.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { finishElection } from '../../../../../models/elections/result/certification.ts'
import { publicCode, type PublicRecord } from '../../../../../models/elections/record/public_record.ts'
import { findRecord } from '../../../../../models/elections/record/record.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aClosedElection,
  aCountedElection,
  counts,
  DAYS,
  official,
  PAPERS,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aCertifiedElection, certifies, TWO } from '../../../../support/builders/outcomes.ts'
import { aPerson } from '../../../../support/builders/register.ts'
import { textOf } from '../../../../support/pdf.ts'

describe('elections: the page of the record', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  it('waits for two to certify', async () => {
    const id = await aCountedElection(house)
    const bo = await house.as('bo')
    expect((await bo.get(paths.electionRecord(id))).text).to.include(
      'Protokollen bliver lavet, når to har godkendt resultatet.',
    )
    expect((await bo.raw('get', paths.electionRecordData(id))).status).to.equal(404)
    expect((await house.visitor().raw('get', paths.publicRecordData(id))).status).to.equal(404)
  })

  it('shows code, log and whether it still fits, and gives the data byte for byte', async () => {
    const id = await aCertifiedElection(house, { figures: { votes: [16, 10, 5] } })
    const record = await findRecord(house.db, id)
    const vera = await house.as('vera')
    const page = await vera.get(paths.electionRecord(id))
    for (const told of [record?.hash, record?.audit_hash, 'Godkendt den 11. marts 2026'])
      expect(page.text).to.include(told)
    expect(page.text).to.include('Ja. Resultatet er regnet ud igen af det, der er gemt')
    expect(page.link('Hent protokollen (PDF)')).to.equal(`/kontor/valg/${id}/papirer/protokol.pdf`)
    for (const [visitor, path] of [
      [vera, paths.electionRecordData(id)],
      [house.visitor(), paths.publicRecordData(id)],
    ] as const) {
      const { status, headers, text } = await visitor.raw('get', path)
      expect(status).to.equal(200)
      expect(headers['content-type']).to.include('application/json')
      expect(headers['content-disposition']).to.include(`valgprotokol-${id}.json`)
      if (visitor === vera) expect(sha256(text)).to.equal(record?.hash)
      else expect(JSON.parse(text)).to.include({ code: publicCode(record!.document) })
    }
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include(record?.hash)
    expect(shown.link('Hent den offentlige del af protokollen (JSON)')).to.equal(paths.publicRecordData(id))
  })

  it('is public in part, where the figures are withheld, and says that the whole is not', async () => {
    const papers = { ...PAPERS, printed: 20, handed_out: 7, unused: 13 }
    const id = await aCountedElection(house, { candidates: TWO, papers, figures: { votes: [4, 3] } })
    await certifies(house, id)
    const shown = await house.visitor().get(paths.publicElection(id))
    const record = await findRecord(house.db, id)
    expect(shown.text).to.include(record?.hash).and.to.include(publicCode(record!.document))
    const part = JSON.parse(
      (await house.visitor().raw('get', paths.publicRecordData(id))).text,
    ) as PublicRecord
    const keptOf = Object.entries(part.sections).filter(([, section]) => 'hash' in section)
    expect(keptOf.map(([name]) => name)).to.deep.equal([
      ...['ballot_destruction', 'booth', 'certifications', 'complaints', 'papers', 'polling', 'result'],
      ...['roll_erasure', 'rounds', 'salt', 'totals', 'words_sealed'],
    ])
    const office = await (await house.as('vera')).get(paths.electionRecord(id))
    expect(office.text).to.include('Ikke for offentligheden')
    expect(office.text).to.include(publicCode(record!.document))
    const pdf = (await house.as('vera')).raw('get', paths.electionPaper(id, 'protokol.pdf'))
    const text = await textOf((await pdf.buffer(true).responseType('blob')).body as Buffer)
    expect(text).to.include('Ikke for offentligheden').and.to.include(publicCode(record!.document))
  })

  it('with one invalid ballot is public but for the count sheets; without, but for what people wrote', async () => {
    const figures = { votes: [16, 10, 4], invalid: 1 }
    const id = await aCertifiedElection(house, { figures })
    const { text } = await house.visitor().raw('get', paths.publicRecordData(id))
    const { sections } = JSON.parse(text) as PublicRecord
    const keptOf = Object.entries(sections).filter(([, section]) => 'hash' in section)
    expect(keptOf.map(([name]) => name)).to.deep.equal(['rounds', 'salt', 'words_sealed'])
    const other = await anApp()
    const whole = await aCertifiedElection(other, { figures: { votes: [16, 10, 5] } })
    const part = JSON.parse(
      (await other.visitor().raw('get', paths.publicRecordData(whole))).text,
    ) as PublicRecord
    const keptOfWhole = Object.entries(part.sections).filter(([, section]) => 'hash' in section)
    expect(keptOfWhole.map(([name]) => name)).to.deep.equal(['salt', 'words_sealed'])
    const office = await (await other.as('vera')).get(paths.electionRecord(whole))
    expect(office.text).to.include('Ikke for offentligheden')
    const shown = await other.visitor().get(paths.publicElection(whole))
    expect(shown.text).to.include('Kontrolkode for protokollens dele')
  })

  it('keeps back whatever names or could name a candidate who has said no to having the name shown', async () => {
    const id = await aCertifiedElection(house, { figures: { votes: [16, 10, 5] } })
    const person = await aPerson(house.db, house.by, {
      name: 'Jens Ærø',
      publish: { name: false, email: false, phone: false },
    })
    await house.db('candidacies').where({ name: 'Jens Ærø' }).update({ person_id: person })
    const { text } = await house.visitor().raw('get', paths.publicRecordData(id))
    expect(text)
      .to.include('"totals":{"salt"')
      .and.not.to.match(/Jens|Ærø|Åse|Anker/)
    expect((await (await house.as('ruth')).raw('get', paths.electionRecordData(id))).status).to.equal(200)
  })
})

describe('elections: after the election', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aCertifiedElection(house)
  })

  const TYPED = { first_witness: 'Bo Krag', second_witness: 'Lis Winther', sure: 'ja' }

  it('everything is kept until it is over; an annulled election is over too', async () => {
    const bo = await house.as('bo')
    const before = await bo.get(paths.electionAfter(id))
    expect(before.text).to.include('Valget er ikke slut endnu. Indtil da skal alt gemmes.')
    expect(before.$('main form[method=post]').length).to.equal(0)
    await house.db('elections').where({ id }).update({ status: 'annulled' })
    expect((await bo.get(paths.electionAfter(id))).$('main form[method=post]').length).to.equal(1)
  })

  it('the ballots are destroyed by two different people, on a day after the end', async () => {
    house.clock.set(DAYS.final)
    await finishElection(house.db, await official(house, 'signe'), id)
    const bo = await house.as('bo')
    const page = await bo.get(paths.electionAfter(id))
    const refusals: [Record<string, string>, string][] = [
      [{ second_witness: ' bo  krag ' }, 'Der skal to forskellige personer til. Skriv den andens navn.'],
      [
        { destroyed_on: '17-03-2026' },
        'Valget sluttede den 18. marts 2026. Stemmesedlerne skal gemmes til da.',
      ],
      [{ destroyed_on: '19-03-2026' }, 'Dagen er ikke kommet endnu. Skriv den dag, det skete.'],
      [{ sure: '' }, 'Sæt hak her, før du går videre.'],
    ]
    for (const [change, error] of refusals) {
      const refused = await storesNothing(house, () => bo.submit(page, { ...TYPED, ...change }))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
    }
    const done = await bo.submit(page, TYPED)
    expect(done.text).to.include('Bo Krag og Lis Winther destruerede dem den 18. marts 2026.')
    const twice = await storesNothing(house, () => bo.submit(page, { ...TYPED, first_witness: 'Kaj Bang' }))
    expect(twice.status).to.equal(409)
    expect((await bo.get(paths.electionRecord(id))).text).to.include('Ja. Resultatet er regnet ud igen')
    expect(await house.db('records').pluck('made_at')).to.have.members(['certified', 'final', 'destroyed'])
  })
})

describe('elections: invalid ballots, one by one', () => {
  it('are asked for with a reason each when the number is sent, with what was typed kept', async () => {
    const house = await anApp()
    const id = await aClosedElection(house)
    const bo = await house.as('bo')
    const page = await bo.get(paths.count(id))
    const names = page.attributes('main input[name^="votes_"]', 'name')
    const figures = Object.fromEntries(names.map((name, index) => [name, `${[14, 10, 4][index] ?? 0}`]))
    const typed = { ...figures, ballots_in_box: '31', blank: '1', invalid: '2' }
    const asked = await storesNothing(house, () => bo.submit(page, typed, 'Gem min optælling'))
    expect(asked.status).to.equal(422)
    expect(asked.errors).to.deep.equal([
      'Vælg, hvorfor ugyldig seddel nr. 1 er ugyldig. Der skal være én grund for hver.',
    ])
    expect(asked.attributes('main .invalid-ballots select', 'name')).to.deep.equal([
      'invalid_reason_1',
      'invalid_reason_2',
    ])
    expect(asked.value('ballots_in_box')).to.equal('31')
    const reasons = { invalid_reason_1: 'recognisable', invalid_reason_2: 'other' }
    const half = await bo.submit(asked, reasons, 'Gem min optælling')
    expect(half.errors).to.deep.equal(['Skriv, hvad der er galt med ugyldig seddel nr. 2.'])
    await bo.submit(half, { invalid_note_2: 'Revet over' }, 'Gem min optælling')
    expect(await house.db('invalid_ballots').orderBy('number').select('reason', 'note')).to.deep.equal([
      { reason: 'recognisable', note: null },
      { reason: 'other', note: 'Revet over' },
    ])
  })

  it('must be invalid for the same reasons on both sheets, and nobody is told which', async () => {
    const house = await anApp()
    const id = await aClosedElection(house)
    await counts(house, id, 'bo', { votes: [14, 10, 5], blank: 1, invalid: 1, reasons: ['recognisable'] })
    const other = { votes: [14, 10, 5], blank: 1, invalid: 1, reasons: ['too_many_marks'] as const }
    expect(await counts(house, id, 'lis', other)).to.include({ outcome: 'differ' })
    const page = await (await house.as('bo')).get(paths.count(id))
    expect(page.text).to.include('I er ikke enige om 1 linje: grundene til de ugyldige')
    expect(await statusOf(house, id)).to.equal('closed')
  })
})

describe('elections: one person with two accounts', () => {
  it('counts once: the second account is told what the first would be', async () => {
    const house = await anApp()
    const id = await aClosedElection(house)
    const person = await aPerson(house.db, house.by, { name: 'Bo Krag' })
    const lis = await house.accountOf('lis')
    await house
      .db('accounts')
      .whereIn('id', [lis, await house.accountOf('bo')])
      .update({ person_id: person })
    await counts(house, id, 'bo')
    const refused = await counts(house, id, 'lis').catch((error: unknown) => error)
    expect(refused).to.have.property('reason', 'already_counted')
    expect(isoDate(DAYS.polling)).to.equal(house.clock.today())
  })
})
