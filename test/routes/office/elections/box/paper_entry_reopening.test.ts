import { expect } from 'chai'
import { checkRecord } from '../../../../../bin/verifier/looks.ts'
import type { RecordData } from '../../../../../bin/verifier/record.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import { refusedBy } from '../../../../../models/core/db.ts'
import { Conflict } from '../../../../../models/core/errors.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { settled } from '../../../../../models/core/jobs.ts'
import { checkRows } from '../../../../../models/core/ledger/check.ts'
import { openBox } from '../../../../../models/elections/box/opening.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { paths } from '../../../../../views/paths.ts'
import type { TestApp, Visitor } from '../../../../support/app.ts'
import { anOpener, openedBox, PEOPLE, type Slips } from '../../../../support/builders/booth.ts'
import { DAYS, official, statusOf } from '../../../../support/builders/elections.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'
import {
  anEntryHouse,
  ANEW,
  end,
  JOIN,
  LEAVE,
  MORE,
  putIn,
  reopen,
  sayAllIn,
  SHOW,
  type TwoAtTheBox,
  twoAtTheBox,
  YES,
} from '../../../../support/builders/paper_entry.ts'
import { textOf } from '../../../../support/pdf.ts'

const AT = paths.paperEntry
const TORN = 'En seddel mangler.'
const FOUND = 'Den lå under dugen.'
const SLIP = 'Tast min seddel ind'

