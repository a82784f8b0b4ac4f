import { livingSessions } from '../../../accounts/sessions.ts'
import { act } from '../../../core/audit.ts'
import { sha256 } from '../../../core/canonical.ts'
import type { Clock } from '../../../core/dates.ts'
import type { Db, Trx } from '../../../core/db.ts'
import { Conflict, Refused } from '../../../core/errors.ts'
import type { AccountId, ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { areBothHere, type AtTheBox, type Pair, placeFor } from '../../../rules/elections/box/entering.ts'
import { listStanding } from '../../candidates/candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { type Entry, findEntry } from './entry.ts'
import type { PaperEntryTurnRow } from './tables.ts'

/** The paper that comes next, and the two who look at it. */
export interface Turn extends Pair {
  number: number
  waiting: string | null
}

/** Returns undefined when no papers are to be entered any more. */
export async function findTurn(db: Db, clock: Clock, id: ElectionId): Promise<Turn | undefined> {
  const row = await db('paper_entry_turns').where({ election_id: id }).first()
  if (!row) return undefined
  const accounts = [row.first_account_id, row.second_account_id].filter((account) => account !== null)
  const people = await db('accounts').whereIn('id', accounts).select('id', 'name', 'person_id')
  const living = await livingSessions(db, clock.now())
  const atTheBox = (account: AccountId | null, session: string | null): AtTheBox | null => {
    const found = people.find(({ id }) => id === account)
    return found ? { ...found, isHere: session !== null && living.has(session) } : null
  }
  return {
    number: row.number,
    waiting: row.waiting,
    first: atTheBox(row.first_account_id, row.first_session),
    second: atTheBox(row.second_account_id, row.second_session),
  }
}

export interface Entering {
  election: Election
  entry: Entry
  turn: Turn
}

/** Throws when papers cannot be entered now. */
export async function requireEntering(db: Db, by: Official, id: ElectionId): Promise<Entering> {
  const election = await getElection(db, by.user, id)
  requireAct(election, 'openBox')
  const entry = await findEntry(db, id)
  const turn = await findTurn(db, by.clock, id)
  if (!entry) throw new Conflict('papers_counted_by_hand')
  if (!turn) throw new Conflict('papers_are_entered')
  return { election, entry, turn }
}

/** Throws unless both are signed in, and the caller is one of them with the sign-in that came. */
export async function requirePair(
  db: Db,
  by: Official,
  id: ElectionId,
  session: string,
): Promise<Entering & { place: 'first' | 'second' }> {
  const entering = await requireEntering(db, by, id)
  const place = placeIn(entering.turn, by.user.id)
  if (!place) throw new Conflict('entry_not_yours')
  const isSame = await isAtTheBox(db, id, by.user.id, session)
  if (!isSame || !areBothHere(entering.turn)) throw new Conflict('entry_needs_two')
  return { ...entering, place }
}

/** Whether this account sits at the box with this very sign-in, and not with another one. */
export async function isAtTheBox(
  db: Db,
  id: ElectionId,
  account: AccountId,
  session: string,
): Promise<boolean> {
  const row = await db('paper_entry_turns').where({ election_id: id }).first()
  const hash = sha256(session)
  return (
    (row?.first_account_id === account && row.first_session === hash) ||
    (row?.second_account_id === account && row.second_session === hash)
  )
}

/** Changes when there is anything new to see, and tells nothing of it. */
export function markOfTurn(turn: Turn | undefined): string {
  const { number = 0, waiting = null, first = null, second = null } = turn ?? {}
  const people = [first, second].map((one) => one && [one.id, one.isHere])
  return sha256(JSON.stringify([number, waiting, people])).slice(0, 16)
}

/** Names the two places, so that nobody frees them for another two than those on the page. */
export function markOfPlaces({ first, second }: Pair): string {
  return sha256(JSON.stringify([first?.id ?? null, second?.id ?? null])).slice(0, 16)
}

/** Names what waits, so that nobody says yes to another paper than the one on the page. */
export function markOfWaiting(waiting: string): string {
  return sha256(waiting)
}

export function placeIn({ first, second }: Pair, account: AccountId): 'first' | 'second' | undefined {
  if (first?.id === account) return 'first'
  return second?.id === account ? 'second' : undefined
}

/** Takes a place at the box, or takes it again after a new sign-in. Two who have not been there together are a new pair. */
export async function joinEntry(
  db: Db,
  by: Official,
  id: ElectionId,
  { session }: { session: string },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const { election, entry, turn } = await requireEntering(trx, by, id)
    const { id: accountId, name, personId } = by.user
    const account = { id: accountId, name, person_id: personId }
    const found = placeFor(account, turn, await listStanding(trx, id))
    if ('reason' in found) {
      if (found.reason === 'entry_has_two') throw new Conflict(found.reason)
      throw new Refused(found.reason)
    }
    const { place } = found
    const isNew = turn[place]?.id !== accountId
    await sit(trx, id, place, { account: accountId, session: sha256(session), isNew, was: turn })
    const now = { ...turn, [place]: { ...account, isHere: true } }
    await notePair(trx, by, id, entry, now)
    return {
      ...{ action: 'election.paper_counters', subject: subjectOf(election), result: { id } },
      details: { place, first: now.first?.name ?? null, second: now.second?.name ?? null },
    }
  })
}

/** What somebody else entered is not looked at by a new pair: it is entered again. */
async function sit(
  trx: Trx,
  id: ElectionId,
  place: 'first' | 'second',
  { account, session, isNew, was }: { account: AccountId; session: string; isNew: boolean; was: Pair },
): Promise<void> {
  const change: Partial<PaperEntryTurnRow> =
    place === 'first'
      ? { first_account_id: account, first_session: session }
      : { second_account_id: account, second_session: session }
  const changed = await trx('paper_entry_turns')
    .where({ election_id: id, ...placesOf(was) })
    .update({ ...change, ...(isNew && { waiting: null }) })
  if (changed !== 1) throw new Conflict('entry_moved')
}

async function notePair(
  trx: Trx,
  by: Official,
  id: ElectionId,
  { pairs }: Entry,
  { first, second }: Pair,
): Promise<void> {
  if (!first || !second || !areBothHere({ first, second })) return
  const last = pairs.at(-1)
  if (last?.first_account_id === first.id && last.second_account_id === second.id) return
  await insertOne(trx, 'paper_entry_pairs', {
    ...{ election_id: id, number: pairs.length + 1, began_on: by.clock.today() },
    ...{ first_account_id: first.id, first_counter: first.name ?? '' },
    ...{ second_account_id: second.id, second_counter: second.name ?? '' },
  })
}

/** The places are free again, and the paper that waited is entered anew. Those that are in stay in. */
export async function leaveEntry(
  db: Db,
  by: Official,
  id: ElectionId,
  { places }: { places: string },
): Promise<void> {
  const { turn } = await requireEntering(db, by, id)
  // The second click on a form.
  if (!turn.first && !turn.second) return
  if (markOfPlaces(turn) !== places) throw new Conflict('entry_moved')
  const free = { first_account_id: null, first_session: null, second_account_id: null, second_session: null }
  const changed = await db('paper_entry_turns')
    .where({ election_id: id, ...placesOf(turn) })
    .update({ ...free, waiting: null })
  if (changed !== 1) throw new Conflict('entry_moved')
}

function placesOf({
  first,
  second,
}: Pair): Pick<PaperEntryTurnRow, 'first_account_id' | 'second_account_id'> {
  return { first_account_id: first?.id ?? null, second_account_id: second?.id ?? null }
}
