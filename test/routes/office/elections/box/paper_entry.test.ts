import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { checkRecord } from '../../../../../bin/verifier/looks.ts'
import type { RecordData } from '../../../../../bin/verifier/record.ts'
import { checkRows } from '../../../../../models/core/ledger/check.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, openedBox, type Slips } from '../../../../support/builders/booth.ts'
import { DAYS, PAPERS, statusOf } from '../../../../support/builders/elections.ts'
import { aComplaint, certifies, decides } from '../../../../support/builders/outcomes.ts'
import {
  AGAIN,
  anEntryElection,
  anEntryHouse,
  ANEW,
  asTyped,
  end,
  JOIN,
  PUT_IN,
  putIn,
  show,
  SHOW,
  twoAtTheBox,
} from '../../../../support/builders/paper_entry.ts'
import { textOf } from '../../../../support/pdf.ts'

const AT = paths.paperEntry

describe('The few papers, entered into the box of the tablet', () => {
  let house: TestApp
  let id: ElectionId
  let slips: Slips

  beforeEach(async () => {
    ;({ house, id, slips } = await anEntryHouse())
  })

  it('give one box, one result and a record without a figure of the papers alone', async () => {
    const bo = await house.as('bo')
    expect((await bo.get(paths.count(id))).text).to.include('bliver ikke talt i hånden')
    expect((await bo.get(paths.box(id))).text).to.include('skal først tastes ind')
    expect((await bo.get(paths.mySlip(id))).$('form[action$="/aabning"]')).to.have.length(0)
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], 'blank')
    expect((await bo.get(AT(id))).text).to.include('Tastet ind: 2 af 3')
    await putIn(pair, id, 'recognisable')
    expect((await end(pair, id, { papers: '3' })).text).to.include(
      'Alle 3 stemmesedler er tastet ind i tablettens kasse',
    )
    await openedBox(house, id, slips)
    expect(await statusOf(house, id)).to.equal('counted')
    expect(await house.db('entered_papers')).to.deep.equal([])
    expect(await house.db('ballots')).to.have.length(14)
    // 11 from the tablet and 3 papers: 1 + 4 + 6 votes, 2 blank, 1 invalid.
    const result = (await (await house.as('signe')).get(paths.result(id))).text
    expect(result).to.include(
      'Stemmer på tablet: 11. Stemmesedler tastet ind: 3. I alt 14, talt som én kasse.',
    )
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const document = readRecord((await findRecord(house.db, id))!)
    expect(document.rounds).to.deep.equal([])
    expect(document.totals).to.deep.include({ ballots: 14, blank: 2, invalid: 1 })
    expect(document.totals?.votes.map(({ votes }) => votes).sort((a, b) => a - b)).to.deep.equal([1, 4, 6])
    expect(document.booth).to.deep.include({ envelopes: 11, from_papers: 3, blank: 2, invalid: 1 })
    expect(document.papers).to.include({ handed_out: 3, in_box: null })
    expect(document.entered).to.deep.include({
      ...{ papers: 3, difference_reason: null, invalid: [{ reason: 'recognisable', ballots: 1 }] },
      pairs: [{ first_counter: 'Bo Krag', second_counter: 'Lis Winther', began_on: DAYS.polling }],
    })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    const outside = await checkRecord(JSON.parse(JSON.stringify(document)) as Partial<RecordData>)
    expect(outside.filter(({ result }) => result === 'wrong')).to.deep.equal([])
    expect(outside.filter(({ result }) => result === 'fits').map(({ check }) => check)).to.include.members([
      ...['papers', 'box', 'totals', 'outcome', 'result', 'certified'],
    ])
    const wrong = (await checkRows(house.db)).filter((one) => !('table' in one) || one.table !== 'elections')
    expect(wrong).to.deep.equal([])
    const pdf = (await house.as('signe')).raw('get', paths.electionPaper(id, 'protokol.pdf'))
    const printed = await textOf((await pdf.buffer(true).responseType('blob')).body as Buffer)
    expect(printed)
      .to.include('3 stemmesedler blev tastet ind')
      .and.to.include('Bo Krag og Lis Winther så på hver af dem')
  })

  const inPublic: [string, Parameters<typeof putIn>[2][], number][] = [
    ['all invalid', ['recognisable', 'recognisable', 'recognisable'], 4],
    ['none invalid', [['Anker Bro'], ['Anker Bro'], 'blank'], 2],
  ]
  for (const [what, papers, sum] of inPublic) {
    it(`are shown in public as one box, and never how many were invalid: ${what}`, async () => {
      await aResultOf(papers)
      const visitor = house.visitor()
      const text = (await visitor.raw('get', paths.publicRecordData(id))).text
      const { sections } = JSON.parse(text) as { sections: Record<string, { value?: unknown }> }
      const told = Object.keys(sections).filter((name) => 'value' in (sections[name] ?? {}))
      expect(told).to.include.members(['candidates', 'papers', 'polling'])
      expect(told).not.to.include.members(['totals', 'booth', 'entered', 'result', 'certifications'])
      const open = JSON.parse((await visitor.raw('get', `/aabne-data/valg/${id}`)).text) as {
        result: { figures: object; record_hash: string | null }
      }
      expect(open.result.figures).to.deep.include({
        ...{ ballots: 14, blank: null, invalid: null, blank_or_invalid: sum },
      })
      expect(open.result.record_hash).to.equal(null)
      const page = await visitor.get(paths.publicElection(id))
      expect(page.text).to.match(new RegExp(`Blanke og ugyldige\\s*${sum}\\b`))
      expect(page.text).not.to.include('Ugyldige')
      const poster = (await house.as('signe')).raw('get', paths.electionPaper(id, 'resultat.pdf'))
      const printed = await textOf((await poster.buffer(true).responseType('blob')).body as Buffer)
      expect(printed).to.match(new RegExp(`Blanke og ugyldige\\s*${sum}\\b`))
      // As many codes as were on the wall when polls closed: none is of a paper.
      expect(await house.db('box_codes')).to.have.length(11)
    })
  }

  async function aResultOf(papers: Parameters<typeof putIn>[2][]): Promise<void> {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ...papers)
    await end(pair, id, { papers: '3' })
    await openedBox(house, id, slips)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
  }

  it('are certified by others than the two who saw them', async () => {
    const { first, second } = { first: await house.as('signe'), second: await house.as('lis') }
    for (const visitor of [first, second]) await visitor.submit(await visitor.get(AT(id)), {}, JOIN)
    await putIn({ first, second }, id, 'blank', 'blank', 'blank')
    await end({ first, second }, id, { papers: '3' })
    await openedBox(house, id, slips)
    house.clock.set(DAYS.certified)
    const forms = async (name: 'signe' | 'vera') => {
      const page = await (await house.as(name)).get(paths.certification(id))
      return page.$('main form[method=post]').length
    }
    expect([await forms('signe'), await forms('vera')]).to.deep.equal([0, 1])
  })

  it('need two who are signed in, each with a screen: one enters, the other says yes', async () => {
    const bo = await house.as('bo')
    const alone = await bo.submit(await bo.get(AT(id)), {}, JOIN)
    expect(alone.text).to.include('Nu mangler den anden')
    expect(alone.$('[name=marks]')).to.have.length(0)
    const { first, second } = await twoAtTheBox(house, id)
    const third = await house.as('signe')
    expect((await third.get(AT(id))).text).to.include('Der sidder to ved kassen nu')
    const form = (await first.get(AT(id))).fill({ kind: 'blank' }, SHOW)
    for (const other of [second, third]) {
      const { fields } = (await other.get(AT(id))).fill({}, 'Giv pladserne fri')
      const sent = { ...form.fields, _csrf: fields._csrf ?? '' }
      expect((await other.send({ ...form, fields: sent })).status).to.equal(409)
    }
    const shown = await first.send(form)
    expect(shown.text).to.include('Vent på et ja')
    const { action, fields } = (await second.get(AT(id))).fill({}, PUT_IN)
    const own = { ...fields, _csrf: form.fields._csrf ?? '' }
    expect((await first.send({ action, fields: own })).status).to.equal(409)
    // Nobody but the two reads what was entered.
    for (const name of ['signe', 'vera', 'ruth'] as const)
      expect((await (await house.as(name)).get(AT(id))).text).not.to.include('Det er tastet ind')
    // The other one signs out: what waits is put in by nobody, and a new sign-in takes the place again.
    await first.raw('post', '/log-ud', { _csrf: form.fields._csrf ?? '' })
    expect((await second.get(AT(id))).text).to.include('Den anden er ikke logget ind mere')
    expect((await second.send({ action, fields })).status).to.equal(409)
    expect(await house.db('entered_papers')).to.deep.equal([])
  })

  it('are neither lost nor doubled by a double click, an old page or a change of mind', async () => {
    const { first, second } = await twoAtTheBox(house, id)
    const form = (await first.get(AT(id))).fill({ kind: 'blank' }, SHOW)
    for (const _click of [1, 2]) expect((await first.send(form)).status).to.equal(200)
    const yes = (await second.get(AT(id))).fill({}, PUT_IN)
    // It was not what stands on the paper: entered again, under the same number.
    await second.submit(await second.get(AT(id)), {}, AGAIN)
    const page = await first.get(AT(id))
    expect(page.text).to.include('Seddel nr. 1')
    await first.submit(page, asTyped(page, ['Jens Ærø']), SHOW)
    expect((await second.send(yes)).status).to.equal(409)
    const right = (await second.get(AT(id))).fill({}, PUT_IN)
    await Promise.all([second.send(right), second.send(right)])
    expect(await house.db('entered_papers')).to.have.length(1)
    expect((await first.send(form)).status).to.equal(409)
    expect((await first.get(AT(id))).text).to.include('Seddel nr. 2')
    expect(await house.db('entered_papers')).to.have.length(1)
  })

  it('are as many as in the pile and in the account, or the difference has its reason', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], 'blank')
    const pile = await end(pair, id, { papers: '3' })
    expect([pile.status, pile.errors[0]]).to.deep.equal([
      422,
      'Der er tastet 2 ind, og I har talt 3 i bunken. Tæl bunken igen. Passer det stadig ikke, så tryk på »Begynd forfra med alle sedler«.',
    ])
    const account = await end(pair, id, { papers: '2' })
    expect([account.status, account.errors.length]).to.deep.equal([422, 1])
    const reason = 'En seddel lå i papirkurven, revet over.'
    expect((await end(pair, id, { papers: '2', difference_reason: reason })).status).to.equal(200)
    const open = await pair.first.get(AT(id))
    expect(open.$('[name=marks]')).to.have.length(0)
    await openedBox(house, id, slips)
    expect(await house.db('paper_entry_ends').pluck('difference_reason')).to.deep.equal([reason])
  })

  it('are all taken out when one went in twice, which is written down', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], ['Anker Bro'])
    const page = await pair.first.get(AT(id))
    expect((await pair.first.submit(page, {}, ANEW)).status).to.equal(422)
    await pair.first.submit(page, { reason: 'Den første lå i begge bunker.' }, ANEW)
    const log = await house.db('audit_events').where({ action: 'election.papers_begun_anew' }).first()
    expect(log?.details).to.include('reason_hash').and.not.to.include('bunker')
    expect(await house.db('entered_papers')).to.deep.equal([])
    await putIn(pair, id, ['Anker Bro'], 'blank', 'blank')
    await end(pair, id, { papers: '3' })
    await openedBox(house, id, slips)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const document = readRecord((await findRecord(house.db, id))!)
    expect(document.entered?.restarts).to.deep.equal([
      {
        ...{ number: 1, papers: 2, reason: 'Den første lå i begge bunker.' },
        ...{ recorded_by: 'Bo Krag', recorded_on: DAYS.polling },
      },
    ])
    expect(document.totals).to.deep.include({ ballots: 14, blank: 3 })
  })

  it('go on with two others, who enter again what waited for a yes', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, 'blank')
    await show(pair.first, id, ['Anker Bro'])
    const signe = await house.as('signe')
    await signe.submit(await signe.get(AT(id)), {}, 'Giv pladserne fri')
    for (const visitor of [signe, pair.first]) await visitor.submit(await visitor.get(AT(id)), {}, JOIN)
    const page = await signe.get(AT(id))
    expect(page.text).to.include('Seddel nr. 2').and.to.include('1 af 3')
    const pairs = await house
      .db('paper_entry_pairs')
      .orderBy('number')
      .select('first_counter', 'second_counter')
    expect(pairs).to.deep.equal([
      { first_counter: 'Bo Krag', second_counter: 'Lis Winther' },
      { first_counter: 'Signe Holm', second_counter: 'Bo Krag' },
    ])
  })

  it('are counted again with the box after a complaint, and sealed as one pile that nobody sorts', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'], 'blank', 'other')
    await end(pair, id, { papers: '3' })
    await openedBox(house, id, slips)
    const packages = (await (await house.as('signe')).get(paths.packages(id))).text
    expect(packages)
      .to.include('Stemmesedler, der er tastet ind Regnskabet siger 3.')
      .and.not.to.include('Gyldige stemmesedler')
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const before = readRecord((await findRecord(house.db, id))!)
    await decides(house, id, await aComplaint(house, id), 'recount')
    expect(await statusOf(house, id)).to.equal('counted')
    await certifies(house, id)
    const after = readRecord((await findRecord(house.db, id))!)
    expect([after.totals, after.entered]).to.deep.equal([before.totals, before.entered])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('have crosses as on a paper: not with blank, not too many, and none is no choice', async () => {
    const { first } = await twoAtTheBox(house, id)
    const page = await first.get(AT(id))
    const both = { ...asTyped(page, ['Anker Bro']), kind: 'blank' }
    const two = asTyped(page, ['Anker Bro', 'Jens Ærø'])
    for (const fields of [{}, { kind: 'crosses' }, both, two]) {
      const refused = await first.submit(page, fields, SHOW)
      expect([refused.status, refused.errors.length]).to.deep.equal([422, 1])
    }
    expect((await house.db('paper_entry_turns').first())?.waiting).to.equal(null)
  })

  it('are nowhere in the clear, and neither their order nor a figure is in rows, log or pages', async () => {
    const pair = await twoAtTheBox(house, id)
    const candidacies = await house.db('candidacies').where({ election_id: id }).select('id', 'name')
    const anker = candidacies.find(({ name }) => name === 'Anker Bro')!.id
    await show(pair.first, id, ['Anker Bro'])
    const waiting = (await house.db('paper_entry_turns').first())!.waiting!
    expect(waiting).not.to.include(`[${anker}]`)
    await pair.second.submit(await pair.second.get(AT(id)), {}, PUT_IN)
    await putIn(pair, id, 'blank', 'too_many_marks')
    const rows = await house.db('entered_papers').orderBy('id')
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).to.equal(1)
    const before = (await house.db('envelopes').first())!
    expect(rows[0]?.sealed.length).to.equal(before.sealed.length)
    await end(pair, id, { papers: '3' })
    await openedBox(house, id, slips)
    const events = await house.db('audit_events').whereLike('action', 'election.paper%').pluck('details')
    const told = events.map((details: string) => JSON.parse(details) as Record<string, unknown>)
    expect(new Set(told.flatMap((details) => Object.keys(details)))).to.deep.equal(
      new Set([
        ...['place', 'first', 'second', 'number', 'entered_by'],
        ...['papers', 'codes_hash', 'counters', 'ended_by'],
      ]),
    )
    const vera = await house.as('vera')
    for (const path of [paths.box(id), AT(id), paths.election(id), paths.result(id)]) {
      const { text } = await vera.get(path)
      expect(text, path).not.to.match(/blank[^.]{0,20}\b1\b.*papir/i)
    }
    expect(await house.db('paper_entry_turns')).to.deep.equal([])
  })

  it('of another time or from the tablet stop the opening: each proof says where a ballot came from', async () => {
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ['Anker Bro'])
    const [discarded] = await house.db('entered_papers')
    await pair.first.submit(await pair.first.get(AT(id)), { reason: 'Forfra' }, ANEW)
    await putIn(pair, id, 'blank', 'blank', 'blank')
    const [one] = await house.db('entered_papers')
    await house.db('entered_papers').where({ id: one!.id }).delete()
    await house.db('entered_papers').insert(discarded!)
    await end(pair, id, { papers: '3' })
    await openedBox(house, id, slips)
    expect(await statusOf(house, id)).to.equal('closed')
    const doubts = await house.db('audit_events').where({ action: 'election.box_doubted' }).pluck('details')
    expect(doubts.map((details: string) => JSON.parse(details) as object)).to.deep.equal([
      { replaced: 1, added: 0, missing: 0 },
    ])
    expect((await (await house.as('bo')).get(paths.box(id))).$('form[action$="/aabning"]')).to.have.length(1)
  })
})

