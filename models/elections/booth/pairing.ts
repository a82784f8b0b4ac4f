import { randomBytes, randomInt } from 'node:crypto'
import { act, type By } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { Clock, Instant } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { hasBooth } from '../means.ts'
import type { BoothRow } from './tables.ts'
import { getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { instantAt } from '../../core/dates.ts'

export const CODE_MINUTES = 10

/** The code is six digits that pair one tablet, once. Only the hash is stored. */
export async function makePairingCode(db: Db, by: Official, id: ElectionId): Promise<string> {
  const election = await getElection(db, by.user, id)
  if (!hasBooth(election)) throw new Conflict('no_booth_here')
  requireAct(election, 'pairTablet')
  await db('booth_pairings').where('expires_at', '<=', by.clock.now()).delete()
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const row = { code_hash: sha256(code), election_id: id, expires_at: soon(by.clock), made_by: by.name }
    const taken = await db('booth_pairings')
      .insert(row)
      .then(
        () => false,
        (error: unknown) => {
          if (isTaken(error)) return true
          throw error
        },
      )
    if (!taken) return code
  }
}

function soon(clock: Clock): Instant {
  return instantAt(Date.parse(clock.now()) + CODE_MINUTES * 60_000)
}

/** Returns the token that the tablet shows from now on. */
export async function pairBooth(
  db: Db,
  { clock, keys }: Pick<By, 'clock' | 'keys'>,
  code: string,
): Promise<{ token: string }> {
  const code_hash = sha256(code.replace(/\s/g, ''))
  const pairing = await db('booth_pairings').where({ code_hash }).first()
  // The tablet has no account: pairing is the work of the official who showed the code.
  const by = { accountId: null, name: pairing?.made_by ?? '', clock, keys }
  const token = randomBytes(32).toString('base64url')
  await act(db, by, async (trx) => {
    const used = await trx('booth_pairings')
      .where({ code_hash })
      .where('expires_at', '>', clock.now())
      .delete()
    if (used !== 1 || !pairing) throw new Refused('pairing_code_unknown', { minutes: CODE_MINUTES }, 'code')
    const { election_id } = pairing
    const election = await trx('elections').where({ id: election_id }).first()
    if (election) requireAct(election, 'pairTablet')
    const number = await nextNumber(trx, election_id)
    const paired_on = clock.today()
    await trx('booths').insert({ election_id, number, token_hash: sha256(token), paired_on, state: 'idle' })
    const details = { number }
    const subject = subjectOf({ id: election_id })
    return { action: 'election.booth_paired', subject, details, result: null }
  })
  return { token }
}

async function nextNumber(trx: Trx, electionId: ElectionId): Promise<number> {
  const last = await trx('booths')
    .where({ election_id: electionId })
    .orderBy('number', 'desc')
    .first('number')
  return (last?.number ?? 0) + 1
}

/** Returns undefined when the booth is no longer paired. */
export async function findBooth(db: Db, token: string): Promise<BoothRow | undefined> {
  const booth = await db('booths')
    .where({ token_hash: sha256(token) })
    .whereNull('unpaired_on')
    .first()
  if (booth) remember(db, booth)
  return booth
}

const electionOf = new WeakMap<Db, Map<string, ElectionId>>()
const MOST_BOOTHS = 1000

/** The election is looked up once, since a booth stays with it. Whether the booth may cast is not said. */
export async function electionOfBooth(db: Db, token_hash: string): Promise<ElectionId | undefined> {
  const known = electionOf.get(db)?.get(token_hash)
  if (known !== undefined) return known
  const booth = await db('booths').where({ token_hash }).first('token_hash', 'election_id')
  if (booth) remember(db, booth)
  return booth?.election_id
}

function remember(db: Db, { token_hash, election_id }: Pick<BoothRow, 'token_hash' | 'election_id'>): void {
  const known = electionOf.get(db) ?? new Map<string, ElectionId>()
  electionOf.set(db, known)
  known.set(token_hash, election_id)
  if (known.size > MOST_BOOTHS) known.delete(known.keys().next().value ?? '')
}
