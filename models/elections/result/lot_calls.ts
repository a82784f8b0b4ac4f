import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import { Conflict, require } from '../../core/errors.ts'
import type { AccountId, ElectionId, LotCallId, LotId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import type { Actor } from '../../rules/elections/certification.ts'
import { type Call, mayConfirmLot } from '../../rules/elections/board/lot_by_telephone.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { getResult } from './loading.ts'
import { lotOf, roundOf, type Result } from './result.ts'

/** A member of the board who was on the telephone while others drew. */
export interface LotCall extends Call {
  id: LotCallId
  account: Actor & { id: AccountId; name: string }
  called_on: IsoDate
  confirmed_on: IsoDate | null
}

/** The calls of the lot that the result rests on. */
export async function listCalls(db: Db, result: Result): Promise<LotCall[]> {
  if (!lotOf(result)?.telephone) return []
  const { id: election_id } = result.election
  const lot = await db('lots')
    .where({ election_id, about: 'tie', round: roundOf(result) })
    .first('id')
  return lot ? listCallsOf(db, lot.id) : []
}

/** In the order in which they were written. */
export async function listCallsOf(db: Db, lotId: LotId): Promise<LotCall[]> {
  const calls = await db('lot_calls').where({ lot_id: lotId }).orderBy('id')
  const ids = calls.map(({ id }) => id)
  const confirmations = await db('lot_confirmations').whereIn('lot_call_id', ids)
  const accounts = await db('accounts')
    .whereIn(
      'id',
      calls.map(({ account_id }) => account_id),
    )
    .select('id', 'person_id')
  return calls.map(({ id, account_id, member: name, called_on }) => {
    const confirmation = confirmations.find(({ lot_call_id }) => lot_call_id === id)
    const person_id = accounts.find((account) => account.id === account_id)?.person_id ?? null
    return {
      ...{ id, called_on, account: { id: account_id, name, person_id } },
      ...{ confirmed: confirmation !== undefined, confirmed_on: confirmation?.confirmed_on ?? null },
    }
  })
}

export async function storeCalls(
  trx: Trx,
  by: Official,
  lot: { id: LotId; election_id: ElectionId },
  members: readonly { id: AccountId; name: string }[],
): Promise<void> {
  for (const { id: account_id, name: member } of members)
    await insertOne(trx, 'lot_calls', {
      ...{ election_id: lot.election_id, lot_id: lot.id, account_id, member },
      called_on: by.clock.today(),
    })
}

/** A lot that a recount takes over has the calls of its first one, all of them confirmed. */
export async function carryCalls(
  trx: Trx,
  { id: lot_id, election_id }: { id: LotId; election_id: ElectionId },
  calls: readonly LotCall[],
): Promise<void> {
  for (const { account, called_on, confirmed_on } of calls) {
    const { id: account_id, name: member } = account
    const lot_call_id = await insertOne(trx, 'lot_calls', {
      election_id,
      lot_id,
      account_id,
      member,
      called_on,
    })
    if (confirmed_on !== null) await trx('lot_confirmations').insert({ lot_call_id, confirmed_on })
  }
}

/** A member who was on the telephone says by their own sign-in that it went like that. */
export async function confirmLot(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'certify')
    const calls = await listCalls(trx, await getResult(trx, election))
    require(mayConfirmLot(calls, actorOf(by)))
    await confirmOwn(trx, by, calls)
    return { action: 'election.lot_confirmed', subject: subjectOf(election), details: {}, result: { id } }
  })
}

/** Returns the calls as they are afterwards. Who was not on the telephone changes nothing. */
export async function confirmOwn(trx: Trx, by: Official, calls: readonly LotCall[]): Promise<LotCall[]> {
  const confirmed_on = by.clock.today()
  const mine = calls.filter((call) => !call.confirmed && mayConfirmLot([call], actorOf(by)).ok)
  for (const { id: lot_call_id } of mine)
    await trx('lot_confirmations')
      .insert({ lot_call_id, confirmed_on })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('lot_call_not_yours') : error
      })
  return calls.map((call) => (mine.includes(call) ? { ...call, confirmed: true, confirmed_on } : call))
}

function actorOf({ user: { id, name, personId } }: Official): Actor {
  return { id, name, person_id: personId }
}

/** True for this user while a lot waits for them. */
export async function awaitsConfirmationOf(
  db: Db,
  election: Election,
  user: Official['user'],
): Promise<boolean> {
  const calls = await listCalls(db, await getResult(db, election))
  const { id, name, personId: person_id } = user
  return mayConfirmLot(calls, { id, name, person_id }).ok
}