describe('What stood on the few papers', () => {
  const [ANKER, JENS, ASE] = ['Anker Bro', 'Jens Ærø', 'Åse Wang'] as const
  /** Two elections with the same sums: 1, 4 and 7 votes and 2 blank. */
  const FIRST = {
    tablet: [...Array<string>(6).fill(ASE), ...Array<string>(4).fill(JENS), undefined],
    papers: [[ANKER], 'blank', [ASE]],
  } as const
  const SECOND = {
    tablet: [...Array<string>(7).fill(ASE), ...Array<string>(3).fill(JENS), ANKER],
    papers: [[JENS], 'blank', 'blank'],
  } as const

  /** All that can be read of the election, without what is random. */
  async function everythingOf({
    tablet,
    papers,
  }: typeof FIRST | typeof SECOND): Promise<Map<string, string>> {
    const house = await anApp()
    const { id, slips } = await anEntryElection(house, { tablet })
    const pair = await twoAtTheBox(house, id)
    await putIn(pair, id, ...papers)
    await end(pair, id, { papers: '3' })
    await openedBox(house, id, slips)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const read = new Map<string, string>()
    const office = await house.as('signe')
    for (const path of [paths.election(id), paths.result(id), paths.box(id), AT(id), paths.packages(id)])
      read.set(path, (await office.get(path)).text)
    read.set('record', (await office.raw('get', paths.electionRecordData(id))).text)
    for (const path of [paths.publicElection(id), paths.publicRecordData(id), `/aabne-data/valg/${id}`])
      read.set(path, (await house.visitor().raw('get', path)).text)
    const events = await house.db('audit_events').orderBy('sequence').select('action', 'details')
    read.set('log', JSON.stringify(events))
    for (const table of ['box_openings', 'box_lines', 'box_invalid_lines', 'paper_entry_ends'] as const)
      read.set(table, JSON.stringify(await house.db(table)))
    const marks = await house.db('ballots').pluck('marks')
    read.set('ballots', marks.sort().join(' '))
    const plain = (text: string) =>
      text.replace(/[\w+/=-]{16,}|[0-9A-F]{4} [0-9A-F]{4}/g, '…').replace(/(…\s*)+/g, '…')
    return new Map([...read].map(([name, text]) => [name, plain(text)]))
  }

  it('cannot be told from pages, record, open data, log and rows: other papers with the same sums leave the same', async () => {
    const [one, other] = [await everythingOf(FIRST), await everythingOf(SECOND)]
    expect(one.get('record')).to.include('"from_papers":3')
    for (const [name, text] of one) expect(other.get(name), name).to.equal(text)
  })
})

