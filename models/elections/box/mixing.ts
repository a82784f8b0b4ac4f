import { randomBytes, randomInt } from 'node:crypto'
import type { Knex } from 'knex'
import { isPostgres, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { refill } from '../../core/sweeping.ts'
import { takeBlocks, tooManyInPile } from './blocks.ts'

/** On SQLite a ballot is laid down together with so many others at least. */
export const MIXED_WITH = 50

/** On SQLite a large box is cut into stretches of so many on average, of which hardly one in a thousand has fewer than fifty. */
const IN_A_STRETCH = 75

/** Keys from the first to the last. */
export interface Stretch {
  first: string
  last: string
}

/** Where new ballots get their random keys, and what is laid down anew with them. */
export interface Part {
  keys: Stretch
  laid: Stretch
}

const ALL_KEYS = 2n ** 128n
const WHOLE = stretchFrom(0n, ALL_KEYS)

export async function partToMix(db: Db, electionId: ElectionId): Promise<Part> {
  if (isPostgres(db)) return { keys: WHOLE, laid: WHOLE }
  const keys = aStretch(await countRoughly(db, electionId))
  const within = await countOf(sealedIn(db, electionId).whereBetween('id', [keys.first, keys.last]))
  return { keys, laid: within < MIXED_WITH ? WHOLE : keys }
}

interface Count {
  ballots: number
  uses: number
}

const counts = new WeakMap<Db, Map<ElectionId, Count>>()

/** A count serves so many times: it decides only how long a stretch is, and ballots that came since make it no shorter. */
const USES = 20

async function countRoughly(db: Db, electionId: ElectionId): Promise<number> {
  const known = counts.get(db) ?? new Map<ElectionId, Count>()
  counts.set(db, known)
  const last = known.get(electionId)
  if (last && last.uses < USES && last.ballots >= MIXED_WITH * 2) {
    last.uses += 1
    return last.ballots
  }
  const ballots = await countOf(sealedIn(db, electionId))
  known.set(electionId, { ballots, uses: 0 })
  return ballots
}

function sealedIn(db: Db, electionId: ElectionId) {
  return db('envelopes').where({ election_id: electionId })
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count<{ n: number }[]>('* as n')
  return row?.n ?? 0
}

/**
 * One of the stretches of equal length into which the keys of so many ballots are cut, each as likely as the others: a key
 * within it is then as likely as any other key. Chosen by the ballots that are there, later ones would get higher keys.
 */
export function aStretch(ballots: number): Stretch {
  const stretches = Math.max(1, Math.floor(ballots / IN_A_STRETCH))
  const number = randomInt(stretches)
  const border = (before: number) => (ALL_KEYS * BigInt(before)) / BigInt(stretches)
  return stretchFrom(border(number), border(number + 1))
}

function stretchFrom(from: bigint, end: bigint): Stretch {
  return { first: hexOf(from), last: hexOf(end - 1n) }
}

/** A random key within the stretch. */
export function keyIn({ first, last }: Stretch): string {
  const [from, to] = [BigInt(`0x${first}`), BigInt(`0x${last}`)]
  // As many random bits again, so that no key is likelier than another.
  const random = BigInt(`0x${randomBytes(32).toString('hex')}`)
  return hexOf(from + (random % (to - from + 1n)))
}

/** Keys are 128 bits. */
function hexOf(key: bigint): string {
  return key.toString(16).padStart(32, '0')
}

/**
 * PostgreSQL needs the table to itself, before the first ballot is put in. Returns false when another one, such as a
 * backup under way, keeps it for long: the ballot goes in all the same, and is mixed with the next.
 */
export async function holdBox(
  trx: Trx,
  table: 'envelopes' | 'box_mixings' | 'entered_papers' = 'envelopes',
): Promise<boolean> {
  if (!isPostgres(trx)) return true
  await trx.raw(`set local lock_timeout = '${HELD_WITHIN}'`)
  return trx
    .transaction((held) => held.raw('lock table only ?? in access exclusive mode', [table]))
    .then(
      () => true,
      (error: unknown) => {
        if ((error as { code?: string }).code === NOT_HELD) return false
        throw error
      },
    )
}

const HELD_WITHIN = '2s'
const NOT_HELD = '55P03'

/**
 * Lays the sealed ballots down in the order of their random keys, so that neither their place in the file nor who wrote
 * them tells which of them came last.
 */
export async function mix(trx: Trx, electionId: ElectionId, { laid }: Part): Promise<void> {
  if (!isPostgres(trx)) {
    const values = [electionId, laid.first, laid.last]
    await trx.raw('insert into mixings (election_id, first_id, last_id) values (?, ?, ?)', values)
    return
  }
  const elections = await tooManyInPile(trx)
  // While another one keeps the blocks, the pile grows meanwhile.
  if (elections.length > 0 && (await holdBox(trx, 'box_mixings'))) await takeBlocks(trx, elections)
  await refill(trx, 'envelopes', { alone: true })
}
