import { expect } from 'chai'
import { Page, type SentForm } from '../../../../../rehearsal/kit/page.ts'
import { encode } from '../../../../../rehearsal/kit/sent_form.ts'
import { pausePolling } from '../../../../../models/elections/polling/pauses.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { DAYS, official, statusOf, storesNothing } from '../../../../support/builders/elections.ts'
import { anOpenTable, entryOf, tallyOf } from '../../../../support/builders/roll.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { anId } from '../../../../support/ids.ts'

const HAND_OUT = 'Udlever stemmeseddel'

describe('elections: the polling table', () => {
  let house: TestApp
  let bo: Visitor
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
  })

  async function openTable(kind: 'named' | 'alias' | 'counted'): Promise<Page> {
    id = await anOpenTable(house, kind)
    bo = await house.as('bo')
    return bo.get(paths.polling(id))
  }

  const figures = (page: Page) => page.texts('.figure-number').join(' ')

  /** Sends a form with some fields changed, and gets JSON as js/polling.js does. */
  async function json(form: SentForm, fields: Record<string, string> = {}) {
    const answer = await bo
      .raw('post', form.action, { ...form.fields, ...fields })
      .set('Accept', 'application/json')
    return { status: answer.status, body: answer.body as Record<string, unknown> }
  }

  async function search(name: string): Promise<Page> {
    return bo.submit(await bo.get(paths.polling(id)), { name }, 'Søg')
  }

  const handOutTo = (page: Page, name: string) => bo.send(page.fill({}, `${HAND_OUT} ${name}`))

  it('counts papers where there is no list, and does not count a page that is sent again', async () => {
    const page = await openTable('counted')
    expect(figures(page)).to.equal('0 0 0')
    const form = page.fill({}, HAND_OUT)
    const once = await bo.send(form)
    expect(once.text).to.include('Stemmeseddel udleveret.')
    expect(figures(once)).to.equal('1 0 1')
    const again = await bo.send(form)
    expect(figures(again)).to.equal('1 0 1')
    const twice = await bo.submit(again, {}, HAND_OUT)
    expect(figures(twice)).to.equal('2 0 2')
    expect(twice.$('[name=name]')).to.have.length(0)
  })

  it('exchanges a paper, notes one that left, and help by its kind alone', async () => {
    let page = await bo_handsOut(2)
    page = await bo.submit(page, {}, 'Ombyt stemmeseddel')
    expect(figures(page)).to.equal('3 1 2')
    page = await bo.submit(page, {}, 'Gik med sedlen')
    expect(figures(page)).to.equal('3 1 1')
    page = await bo.submit(page, { kind: 'own_helper', officials: '1' }, 'Notér hjælpen')
    expect(page.text).to.include('Hjælpen er noteret.')
    expect(await house.db('help_given').select('kind', 'officials', 'times')).to.deep.equal([
      { kind: 'own_helper', officials: 1, times: 1 },
    ])
    const wrong = await bo.submit(page, { kind: 'own_helper', officials: 'to' }, 'Notér hjælpen')
    expect(wrong.status).to.equal(422)
    expect(wrong.value('officials')).to.equal('to')
  })

  async function bo_handsOut(papers: number): Promise<Page> {
    let page = await openTable('counted')
    for (let paper = 0; paper < papers; paper += 1) page = await bo.submit(page, {}, HAND_OUT)
    return page
  }

  it('finds a voter by the beginning of a name, hands out, and shows who has voted', async () => {
    await openTable('named')
    const found = await search('maj')
    expect(found.texts('.hit-name')).to.deep.equal([
      'Maja Lund har ikke stemt',
      'Maja Lundgaard kaldet Bette har ikke stemt',
    ])
    const page = await handOutTo(found, 'Maja Lund')
    expect(page.text).to.include('Maja Lund har fået en stemmeseddel.')
    expect(figures(page)).to.equal('1 0 1')
    expect((await search('maja lund')).texts('.hit-name')[0]).to.equal('Maja Lund har stemt')
    expect((await search('ingen af dem')).text).to.include('Ingen på valglisten passer til “ingen af dem”.')
  })

  it('does not hand out twice to one voter, and says how it stands', async () => {
    await openTable('named')
    const found = await search('maja')
    await handOutTo(found, 'Maja Lund')
    const form = found.fill({}, `${HAND_OUT} Maja Lund`)
    const late = await bo.send({ ...form, fields: { ...form.fields, _once: 'en anden gang' } })
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal([
      'Maja Lund har allerede stemt. Der blev ikke registreret en seddel mere. Er det en anden Maja Lund? Så skriv personen på listen med et navn, der kan kendes fra det første, fx med mellemnavn.',
    ])
    expect(late.texts('.hit-name')[0]).to.equal('Maja Lund har stemt')
    expect(await tallyOf(house, id)).to.include({ handed_out: 1, marked: 1 })
  })

  it('writes down what a voter is called, and knows it again', async () => {
    const page = await openTable('alias')
    const marked = await bo.submit(page, { name: 'Bette' }, HAND_OUT)
    expect(marked.text).to.include('Bette har fået en stemmeseddel.')
    const again = await bo.submit(marked, { name: 'BETTE ' }, HAND_OUT)
    expect(again.status).to.equal(409)
    expect(again.texts('.hit-name')).to.deep.equal(['Bette har stemt'])
    expect(again.errors).to.deep.equal([
      'Bette har allerede stemt. Der blev ikke registreret en seddel mere. Er det en anden Bette? Skriv fx Bette K.',
    ])
    const other = await bo.submit(again, { name: 'Bette K.' }, HAND_OUT)
    expect(other.text).to.include('Bette K. har fået en stemmeseddel.')
    const number = ['010203', '1234'].join('-')
    const cpr = await storesNothing(house, () => bo.submit(again, { name: number }, HAND_OUT))
    expect(cpr.errors).to.deep.equal([
      'Det ligner et CPR-nummer. Der må ikke stå CPR-numre på valglisten. Skriv kun navnet.',
    ])
    expect((await house.db('roll_entries').pluck('name')).sort()).to.deep.equal(['Bette', 'Bette K.'])
  })

  it('undoes for ten seconds without a word, and later with a reason', async () => {
    await openTable('named')
    const first = await handOutTo(await search('ole'), 'Ole Bæk')
    const undone = await bo.submit(first, {}, 'Fortryd')
    expect(undone.text).to.include('Det er fortrudt.')
    expect(figures(undone)).to.equal('0 0 0')
    expect(figures(await bo.submit(first, {}, 'Fortryd'))).to.equal('0 0 0')

    const second = await handOutTo(await search('ole'), 'Ole Bæk')
    house.clock.set(`${DAYS.polling}T11:00:11Z`)
    const late = await bo.submit(second, {}, 'Fortryd')
    expect(late.status).to.equal(422)
    expect(late.errors).to.deep.equal([
      'Der er gået mere end ti sekunder. Det kan stadig rettes, men skriv hvorfor.',
    ])
    const found = await search('ole')
    const named = await bo.submit(found, { reason: 'Ole Bæk var det ikke' }, 'Fjern mærket')
    expect(named.status).to.equal(422)
    expect(named.errors[0]).to.include('Skriv ikke navnet i grunden.')
    const corrected = await bo.submit(named, { reason: 'Forkert linje' }, 'Fjern mærket')
    expect(corrected.notice).to.equal('Det er rettet.')
    expect(figures(corrected)).to.equal('0 0 0')
    expect(await house.db('roll_corrections').select('kind', 'reason')).to.deep.equal([
      { kind: 'unmarked', reason: 'Forkert linje' },
    ])
    expect((await bo.get(paths.election(id))).text).to.include('Et mærke på valglisten er fjernet igen.')
  })

  it('undoes nothing by a seal that somebody has changed or brought from another election', async () => {
    await openTable('named')
    const page = await handOutTo(await search('ole'), 'Ole Bæk')
    const form = page.fill({}, 'Fortryd')
    const [text = '', mark = ''] = String(form.fields.seal).split('.')
    const deed = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
    const other = Buffer.from(JSON.stringify({ ...deed, until: 9e15 })).toString('base64url')
    for (const seal of [`${other}.${mark}`, `${text}.`, 'x', `${text}.${mark}x`]) {
      const answer = await bo.send({ ...form, fields: { ...form.fields, seal } })
      expect(answer.status).to.equal(422)
    }
    const elsewhere = { ...form, action: paths.tableUndo(anId(id + 1)) }
    expect((await bo.send(elsewhere)).status).to.equal(404)
    expect(await tallyOf(house, id)).to.include({ handed_out: 1, marked: 1 })
  })

  it('takes figures back with a reason on the page for it', async () => {
    const page = await bo_handsOut(2)
    const changed = await bo.submit(page, {}, 'Ombyt stemmeseddel')
    const correction = await bo.get(changed.link('Ret noget'))
    const wrong = await bo.submit(correction, { reason: 'Trykket ved en fejl' }, 'Ret det')
    expect(wrong.status).to.equal(422)
    const done = await bo.submit(correction, { what: 'exchanged', reason: 'Trykket ved en fejl' }, 'Ret det')
    expect(figures(done)).to.equal('2 0 2')
    const odd = correction.fill({ what: 'exchanged', reason: 'x' }, 'Ret det')
    const nonsense = await bo.send({ ...odd, fields: { ...odd.fields, what: 'help:nobody:2' } })
    expect(nonsense.errors).to.deep.equal(['Vælg, hvad der skal rettes.'])
  })

  it('holds a pause with a reason, in which nothing is handed out', async () => {
    const page = await openTable('counted')
    house.clock.set(`${DAYS.polling}T11:10:00Z`)
    const without = await bo.submit(await bo.get(page.link('Hold pause')), { reason: '' }, 'Hold pause')
    expect(without.status).to.equal(422)
    const paused = await bo.submit(without, { reason: 'Frokost' }, 'Hold pause')
    expect(paused.text).to.include('Pause siden kl. 12.10')
    expect(paused.text).to.include('Frokost')
    expect(paused.texts('button')).not.to.include(HAND_OUT)
    const late = await bo.send(page.fill({}, HAND_OUT))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal([
      'Det blev ikke gemt. Der er holdt pause i afstemningen. Gå videre først.',
    ])
    house.clock.set(`${DAYS.polling}T11:25:00Z`)
    const resumed = await bo.submit(paused, {}, 'Gå videre')
    expect(resumed.text).to.include('Åben siden kl. 11.00')
    expect(resumed.text).to.include('Holdt pause kl. 12.10 til kl. 12.25')
    expect((await bo.submit(paused, {}, 'Gå videre')).text).to.include('Holdt pause kl. 12.10 til kl. 12.25')
    const twice = paused.fill({}, 'Gå videre')
    const again = await bo.send({ ...twice, fields: { ...twice.fields, _once: 'igen' } })
    expect(again.status).to.equal(409)
    expect(figures(await bo.send(resumed.fill({}, HAND_OUT)))).to.equal('1 0 1')
    expect(
      await house.db('audit_events').whereIn('action', ['election.paused', 'election.resumed']),
    ).to.have.length(2)
  })

  it('pauses once where two press at the same moment', async () => {
    await openTable('counted')
    const officials = [await official(house, 'bo'), await official(house, 'lis')]
    const both = await Promise.allSettled(
      officials.map((by) => pausePolling(house.db, by, id, { reason: 'Frokost' })),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    expect(await house.db('polling_pauses').select('reason')).to.have.length(1)
  })

  it('answers in JSON where it is asked to, and gives plain figures to whoever may read', async () => {
    const page = await openTable('counted')
    const form = page.fill({}, HAND_OUT)
    const { status, body } = await json(form, { _once: 'a' })
    expect(status).to.equal(200)
    expect(body).to.include({ said: 'Stemmeseddel udleveret.', state: 'open' })
    expect(body.figures).to.include({ handed_out: 1, voted: 1 })
    const undo = await json({
      action: paths.tableUndo(id),
      fields: { ...form.fields, seal: String(body.undo) },
    })
    expect(undo.body.figures).to.include({ handed_out: 0 })
    await pausePolling(house.db, await official(house, 'bo'), id, { reason: 'Frokost' })
    const refused = await json(form, { _once: 'b' })
    expect(refused.status).to.equal(409)
    expect(refused.body).to.deep.include({
      errors: ['Det blev ikke gemt. Der er holdt pause i afstemningen. Gå videre først.'],
      state: 'paused',
    })
    const ruth = await house.as('ruth')
    const turnout = await ruth.raw('get', paths.turnout(id))
    expect(turnout.headers['cache-control']).to.equal('no-store')
    expect(turnout.body).to.deep.include({ state: 'paused', booths: '' })
    const read = await ruth.get(paths.polling(id))
    expect(read.status).to.equal(200)
    expect(read.texts('main form')).to.deep.equal([])
  })

  it('keeps voters out of addresses, and out of the session', async () => {
    await openTable('named')
    const page = await handOutTo(await search('ole'), 'Ole Bæk')
    expect(page.url).to.equal(paths.handOut(id))
    const { id: entry } = await entryOf(house, id, 'Ole Bæk')
    const sessions = JSON.stringify(await house.db('sessions').select())
    expect(sessions).not.to.include('Ole').and.not.to.include(entry)
  })

  it('is not there for the staff of another place, nor a line of another election', async () => {
    await openTable('named')
    const { id: entry } = await entryOf(house, id, 'Ole Bæk')
    const kaj = await house.as('kaj')
    expect((await kaj.get(paths.polling(id))).status).to.equal(404)
    expect((await kaj.get(paths.turnout(id))).status).to.equal(404)
    const token = (await bo.get(paths.polling(id))).$('input[name=_csrf]').attr('value') ?? ''
    const fields = { _csrf: token, entry: entry.replace(/./g, 'f'), means: 'paper' }
    expect((await bo.send({ action: paths.handOut(id), fields })).status).to.equal(404)
    expect(encode(fields)).to.include('means=paper')
  })
})

