import { act } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import { type AccountId, type CandidacyId, type ElectionId, storedIds } from '../../core/ids.ts'
import { Refused, require } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { mayRecordLot, unconfirmed } from '../../rules/elections/board/lot_by_telephone.ts'
import { checkLot } from '../../rules/elections/plurality.ts'
import type { LotRow } from './tables.ts'
import { type BoardMember, listBoard, sitsOn } from '../board.ts'
import { listStanding } from '../candidates/candidates.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { hasPart, type Official } from '../reach.ts'
import { carryCalls, listCallsOf, storeCalls } from './lot_calls.ts'
import { getResult } from './loading.ts'
import { countVotes, roundOf, totalsOf, type Result } from './result.ts'

export interface LotForm {
  /** The candidacies that the page said were equal, and the ones that the lot fell on. */
  among: CandidacyId[]
  chosen: CandidacyId[]
  method: LotRow['method']
  witnesses: string
  /** Those of the board who were on the telephone, where others drew. */
  called?: readonly AccountId[]
}

/** The lot must be between exactly those who are equal; the count is run again with it. */
export async function recordLot(
  db: Db,
  by: Official,
  id: ElectionId,
  form: LotForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'drawLot')
    const members = await requireDrawers(trx, by, election, form.called ?? [])
    const result = await getResult(trx, election)
    const among = [...form.among].sort((a, b) => a - b)
    const chosen = [...form.chosen].sort((a, b) => a - b)
    require(checkLot(countOf(result), { among, chosen }))
    const round = roundOf(result)
    const { method, witnesses } = form
    const lot = await insertOne(trx, 'lots', {
      election_id: id,
      about: 'tie',
      round,
      among: JSON.stringify(among),
      chosen: JSON.stringify(chosen),
      method,
      witnesses,
      drawn_by: by.name,
      drawn_on: by.clock.today(),
    })
    await storeCalls(trx, by, { id: lot, election_id: id }, members)
    await moveElection(trx, election, 'drawLot')
    const called = members.map((member) => member.id)
    const details = { round, among, chosen, method, ...(called.length > 0 && { called }) }
    return { action: 'election.lot_drawn', subject: subjectOf(election), details, result: { id } }
  })
}

/** Returns those of the board who were on the telephone: nobody where the board is in the room. */
async function requireDrawers(
  trx: Trx,
  { user }: Official,
  election: Election,
  called: readonly AccountId[],
): Promise<BoardMember[]> {
  const board = await listBoard(trx, election.id)
  const [chosen, ids] = [[...new Set(called)], board.map(({ id }) => id)]
  require(mayRecordLot(await drawing(trx, user, election, { board: ids, called: chosen })))
  return board.filter(({ id }) => chosen.includes(id))
}

async function drawing(
  db: Db,
  user: Official['user'],
  election: Election,
  who: { board: readonly AccountId[]; called: readonly AccountId[] },
) {
  const { id, name, personId: person_id } = user
  return {
    rules: election.statutes,
    account: { id, name, person_id },
    runs: hasPart(user, 'run'),
    candidates: await listStanding(db, election.id),
    ...who,
  }
}

/** Those whom this user can have on the telephone; nobody where the board has to be there, or the user sits on it. */
export async function listCallable(
  db: Db,
  election: Election,
  user: Official['user'],
): Promise<BoardMember[]> {
  const board = await listBoard(db, election.id)
  const ids = board.map(({ id }) => id)
  if (ids.includes(user.id)) return []
  return mayRecordLot(await drawing(db, user, election, { board: ids, called: ids })).ok ? board : []
}

/** Lots are drawn before the electoral board alone. */
export async function requireBoard(trx: Trx, by: Official, election: Election): Promise<void> {
  if (!sitsOn(await listBoard(trx, election.id), by.user)) throw new Refused('lot_by_board')
}

/**
 * A tie that comes again after a recount keeps its lot: no one draws until it suits them. A lot by telephone that was never
 * confirmed counts for nothing. Returns whether one was kept.
 */
export async function carryLot(trx: Trx, election: Election, result: Result): Promise<boolean> {
  const among = JSON.stringify([...result.among].sort((a, b) => a - b))
  const { id: election_id } = election
  const earlier = await trx('lots')
    .where({ election_id, about: 'tie', among })
    .where('round', '<', roundOf(result))
    .orderBy('id', 'desc')
    .first()
  if (!earlier || storedIds<CandidacyId>(earlier.chosen).length !== result.seatsLeft) return false
  const calls = await listCallsOf(trx, earlier.id)
  if (unconfirmed(calls).length > 0) return false
  const { id: _, ...lot } = earlier
  const lot_id = await insertOne(trx, 'lots', { ...lot, round: roundOf(result) })
  await carryCalls(trx, { id: lot_id, election_id }, calls)
  return true
}

function countOf(result: Result) {
  return countVotes(result, totalsOf(result), [])
}