describe('A paper with several crosses', () => {
  it('goes into the box with as many as the statutes ask for, and with no other number', async () => {
    const house = await anApp()
    const { id, slips } = await anEntryElection(house, { papers: 1, marksMax: 2 })
    const pair = await twoAtTheBox(house, id)
    const all = await show(pair.first, id, ['Anker Bro', 'Jens Ærø', 'Åse Wang'])
    expect([all.status, all.errors[0]]).to.deep.equal([
      422,
      'Sedlen har for mange eller for få krydser. Så er den ugyldig. Vælg det, eller ret krydserne.',
    ])
    await putIn(pair, id, ['Anker Bro', 'Jens Ærø'])
    await end(pair, id, { papers: '1' })
    await openedBox(house, id, slips)
    const lines = await house.db('box_lines').where({ election_id: id }).pluck('votes')
    expect(lines.sort((a, b) => a - b)).to.deep.equal([1, 5, 6])
  })
})

describe('Closing with few papers and many ballots on the tablet', () => {
  it('offers to enter the papers, and not to print; the other way round it offers to print', async () => {
    const house = await anApp()
    const { id } = await anOpenBoothElection(house, { means: 'both' })
    const booth = await aBooth(house, id)
    for (const name of ['Åse Wang', 'Åse Wang', 'Jens Ærø']) await booth.vote(name)
    house.clock.set(DAYS.evening)
    const signe = await house.as('signe')
    const warn = async (handed_out: number) => {
      const papers = { ...PAPERS, handed_out, unused: 60 - handed_out }
      const fields = Object.fromEntries(Object.entries(papers).map(([line, n]) => [line, `${n}`]))
      return signe.submit(await signe.get(paths.pollingClosing(id)), { closed_at: '14.00', ...fields })
    }
    const ways = async (handed_out: number) =>
      (await warn(handed_out)).attributes('[name=small_box]', 'value')
    expect(await ways(2)).to.deep.equal(['ind', 'ja'])
    expect(await ways(3)).to.deep.equal(['saml', 'ja'])
    expect(await ways(12)).to.deep.equal(['saml', 'ja'])
    expect(await ways(0)).to.deep.equal(['ja'])
    // The figures were changed after the page had offered the one way.
    const page = await warn(2)
    const form = page.fill({ small_box: 'ind', handed_out: '12', unused: '48' })
    const refused = await signe.send(form)
    expect(refused.status).to.equal(422)
    expect(refused.errors[0]).to.include('Tallene er ændret')
    expect(refused.attributes('[name=small_box]', 'value')).to.deep.equal(['saml', 'ja'])
  })
})