describe('A paper that is found after all were said to be in', () => {
  let house: TestApp
  let id: ElectionId
  let slips: Slips
  let pair: TwoAtTheBox

  /** Two of three papers are in, and two have said that it was all. */
  beforeEach(async () => {
    ;({ house, id, slips } = await anEntryHouse())
    pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], 'blank')
    await end(pair, id, { papers: '2', difference_reason: TORN })
  })

  const turn = async () => (await house.db('paper_entry_turns').first())!
  const reopenings = () => house.db('paper_entry_reopenings').orderBy('number')
  const signOut = async (visitor: Visitor) => {
    const { fields } = (await visitor.get(paths.paperEntryAgain(id))).fill({}, LEAVE)
    await visitor.raw('post', '/log-ud', { _csrf: fields._csrf ?? '' })
  }

  async function recordOf() {
    await openedBox(house, id, slips)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    return readRecord((await findRecord(house.db, id))!)
  }

  it('is entered as the next one: those that are in stay in, and both ends are in record, book and log', async () => {
    const box = await pair.second.get(paths.box(id))
    const done = await pair.second.get(box.link('Er der fundet en seddel til?'))
    const form = await pair.second.get(done.link('Er der fundet en seddel til?'))
    expect((await pair.second.submit(form, {}, MORE)).status).to.equal(422)
    const page = await reopen(pair.second, id, FOUND)
    expect(page.notice).to.equal('Nu kan der tastes flere sedler ind.')
    expect((await pair.first.get(AT(id))).text)
      .to.include('Seddel nr. 3')
      .and.to.include('2 af 3')
    expect((await (await house.as('vera')).get(paths.box(id))).text).to.include('skal først tastes ind')
    await putIn(pair, id, 'recognisable')
    const ended = await end(pair, id, { papers: '3' })
    expect(ended.text)
      .to.include('2 sedler: Bo Krag og Lis Winther')
      .and.to.include('åbnet for flere: Lis Winther')
      .and.to.include('3 sedler: Bo Krag og Lis Winther')
    const event = await house.db('audit_events').where({ action: 'election.papers_reopened' }).first()
    expect([event?.actor, event?.details]).to.include('Lis Winther')
    expect(event?.details).to.include('reason_hash').and.not.to.include('dugen')
    const document = await recordOf()
    expect(document.totals).to.deep.include({ ballots: 14, blank: 2, invalid: 1 })
    const { reopenings: recorded = [], ...entered } = document.entered!
    expect(entered).to.deep.include({
      ...{ papers: 3, difference_reason: null, recorded_by: 'Bo Krag', confirmed_by: 'Lis Winther' },
    })
    const [{ end: first, ...reopened }] = recorded as [(typeof recorded)[number]]
    expect(reopened).to.deep.equal({
      ...{ number: 1, papers: 2, reason: FOUND, recorded_by: 'Lis Winther', recorded_on: DAYS.polling },
    })
    expect(first).to.deep.include({ papers: 2, difference_reason: TORN, confirmed_by: 'Lis Winther' })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    const outside = await checkRecord(JSON.parse(JSON.stringify(document)) as Partial<RecordData>)
    expect(outside.filter(({ result }) => result === 'wrong')).to.deep.equal([])
    const wrong = (await checkRows(house.db)).filter((one) => !('table' in one) || one.table !== 'elections')
    expect(wrong).to.deep.equal([])
    const pdf = (await house.as('signe')).raw('get', paths.electionPaper(id, 'protokol.pdf'))
    const printed = await textOf((await pdf.buffer(true).responseType('blob')).body as Buffer)
    expect(printed)
      .to.include('Lis Winther talte også bunken og sagde ja')
      .and.to.include('Efter 2 sedler blev der sagt, at alle var tastet ind')
      .and.to.include(FOUND)
      .and.to.include(TORN)
  })

  it('is not entered before the entry is opened again, nor by one alone, nor by others than the two', async () => {
    const asked = (await pair.first.get(paths.paperEntryAgain(id))).fill({ found: FOUND }, MORE)
    await signOut(pair.second)
    const alone = await pair.first.send(asked)
    expect(alone.status).to.equal(409)
    // What was typed is not lost.
    expect(alone.value('found')).to.equal(FOUND)
    const signe = await house.as('signe')
    const page = await signe.get(paths.paperEntryAgain(id))
    expect(page.$('[name=found]')).to.have.length(0)
    const { fields } = page.fill({}, JOIN)
    const sent = { ...asked.fields, _csrf: fields._csrf ?? '' }
    expect((await signe.send({ ...asked, fields: sent })).status).to.equal(409)
    expect((await (await house.as('ruth')).raw('get', paths.paperEntryAgain(id))).status).to.equal(403)
    expect(await reopenings()).to.deep.equal([])
    expect((await turn()).number).to.equal(0)
  })

  it('is entered by two who take their places again, or by two others, who are in the record from then on', async () => {
    for (const one of [pair.second, pair.first]) await signOut(one)
    const [signe, vera] = [await house.as('signe'), await house.as('vera')]
    for (const [one, said] of [
      [signe, 'Den anden er ikke logget ind mere'],
      [vera, 'I kan åbne for flere'],
    ] as const) {
      const place = await one.submit(await one.get(paths.paperEntryAgain(id)), {}, JOIN)
      expect(place.text).to.include(said)
    }
    // They have seen no paper yet.
    expect(await house.db('paper_entry_pairs').pluck('second_counter')).to.deep.equal(['Lis Winther'])
    await reopen(vera, id, FOUND)
    const pairs = await house
      .db('paper_entry_pairs')
      .orderBy('number')
      .select('first_counter', 'second_counter')
    expect(pairs).to.deep.equal([
      { first_counter: 'Bo Krag', second_counter: 'Lis Winther' },
      { first_counter: 'Signe Holm', second_counter: 'Vera Stub' },
    ])
    await putIn({ first: signe, second: vera }, id, 'blank')
    await end({ first: signe, second: vera }, id, { papers: '3' })
    expect(await house.db('paper_entry_ends').orderBy('number').pluck('recorded_by')).to.deep.equal([
      'Bo Krag',
      'Signe Holm',
    ])
  })

  it('opens the entry once, however often it is clicked, and old pages change nothing', async () => {
    const page = await pair.first.get(paths.paperEntryAgain(id))
    const other = (await pair.second.get(paths.paperEntryAgain(id))).fill({ found: 'I urnen.' }, MORE)
    const form = page.fill({ found: FOUND }, MORE)
    const twice = await Promise.all([pair.first.send(form), pair.first.send(form)])
    expect(twice.map(({ status }) => status)).to.deep.equal([200, 200])
    const late = await pair.second.send(other)
    expect(late.status).to.equal(409)
    expect(late.value('found')).to.equal('I urnen.')
    expect(await reopenings()).to.have.length(1)
    await putIn(pair, id, 'blank')
    await end(pair, id, { papers: '3' })
    expect((await pair.first.send(form)).status).to.equal(200)
    expect(await turn()).to.deep.include({ number: 0 })
    expect(await reopenings()).to.have.length(1)
  })

  it('is opened for once when both click at once', async () => {
    const forms = await Promise.all(
      [pair.first, pair.second].map(async (one) =>
        (await one.get(paths.paperEntryAgain(id))).fill({ found: FOUND }, MORE),
      ),
    )
    const answers = await Promise.all([pair.first.send(forms[0]!), pair.second.send(forms[1]!)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    expect(await reopenings()).to.have.length(1)
    expect((await turn()).number).to.equal(3)
  })

  it('can be found twice, and all can be entered anew after it: each end, each time and each beginning is kept', async () => {
    await reopen(pair.first, id, FOUND)
    await putIn(pair, id, 'blank')
    await end(pair, id, { papers: '3' })
    await reopen(pair.second, id, 'En til lå i kassen.')
    const page = await pair.first.get(AT(id))
    await pair.first.submit(page, { reason: 'En seddel lå i begge bunker.' }, ANEW)
    expect(await house.db('entered_papers')).to.deep.equal([])
    await putIn(pair, id, ['Anker Bro'], 'blank', 'other')
    await end(pair, id, { papers: '3' })
    expect(await house.db('paper_entry_ends').orderBy('number').pluck('papers')).to.deep.equal([2, 3, 3])
    const document = await recordOf()
    expect(
      document.entered?.reopenings?.map(({ papers, end: { papers: ended } }) => [papers, ended]),
    ).to.deep.equal([
      [2, 2],
      [3, 3],
    ])
    expect(document.entered?.restarts).to.have.length(1)
    expect(document.totals).to.deep.include({ ballots: 14, blank: 2, invalid: 1 })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('is not entered any more once a slip is typed to open the box, and the box stays as it was ended', async () => {
    const form = (await pair.first.get(paths.paperEntryAgain(id))).fill({ found: FOUND }, MORE)
    const signe = await house.as('signe')
    await signe.submit(await signe.get(paths.box(id)), { slip_1: slips[0] ?? '' }, SLIP)
    const refused = await pair.first.send(form)
    expect(refused.status).to.equal(409)
    expect(refused.text).to.include('Nogen er i gang med at åbne kassen')
    expect(refused.value('found')).to.equal(FOUND)
    // Nobody else came with a slip: ten minutes later a paper can be entered.
    house.clock.set('2026-03-10T14:40:00Z')
    await pair.second.get(AT(id))
    expect(
      (await pair.first.submit(await pair.first.get(paths.paperEntryAgain(id)), { found: FOUND }, MORE))
        .status,
    ).to.equal(200)
    expect((await signe.get(paths.box(id))).text).to.include('skal først tastes ind')
    await settled(house.db)
    expect(await statusOf(house, id)).to.equal('closed')
  })

  for (const [what, more] of [
    ['and is not in yet', () => Promise.resolve()],
    [
      'and is in, and all are said to be in',
      async () => {
        await putIn(pair, id, 'recognisable')
        await end(pair, id, { papers: '3' })
      },
    ],
  ] as const)
    it(`is not lost when the entry is opened again while the ballots are being opened, ${what}`, async () => {
      const opener = await anOpener(house, id, slips)
      let isFirst = true
      const slow: typeof opener = {
        ...opener,
        open: async (sealed, longest) => {
          if (isFirst) {
            isFirst = false
            await reopen(pair.first, id, FOUND)
            await more()
          }
          return opener.open(sealed, longest)
        },
      }
      const by = await official(house, 'bo')
      const refused: unknown = await openBox(house.db, by, id, { opener: slow, people: PEOPLE }).catch(
        (error: unknown) => error,
      )
      expect(refused).to.be.an.instanceOf(Conflict)
      expect(await house.db('ballots')).to.deep.equal([])
      expect(await house.db('audit_events').where({ action: 'election.box_doubted' })).to.deep.equal([])
      if ((await turn()).number > 0) {
        await putIn(pair, id, 'recognisable')
        await end(pair, id, { papers: '3' })
      }
      expect((await recordOf()).totals).to.deep.include({ ballots: 14, blank: 2, invalid: 1 })
    })

  it('changes nothing in a box that is open', async () => {
    const form = (await pair.first.get(paths.paperEntryAgain(id))).fill({ found: FOUND }, MORE)
    await openedBox(house, id, slips)
    expect((await pair.first.send(form)).status).to.equal(409)
    expect((await pair.first.get(AT(id))).text).not.to.include('Er der fundet en seddel til?')
    expect(await house.db('paper_entry_turns')).to.deep.equal([])
    const written: unknown = await house
      .db('paper_entry_reopenings')
      .insert({
        ...{ election_id: id, number: 1, papers: 2, reason: FOUND },
        ...{ recorded_by: 'Bo Krag', recorded_on: isoDate(DAYS.polling) },
      })
      .catch((error: unknown) => error)
    expect(refusedBy(written, 'paper_entry_reopenings_in_turn')).to.equal(true)
  })

  it('does not take what was done to the box meanwhile under the next end', async () => {
    await house.db('paper_entry_turns').update({ number: 3 })
    const [one] = await house.db('entered_papers')
    await house.db('entered_papers').where({ id: one!.id }).delete()
    await house.db('paper_entry_turns').update({ number: 0 })
    const refused = await reopen(pair.first, id, FOUND)
    expect(refused.status).to.equal(409)
    expect(refused.text).to.include('ikke lige så mange sedler i kassen')
    expect(await reopenings()).to.deep.equal([])
  })

  it('is held by the database: no paper goes in or out after the end, and an end follows what opened it again', async () => {
    const [paper] = await house.db('entered_papers')
    const next = { ...paper!, id: 'f'.repeat(32), code: 'another' }
    const { id: _first, ...row } = (await house.db('paper_entry_ends').first())!
    for (const [guard, attempt] of [
      ['entered_papers_guarded', () => house.db('entered_papers').insert(next)],
      ['entered_papers_guarded', () => house.db('entered_papers').delete()],
      ['paper_entry_ends_in_turn', () => house.db('paper_entry_ends').insert({ ...row, number: 2 })],
      ['paper_entry_ends_insert_only', () => house.db('paper_entry_ends').update({ papers: 3 })],
    ] as const) {
      const error: unknown = await attempt().catch((thrown: unknown) => thrown)
      expect(refusedBy(error, guard), guard).to.equal(true)
    }
    await reopen(pair.first, id, FOUND)
    const gone: unknown = await house
      .db('paper_entry_reopenings')
      .delete()
      .catch((error: unknown) => error)
    expect(refusedBy(gone, 'paper_entry_reopenings_insert_only')).to.equal(true)
    await house.db('entered_papers').insert(next)
  })

  it('lets the page that waited at the end go on by itself', async () => {
    const mark = async () => (await pair.first.raw('get', `${AT(id)}/tur`)).body as { mark: string }
    const page = await pair.first.get(AT(id))
    const shown = page.attributes('[data-box-mark]', 'data-box-mark')
    expect(shown).to.deep.equal([(await mark()).mark])
    await reopen(pair.second, id, FOUND)
    expect((await mark()).mark).not.to.equal(shown[0])
    await sayAllIn(pair.first, id, { papers: '2', difference_reason: TORN })
    expect((await pair.second.get(AT(id))).text).to.include(YES)
    expect((await pair.first.get(AT(id))).text).not.to.include(SHOW)
  })
})
