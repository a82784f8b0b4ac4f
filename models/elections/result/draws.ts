import { randomBytes } from 'node:crypto'
import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { LockedError, type OutsideKeys } from '../../core/keys.ts'
import { insertOne } from '../../core/insert.ts'
import { drawsOrder } from '../../rules/elections/candidate_list.ts'
import { plainWords, type Drawn } from '../../rules/elections/draw.ts'
import type { DrawRow } from './tables.ts'
import { listStanding } from '../candidates/candidates.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { hashedOrder } from './hashed_order.ts'
import { requireBoard } from './lots.ts'
import { hasPart, type Official } from '../reach.ts'
import { getResult } from './loading.ts'
import { roundOf } from './result.ts'

// First the app makes a secret and shows only its SHA-256; then a person in the room says some words, and both decide.
// Neither the program nor the speaker can choose the outcome, nor who reads the database: the secret is locked there until
// the words are said. A draw is prepared once, so that no one tries again.

/** In bytes. */
const SEED_BYTES = 32

export type DrawAbout = DrawRow['about']

/** What is shown of a prepared draw: never its seed. */
export type PreparedDraw = Pick<DrawRow, 'commitment' | 'prepared_by' | 'prepared_on'>

/**
 * Returns the draw for the tie or the list as it is now, or undefined when none is prepared. Where the server has lost the
 * key to its secret, there is none either: then people draw.
 */
export async function findPreparedDraw(
  db: Db,
  keys: OutsideKeys,
  election: Election,
  about: DrawAbout,
): Promise<PreparedDraw | undefined> {
  const draw = await findDraw(db, election, about)
  if (!draw || seedOf(keys, draw) === undefined) return undefined
  const { commitment, prepared_by, prepared_on } = draw
  return { commitment, prepared_by, prepared_on }
}

async function findDraw(db: Db, election: Election, about: DrawAbout): Promise<DrawRow | undefined> {
  const round = await roundFor(db, election, about)
  return db('draws').where({ election_id: election.id, about, round }).first()
}

/** Returns undefined for a secret that was locked with a key that the server has no more, or that is not its own. */
function seedOf(keys: OutsideKeys, { seed, commitment, ...draw }: DrawRow): string | undefined {
  // A draw that was prepared before there were keys has its secret in clear.
  if (sha256(seed) === commitment) return seed
  try {
    const opened = keys.unlock('lotSeed', seed, placeOf(draw)).toString('hex')
    return sha256(opened) === commitment ? opened : undefined
  } catch (error) {
    if (error instanceof LockedError) return undefined
    throw error
  }
}

/** A secret that is moved to another draw does not open there. */
function placeOf({ election_id, about, round }: Pick<DrawRow, 'election_id' | 'about' | 'round'>): string {
  return `draw:${election_id}:${about}:${round}`
}

/** A tie belongs to its count; the order of the names to the list that is about to be approved. */
async function roundFor(db: Db, election: Election, about: DrawAbout): Promise<number> {
  return about === 'tie' ? roundOf(await getResult(db, election)) : election.list_version
}

/** The first step: shows and logs only the secret's SHA-256. Throws Conflict when it was done before. */
export async function prepareDraw(
  db: Db,
  by: Official,
  id: ElectionId,
  about: DrawAbout,
): Promise<{ id: ElectionId; commitment: string }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    await requireDrawing(trx, by, election, about)
    const round = await roundFor(trx, election, about)
    const secret = randomBytes(SEED_BYTES)
    const commitment = sha256(secret.toString('hex'))
    const place = { election_id: id, about, round }
    const earlier = await findDraw(trx, election, about)
    if (earlier && seedOf(by.keys, earlier) === undefined) throw new Refused('draw_seed_lost')
    await trx('draws')
      .insert({
        ...place,
        seed: by.keys.lock('lotSeed', secret, placeOf(place)),
        commitment,
        prepared_by: by.name,
        prepared_on: by.clock.today(),
      })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('draw_already_prepared') : error
      })
    const details = { about, round, commitment }
    const result = { id, commitment }
    return { action: 'election.draw_prepared', subject: subjectOf(election), details, result }
  })
}

async function requireDrawing(trx: Trx, by: Official, election: Election, about: DrawAbout): Promise<void> {
  if (about === 'tie') {
    requireAct(election, 'drawLot')
    await requireBoard(trx, by, election)
    return
  }
  requireAct(election, 'drawBallotOrder')
  const { length } = await listStanding(trx, election.id)
  if (!hasPart(by.user, 'run') || !drawsOrder(election, length)) throw new Refused('no_order_to_draw')
}

export interface DrawForm {
  /** What was said in the room after the commitment was shown. */
  words: string
  witnesses: string
}

/** The second step for a tie: the seats left go to the first in the drawn order, and the count is run again. */
export async function drawTie(
  db: Db,
  by: Official,
  id: ElectionId,
  form: DrawForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'drawLot')
    await requireBoard(trx, by, election)
    const { among, seatsLeft, candidates } = await getResult(trx, election)
    const equal = candidates.filter((one) => among.includes(one.id))
    const draw = await makeDraw(trx, by, election, { about: 'tie', among: equal, seats: seatsLeft, ...form })
    await moveElection(trx, election, 'drawLot')
    const { round, chosen, commitment, seed, words } = draw
    const details = { round, among, chosen, method: 'other', commitment, seed, words }
    return { action: 'election.lot_drawn', subject: subjectOf(election), details, result: { id } }
  })
}

/** The second step, inside the approval of the list: ids in ballot order. Throws Conflict when no draw was prepared. */
export async function drawBallotOrder(
  trx: Trx,
  by: Official,
  election: Election,
  standing: readonly Drawn[],
  form: DrawForm,
): Promise<{ order: CandidacyId[]; commitment: string; seed: string; words: string }> {
  const seats = standing.length
  const drawing = { about: 'ballot_order' as const, among: standing, seats, ...form }
  const { order, commitment, seed, words } = await makeDraw(trx, by, election, drawing)
  return { order: order.map(({ id }) => id), commitment, seed, words }
}

interface Drawing extends DrawForm {
  about: DrawAbout
  among: readonly Drawn[]
  seats: number
}

async function makeDraw(trx: Trx, by: Official, election: Election, drawing: Drawing) {
  const { about, among, seats } = drawing
  const words = plainWords(drawing.words)
  if (words === '') throw new Refused('draw_words_missing', {}, 'words')
  const prepared = await findDraw(trx, election, about)
  if (!prepared) throw new Conflict('draw_not_prepared')
  const { round, commitment } = prepared
  const seed = seedOf(by.keys, prepared)
  if (seed === undefined) throw new Refused('draw_seed_lost')
  const order = hashedOrder(among, { seed, words })
  const first = order.slice(0, seats).map(({ id }) => id)
  const chosen = about === 'tie' ? [...first].sort((a, b) => a - b) : first
  const lot_id = await insertOne(trx, 'lots', {
    election_id: election.id,
    about,
    round: about === 'tie' ? round : 0,
    among: JSON.stringify(among.map(({ id }) => id).sort((a, b) => a - b)),
    chosen: JSON.stringify(chosen),
    method: 'other',
    witnesses: drawing.witnesses.trim(),
    drawn_by: by.name,
    drawn_on: by.clock.today(),
  })
  await trx('lot_draws').insert({ lot_id, draw_id: prepared.id, words, seed })
  return { round, order, chosen, commitment, seed, words }
}
