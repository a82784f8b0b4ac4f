import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { findCustody, slipOf } from '../../../../../models/elections/box/custody/custody.ts'
import { trySlip } from '../../../../../models/elections/box/custody/trial.ts'
import { copySlip, takeSlip } from '../../../../../models/elections/box/custody/taking.ts'
import { findHere, keyHere, slipHere } from '../../../../../models/elections/box/hands.ts'
import { findBoxKey } from '../../../../../models/elections/box/keys.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import type { CastName } from '../../../../support/cast.ts'
import { anOldKey } from '../../../../support/builders/old_keys.ts'
import { aListedElection, DAYS, official, statusOf } from '../../../../support/builders/elections.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const SAVE = 'Gem holderne'
const SHOW = 'Vis min seddel'
const PRINT = 'Print den som et ark, der foldes (PDF)'
const WRITTEN = 'Den er skrevet ned'
const TRY = 'Prøv sedlen'

describe('Holding the slips of a ballot box', () => {
  let house: TestApp
  let id: ElectionId
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await aListedElection(house)
    await house.db('elections').where({ id }).update({ means: 'booth' })
    for (const name of ['bo', 'signe', 'vera'] as const) await house.accountOf(name)
    signe = await house.as('signe')
  })

  /** Accounts, and the names of those without one. */
  async function name(holders: readonly (CastName | `${string} ${string}`)[], more = {}): Promise<Page> {
    const fields: Record<string, string> = {}
    for (const place of [1, 2, 3, 4, 5]) {
      const holder = holders[place - 1] ?? ''
      const isName = holder.includes(' ')
      fields[`name_${place}`] = isName ? holder : ''
      fields[`holder_${place}`] =
        isName || holder === '' ? '' : `${await house.accountOf(holder as CastName)}`
    }
    return signe.submit(await signe.get(paths.boxKey(id)), { ...fields, ...more }, SAVE)
  }

  /** Fetches the own slip; returns the words. */
  async function fetch(who: CastName): Promise<{ words: string; page: Page; visitor: Visitor }> {
    const visitor = await house.as(who)
    const page = await visitor.submit(await visitor.get(paths.mySlip(id)), {}, SHOW)
    return { words: page.texts('.key-words li').join(' '), page, visitor }
  }

  /** The same without a page. */
  async function fetched(who: CastName): Promise<string> {
    const by = await official(house, who)
    const number = slipOf(await findCustody(house.db, id), by.user.id)?.number ?? 0
    const { words, key } = await takeSlip(house.db, by, id, number, slipHere)
    await copySlip(house.db, by, id, { number, key }, keyHere)
    return words
  }

  async function tried(who: CastName, slip: string): Promise<void> {
    const by = await official(house, who)
    const number = slipOf(await findCustody(house.db, id), by.user.id)?.number ?? 0
    await trySlip(house.db, by, id, { number, slip: Buffer.from(slip) }, findHere)
  }

  async function tries(who: CastName, slip: string): Promise<Page> {
    const visitor = await house.as(who)
    return visitor.submit(await visitor.get(paths.mySlip(id)), { slip_1: slip }, TRY)
  }

  it('says in plain words what a lost slip means, and proposes the only three who can', async () => {
    const page = await signe.get(paths.boxKey(id))
    expect(page.text).to.include('Bliver for mange sedler væk, skal valget holdes om')
    expect(page.text).to.include('Stemmerne er tabt, og alle skal stemme igen.')
    const chosen = [1, 2, 3].map((place) => page.value(`holder_${place}`))
    expect(chosen[0]).to.equal(`${await house.accountOf('signe')}`)
    expect(new Set(chosen)).to.have.property('size', 3)
    expect(page.texts('#holder_1 option')).to.deep.equal(['Vælg', 'Bo Krag', 'Signe Holm', 'Vera Stub'])
  })

  it('each fetches, writes down and tries one; the box is locked with the last, and nothing of them is stored', async () => {
    const named = await name(['bo', 'signe', 'vera'])
    expect(named.notice).to.equal('Holderne er valgt. Nu henter hver sin seddel.')
    expect(named.text).to.include('3 holdere mangler at hente deres nøgleseddel og skrive den ned.')
    const slips: string[] = []
    for (const who of ['bo', 'signe', 'vera'] as const) {
      expect(await findBoxKey(house.db, id)).to.equal(undefined)
      const { words, page, visitor } = await fetch(who)
      await visitor.submit(page, {}, WRITTEN)
      slips.push(words)
    }
    expect(slips.map((slip) => slip.split(' ').length)).to.deep.equal([17, 17, 17])
    expect(await findBoxKey(house.db, id)).to.include({ threshold: 2, shares: 3, made_by: 'Signe Holm' })
    expect((await tries('bo', slips[0] ?? '')).notice).to.equal('Nøglesedlen passer.')
    const done = await tries('vera', slips[2] ?? '')
    expect(done.text).to.include('Alt er klar.')
    const box = await (await house.as('bo')).get(paths.box(id))
    expect(box.link('Gør klar til valgdagen')).to.equal(paths.readiness(id))
    const stored = JSON.stringify(
      await Promise.all(
        ['box_keys', 'box_slips', 'box_slip_keys', 'box_shares', 'audit_events', 'sessions', 'receipts'].map(
          (table) => house.db(table),
        ),
      ),
    )
    for (const slip of slips)
      expect(stored).not.to.include(slip.split(' ').slice(0, 2).join(' ')).and.not.to.include(slip)
    const lines = await house.db('audit_events').where('action', 'like', 'election.box_%').orderBy('sequence')
    expect(lines.map(({ action }) => action.replace('election.box_', ''))).to.deep.equal([
      'holders_named',
      ...['slip_shown', 'slip_on_paper', 'slip_shown', 'slip_on_paper', 'slip_shown', 'slip_on_paper'],
      ...['key_made', 'key_tried', 'key_tried'],
    ])
    expect(JSON.parse(lines[0]!.details)).to.deep.include({
      holders: ['Bo Krag', 'Signe Holm', 'Vera Stub'].map((holder, index) => ({ number: index + 1, holder })),
    })
  })

  it('nobody sees another one’s slip, nor their own a second time; nobody writes another one’s down', async () => {
    await name(['bo', 'signe', 'vera'])
    const holder = await house.as('bo')
    const { action, fields } = (await holder.get(paths.mySlip(id))).fill({}, SHOW)
    const shown = await holder.raw('post', action, fields)
    expect([shown.status, shown.headers['cache-control']]).to.deep.equal([200, 'no-store, no-transform'])
    for (const step of ['hent', 'skrevet', 'proeve']) {
      const form = (await signe.get(paths.mySlip(id))).fill({}, SHOW)
      const fields = { ...form.fields, key: '1', slip_1: 'abrikos' }
      const answer = await signe.send({ action: `${paths.keySlip(id, 1)}/${step}`, fields })
      expect([answer.status, answer.errors[0]], step).to.deep.equal([
        422,
        'Den nøgleseddel er en andens. Kun holderen kan se den og prøve den.',
      ])
    }
    const others = await signe.get(paths.keySlip(id, 1))
    expect(others.text).to.include('Sedlen er en andens.')
    const bo = await house.as('bo')
    const again = await bo.get(paths.mySlip(id))
    expect(again.texts('.key-words li')).to.deep.equal([])
    expect(again.text).to.include('De ord, der blev vist før, gælder ikke mere.')
    await bo.submit(again, {}, WRITTEN)
    expect((await bo.get(paths.mySlip(id))).$(`form[action$="hent"]`)).to.have.length(2)
    for (const who of ['signe', 'vera'] as const) await fetched(who)
    // The box is locked with it now.
    expect((await bo.get(paths.mySlip(id))).$(`form[action$="hent"]`)).to.have.length(0)
  })

  it('words that were not written down are made anew, and the first ones no longer count', async () => {
    await name(['bo', 'signe', 'vera'])
    const first = await fetch('bo')
    const second = await fetch('bo')
    expect(second.words).not.to.equal(first.words)
    const late = await first.visitor.submit(first.page, {}, WRITTEN)
    expect([late.status, late.errors[0]]).to.deep.equal([
      409,
      'Sedlen er lavet om, siden du åbnede siden. Se, hvad der gælder nu.',
    ])
    await second.visitor.submit(second.page, {}, WRITTEN)
    expect((await tries('bo', first.words)).errors[0]).to.match(
      /^Den nøgleseddel hører til en anden stemmekasse/,
    )
    expect((await tries('bo', second.words)).notice).to.equal('Nøglesedlen passer.')
  })

  it('polling waits until two have tried theirs, whoever named them not counted', async () => {
    house.clock.set(`${DAYS.polling}T11:00:00Z`)
    const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind', opened_at: '11.00' }
    const open = async () => {
      const visitor = await house.as('signe')
      const { action, fields } = (await visitor.get(paths.polling(id))).fill(witnesses)
      return visitor.send({ action, fields })
    }
    signe = await house.as('signe')
    await name(['bo', 'signe', 'vera'])
    expect((await open()).errors[0]).to.match(/^Stemmekassen er ikke låst endnu/)
    const [ofBo, ofSigne, ofVera] = [await fetched('bo'), await fetched('signe'), await fetched('vera')]
    expect((await open()).errors[0]).to.match(/^Der er ikke prøvet nøglesedler nok endnu/)
    await tried('bo', ofBo)
    const own = await tries('signe', ofSigne)
    expect(own.text).to.include('Andre holdere mangler at prøve deres.')
    expect((await open()).errors[0]).to.match(/^Der er ikke prøvet nøglesedler nok endnu/)
    await tried('vera', ofVera)
    await open()
    expect(await statusOf(house, id)).to.equal('polling')
    const late = await (await house.as('signe')).get(paths.boxKey(id))
    expect(late.text).to.include('Afstemningen er begyndt')
  })

  it('tells what is wrong with a slip, and whose it is', async () => {
    await name(['bo', 'signe', 'vera'])
    const [first, second] = [await fetched('bo'), await fetched('signe')]
    const words = first.split(' ')
    const wrong: [slip: string, sentence: RegExp][] = [
      [words.with(4, 'qwerty').join(' '), /^Ord nr. 5, »qwerty«, findes ikke/],
      [second, /^Det er nøgleseddel 2, som Signe Holm har. Her skal nøgleseddel 1 prøves/],
      ['', /^Der skal 1 nøgleseddel til/],
    ]
    for (const [slip, sentence] of wrong) {
      const page = await tries('bo', slip)
      expect([page.status, page.value('slip_1')]).to.deep.equal([422, slip])
      expect(page.errors[0]).to.match(sentence)
    }
    const by = await official(house, 'bo')
    for (const [slip, reason] of [
      [words.slice(1).join(' '), 'slip_word_count'],
      [[...words.slice(1), words[0]].join(' '), 'slip_checksum'],
    ] as const)
      await trySlip(house.db, by, id, { number: 1, slip: Buffer.from(slip) }, findHere).then(
        () => expect.fail('it was taken'),
        (error: unknown) => expect(error).to.include({ reason }),
      )
    expect(await house.db('box_slip_trials')).to.deep.equal([])
    const typed = words.map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}\n`).join('')
    expect((await tries('bo', typed)).notice).to.equal('Nøglesedlen passer.')
    const scanned = { number: 2, slip: Buffer.from(`RB1:${id}:2:${second}`) }
    await trySlip(house.db, await official(house, 'signe'), id, scanned, findHere)
    expect(await house.db('box_slip_trials')).to.have.length(2)
  })

  it('for a holder without an account a sheet is printed by somebody who has no slip, and tried by others', async () => {
    await name(['bo', 'signe', 'Ole Sky'])
    const own = await signe.get(paths.keySlip(id, 3))
    expect(own.text).to.include('Lad en kollega printe den her')
    expect(own.$('form[action$="hent"]')).to.have.length(0)
    const vera = await house.as('vera')
    const { action, fields } = (await vera.get(paths.keySlip(id, 3))).fill({}, PRINT)
    const answer = await vera.raw('post', action, fields)
    expect(answer.headers).to.include({ 'content-type': 'application/pdf' })
    expect(answer.headers['cache-control']).to.match(/^no-store/)
    expect(answer.headers['content-disposition']).to.equal('attachment; filename=noegleseddel-3.pdf')
    expect((answer.body as Buffer).subarray(0, 5).toString()).to.equal('%PDF-')
    const written = await vera.submit(await vera.get(paths.keySlip(id, 3)), {}, WRITTEN)
    expect(written.text).to.include('Lad holderen taste ordene ind her')
    const custody = await findCustody(house.db, id)
    expect(custody?.slips.map(({ holder, state }) => [holder, state])).to.deep.equal([
      ['Bo Krag', 'waiting'],
      ['Signe Holm', 'waiting'],
      ['Ole Sky', 'on_paper'],
    ])
    // Signe named the holders, and does not try a sealed slip.
    const refused = await signe.submit(await signe.get(paths.keySlip(id, 3)), { slip_1: 'abrikos' }, TRY)
    expect(refused.errors[0]).to.match(/^Du har valgt holderne og kan ikke prøve den seddel/)
  })

  it('refuses a wrong number of holders, one twice, one who stands, and both an account and a name', async () => {
    const twice = await name(['bo', 'signe', 'bo'])
    expect(twice.errors[0]).to.match(/^Bo Krag står to gange/)
    expect((await name(['bo', 'signe'])).errors[0]).to.match(/^Vælg 3 eller 5 holdere/)
    expect((await name(['bo', 'signe', 'vera', 'Ole Sky'])).errors[0]).to.match(/^Vælg 3 eller 5 holdere/)
    const both = await name(['bo', 'signe', 'vera'], { name_3: 'Ole Sky' })
    expect([both.errors[0], both.value('name_3')]).to.deep.equal([
      ...['Vælg en konto, eller skriv et navn. Ikke begge dele.', 'Ole Sky'],
    ])
    const form = (await signe.get(paths.boxKey(id))).fill({}, SAVE)
    await house.db('candidacies').where({ election_id: id, name: 'Åse Wang' }).update({ name: 'Bo Krag' })
    const account = `${await house.accountOf('bo')}`
    const stands = await signe.send({
      ...form,
      fields: {
        ...form.fields,
        holder_1: account,
        holder_2: '',
        name_2: 'Ole Sky',
        holder_3: '',
        name_3: 'Pia Eng',
      },
    })
    expect(stands.errors[0]).to.match(/^Bo Krag stiller selv op/)
    expect(await house.db('box_custodies')).to.deep.equal([])
  })

  it('other holders are named with a tick once slips are tried, and the old slips open nothing then', async () => {
    await name(['bo', 'signe', 'vera'])
    const old = [await fetched('bo'), await fetched('signe'), await fetched('vera')]
    await tried('bo', old[0] ?? '')
    await tried('vera', old[2] ?? '')
    const kept = await name(['bo', 'signe', 'vera'])
    expect([kept.status, kept.errors[0]]).to.deep.equal([
      422,
      'Sedlerne er prøvet og passer. Sæt hak, hvis de skal være ugyldige og erstattes af nye.',
    ])
    await name(['bo', 'signe', 'vera'], { replaces_tried: 'ja' })
    const box = await signe.get(paths.box(id))
    expect(box.text).to.include('3 holdere mangler at hente')
    await fetched('bo')
    expect((await tries('bo', old[0] ?? '')).errors[0]).to.match(
      /^Den nøgleseddel hører til en anden stemmekasse/,
    )
  })

  it('five holders: three open the box, and nobody sees three', async () => {
    await name(['bo', 'signe', 'vera', 'Ole Sky', 'Pia Eng'])
    expect(await findCustody(house.db, id)).to.include({ threshold: 3, shares: 5 })
    const vera = await house.as('vera')
    const printed = (await vera.get(paths.keySlip(id, 4))).fill({}, PRINT)
    expect((await vera.raw('post', printed.action, printed.fields)).status).to.equal(200)
    expect((await vera.get(paths.keySlip(id, 5))).text).to.include('Lad en kollega printe den her')
  })

  it('a key from before slips had names is not tried any more, and one with a single slip opens no polling', async () => {
    await anOldKey(house, id, { isTried: false })
    expect((await signe.get(paths.box(id))).text).to.include('en nøgle fra før holderne fik navne')
    await anOldKey(house, id, { threshold: 1, shares: 1 })
    expect((await signe.get(paths.box(id))).text).to.include('Nøglen har kun én seddel')
    house.clock.set(`${DAYS.polling}T11:00:00Z`)
    signe = await house.as('signe')
    const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind', opened_at: '11.00' }
    const { action, fields } = (await signe.get(paths.polling(id))).fill(witnesses)
    expect((await signe.send({ action, fields })).errors[0]).to.match(
      /^Nøglen har kun én seddel. Vælg holdere/,
    )
  })

  it('a form with a slip that meets a session that has run out leaves no word behind', async () => {
    await name(['bo', 'signe', 'vera'])
    const slip = await fetched('signe')
    const { action, fields } = (await signe.get(paths.mySlip(id))).fill({ slip_1: slip }, TRY)
    await house.db('sessions').delete()
    const asked = await signe.send({ action, fields })
    expect(asked.status).to.equal(401)
    expect(asked.$.html()).not.to.include(slip.split(' ').slice(0, 3).join(' '))
  })

  it('whoever holds none is told so, and who does', async () => {
    await name(['bo', 'signe', 'Ole Sky'])
    const page = await (await house.as('vera')).get(paths.mySlip(id))
    expect(page.text).to.include('Du har ikke en nøgleseddel til det her valg.')
    expect(page.texts('.facts dt')).to.deep.equal(['Nøgleseddel 1', 'Nøgleseddel 2', 'Nøgleseddel 3'])
  })
})
