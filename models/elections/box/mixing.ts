import { randomBytes, randomInt } from 'node:crypto'
import { isPostgres, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { refill } from '../../core/sweeping.ts'

/** On SQLite a ballot is laid down together with so many others, or with all while there are fewer than twice as many. */
export const MIXED_WITH = 50

/** On PostgreSQL all boxes are laid down anew with each ballot, up to this size; beyond it with one ballot in fifty. */
const MIXED_WHOLE = 2000

/** The part of the box in which new ballots get their random keys, and which is then laid down anew. */
export interface Part {
  first: string
  last: string
}

const WHOLE: Part = { first: '0'.repeat(32), last: 'f'.repeat(32) }

export async function partToMix(db: Db, electionId: ElectionId): Promise<Part> {
  if (isPostgres(db)) return WHOLE
  const envelopes = () => db('envelopes').where({ election_id: electionId })
  const many = await envelopes()
    .orderBy('id')
    .offset(2 * MIXED_WITH - 1)
    .limit(1)
    .pluck('id')
  if (many.length === 0) return WHOLE
  const after = await envelopes().where('id', '>=', keyIn(WHOLE)).orderBy('id').limit(MIXED_WITH).pluck('id')
  const keys = after.length === MIXED_WITH ? after : await lastOf(db, electionId)
  return { first: keys[0] ?? WHOLE.first, last: keys.at(-1) ?? WHOLE.last }
}

async function lastOf(db: Db, electionId: ElectionId): Promise<string[]> {
  const last = db('envelopes').where({ election_id: electionId }).orderBy('id', 'desc').limit(MIXED_WITH)
  return (await last.pluck('id')).reverse()
}

/** A random key between the two, which are 128 bits as hex. */
export function keyIn({ first, last }: Part): string {
  const [from, to] = [BigInt(`0x${first}`), BigInt(`0x${last}`)]
  // As many random bits again, so that no key is likelier than another.
  const random = BigInt(`0x${randomBytes(32).toString('hex')}`)
  return (from + (random % (to - from + 1n))).toString(16).padStart(32, '0')
}

/**
 * PostgreSQL needs the table to itself, before the first ballot is put in. Returns false when another one, such as a
 * backup under way, keeps it for long: the ballot goes in all the same, and is mixed with the next.
 */
export async function holdBox(trx: Trx): Promise<boolean> {
  if (!isPostgres(trx)) return true
  await trx.raw(`set local lock_timeout = '${HELD_WITHIN}'`)
  return trx
    .transaction((held) => held.raw('lock table envelopes in access exclusive mode'))
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
export async function mix(trx: Trx, electionId: ElectionId, { first, last }: Part): Promise<void> {
  if (!isPostgres(trx)) {
    const values = [electionId, first, last]
    await trx.raw('insert into mixings (election_id, first_id, last_id) values (?, ?, ?)', values)
    return
  }
  const isLarge = (await trx('envelopes').offset(MIXED_WHOLE).limit(1).pluck('id')).length > 0
  if (!isLarge || randomInt(MIXED_WITH) === 0) await refill(trx, 'envelopes')
}
