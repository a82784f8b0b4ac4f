import { Writable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import { createApp } from '../../../../app.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { signBallot } from '../../../../models/elections/box/proof.ts'
import { sealBallot } from '../../../../models/elections/box/sealing.ts'
import { latestStatutes } from '../../../../models/statutes/versions.ts'
import { ballotText } from '../../../../models/rules/elections/box/ballot_content.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, testConfig, type TestApp, type Visitor } from '../../../support/app.ts'
import {
  aBooth,
  anOpenBoothElection,
  closed,
  openedBox,
  type Tablet,
} from '../../../support/builders/booth.ts'
import { onPostgres } from '../../../support/databases/server.ts'
import { besideABusyNeighbour } from '../../../support/databases/neighbour.ts'
import { newDatabasesOnly } from '../../../support/databases/reuse.ts'
import { listening } from '../../../support/listening.ts'
import { everyFile, everyRow, kendallTau, placesOf } from '../../../support/stored.ts'
import type { CandidacyId, ElectionId } from '../../../../models/core/ids.ts'

const BALLOTS = 200
const MARKS = 8
const NAMES = [
  'Bo Ask',
  'Ea Birk',
  'Ib Eg',
  'Jo Elm',
  'Ly Fyr',
  'My Gran',
  'Pi Hassel',
  'Ru Lind',
  'Sy Pil',
  'Vi Røn',
]

/**
 * Two unrelated orders of 200 give a tau with mean 0 and variance 2(2n + 5) / 9n(n - 1) = 810 / 358,200, a standard
 * deviation of 0.0476. Beyond 0.25, 5.25 of those, one in six million goes by chance.
 */
const CHANCE = 0.25

/** 200 different ballots: subsets of ten candidates with one to eight marks, in an order of their own. */
function knownBallots(ids: readonly CandidacyId[]): CandidacyId[][] {
  const subsets = Array.from({ length: 2 ** ids.length - 1 }, (_one, index) => index + 1)
    .map((bits) => ids.filter((_id, place) => bits & (1 << place)))
    // Neighbours alone stand in a row in the list of candidates, too.
    .filter((marks) => marks.length <= MARKS && !ids.join().includes(marks.join()))
  // 367 has no factor in common with their number, so each turns up once.
  return Array.from({ length: BALLOTS }, (_ballot, index) => subsets[(index * 367) % subsets.length] ?? [])
}

describe('The secrecy of votes on a tablet', () => {
  newDatabasesOnly()
  let house: TestApp
  let id: ElectionId
  let slips: string[]
  let staff: Visitor
  let tablets: Tablet[]
  const cast: CandidacyId[][] = []
  let sealed: { id: string; sealed: Buffer; code: string }[]
  const logged: string[] = []
  const copies: Record<'before' | 'after', Awaited<ReturnType<typeof everyRow>>> = { before: {}, after: {} }

  before(async () => {
    house = await anApp()
    const log = pino(
      { level: 'trace' },
      new Writable({
        write: (line: Buffer, _encoding, done) => {
          logged.push(line.toString())
          done()
        },
      }),
    )
    const { council } = (await latestStatutes(house.db)).statutes
    const app = createApp({ db: house.db, config: testConfig(), clock: house.clock, council, log })
    house = { ...house, app, server: await listening(app) }
    ;({ id, slips } = await anOpenBoothElection(house, { candidates: NAMES, marksMax: MARKS }))
    staff = await house.as('signe')
    tablets = [await aBooth(house, id), await aBooth(house, id), await aBooth(house, id)]
  })

  async function vote(tablet: Tablet, marks: readonly CandidacyId[]): Promise<void> {
    const page = await staff.get(paths.booths(id))
    const action = paths.boothRelease(id, tablet.id)
    const pressed = page.$(`form[action="${action}"]`).serializeArray()
    await staff.raw('post', action, Object.fromEntries(pressed.map(({ name, value }) => [name, value])))
    const ballot = await tablet.get(paths.boothDoor)
    const form = ballot.fill()
    const fields = { ...form.fields, marks: marks.map(String), go: 'confirm' }
    const thanks = await tablet.cast(await tablet.send({ action: form.action, fields }))
    expect(thanks.heading).to.equal('Tak. Din stemme er i kassen.')
    cast.push([...marks])
  }

  /** The place of each voter, first to last, when the ballots are read in this order. */
  function votersIn(marks: readonly string[]): number[] {
    return marks.map((text) => cast.findIndex((ballot) => JSON.stringify(ballot) === text))
  }

  it(`${BALLOTS} people vote on three tablets, in an order that is known here alone`, async () => {
    const ids = (await listStanding(house.db, id)).map((candidacy) => candidacy.id)
    for (const [index, marks] of knownBallots(ids).entries()) {
      if (index === 100) copies.before = await everyRow(house.db)
      await vote(tablets[index % 3]!, marks)
      if (index === 100) copies.after = await everyRow(house.db)
    }
    expect(new Set(cast.map((ballot) => ballot.join())).size).to.equal(BALLOTS)
  })

  it('two copies of the database, taken around one vote, differ in the booth and one sealed ballot alone', () => {
    const changed = Object.keys(copies.after).filter(
      (table) => JSON.stringify(copies.before[table]) !== JSON.stringify(copies.after[table]),
    )
    expect(changed).to.deep.equal(['booths', 'envelopes'])
    const known = new Set(copies.before.envelopes!.map((row) => row.id))
    const added = copies.after.envelopes!.filter((row) => !known.has(row.id))
    expect(added).to.have.length(1)
    expect(Object.keys(added[0]!).sort()).to.deep.equal(['code', 'election_id', 'id', 'sealed'])
    const [booth] = copies.after.booths!.filter(
      (row) => !copies.before.booths!.some((old) => JSON.stringify(old) === JSON.stringify(row)),
    )
    const was = copies.before.booths!.find((row) => row.id === booth!.id)!
    const columns = Object.keys(booth!).filter((column) => booth![column] !== was[column])
    expect(columns.sort()).to.deep.equal(['ballots_cast', 'last_hash', 'releases'])
  })

  it('nothing in any row or file says what anybody chose, and all sealed ballots are equally long', async () => {
    sealed = await house.db('envelopes').where({ election_id: id })
    expect(new Set(sealed.map((row) => row.sealed.length))).to.have.property('size', 1)
    const files = await everyFile(house.db)
    const rows = JSON.stringify(await everyRow(house.db))
    for (const marks of cast) {
      // One or two ids alone stand in many a list that has nothing to do with a ballot.
      const lists = marks.length > 3 ? [JSON.stringify(marks), marks.join(',')] : []
      const [text] = ballotText({ election: id, marks, nonce: '', proof: '' }).split(',"nonce"')
      for (const found of [text!, ...lists]) {
        expect(placesOf(files, found), found).to.deep.equal([])
        expect(rows.includes(found), found).to.equal(false)
      }
    }
  })

  it('whoever knows every possible ballot and the public key cannot tell which one is in an envelope', async () => {
    const key = (await house.db('box_keys').where({ election_id: id }).first())!
    const publicKey = Buffer.from(key.public_key, 'hex')
    const codes = new Set(sealed.map(({ code }) => code))
    for (const marks of cast) {
      const signed = signBallot(house.by.keys, { election: id, marks }, publicKey)
      const [once, again] = [1, 2].map(() => sealBallot(signed, publicKey, MARKS))
      expect(once!.code).not.to.equal(again!.code)
      expect(codes.has(once!.code)).to.equal(false)
    }
  })

  it('the log, the sessions, the receipts and the acts know nothing of a vote', async () => {
    expect(logged).to.deep.equal([])
    const acts = await house.db('audit_events').orderBy('sequence').pluck('action')
    const opened = acts.indexOf('election.opened')
    // Three tablets were paired, and nothing has been written since.
    expect(acts.slice(opened + 1)).to.deep.equal(Array(3).fill('election.booth_paired'))
    const { sessions, receipts } = await everyRow(house.db)
    expect(JSON.stringify(sessions)).not.to.match(/stemme|booth|release|marks/)
    expect(sessions).to.have.length(1)
    const { sessions: before } = copies.before
    expect(sessions).to.deep.equal(before)
    expect(receipts).to.deep.equal(copies.before.receipts)
  })

  it('no column of the box, the ballots or the booths can hold a time, a number in a row or a voter', async () => {
    const columns: Record<string, string[]> = {}
    for (const table of ['envelopes', 'ballots', 'box_codes', 'booths', 'box_lines'])
      columns[table] = Object.keys(await house.db(table).columnInfo()).sort()
    expect(columns).to.deep.equal({
      envelopes: ['code', 'election_id', 'id', 'sealed'],
      ballots: ['election_id', 'id', 'marks'],
      box_codes: ['code', 'election_id'],
      booths: [
        ...['ballots_cast', 'election_id', 'id', 'last_hash', 'last_outcome', 'number', 'paired_on'],
        ...['release_hash', 'releases', 'state', 'token_hash', 'unpaired_on', 'voided'],
      ],
      box_lines: ['candidacy_id', 'election_id', 'votes'],
    })
  })

  describe('after the box has been opened', () => {
    let ballots: { id: string; marks: string }[]
    let files: Buffer[]

    besideABusyNeighbour()
    before(async () => {
      await closed(house, id)
      await openedBox(house, id, slips)
      expect(await house.db('box_compactions')).to.have.length(1)
      ballots = await house.db('ballots').where({ election_id: id }).select('id', 'marks')
      files = await everyFile(house.db)
    })

    it('every ballot is there once, as it was cast', () => {
      expect([...votersIn(ballots.map(({ marks }) => marks))].sort((a, b) => a - b)).to.deep.equal(
        cast.map((_ballot, index) => index),
      )
    })

    it('neither rows, keys nor places in the files follow the order in which people voted', async () => {
      const orders: Record<string, string[]> = {
        'as the rows come': ballots.map(({ marks }) => marks),
        'by key': [...ballots].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ marks }) => marks),
        'by first place in a file': byPlace((places) => places[0]),
        'by last place in a file': byPlace((places) => places.at(-1)),
      }
      if (onPostgres) {
        const [table] = [house.db('ballots').where({ election_id: id })]
        orders['by row address'] = await table.clone().orderByRaw('ctid').pluck('marks')
      }
      for (const [name, marks] of Object.entries(orders)) {
        expect(Math.abs(kendallTau(votersIn(marks))), name).to.be.below(CHANCE)
      }
      function byPlace(pick: (places: number[]) => number | undefined): string[] {
        const placed = ballots.map(({ id: key, marks }) => ({
          marks,
          place: pick(placesOf(files, key)) ?? -1,
        }))
        expect(placed.every(({ place }) => place >= 0)).to.equal(true)
        return placed.sort((a, b) => a.place - b.place).map(({ marks }) => marks)
      }
    })

    it('the measure sees an order where there is one', () => {
      const marks = cast.map((ballot) => JSON.stringify(ballot))
      expect(kendallTau(votersIn(marks))).to.equal(1)
      expect(kendallTau(votersIn([...marks].reverse()))).to.equal(-1)
      const half = marks.map((text, index) => (index % 2 ? text : (marks[(index * 7) % BALLOTS] ?? text)))
      expect(kendallTau(votersIn([...new Set(half)]))).to.be.above(CHANCE)
    })

    if (onPostgres) {
      it('no row tells which transaction wrote it apart from the others', async () => {
        for (const table of ['ballots', 'box_codes', 'box_lines']) {
          const rows = await house.db(table).select(house.db.raw('xmin::text as xmin'))
          expect(new Set(rows.map(({ xmin }: { xmin: string }) => xmin)).size, table).to.equal(1)
        }
      })
    }

    it('nothing is left of any sealed ballot but its code, in sorted order', async () => {
      expect(await house.db('envelopes')).to.deep.equal([])
      for (const { id: key, sealed: bytes } of sealed) {
        expect(placesOf(files, key)).to.deep.equal([])
        expect(placesOf(files, bytes)).to.deep.equal([])
        expect(placesOf(files, bytes.subarray(0, 24))).to.deep.equal([])
      }
      const codes = (await everyRow(house.db)).box_codes!.map(({ code }) => code)
      expect(codes).to.deep.equal(sealed.map(({ code }) => code).sort())
    })

    it('no code leads to a ballot: the two lists share nothing', () => {
      const codes = new Set(sealed.map(({ code }) => code.slice(0, 16)))
      expect(ballots.filter(({ id: key }) => codes.has(key.slice(0, 16)))).to.deep.equal([])
      const keys = new Set(sealed.map((envelope) => envelope.id))
      expect(ballots.filter(({ id: key }) => keys.has(key))).to.deep.equal([])
      // Sorted by code, the voters come in an order that says nothing of the ballots sorted by key.
      expect(logged).to.deep.equal([])
    })
  })
})
