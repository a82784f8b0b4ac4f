import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { openDatabase } from '../../../../../models/core/db.ts'
import { settled } from '../../../../../models/core/jobs.ts'
import { readSeed } from '../../../../../models/elections/box/custody/key_words.ts'
import { pursue, putSlip } from '../../../../../models/elections/box/sitting.ts'
import { findBoxKey } from '../../../../../models/elections/box/keys.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'
import { sealingReady, sealTo } from '../../../../../models/elections/box/sealing.ts'
import { recordedBooth } from '../../../../../models/elections/record/polling.ts'
import {
  aBooth,
  aBoxKey,
  aLockedElection,
  anOpenBoothElection,
  anOpener,
  closed,
  PEOPLE,
} from '../../../../support/builders/booth.ts'
import { anOldKey } from '../../../../support/builders/old_keys.ts'
import {
  aListedElection,
  DAYS,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const OPEN = 'Tast min seddel ind'

describe('Opening the ballot box', () => {
  let house: TestApp
  let id: ElectionId
  let slips: string[]

  beforeEach(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house))
  })

  async function voted(...names: string[]): Promise<void> {
    const tablet = await aBooth(house, id)
    for (const name of names) await (name === '' ? tablet.vote() : tablet.vote(name))
  }

  async function put(who: 'bo' | 'lis' | 'signe' | 'vera', slip = ''): Promise<Page> {
    const visitor = await house.as(who)
    const page = await visitor.submit(await visitor.get(paths.box(id)), { slip_1: slip }, OPEN)
    await settled(house.db)
    return page
  }

  /** Each at their own sign-in; the last of them sees the box open. */
  async function open(first = slips[0], second = slips[2]): Promise<Page> {
    await put('bo', first)
    return put('signe', second)
  }

  it('by two people with two slips: shuffled, counted, cleared up, and the election is counted', async () => {
    await voted('Jens Ærø', 'Åse Wang', 'Jens Ærø', '', 'Jens Ærø')
    await closed(house, id)
    const page = await open()
    expect(page.text).to.include('Kassen er åbnet 10. marts 2026 af Bo Krag og Signe Holm')
    expect(page.text).to.include('De lukkede stemmer er ryddet helt væk.')
    expect(page.text).to.include('I alt 5. Blanke 1. Ugyldige 0.')
    expect(await statusOf(house, id)).to.equal('counted')
    // Jens Ærø 3, Åse Wang 1, Anker Bro 0 and 1 blank: five in the box.
    const lines = await house
      .db('box_lines')
      .join('candidacies', 'candidacies.id', 'candidacy_id')
      .orderBy('name')
      .select('name', 'votes')
    expect(lines.map(({ name, votes }: { name: string; votes: number }) => [name, votes])).to.deep.equal([
      ['Anker Bro', 0],
      ['Jens Ærø', 3],
      ['Åse Wang', 1],
    ])
    expect(await house.db('envelopes')).to.deep.equal([])
    expect(await house.db('box_compactions')).to.have.length(1)
    const actions = await house
      .db('audit_events')
      .where('action', 'like', 'election.box_%')
      .orderBy('sequence')
      .pluck('action')
    expect(actions.slice(-2)).to.deep.equal(['election.box_opened', 'election.box_compacted'])
  })

  it('lists the same codes before and after, sorted, and to staff only once polling has closed', async () => {
    await voted('Jens Ærø', 'Åse Wang', 'Anker Bro')
    const signe = await house.as('signe')
    expect((await signe.get(paths.box(id))).texts('.box-codes li')).to.deep.equal([])
    await closed(house, id)
    const later = await house.as('signe')
    const before = (await later.get(paths.box(id))).texts('.box-codes li')
    expect(before).to.have.length(3)
    expect(before).to.deep.equal([...before].sort())
    const file = (await later.raw('get', paths.boxCodes(id))).text
    await open()
    expect((await later.get(paths.box(id))).texts('.box-codes li')).to.deep.equal(before)
    expect((await later.raw('get', paths.boxCodes(id))).text).to.equal(file)
  })

  it('not by one, however many slips: each types one, at the same time, and then nothing is changed', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    const another = await anApp()
    const theirs = (await aLockedElection(another)).slips
    const waits = await put('bo', slips[0])
    expect(waits.text).to.include('Har tastet en seddel: Bo Krag. Der skal 2 til.')
    expect(waits.text).to.include('Din seddel er modtaget.')
    expect(waits.$('form[action$="aabning"]')).to.have.length(0)
    const tries: [string, RegExp][] = [
      [slips[0] ?? '', /^Det er den samme nøgleseddel to gange/],
      ['', /^Der skal 1 nøgleseddel til/],
      [theirs[1] ?? '', /^Den nøgleseddel hører til en anden stemmekasse/],
    ]
    for (const [slip, sentence] of tries) expect((await put('signe', slip)).errors[0]).to.match(sentence)
    const bo = await house.as('bo')
    const { action } = (await (await house.as('signe')).get(paths.box(id))).fill({}, OPEN)
    const { fields } = (await bo.get(paths.box(id))).fill({}, 'Begynd forfra')
    await bo.send({ action, fields: { ...fields, slip_1: slips[1] ?? '' } })
    await settled(house.db)
    expect(await house.db('box_sitting_slips')).to.have.length(1)
    expect(await statusOf(house, id)).to.equal('closed')
    expect(await house.db('envelopes')).to.have.length(1)
    expect(await house.db('box_openings')).to.deep.equal([])
  })

  it('not by one person with two accounts', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await house.accountOf('lis')
    await house.db('accounts').where({ name: 'Lis Winther' }).update({ name: 'BO KRAG' })
    await put('bo', slips[0] ?? '')
    const again = await put('lis', slips[1] ?? '')
    expect([again.status, again.errors[0]]).to.deep.equal([409, 'Den anden skal være en anden end dig selv.'])
    await settled(house.db)
    expect(await house.db('box_openings')).to.deep.equal([])
  })

  it('not with one who has signed out meanwhile; both begin again', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await put('bo', slips[0])
    await house.db('sessions').delete()
    const page = await put('signe', slips[1])
    expect(await house.db('box_openings')).to.deep.equal([])
    const signe = await house.as('signe')
    const anew = await signe.submit(await signe.get(paths.box(id)), {}, 'Begynd forfra')
    expect(page.text).to.include('Bo Krag, Signe Holm')
    expect(anew.text).not.to.include('Har tastet en seddel')
    expect((await open()).text).to.include('Stemmerne er talt op')
  })

  it('not with one who has gone without signing out, once the sign-in has run out', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await put('bo', slips[0])
    const ended = { endsAt: '2026-03-10T08:00:00.000Z' }
    for (const { sid, sess } of await house.db('sessions')) {
      const content = (typeof sess === 'string' ? JSON.parse(sess) : sess) as object
      const then = JSON.stringify({ ...content, ...ended })
      await house.db('sessions').where({ sid }).update({ sess: then })
    }
    await put('signe', slips[1])
    expect(await house.db('box_openings')).to.deep.equal([])
    expect((await put('bo', slips[0])).text).to.include('Stemmerne er talt op')
  })

  it('not with a slip that was typed more than ten minutes before', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await put('bo', slips[0])
    house.clock.set(`${DAYS.polling}T23:00:00Z`)
    expect((await put('signe', slips[1])).text).to.include(
      'Har tastet en seddel: Signe Holm. Der skal 2 til.',
    )
    expect((await put('bo', slips[0])).text).to.include('Stemmerne er talt op')
  })

  it('a wrong slip is set aside, and who typed it is named, when a third one fits', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    // What the slip opens was replaced past the program, before the box was closed.
    const [first] = await house.db('box_slip_keys').orderBy('id').limit(1)
    await sealingReady()
    const wrong = sealTo(Buffer.from(first!.public_key, 'hex'), Buffer.alloc(33, 7)).toString('hex')
    await takeGuardsOff(house.db)
    await house.db('box_shares').where({ slip_key_id: first!.id }).update({ sealed: wrong })
    await put('bo', slips[0])
    const misfit = await put('signe', slips[1])
    expect(misfit.text).to.include('Sedlerne passer ikke sammen: en af dem er forkert.')
    expect(misfit.text).to.include('Bo Krag, Signe Holm')
    const page = await put('vera', slips[2])
    expect(page.text).to.include('af Signe Holm og Vera Stub')
    const opened = await house.db('audit_events').where({ action: 'election.box_opened' }).first()
    expect(JSON.parse(opened!.details)).to.include({ opened_by: 'Signe Holm og Vera Stub' })
    expect(JSON.parse(opened!.details)).to.have.deep.property('set_aside', ['Bo Krag'])
    const typed = [
      { typed_by: 'Bo Krag', number: 1, holder: 'Bo Krag', became: 'set_aside' },
      { typed_by: 'Signe Holm', number: 2, holder: 'Signe Holm', became: 'counted' },
      { typed_by: 'Vera Stub', number: 3, holder: 'Vera Stub', became: 'counted' },
    ]
    expect(JSON.parse(opened!.details)).to.have.deep.property('slips', typed)
    expect(page.text).to.include(
      'Bo Krag tastede nøgleseddel 1 (Bo Krag) ind. Den passede ikke og blev lagt til side',
    )
    const booth = await recordedBooth(house.db, id)
    expect(booth?.slips).to.deep.equal(typed)
    expect(
      booth?.key?.holders?.map(({ number, holder, trials }) => [number, holder, trials.length]),
    ).to.deep.equal([
      [1, 'Bo Krag', 1],
      [2, 'Signe Holm', 1],
      [3, 'Vera Stub', 0],
    ])
  })

  it('a slip that waits is stored sealed, and opens nothing to whoever reads the database', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await put('bo', slips[0])
    const [row] = await house.db('box_sitting_slips')
    const read = readSeed(slips[0] ?? '')
    if (!read.ok) throw new Error('the slip is readable')
    // A share of 33 bytes, and 48 that only the process of the sitting can take away.
    expect(row?.sealed)
      .to.match(/^[0-9a-f]{162}$/)
      .and.not.to.include(Buffer.from(read.seed).toString('hex'))
  })

  it('by two server processes on one database: the one that began takes the slip that the other was given', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    const other = openDatabase(await house.database())
    const key = (await findBoxKey(house.db, id))!
    await put('bo', slips[0])
    const session = (await house.db('sessions').first('sid'))!.sid
    const by = await official(house, 'signe')
    await putSlip(other, by, id, { slip: Buffer.from(slips[2] ?? ''), session })
    expect(key.threshold).to.equal(2)
    await pursue(house.db, id)
    await settled(house.db)
    expect(await house.db('box_openings').first('opened_by')).to.deep.equal({
      opened_by: 'Bo Krag og Signe Holm',
    })
    await other.destroy()
  })

  it('lost slips: one of three may be lost; with two lost nobody opens it, and the page says what then', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    const page = await put('bo', slips[0])
    expect(page.text).to.include(
      'Er der ikke sedler nok? Så kan ingen åbne kassen, og valget skal holdes om.',
    )
    expect((await put('signe', slips[2])).text).to.include('Stemmerne er talt op')
  })

  it('not while polling is open, not twice, and not when the account does not close', async () => {
    await voted('Jens Ærø', 'Åse Wang')
    const early = await (await house.as('bo')).get(paths.box(id))
    expect(early.$('form[action$="aabning"]').length).to.equal(0)
    await closed(house, id)
    const bo = await house.as('bo')
    const form = (await bo.get(paths.box(id))).fill({ slip_1: slips[0] ?? '' }, OPEN)
    await house.db('booths').update({ releases: 3, ballots_cast: 3 })
    const odd = await bo.send(form)
    expect([odd.status, odd.errors[0]]).to.deep.equal([
      409,
      'Regnskabet går ikke op: 3 frigivet, 3 stemt, 0 taget tilbage og 2 stemmer i kassen. Kassen åbnes ikke, før det er undersøgt.',
    ])
    await house.db('booths').update({ releases: 2, ballots_cast: 2 })
    await open()
    const again = await bo.send({ ...form, fields: { ...form.fields, _once: 'another' } })
    expect([again.status, again.errors[0]]).to.deep.equal([409, 'Stemmekassen er allerede åbnet og talt op.'])
  })

  it('a release that was out when polling closed counts as taken back', async () => {
    const tablet = await aBooth(house, id)
    await tablet.vote('Jens Ærø')
    await tablet.ballot()
    await closed(house, id)
    await open()
    expect(await house.db('box_openings').first('releases', 'voided', 'envelopes')).to.deep.equal({
      releases: 2,
      voided: 1,
      envelopes: 1,
    })
  })

  it('by nobody who stands in the election', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await house.db('candidacies').where({ election_id: id, name: 'Åse Wang' }).update({ name: 'Bo Krag' })
    const page = await put('bo', slips[0])
    expect(page.errors[0]).to.match(/^Du er selv kandidat/)
    expect(await house.db('box_openings')).to.deep.equal([])
  })

  it('an empty box opens too: nobody came', async () => {
    await closed(house, id)
    const page = await open()
    expect(page.text).to.include('I alt 0. Blanke 0. Ugyldige 0.')
  })

  it('paper and tablet in one election wait for each other', async () => {
    const both = await anApp()
    house = both
    const locked = await anOpenBoothElection(both, { means: 'both' })
    id = locked.id
    slips = locked.slips
    await voted('Jens Ærø')
    await closed(both, id)
    await open()
    expect(await statusOf(both, id)).to.equal('closed')
    expect(await both.db('box_openings')).to.have.length(1)
  })

  it('how far it has come is told as figures alone', async () => {
    await closed(house, id)
    const signe = await house.as('signe')
    const answer = await signe.raw('get', paths.boxProgress(id))
    expect(answer.body).to.deep.equal({ stage: null, done: 0, of: 0 })
  })

  it('what a stopped server left undone is done at the next start, and by a button', async () => {
    const { finishCompactions, compactBox } =
      await import('../../../../../models/elections/box/compaction.ts')
    const { openBox } = await import('../../../../../models/elections/box/opening.ts')
    await voted('Jens Ærø')
    await closed(house, id)
    const opener = await anOpener(house, id, slips)
    const by = await official(house, 'bo')
    await openBox(house.db, by, id, { opener, people: PEOPLE })
    const bo = await house.as('bo')
    const page = await bo.get(paths.box(id))
    expect(page.text).to.include('Der er ikke ryddet op efter åbningen endnu')
    const done = await bo.submit(page, {}, 'Ryd op nu')
    expect([done.notice, done.text.includes('ryddet helt væk')]).to.deep.equal(['Der er ryddet op.', true])
    expect(await finishCompactions(house.db, house.by)).to.deep.equal([])
    // When two people do it again at once, it is still written down once.
    await compactBox(house.db, house.by, id)
    expect(await house.db('box_compactions')).to.have.length(1)
  })

  it('nothing is cleared up before there is an opening, so that it is done after it', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    const bo = await house.as('bo')
    const { fields } = (await bo.get(paths.box(id))).fill({ slip_1: 'x' }, OPEN)
    const early = await storesNothing(house, () =>
      bo.send({ action: `${paths.box(id)}/oprydning`, fields: { _csrf: fields._csrf ?? '' } }),
    )
    expect([early.status, early.errors]).to.deep.equal([409, ['Kassen er ikke åbnet endnu.']])
    const page = await open()
    expect(page.text).to.include('ryddet helt væk')
    expect(await house.db('box_compactions')).to.have.length(1)
  })

  it('with the slips of a key from before slips had named holders', async () => {
    const old = await anOldKey(house, id)
    await voted('Jens Ærø', 'Åse Wang')
    await closed(house, id)
    expect((await open(old[0], old[2])).text).to.include('I alt 2. Blanke 0. Ugyldige 0.')
    expect((await recordedBooth(house.db, id))?.slips).to.deep.equal([
      { typed_by: 'Bo Krag', number: null, holder: null, became: 'counted' },
      { typed_by: 'Signe Holm', number: null, holder: null, became: 'counted' },
    ])
  })

  it('with the single slip of an old key only when somebody else is there as a witness', async () => {
    const [only = ''] = await anOldKey(house, id, { threshold: 1, shares: 1 })
    await voted('Jens Ærø')
    await closed(house, id)
    const alone = await put('bo', only)
    expect(alone.text).to.include('Har tastet en seddel: Bo Krag. Der skal 2 til.')
    const bo = await house.as('bo')
    const { fields } = (await bo.get(paths.box(id))).fill({}, 'Begynd forfra')
    const own = await bo.send({ action: `${paths.box(id)}/vidne`, fields })
    expect([own.status, await house.db('box_openings')]).to.deep.equal([409, []])
    const signe = await house.as('signe')
    const page = await signe.submit(await signe.get(paths.box(id)), {}, 'Jeg er her som vidne')
    await settled(house.db)
    expect((await signe.get(paths.box(id))).text).to.include('Signe Holm var vidne')
    expect(page.status).to.equal(200)
    expect(await house.db('box_openings').first('opened_by')).to.deep.equal({
      opened_by: 'Bo Krag og Signe Holm',
    })
  })

  it('from the page of the own slip, which says what to do next; another one may type it, and both are named', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    const bo = await house.as('bo')
    const first = await bo.submit(await bo.get(paths.mySlip(id)), { slip_1: slips[0] ?? '' }, OPEN)
    expect(first.url).to.equal(paths.mySlip(id))
    expect(first.text).to.include('Din seddel er modtaget.')
    const lis = await house.as('lis')
    const wrong = await lis.submit(await lis.get(paths.box(id)), { slip_1: slips[0] ?? '' }, OPEN)
    expect(wrong.errors[0]).to.match(/^Det er den samme nøgleseddel to gange/)
    const page = await lis.submit(await lis.get(paths.box(id)), { slip_1: slips[2] ?? '' }, OPEN)
    await settled(house.db)
    expect(page.text).to.include('Lis Winther tastede nøgleseddel 3 (Vera Stub) ind')
    expect((await bo.get(paths.mySlip(id))).text).to.include('Kassen er åbnet. Riv nøglesedlen i stykker.')
  })

  it('a new box key for a second election opens nothing of the first', async () => {
    await closed(house, id)
    const second = await anApp()
    const theirs = await aListedElection(second)
    await second.db('elections').where({ id: theirs }).update({ means: 'booth' })
    const other = await aBoxKey(second, theirs)
    const page = await put('bo', other[0])
    expect(page.errors[0]).to.match(/^Den nøgleseddel hører til en anden stemmekasse/)
  })
})
