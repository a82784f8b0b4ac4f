import { isPostgres, refusedBy, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { emptyLogSoon } from '../../core/sweeping.ts'
import type { Sealed } from './sealing.ts'
import { holdBox, keyIn, mix, partToMix, type Part } from './mixing.ts'

/** A sealed ballot, and the release that it uses up. */
export interface Casting extends Sealed {
  token_hash: string
  release_hash: string
  electionId: ElectionId
}

interface Waiting {
  casting: Casting
  done: (isIn: boolean) => void
  failed: (error: unknown) => void
}

/** So many are put in together at the most. */
const AT_ONCE = 50

interface Line {
  waiting: Waiting[]
  isMoving: boolean
}

const lines = new WeakMap<Db, Line>()

/**
 * Uses the release up and puts the ballot in the box, or does neither and returns false. Ballots that come while others
 * are put in wait, and then go in together: they are mixed with the box and swept out of the log once for all of them.
 */
export function putInBox(db: Db, casting: Casting): Promise<boolean> {
  const line = lines.get(db) ?? { waiting: [], isMoving: false }
  lines.set(db, line)
  return new Promise((done, failed) => {
    line.waiting.push({ casting, done, failed })
    if (!line.isMoving) void move(db, line)
  })
}

async function move(db: Db, line: Line): Promise<void> {
  line.isMoving = true
  while (line.waiting.length > 0) {
    const [first] = line.waiting
    const together = line.waiting
      .filter(({ casting }) => casting.electionId === first?.casting.electionId)
      .slice(0, AT_ONCE)
    line.waiting = line.waiting.filter((one) => !together.includes(one))
    await putIn(db, together)
  }
  line.isMoving = false
}

async function putIn(db: Db, together: readonly Waiting[]): Promise<void> {
  try {
    const areIn = await inOneTransaction(
      db,
      together.map(({ casting }) => casting),
    )
    await emptyLogSoon(db)
    for (const [index, { done }] of together.entries()) done(areIn[index] === true)
  } catch (error) {
    for (const { failed } of together) failed(error)
  }
}

async function inOneTransaction(db: Db, castings: readonly Casting[]): Promise<boolean[]> {
  const [{ electionId } = { electionId: undefined }] = castings
  if (electionId === undefined) return []
  const part = await partToMix(db, electionId)
  return db.transaction(async (trx) => {
    const isHeld = await holdBox(trx)
    // One statement for all of them. When it refuses one, none is in the box.
    const areAllIn = await goIn(trx, castings, part)
    const areIn = areAllIn ? castings.map(() => true) : await oneByOne(trx, castings, part)
    if (isHeld && areIn.includes(true)) await mix(trx, electionId, part)
    return areIn
  })
}

async function oneByOne(trx: Trx, castings: readonly Casting[], part: Part): Promise<boolean[]> {
  const areIn: boolean[] = []
  for (const casting of castings) areIn.push(await goIn(trx, [casting], part))
  return areIn
}

async function goIn(trx: Trx, castings: readonly Casting[], { keys }: Part): Promise<boolean> {
  const rows = castings.map(({ token_hash, release_hash, electionId, sealed, code }) => {
    return [token_hash, release_hash, keyIn(keys), electionId, sealed, code]
  })
  const sql = `insert into castings (token_hash, release_hash, id, election_id, sealed, code)
    values ${rows.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`
  try {
    // After a refusal PostgreSQL takes nothing more in the transaction, unless it goes back to a point within it.
    if (isPostgres(trx)) await trx.transaction((inner) => inner.raw(sql, rows.flat()))
    else await trx.raw(sql, rows.flat())
    return true
  } catch (error) {
    // Used up, taken back or shown anew; or polling closed meanwhile, and the box takes nothing more.
    if (refusedBy(error, 'castings_release') || refusedBy(error, 'envelopes_guarded')) return false
    throw error
  }
}
