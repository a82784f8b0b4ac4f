import { expect } from 'chai'
import pino from 'pino'
import { createApp } from '../../../app.ts'
import { castBallot, showRelease } from '../../../models/elections/booth/casting.ts'
import { listCodes } from '../../../models/elections/box/codes.ts'
import { openDatabase } from '../../../models/core/db.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import { anApp, testConfig, type TestApp } from '../../support/app.ts'
import {
  aBooth,
  anOpenBoothElection,
  castOf,
  closed,
  openedBox,
  sendTo,
  type Tablet,
} from '../../support/builders/booth.ts'
import { someIds } from '../../support/ids.ts'

const THANKS = 'Tak. Din stemme er i kassen.'
const ALREADY = 'Stemmesedlen ligger allerede i kassen'

describe('A hard day at the voting booths', () => {
  let house: TestApp
  let id: ElectionId
  let slips: string[]

  beforeEach(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house))
  })

  it('fifty tablets cast at once without one error, and the account closes', async () => {
    const tablets: Tablet[] = []
    for (let number = 1; number <= 50; number += 1) tablets.push(await aBooth(house, id))
    const casts: ReturnType<typeof castOf>[] = []
    for (const tablet of tablets) casts.push(castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø')))
    const answers = await Promise.all(tablets.map((tablet, index) => tablet.send(casts[index]!)))
    expect(new Set(answers.map(({ status, heading }) => `${status} ${heading}`))).to.deep.equal(
      new Set([`200 ${THANKS}`]),
    )
    await closed(house, id)
    await openedBox(house, id, slips)
    expect(await house.db('box_openings').first('releases', 'voided', 'envelopes')).to.deep.equal({
      releases: 50,
      voided: 0,
      envelopes: 50,
    })
  })

  it('a form that is sent twice among those of others takes no other ballot down with it', async () => {
    const casts: { tablet: Tablet; cast: ReturnType<typeof castOf> }[] = []
    for (let number = 1; number <= 12; number += 1) {
      const tablet = await aBooth(house, id)
      casts.push({ tablet, cast: castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø')) })
    }
    // The first is alone, and those that come meanwhile go in together: three of them twice.
    const sent = [...casts, ...casts.slice(3, 6)]
    const answers = await Promise.all(sent.map(({ tablet, cast }) => tablet.send(cast)))
    const headings = answers.map(({ heading }) => heading)
    expect(headings.filter((heading) => heading === THANKS)).to.have.length(12)
    expect(headings.filter((heading) => heading === ALREADY)).to.have.length(3)
    expect(await house.db('envelopes')).to.have.length(12)
    const rows = await Promise.all(casts.map(({ tablet }) => tablet.row()))
    expect(rows.map(({ ballots_cast }) => ballots_cast)).to.deep.equal(rows.map(() => 1))
  })

  it('the server is stopped between cast and thanks: the next one says truthfully that the ballot is in', async () => {
    const tablet = await aBooth(house, id)
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    // The first server stored the ballot, and its answer never left it.
    const token = tablet.cookie.split('=')[1]!
    const marks = someIds(Number([cast.fields.marks].flat()[0]))
    await castBallot(
      house.db,
      house.by.keys,
      { token, release: String(cast.fields.release) },
      { marks, blank: false },
    )
    const second = await anotherServer()
    const again = await sendTo(second.app, tablet.cookie, cast)
    expect([again.status, again.heading]).to.deep.equal([200, ALREADY])
    expect(await second.db('envelopes')).to.have.length(1)
    await second.db.destroy()
  })

  it('the server is stopped before it was stored: the next one takes the same ballot, once', async () => {
    const tablet = await aBooth(house, id)
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    const second = await anotherServer()
    for (const heading of [THANKS, ALREADY])
      expect((await sendTo(second.app, tablet.cookie, cast)).heading).to.equal(heading)
    expect(await second.db('envelopes')).to.have.length(1)
    await second.db.destroy()
  })

  it('two servers on one database get the same ballot at the same time: one stores it', async () => {
    const tablet = await aBooth(house, id)
    const second = await anotherServer()
    for (let round = 1; round <= 5; round += 1) {
      const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
      const answers = await Promise.all([
        sendTo(house.app, tablet.cookie, cast),
        sendTo(second.app, tablet.cookie, cast),
      ])
      expect(answers.map(({ heading }) => heading).sort()).to.deep.equal([ALREADY, THANKS])
      expect(await house.db('envelopes')).to.have.length(round)
    }
    await second.db.destroy()
  })

  it('a fault while casting undoes all of it, and the voter can press again', async () => {
    const tablet = await aBooth(house, id)
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    // The box refuses after the release has been used up, inside the same statement.
    await house.db('elections').where({ id }).update({ status: 'closed' })
    expect((await tablet.send(cast)).status).to.equal(409)
    expect(await tablet.row()).to.include({ state: 'showing', ballots_cast: 0 })
    await house.db('elections').where({ id }).update({ status: 'polling' })
    expect((await tablet.send(cast)).heading).to.equal(THANKS)
  })

  it('a release is shown by the booth that has it alone, and each showing ends the one before', async () => {
    const [one, other] = [await aBooth(house, id), await aBooth(house, id)]
    await one.release()
    expect(await showRelease(house.db, { id: other.id })).to.equal(undefined)
    const first = await showRelease(house.db, { id: one.id })
    const second = await showRelease(house.db, { id: one.id })
    expect(first).not.to.equal(second)
    const token = one.cookie.split('=')[1]!
    const blank = { marks: [], blank: true }
    expect(await castBallot(house.db, house.by.keys, { token, release: first! }, blank)).to.equal(undefined)
    expect(await castBallot(house.db, house.by.keys, { token, release: second! }, blank)).to.match(
      /^[0-9a-f]{64}$/,
    )
    expect(await listCodes(house.db, id)).to.deep.equal([])
  })

  /** A second process on the same database, or one that was restarted. */
  async function anotherServer(): Promise<{ app: TestApp['app']; db: TestApp['db'] }> {
    const { config: knex } = house.db.client as {
      config: { client: 'pg' | 'sqlite3' | 'better-sqlite3'; connection: Record<string, string> }
    }
    const { filename = '', connectionString = '' } = knex.connection
    const db = openDatabase(
      knex.client === 'pg' ? { client: 'pg', connectionString } : { client: knex.client, filename },
    )
    const { council } = (await latestStatutes(db)).statutes
    const log = pino({ level: 'silent' })
    return { db, app: createApp({ db, config: testConfig(), clock: house.clock, council, log }) }
  }
})
