import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { insertOne } from '../../../../../models/core/insert.ts'
import { LockedError, outsideKeysFrom } from '../../../../../models/core/keys.ts'
import {
  drawBallotOrder,
  drawTie,
  findPreparedDraw,
  prepareDraw,
} from '../../../../../models/elections/result/draws.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { findLotDraw } from '../../../../../models/elections/result/lot_draws.ts'
import { getResult } from '../../../../../models/elections/result/loading.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { KEYS } from '../../../../support/databases/keys.ts'
import { everyRow } from '../../../../support/stored.ts'
import {
  aClosedElection,
  counts,
  DAYS,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import {
  aComplaint,
  aTie,
  certifies,
  decides,
  TIE,
  TIE_PAPERS,
  TWO,
} from '../../../../support/builders/outcomes.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const PREPARE = 'Gør lodtrækningen klar'
const DRAW = 'Træk lod nu'

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

describe('elections: the app draws lots', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aTie(house)
  })

  async function prepared() {
    const signe = await house.as('signe')
    const lot = await signe.get(paths.lot(id))
    const page = await signe.get(lot.link('Eller lad Rådsbogen trække lod, så alle kan regne efter'))
    return { signe, page: await signe.submit(page, {}, PREPARE) }
  }

  const drawn = (one: TestApp) =>
    one
      .db('draws')
      .join('lot_draws', 'lot_draws.draw_id', 'draws.id')
      .first('lot_draws.seed', 'draws.commitment')

  it('shows and logs only the code of its secret first', async () => {
    const { page } = await prepared()
    const row = await house.db('draws').first()
    const seed = row && KEYS.unlock('lotSeed', row.seed, `draw:${id}:tie:1`).toString('hex')
    expect(seed).to.match(/^[0-9a-f]{64}$/)
    expect(row?.commitment).to.equal(sha256(seed ?? ''))
    expect(page.text).to.include(row?.commitment)
    for (const secret of [seed, row?.seed]) expect(page.$.html()).not.to.include(secret)
    expect(page.text).to.include('Birthe Toft Carlo Mose')
    const events = await house.db('audit_events').select()
    for (const secret of [seed, row?.seed]) expect(JSON.stringify(events)).not.to.include(secret)
    const last = events.find(({ action }) => action === 'election.draw_prepared')
    expect(JSON.parse(last?.details ?? '')).to.deep.equal({
      about: 'tie',
      round: 1,
      commitment: row?.commitment,
    })
    const overview = await (await house.as('ruth')).get(paths.election(id))
    expect(overview.text).to.include(`Koden er ${row?.commitment ?? ''}.`)
  })

  it('then lets the words decide, and anybody can check it with any tool', async () => {
    const { signe, page } = await prepared()
    const typed = { words: ' tre  blå kopper ', seen_by: 'Dagmar Lind og Otto Kjær' }
    const result = await signe.submit(page, typed, DRAW)
    expect(result.heading).to.equal('Resultat')
    expect(await statusOf(house, id)).to.equal('counted')
    const draw = await drawn(house)
    const candidates = await house.db('candidacies').where({ election_id: id }).select('id', 'name')
    const [first] = candidates
      .map((one) => ({ ...one, hash: sha256(`${draw?.seed ?? ''}:tre blå kopper:${one.id}:${one.name}`) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    const { elected } = await getResult(house.db, await getAnyElection(house.db, id))
    expect(elected).to.deep.equal([first?.id])
    for (const told of [draw?.seed, draw?.commitment, 'tre blå kopper', first?.hash])
      expect(result.text).to.include(told)
    const lot = await house.db('lots').first()
    expect(lot).to.deep.include({ method: 'other', witnesses: 'Dagmar Lind og Otto Kjær' })
    expect((await signe.get(paths.lot(id))).text).to.include(draw?.seed)
  })

  it('tells the public how, with code, secret and words, once the result is certified', async () => {
    const { signe, page } = await prepared()
    await signe.submit(page, { words: 'tre blå kopper', seen_by: 'Dagmar Lind og Otto Kjær' }, DRAW)
    expect((await house.visitor().get(paths.publicElection(id))).text).not.to.include('tre blå')
    await certifies(house, id)
    const draw = await drawn(house)
    const shown = await house.visitor().get(paths.publicElection(id))
    for (const told of ['Rådsbogen trak lod den', 'tre blå kopper', draw?.seed, draw?.commitment])
      expect(shown.text).to.include(told)
  })

  it('is prepared once: nobody tries until it suits them', async () => {
    const { signe, page } = await prepared()
    expect(page.$('main form[method=post]').length).to.equal(1)
    const stale = {
      action: paths.drawPreparation(id),
      fields: { ...page.fill({}, DRAW).fields, about: 'tie' },
    }
    const again = await storesNothing(house, () => signe.send(stale))
    expect(again.status).to.equal(409)
    expect(again.errors).to.deep.equal([
      'Lodtrækningen er allerede gjort klar. Den kan kun gøres klar én gang.',
    ])
    expect(await house.db('draws').pluck('round')).to.deep.equal([1])
  })

  it('is not drawn before it is prepared, without words, nor by somebody outside the board', async () => {
    const signe = await house.as('signe')
    const csrf = (await signe.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const fields = { _csrf: csrf, words: 'tre', seen_by: 'To' }
    const early = await storesNothing(house, () => signe.send({ action: paths.draw(id), fields }))
    expect(early.status).to.equal(409)
    expect(early.errors).to.deep.equal(['Gør lodtrækningen klar først.'])
    const { page, signe: again } = await prepared()
    const silent = await storesNothing(house, () =>
      again.submit(page, { words: '  ', seen_by: 'Dagmar Lind' }, DRAW),
    )
    expect(silent.status).to.equal(422)
    expect(silent.value('seen_by')).to.equal('Dagmar Lind')
    const bo = await house.as('bo')
    const other = (await bo.get(paths.draw(id))).$('main form').length
    expect(other).to.equal(0)
    const token = (await bo.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const outside = await storesNothing(house, () =>
      bo.send({ action: paths.draw(id), fields: { ...fields, _csrf: token } }),
    )
    expect(outside.errors).to.deep.equal([
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    ])
  })

  it('says nothing of its secret in the database before the words: no try of them by its rows finds the winner', async () => {
    const trials = 60
    const wins: boolean[] = []
    const guesses = { right: 0 }
    await prepared()
    const row = (await house.db('draws').first())!
    // What a reader of the database has: the row, and what can be made of it. None of it is the secret.
    const known = [
      row.seed,
      row.seed.slice(9),
      Buffer.from(row.seed.slice(9), 'base64url').toString('hex'),
      row.commitment,
    ]
    for (const text of known) expect(sha256(text)).not.to.equal(row.commitment)
    const texts = JSON.stringify(await everyRow(house.db)).match(/[\w.-]{20,}/g) ?? []
    expect(texts).to.include(row.seed)
    for (const text of texts) expect(sha256(text)).not.to.equal(row.commitment)
    const candidates = await house.db('candidacies').where({ election_id: id }).select('id', 'name')
    const firstBy = (seed: string, words: string) =>
      candidates
        .map((one) => ({ id: one.id, hash: sha256(`${seed}:${words}:${one.id}:${one.name}`) }))
        .sort((a, b) => (a.hash < b.hash ? -1 : 1))[0]?.id
    const seed = KEYS.unlock('lotSeed', row.seed, `draw:${id}:tie:1`).toString('hex')
    for (let trial = 0; trial < trials; trial += 1) {
      const words = `ord nummer ${trial}`
      const winner = firstBy(seed, words)
      wins.push(winner === candidates[0]?.id)
      guesses.right += known.filter((text) => firstBy(text, words) === winner).length
    }
    // Two are equal, so a guess is right half of the time: 240 guesses are 120 ± 5 × 7.7 (five times their spread).
    expect(guesses.right).to.be.within(81, 159)
    expect(new Set(wins).size).to.equal(2)
  })

  it('opens for no other draw, and with no other key: people draw then', async () => {
    const { signe, page } = await prepared()
    const row = (await house.db('draws').first())!
    for (const [keys, place] of [
      [KEYS, `draw:${id}:ballot_order:1`],
      [KEYS, `draw:${id}:tie:2`],
      [outsideKeysFrom(['another secret that is as long as the first of the tests']), `draw:${id}:tie:1`],
    ] as const)
      expect(() => keys.unlock('lotSeed', row.seed, place)).to.throw(LockedError)
    const by = {
      ...(await official(house, 'signe')),
      keys: outsideKeysFrom(['a secret that is not the server’s, but long']),
    }
    const election = await getAnyElection(house.db, id)
    expect(await findPreparedDraw(house.db, by.keys, election, 'tie')).to.equal(undefined)
    const said = { words: 'tre', witnesses: 'Dagmar Lind' }
    for (const act of [() => prepareDraw(house.db, by, id, 'tie'), () => drawTie(house.db, by, id, said)])
      expect(await storesNothing(house, () => act().catch((error: unknown) => error))).to.have.property(
        'reason',
        'draw_seed_lost',
      )
    expect((await signe.submit(page, { words: 'tre', seen_by: 'Dagmar Lind' }, DRAW)).heading).to.equal(
      'Resultat',
    )
  })

  it('goes on, and can be checked, where the secret was stored in clear before there were keys', async () => {
    const seed = 'ab'.repeat(32)
    await house.db('draws').insert({
      ...{ election_id: id, about: 'tie', round: 1, seed, commitment: sha256(seed) },
      ...{ prepared_by: 'Signe Holm', prepared_on: isoDate(DAYS.polling) },
    })
    const signe = await house.as('signe')
    const typed = { words: 'tre blå kopper', seen_by: 'Dagmar Lind og Otto Kjær' }
    const result = await signe.submit(await signe.get(paths.draw(id)), typed, DRAW)
    for (const told of [seed, sha256(seed), 'tre blå kopper']) expect(result.text).to.include(told)
  })

  it('can be checked where it was drawn before there were keys: its secret stands with the code alone', async () => {
    const seed = 'cd'.repeat(32)
    const election = await getAnyElection(house.db, id)
    const { among } = await getResult(house.db, election)
    const lot = {
      election_id: id,
      about: 'tie' as const,
      round: 1,
      method: 'other' as const,
      witnesses: 'Dagmar Lind',
    }
    const drawn = { drawn_by: 'Signe Holm', drawn_on: isoDate(DAYS.polling) }
    const lists = { among: JSON.stringify(among), chosen: JSON.stringify(among.slice(0, 1)) }
    const lot_id = await insertOne(house.db, 'lots', { ...lot, ...lists, ...drawn })
    const draw_id = await insertOne(house.db, 'draws', {
      ...{ election_id: id, about: 'tie', round: 1, seed, commitment: sha256(seed) },
      ...{ prepared_by: 'Signe Holm', prepared_on: isoDate(DAYS.polling) },
    })
    await house.db('lot_draws').insert({ lot_id, draw_id, words: 'tre blå kopper', seed: null })
    expect((await findLotDraw(house.db, (await house.db('lots').first())!))?.seed).to.equal(seed)
  })

  it('stands when a recount finds the same tie: nobody draws again', async () => {
    const { signe, page } = await prepared()
    await signe.submit(page, { words: 'tre blå kopper', seen_by: 'Dagmar Lind og Otto Kjær' }, DRAW)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const { elected } = await getResult(house.db, await getAnyElection(house.db, id))
    await decides(house, id, await aComplaint(house, id), 'recount')
    await counts(house, id, 'bo', TIE)
    expect(await counts(house, id, 'lis', TIE)).to.include({ outcome: 'agree' })
    const again = await getResult(house.db, await getAnyElection(house.db, id))
    expect(again.elected).to.deep.equal(elected)
    expect(again.count?.lot?.draw?.words).to.equal('tre blå kopper')
    expect(await house.db('lots').orderBy('id').pluck('round')).to.deep.equal([1, 2])
  })
})

describe('elections: the app draws the order on the ballot', () => {
  it('is refused where the names stand in the order of the alphabet, and once the list is approved', async () => {
    const house = await anApp()
    const id = await aClosedElection(house, { candidates: TWO, papers: TIE_PAPERS })
    const signe = await official(house, 'signe')
    const refused = await prepareDraw(house.db, signe, id, 'ballot_order').catch((error: unknown) => error)
    expect(refused).to.have.property('reason', 'election_is_closed')
    const election = await getAnyElection(house.db, id)
    const drawn = await house.db
      .transaction((trx) =>
        drawBallotOrder(trx, signe, election, [], { words: 'tre', witnesses: 'To' }).then(() => undefined),
      )
      .catch((error: unknown) => error)
    expect(drawn).to.have.property('reason', 'draw_not_prepared')
  })
})
