import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { openDatabase } from '../../../../../models/core/db.ts'
import { settled } from '../../../../../models/core/jobs.ts'
import { readSlip, slipWords } from '../../../../../models/elections/box/key_words.ts'
import { pursue, putSlip } from '../../../../../models/elections/box/sitting.ts'
import { findBoxKey } from '../../../../../models/elections/box/keys.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { unlockHere } from '../../../../../models/elections/box/hands.ts'
import {
  aBooth,
  aBoxKey,
  aLockedElection,
  anOpenBoothElection,
  asTyped,
  closed,
} from '../../../../support/builders/booth.ts'
import { aListedElection, DAYS, official, statusOf } from '../../../../support/builders/elections.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const LOCK = 'Lås, og lav nøglesedler'
const TRY = 'Prøv nøglen'
const OPEN = 'Skriv min seddel'

/** The words of each slip, on the only page that ever shows them. */
function slipsOn(page: Page): string[] {
  return page
    .attributes('.key-words', 'data-slip')
    .map((number) => page.texts(`[data-slip="${number}"] li`).join(' '))
}

describe('Locking the ballot box', () => {
  let house: TestApp
  let id: ElectionId
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await aListedElection(house)
    await house.db('elections').where({ id }).update({ means: 'booth' })
    signe = await house.as('signe')
  })

  async function lock(sharing: string, sure: Record<string, string> = {}): Promise<string[]> {
    const page = await signe.submit(await signe.get(paths.boxKey(id)), { sharing, as: 'page', ...sure }, LOCK)
    expect([page.status, page.heading]).to.deep.equal([200, 'Nøglesedler'])
    return slipsOn(page)
  }

  async function tryWith(...slips: string[]): Promise<Page> {
    const fields = Object.fromEntries(slips.map((slip, index) => [`slip_${index + 1}`, slip]))
    const bo = await house.as('bo')
    return bo.submit(await bo.get(paths.boxTrial(id)), fields, TRY)
  }

  it('says in plain words what a lost slip means, before anything is made', async () => {
    const page = await signe.get(paths.boxKey(id))
    expect(page.text).to.include('Bliver for mange sedler væk, skal valget holdes om')
    expect(page.text).to.include('Stemmerne er tabt, og alle skal stemme igen.')
    expect([page.value('sharing'), page.value('as')]).to.deep.equal(['2_of_3', 'page'])
    expect(page.text).to.include('Browseren gemmer en kopi i mappen Overførsler.')
    expect(page.$('[name=sharing][value="1_of_1"]')).to.have.length(0)
  })

  for (const [sharing, shares, threshold] of [
    ['2_of_3', 3, 2],
    ['3_of_5', 5, 3],
  ] as const) {
    it(`${sharing}: any ${threshold} of ${shares} slips fit, and nothing of them is stored`, async () => {
      const slips = await lock(sharing)
      expect(slips.map((slip) => slip.split(' ').length)).to.deep.equal(Array(shares).fill(36))
      const done = await tryWith(...slips.slice(-threshold).reverse())
      expect(done.notice).to.equal('Nøglesedlerne passer.')
      expect(done.text).to.include('Alt er klar.')
      const stored = JSON.stringify([
        ...(await house.db('box_keys')),
        ...(await house.db('audit_events')),
        ...(await house.db('sessions')),
        ...(await house.db('receipts')),
      ])
      for (const word of slips.flatMap((slip) => slip.split(' ')).slice(0, 12))
        expect(stored).not.to.match(new RegExp(`\\b${word} \\w+ \\w+`))
    })
  }

  it('as a PDF for the printer, kept by nobody', async () => {
    const { action, fields } = (await signe.get(paths.boxKey(id))).fill({ as: 'pdf' }, LOCK)
    const answer = await signe.raw('post', action, fields)
    expect(answer.headers).to.include({ 'content-type': 'application/pdf', 'cache-control': 'no-store' })
    expect((answer.body as Buffer).subarray(0, 5).toString()).to.equal('%PDF-')
    expect(await findBoxKey(house.db, id)).to.include({ threshold: 2, shares: 3 })
  })

  it('tells what is wrong with a slip: the word, the number of words, the order, the same twice, one too few', async () => {
    const [first = '', second = ''] = await lock('2_of_3')
    const words = first.split(' ')
    const wrong: [slip: string, sentence: RegExp][] = [
      [words.with(4, 'qwerty').join(' '), /^Ord nr. 5, »qwerty«, findes ikke/],
      [words.slice(1).join(' '), /^Der er skrevet 35 ord. På en nøgleseddel er der 36/],
      [[...words.slice(1), words[0]].join(' '), /^Alle ord findes, men de passer ikke sammen/],
      [second, /^Det er den samme nøgleseddel to gange/],
      ['', /^Der skal 2 nøglesedler til/],
    ]
    for (const [slip, sentence] of wrong) {
      const page = await tryWith(slip === '' ? first : slip, slip === '' ? '' : second)
      expect(page.status).to.equal(422)
      expect(page.errors[0]).to.match(sentence)
    }
    expect(await house.db('box_trials')).to.deep.equal([])
  })

  it('reads a slip however it is typed: capitals, numbers, line breaks, four letters, or the QR code', async () => {
    const [first = '', second = ''] = await lock('2_of_3')
    const typed = first
      .split(' ')
      .map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}\n`)
      .join('')
    const done = await tryWith(typed, `RB1:${id}:2:${second}`)
    expect(done.notice).to.equal('Nøglesedlerne passer.')
  })

  it('a slip of another box or of an older key says so; a new key must be tried anew', async () => {
    const old = await lock('2_of_3')
    await tryWith(...old.slice(0, 2))
    const kept = await signe.submit(await signe.get(paths.boxKey(id)), { as: 'page' }, LOCK)
    expect([kept.status, kept.errors[0]]).to.deep.equal([
      422,
      'Sedlerne er prøvet og passer. Sæt hak, hvis de skal være ugyldige og erstattes af nye.',
    ])
    expect(kept.text).to.include('Laver du en ny, gælder de prøvede sedler ikke mere')
    expect(await house.db('box_keys')).to.have.length(1)
    const fresh = await lock('2_of_3', { replaces_tried: 'ja' })
    const page = await tryWith(fresh[0] ?? '', old[1] ?? '')
    expect([page.status, page.errors[0]]).to.deep.equal([
      422,
      'Den nøgleseddel hører til en anden stemmekasse eller til en ældre udskrift. Find sedlen fra den nyeste udskrift.',
    ])
    expect((await signe.get(paths.box(id))).text).to.include(
      'en anden end den, der lavede sedlerne, logge ind og prøve 2',
    )
  })

  it('whoever made the slips, and has seen them all, cannot try them', async () => {
    const [slip_1 = '', slip_2 = ''] = await lock('2_of_3')
    const page = await signe.submit(await signe.get(paths.boxTrial(id)), { slip_1, slip_2 }, TRY)
    expect([page.status, page.errors[0]]).to.deep.equal([
      422,
      'Den, der har lavet sedlerne, kan ikke selv prøve dem. Lad dem, der har fået sedlerne, logge ind og prøve.',
    ])
    expect(await house.db('box_trials')).to.deep.equal([])
  })

  it('polling does not open before the slips have been tried, and no key is made after', async () => {
    house.clock.set(`${DAYS.polling}T11:00:00Z`)
    const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind', opened_at: '11.00' }
    const open = async () => {
      const visitor = await house.as('signe')
      const { action, fields } = (await visitor.get(paths.polling(id))).fill(witnesses)
      return visitor.send({ action, fields })
    }
    expect((await open()).errors[0]).to.match(/^Stemmekassen er ikke låst endnu/)
    signe = await house.as('signe')
    const slips = await lock('2_of_3')
    expect((await open()).errors[0]).to.match(/^Nøglesedlerne er ikke prøvet endnu/)
    signe = await house.as('signe')
    const late = (await signe.get(paths.boxKey(id))).fill({ as: 'page' }, LOCK)
    await tryWith(...slips.slice(1))
    await open()
    expect(await statusOf(house, id)).to.equal('polling')
    expect((await signe.send(late)).status).to.equal(409)
    expect(await house.db('box_keys')).to.have.length(1)
  })

  it('a form with slips that meets a session that has run out leaves no word behind', async () => {
    const slips = await lock('2_of_3')
    const { action, fields } = (await signe.get(paths.boxTrial(id))).fill(
      { slip_1: slips[0] ?? '', slip_2: slips[1] ?? '' },
      TRY,
    )
    await house.db('sessions').delete()
    const asked = await signe.send({ action, fields })
    expect(asked.status).to.equal(401)
    expect(asked.$.html()).not.to.include((slips[0] ?? '').split(' ').slice(0, 3).join(' '))
  })
})

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

  async function put(who: 'bo' | 'signe' | 'vera', slip = ''): Promise<Page> {
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
    expect(waits.text).to.include('Har skrevet en seddel: Bo Krag. Der skal 2 til.')
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
    expect(anew.text).not.to.include('Har skrevet en seddel')
    expect((await open()).text).to.include('Stemmerne er talt op')
  })

  it('not with a slip that was typed more than ten minutes before', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await put('bo', slips[0])
    house.clock.set(`${DAYS.polling}T23:00:00Z`)
    expect((await put('signe', slips[1])).text).to.include(
      'Har skrevet en seddel: Signe Holm. Der skal 2 til.',
    )
    expect((await put('bo', slips[0])).text).to.include('Stemmerne er talt op')
  })

  it('a wrong slip is set aside, and who typed it is named, when a third one fits', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    const read = readSlip(slips[1] ?? '')
    if (!read.ok) throw new Error('the slip is readable')
    const wrong = slipWords({ box: read.box, share: Uint8Array.from([...Buffer.alloc(32, 7), 9]) }).join(' ')
    await put('bo', wrong)
    const misfit = await put('signe', slips[1])
    expect(misfit.text).to.include('Sedlerne passer ikke sammen: en af dem er forkert.')
    expect(misfit.text).to.include('Bo Krag, Signe Holm')
    const page = await put('vera', slips[2])
    expect(page.text).to.include('af Signe Holm og Vera Stub')
    const opened = await house.db('audit_events').where({ action: 'election.box_opened' }).first()
    expect(JSON.parse(opened!.details)).to.include({ opened_by: 'Signe Holm og Vera Stub' })
    expect(JSON.parse(opened!.details)).to.have.deep.property('set_aside', ['Bo Krag'])
  })

  it('a slip that waits is stored sealed, and opens nothing to whoever reads the database', async () => {
    await voted('Jens Ærø')
    await closed(house, id)
    await put('bo', slips[0])
    const [row] = await house.db('box_sitting_slips')
    const read = readSlip(slips[0] ?? '')
    if (!read.ok) throw new Error('the slip is readable')
    // A share of 33 bytes, and 48 that only the process of the sitting can take away.
    expect(row?.sealed)
      .to.match(/^[0-9a-f]{162}$/)
      .and.not.to.include(Buffer.from(read.share).toString('hex'))
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
    const key = (await findBoxKey(house.db, id))!
    const opener = await unlockHere(key, asTyped(slips).slice(0, 2))
    const by = await official(house, 'bo')
    await openBox(house.db, by, id, { opener, openedBy: 'Bo Krag og Lis Winther' })
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