describe('elections: closing the table', () => {
  let house: TestApp
  let bo: Visitor
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenTable(house, 'counted')
    bo = await house.as('bo')
  })

  /** Signs in again hours later: the session of noon has run out. */
  async function evening(): Promise<void> {
    house.clock.set(DAYS.evening)
    bo = await house.as('bo')
  }

  async function handOut(times: number): Promise<void> {
    let page = await bo.get(paths.polling(id))
    for (let paper = 0; paper < times; paper += 1) page = await bo.submit(page, {}, HAND_OUT)
  }

  it('has the figures of the day filled in, and the papers that were printed', async () => {
    await house.db('ballot_prints').insert({
      election_id: id,
      list_version: 1,
      copies: 40,
      recorded_by: 'Bo Krag',
      recorded_on: DAYS.listed as never,
    })
    await handOut(3)
    await evening()
    const page = await bo.get(paths.pollingClosing(id))
    const lines = ['printed', 'handed_out', 'unused', 'exchanged', 'not_returned']
    expect(lines.map((line) => page.value(line))).to.deep.equal(['40', '3', '', '0', '0'])
    const closed = await bo.submit(page, { closed_at: '14.00', unused: '37' })
    expect(closed.notice).to.equal('Afstemningen er lukket. Nu skal stemmerne tælles op.')
    expect(await house.db('paper_accounts').select('printed', 'handed_out', 'unused')).to.deep.equal([
      { printed: 40, handed_out: 3, unused: 37 },
    ])
  })

  it('leaves the figures empty where nobody kept a tally', async () => {
    await evening()
    const page = await bo.get(paths.pollingClosing(id))
    expect(page.value('handed_out')).to.equal('')
  })

  it('asks for another look where a paper was handed out meanwhile, with the new figure', async () => {
    await handOut(1)
    await evening()
    const page = await bo.get(paths.pollingClosing(id))
    await handOut(1)
    const fields = { closed_at: '14.00', printed: '40', unused: '39' }
    const moved = await storesNothing(house, () => bo.submit(page, fields))
    expect(moved.status).to.equal(409)
    expect(moved.errors).to.deep.equal([
      'Det blev ikke gemt. Tallene har ændret sig, siden du åbnede siden. Se dem igennem igen.',
    ])
    expect(moved.value('handed_out')).to.equal('2')
    expect(moved.value('unused')).to.equal('39')
    await bo.submit(moved, { unused: '38' })
    expect(await statusOf(house, id)).to.equal('closed')
  })

  it('of a poll that was left open asks when people stopped, and why nobody closed it', async () => {
    house.clock.set(`${DAYS.certified}T08:00:00Z`)
    bo = await house.as('bo')
    const todo = await bo.get(paths.office)
    expect(todo.text).to.include('Luk afstemningen for Perron 4')
    expect(todo.text).to.include('Den har stået åben siden valgdagen, 10. marts 2026.')
    expect((await bo.get(paths.polling(id))).text).to.include('Afstemningen står stadig åben')
    const page = await bo.get(paths.pollingClosing(id))
    expect(page.value('closed_at')).to.equal('')
    const fields = { printed: '40', handed_out: '31', unused: '9', exchanged: '0', not_returned: '0' }
    const refused = await storesNothing(house, () => bo.submit(page, { ...fields, closed_at: '14.00' }))
    expect(refused.errors).to.deep.equal([
      'Afstemningen sluttede den 10. marts 2026, men blev ikke lukket her. Skriv, hvorfor den først lukkes nu.',
    ])
    await bo.submit(refused, { late_reason: 'Nettet var nede.' })
    expect(
      await house.db('polling_closings').select('closed_at', 'early_reason', 'late_reason'),
    ).to.deep.equal([{ closed_at: '14.00', early_reason: null, late_reason: 'Nettet var nede.' }])
    expect((await bo.get(paths.polling(id))).text).to.include(
      'Først lukket her den 11. marts 2026: Nettet var nede.',
    )
  })

  it('says where the roll and the papers tell different things', async () => {
    house = await anApp()
    id = await anOpenTable(house, 'named')
    bo = await house.as('bo')
    const page = await bo.submit(await bo.get(paths.polling(id)), { name: 'ole' }, 'Søg')
    await bo.send(page.fill({}, `${HAND_OUT} Ole Bæk`))
    await house.db('polling_tallies').update({ handed_out: 3 })
    await evening()
    expect((await bo.get(paths.pollingClosing(id))).text).to.include(
      'På valglisten har 1 stemt, men tallene siger 3.',
    )
  })

  it('asks for no papers where people vote on a tablet alone', async () => {
    await house.db('elections').where({ id }).update({ means: 'booth' })
    const token = (await bo.get(paths.polling(id))).$('input[name=_csrf]').attr('value') ?? ''
    const handing = await bo.send({ action: paths.handOut(id), fields: { _csrf: token, means: 'paper' } })
    expect(handing.errors).to.deep.equal([
      'Ved dette valg stemmes der kun på tablet, så der er ingen stemmesedler at dele ud.',
    ])
    await evening()
    const page = await bo.get(paths.pollingClosing(id))
    expect(page.$('[name=printed]')).to.have.length(0)
    await bo.submit(page, { closed_at: '14.00' })
    expect(await statusOf(house, id)).to.equal('closed')
    expect(await house.db('paper_accounts').select('id')).to.deep.equal([])
    expect(await tallyOf(house, id)).to.include({ open: 0 })
  })
})
