import { randomBytes } from 'node:crypto'
import { stateAfter } from '../models/rules/elections/acts.ts'
import path from 'node:path'
import { openDatabase, type Db } from '../models/core/db.ts'
import type { ElectionId } from '../models/core/ids.ts'
import { insertOne } from '../models/core/insert.ts'
import { migrate } from '../models/core/migrate.ts'
import { paths } from '../views/paths.ts'
import { startChild, type Child } from './child.ts'
import { openReleases, seedElection, type OpenRelease, type SeededElection } from './election_seed.ts'
import { comparePosts, sendAll, type Post } from './posts.ts'
import { row, type Row } from './row.ts'
import { benchConfig } from './settings.ts'

const BALLOTS = 600
const ROUNDS = 3
const TABLETS = 50
const HISTORY = { elections: 1000, ballots: 100_000 }

interface House {
  db: Db
  app: Child
  election: SeededElection
}

/** Measured beside a bare durable insert, from fifty tablets at once, and with years of elections stored. */
export async function measureCasting(folder: string): Promise<Row[]> {
  const empty = await openHouse(path.join(folder, 'casting.sqlite'))
  const young = await openHouse(path.join(folder, 'young.sqlite'))
  const full = await openHouse(path.join(folder, 'history.sqlite'), addHistory)
  const bareFile = path.join(folder, 'bare.sqlite')
  const bare = await startBare(bareFile)
  try {
    const cast = (house: House) => () => castsFor(house, BALLOTS)
    const insert = () => Promise.resolve(insertsFor(bare.origin, BALLOTS))
    const ten = await comparePosts(cast(empty), insert, 10)
    // A form that is refused, or fails, ends the measurement.
    await comparePosts(cast(empty), insert, TABLETS)
    // Both boxes hold as many ballots in each round.
    const history = await comparePosts(cast(full), cast(young), 10)
    return [
      row('cast_ballot', ten, 0.4, 'higher'),
      await castRow(empty),
      row('cast_with_history', millisecondsEach(history), 1.2, 'lower'),
    ]
  } finally {
    for (const { db, app } of [empty, young, full]) {
      await app.stop()
      await db.destroy()
    }
    await bare.stop()
  }
}

async function openHouse(filename: string, before?: typeof addHistory): Promise<House> {
  const config = benchConfig(filename)
  const db = openDatabase(config.database)
  const election = await seedElection(db, config.statutesFile, 'booth')
  await before?.(db, election)
  await db.raw('analyze')
  return { db, election, app: await startChild('app_server', { filename }) }
}

/** A thousand elections that are over, each with a hundred opened ballots and their codes. */
async function addHistory(db: Db, { id }: SeededElection): Promise<void> {
  const { id: _id, ...like } = await getAnyRow(db, id)
  const each = HISTORY.ballots / HISTORY.elections
  for (let n = 0; n < HISTORY.elections; n += 1) {
    const election_id = await insertOne(db, 'elections', { ...like, status: stateAfter('closePolling') })
    const ballots = Array.from({ length: each }, () => ({ id: random(), election_id, marks: '[1]' }))
    await db('ballots').insert(ballots)
    await db('box_codes').insert(ballots.map((ballot) => ({ election_id, code: `${ballot.id}${random()}` })))
    await db('elections')
      .where({ id: election_id })
      .update({ status: stateAfter('makeFinal') })
  }
}

async function getAnyRow(db: Db, id: ElectionId) {
  const row = await db('elections').where({ id }).first()
  if (!row) throw new Error(`there is no election ${id}`)
  return row
}

/** Each tablet has asked for its state before, as it does every few seconds while nobody votes. */
async function castsFor({ db, app, election }: House, howMany: number): Promise<Post[]> {
  const releases = await openReleases(db, election, howMany)
  const asked = releases.map(({ token }) => ({
    url: `${app.origin}${paths.boothStatus}`,
    body: '',
    cookie: `stemmeboks=${token}`,
  }))
  await sendAll(asked, TABLETS)
  return releases.map((release, index) => castOf(app.origin, election, release, index))
}

function castOf(origin: string, { candidates }: SeededElection, open: OpenRelease, index: number): Post {
  const mark = candidates[index % candidates.length] ?? 0
  const body = new URLSearchParams({
    release: open.release,
    lang: 'da',
    size: '0',
    contrast: '',
    marks: `${mark}`,
  })
  return { url: `${origin}${paths.boothCast}`, body: body.toString(), cookie: `stemmeboks=${open.token}` }
}

function insertsFor(origin: string, howMany: number): Post[] {
  return Array.from({ length: howMany }, () => ({
    url: `${origin}/insert`,
    body: new URLSearchParams({ release: random(), text: random() }).toString(),
  }))
}

async function startBare(filename: string): Promise<Child> {
  const db = openDatabase(benchConfig(filename).database)
  await migrate(db)
  await db.raw('create table bare_posts (id text not null primary key, body text not null)')
  await db.destroy()
  return startChild('baseline_server', { filename, bytes: '0', rows: '0' })
}

/** The box holds every cast ballot once: fifty tablets at once lose and double nothing. */
async function castRow({ db, election }: House): Promise<Row> {
  const found = await db('envelopes').where({ election_id: election.id }).count<{ n: number }[]>('* as n')
  const sent = BALLOTS * ROUNDS * 2
  return row('cast_50_tablets_at_once', { value: found[0]?.n ?? 0, baseline: sent }, 1, 'higher')
}

function millisecondsEach({ value, baseline }: { value: number; baseline: number }) {
  return { value: 1000 / value, baseline: 1000 / baseline }
}

function random(): string {
  return randomBytes(16).toString('hex')
}
