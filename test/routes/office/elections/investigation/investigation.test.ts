import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { findRecord, listRecords, readRecord } from '../../../../../models/elections/record/record.ts'
import { paths } from '../../../../../views/paths.ts'
import type { CastName } from '../../../../support/cast.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aCountedElection, counts, statusOf, storesNothing } from '../../../../support/builders/elections.ts'
import { aComplaint, certifies } from '../../../../support/builders/outcomes.ts'

const BEGIN = 'Begynd undersøgelsen'
const WRITE = 'Gem, og skriv under'
const SIGN = 'Skriv under'
/** No line of the sheets is about few: a public record that is shown whole. */
const PAPERS = { printed: 90, handed_out: 70, exchanged: 0, unused: 20, not_returned: 0 }
const FIRST = { votes: [25, 15, 10], reason: 'Nogle gik med sedlen.' }
/** A heap of twenty was forgotten: all of it is for the second on the list. */
const MORE = { votes: [25, 35, 10] }
/** One paper was in the wrong heap. */
const ONE_MOVED = { votes: [24, 16, 10], reason: 'Nogle gik med sedlen.' }

describe('elections: the board looks into a count', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aCountedElection(house, { papers: PAPERS, figures: FIRST })
  })

  async function begins(name: CastName = 'signe', reason = 'En bunke lå i skabet.') {
    const visitor = await house.as(name)
    return visitor.submit(await visitor.get(paths.investigation(id)), { reason }, BEGIN)
  }

  async function writes(figures: 'kept' | 'new', name: CastName = 'signe') {
    const visitor = await house.as(name)
    const page = await visitor.get(paths.investigation(id))
    return visitor.submit(page, { findings: 'Bunken var glemt.', figures }, WRITE)
  }

  async function signs(name: CastName = 'vera') {
    const visitor = await house.as(name)
    return visitor.submit(await visitor.get(paths.investigation(id)), {}, SIGN)
  }

  async function newest() {
    return readRecord((await findRecord(house.db, id))!)
  }

  async function publicPage() {
    return house.visitor().get(paths.publicElection(id))
  }

  it('is begun by the board alone, with a reason; nothing is certified, final or decided meanwhile', async () => {
    const bo = await (await house.as('bo')).get(paths.investigation(id))
    expect(bo.$('main form[method=post]').length).to.equal(0)
    const empty = await storesNothing(house, () => begins('signe', ' '))
    expect(empty.status).to.equal(422)
    expect((await begins()).notice).to.equal('Undersøgelsen er begyndt.')
    const signe = await house.as('signe')
    const form = await signe.get(paths.certification(id))
    const refused = await storesNothing(house, () => signe.submit(form, {}))
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal([
      'Valgbestyrelsen undersøger valget. Skriv først ind, hvad den fandt.',
    ])
    expect((await signe.get(paths.investigation(id))).text).not.to.include(BEGIN)
  })

  it('is signed by two of the board who have not counted, the one who writes and another one', async () => {
    await begins()
    expect((await writes('kept')).notice).to.equal('Det er gemt. Nu mangler den anden underskrift.')
    const signe = await (await house.as('signe')).get(paths.investigation(id))
    expect(signe.$('main form[method=post]').length).to.equal(0)
    await house.db('election_board').insert({ election_id: id, account_id: await house.accountOf('lis') })
    const lis = await (await house.as('lis')).get(paths.investigation(id))
    expect(lis.$('main form[method=post]').length).to.equal(0)
    expect((await signs()).notice).to.equal('Undersøgelsen er afsluttet.')
    expect(await statusOf(house, id)).to.equal('counted')
    await certifies(house, id)
    const { made_at, investigations } = await newest()
    expect(made_at).to.equal('certified')
    expect(investigations?.[0]).to.deep.include({
      number: 1,
      reason: 'En bunke lå i skabet.',
      corrected: null,
    })
    expect(investigations?.[0]?.signatures.map(({ signer }) => signer)).to.deep.equal([
      'Signe Holm',
      'Vera Stub',
    ])
  })

  it('without new figures after certification gives a new version of the record, and tells all why', async () => {
    await certifies(house, id)
    await begins()
    expect((await publicPage()).text).to.include('Valgbestyrelsen undersøger valget. Den begyndte ')
    await writes('kept')
    await signs()
    const [last, first] = await listRecords(house.db, id)
    expect([last?.made_at, first?.made_at]).to.deep.equal(['corrected', 'certified'])
    expect(readRecord(last!).state).to.equal('certified')
    const page = await publicPage()
    expect(page.text)
      .to.include('Tallene bliver.')
      .and.to.include('En bunke lå i skabet.')
      .and.to.include('Bunken var glemt.')
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('with new figures counts anew; the corrected record has old and new, seats and complaints follow', async () => {
    await certifies(house, id)
    const [anker] = await house.db('memberships').whereNotNull('candidacy_id').orderBy('id')
    await begins()
    await writes('new')
    await signs()
    expect(await statusOf(house, id)).to.equal('closed')
    const counting = await publicPage()
    expect(counting.text).to.include('Stemmerne bliver talt om.')
    expect(counting.$('#correction-1').length).to.equal(0)
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    await counts(house, id, 'bo', MORE)
    await counts(house, id, 'lis', MORE)
    house.clock.set('2026-03-15')
    await certifies(house, id)
    const document = await newest()
    expect([document.made_at, document.state]).to.deep.equal(['corrected', 'certified'])
    const names = new Map(document.candidates.map((one) => [one.id, one.name]))
    const corrected = document.investigations?.[0]?.corrected
    expect(corrected?.was_certified).to.equal(true)
    expect(corrected?.was.elected.map((one) => names.get(one))).to.deep.equal(['Anker Bro'])
    expect(corrected?.is?.elected.map((one) => names.get(one))).to.deep.equal(['Jens Ærø'])
    expect(
      corrected?.changes.map((one) => [names.get(one.candidacy_id!) ?? one.line, one.was, one.is]),
    ).to.deep.equal([
      ['Jens Ærø', 15, 35],
      ['ballots', 50, 70],
    ])
    expect(document.rounds.map(({ investigation }) => investigation)).to.deep.equal([undefined, 1])
    const before = await house.db('memberships').where({ id: anker!.id }).first()
    expect(before?.end_reason).to.equal('election_annulled')
    // Complaints can be made for a week after the corrected result: 15 + 7.
    expect((await getAnyElection(house.db, id)).complaints_until).to.equal('2026-03-22')
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('shows all old and new figures and the reason, where neither they nor their differences are about few', async () => {
    await certifies(house, id)
    await begins()
    await writes('new')
    await signs()
    await counts(house, id, 'bo', MORE)
    await counts(house, id, 'lis', MORE)
    await certifies(house, id)
    const page = await publicPage()
    expect(page.texts('#correction-1 tbody tr').map((row) => row.replace(/\s+/g, ' '))).to.deep.equal([
      'Jens Ærø 15 35',
      'Stemmesedler i alt 50 70',
    ])
    expect(page.text).to.include('En bunke lå i skabet.').and.to.include('Valgt før')
  })

  it('keeps old and new figures from all when they would tell of few by subtraction', async () => {
    await certifies(house, id)
    expect((await publicPage()).text).to.include('25')
    await begins()
    await writes('new')
    await signs()
    await counts(house, id, 'bo', ONE_MOVED)
    await counts(house, id, 'lis', ONE_MOVED)
    await certifies(house, id)
    const visitor = house.visitor()
    const page = await visitor.get(paths.publicElection(id))
    expect(page.text).to.include('Resultatet er rettet, og forskellen handler om færre end 10')
    expect(page.text).to.include('En bunke lå i skabet.').and.not.to.include('Bunken var glemt.')
    const shown = page
      .$('main')
      .text()
      .replace(/[0-9a-f]{64}/g, '')
    expect(shown).not.to.match(/\b(24|25|16)\b/)
    const record = await visitor.get(paths.publicRecordData(id))
    expect(record.$.text())
      .not.to.include('Bunken var glemt')
      .and.not.to.match(/"votes":\d/)
  })

  it('shows new figures after a correction that nobody was told of, and never the old ones', async () => {
    await begins()
    await writes('new')
    await signs()
    await counts(house, id, 'bo', ONE_MOVED)
    await counts(house, id, 'lis', ONE_MOVED)
    await certifies(house, id)
    const page = await publicPage()
    expect(page.text).to.include('24')
    expect(page.texts('#correction-1 tbody tr')).to.deep.equal([])
    expect(page.text).to.include('De gamle tal vises ikke')
  })

  it('takes no decision on a complaint that counts anew or annuls while it is open', async () => {
    await certifies(house, id)
    const complaint = await aComplaint(house, id)
    await begins()
    const signe = await house.as('signe')
    const form = await signe.get(paths.complaint(id, complaint))
    const decision = { outcome: 'recount', decided_by: 'Valgbestyrelsen', reason: 'Derfor.', sure: 'ja' }
    const refused = await storesNothing(house, () => signe.submit(form, decision))
    expect(refused.status).to.equal(409)
  })
})
