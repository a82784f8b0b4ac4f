import { act } from '../../../core/audit.ts'
import { sha256 } from '../../../core/canonical.ts'
import type { Db, Trx } from '../../../core/db.ts'
import { Conflict, Refused } from '../../../core/errors.ts'
import type { AccountId, ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { areBothHere, type Pair, type Place, placeFor } from '../../../rules/elections/box/entering.ts'
import { listStanding } from '../../candidates/candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { type Entry, findEntry } from './entry.ts'
import type { PaperEntryTurnRow } from './tables.ts'
import { findTurn, isAtTheBox, markOfPlaces, NOTHING_WAITS, placeIn, type Turn } from './turn.ts'

export interface AtBox {
  election: Election
  entry: Entry
  turn: Turn
}

/** One of the two, and both are there. */
export type AtPlace = AtBox & { place: Place }

/** Throws when nobody sits at the box of this election any more. */
async function requireBox(db: Db, by: Official, id: ElectionId): Promise<AtBox> {
  const election = await getElection(db, by.user, id)
  requireAct(election, 'openBox')
  const entry = await findEntry(db, id)
  const turn = await findTurn(db, by.clock, id)
  if (!entry) throw new Conflict('papers_counted_by_hand')
  if (!turn) throw new Conflict('papers_are_entered')
  return { election, entry, turn }
}

/** Throws unless both are signed in, and the caller is one of them with the sign-in that came. */
export async function requirePair(db: Db, by: Official, id: ElectionId, session: string): Promise<AtPlace> {
  return pairIn(db, by, await requireBox(db, by, id), session)
}

/** The same two, while papers can be entered. */
export async function requireEntering(
  db: Db,
  by: Official,
  id: ElectionId,
  session: string,
): Promise<AtPlace> {
  const box = await requireBox(db, by, id)
  if (box.turn.number === 0) throw new Conflict('papers_are_entered')
  return pairIn(db, by, box, session)
}

async function pairIn(db: Db, by: Official, box: AtBox, session: string): Promise<AtPlace> {
  const place = placeIn(box.turn, by.user.id)
  if (!place) throw new Conflict('entry_not_yours')
  const isSame = await isAtTheBox(db, box.election.id, by.user.id, session)
  if (!isSame || !areBothHere(box.turn)) throw new Conflict('entry_needs_two')
  return { ...box, place }
}

/** Takes a place at the box, or takes it again after a new sign-in. Two who have not been there together are a new pair. */
export async function joinEntry(
  db: Db,
  by: Official,
  id: ElectionId,
  { session }: { session: string },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const { election, entry, turn } = await requireBox(trx, by, id)
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
    // After the end they see no paper, unless they open the entry again.
    if (turn.number > 0) await notePair(trx, by, id, entry, now)
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
  place: Place,
  { account, session, isNew, was }: { account: AccountId; session: string; isNew: boolean; was: Pair },
): Promise<void> {
  const change: Partial<PaperEntryTurnRow> =
    place === 'first'
      ? { first_account_id: account, first_session: session }
      : { second_account_id: account, second_session: session }
  const changed = await trx('paper_entry_turns')
    .where({ election_id: id, ...placesOf(was) })
    .update({ ...change, ...(isNew && NOTHING_WAITS) })
  if (changed !== 1) throw new Conflict('entry_moved')
}

/** Two who have not been there together are a new pair. */
export async function notePair(
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

/** The places are free again, and what waited is entered anew. The papers that are in stay in. */
export async function leaveEntry(
  db: Db,
  by: Official,
  id: ElectionId,
  { places }: { places: string },
): Promise<void> {
  const { turn } = await requireBox(db, by, id)
  // The second click on a form.
  if (!turn.first && !turn.second) return
  if (markOfPlaces(turn) !== places) throw new Conflict('entry_moved')
  const free = { first_account_id: null, first_session: null, second_account_id: null, second_session: null }
  const changed = await db('paper_entry_turns')
    .where({ election_id: id, ...placesOf(turn) })
    .update({ ...free, ...NOTHING_WAITS })
  if (changed !== 1) throw new Conflict('entry_moved')
}

function placesOf({
  first,
  second,
}: Pair): Pick<PaperEntryTurnRow, 'first_account_id' | 'second_account_id'> {
  return { first_account_id: first?.id ?? null, second_account_id: second?.id ?? null }
}
