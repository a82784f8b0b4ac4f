import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Refused } from '../../core/errors.ts'
import { removePortraits } from '../candidates/portraits.ts'
import { getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { eraseRoll } from '../roll/erasure.ts'
import { countRoll } from '../roll/roll.ts'
import type { CallOffRow } from './tables.ts'

export interface CallOffForm {
  decided_by: string
  decided_on: IsoDate
  reason: string
}

/** Nobody has voted, so nothing is kept of the roll: it is erased at once, by an act with a line of its own. */
export async function callOff(
  db: Db,
  by: Official,
  id: ElectionId,
  { decided_by, decided_on, reason }: CallOffForm,
): Promise<{ id: ElectionId }> {
  const done = await act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'callOff')
    if (decided_on > by.clock.today()) throw new Refused('decided_in_future', {}, 'decided_on')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await moveElection(trx, election, 'callOff')
    await trx('election_call_offs').insert({ election_id: id, decided_by, decided_on, reason, ...recorded })
    await removePortraits(trx, id)
    const details = { decided_by, decided_on, reason }
    return { action: 'election.called_off', subject: subjectOf(election), details, result: { id } }
  })
  const { entries } = await countRoll(db, id)
  // The key of the form belongs to the first act.
  if (entries > 0) await eraseRoll(db, { ...by, once: undefined }, id)
  return done
}

export async function findCallOff(db: Db, electionId: ElectionId): Promise<CallOffRow | undefined> {
  return db('election_call_offs').where({ election_id: electionId }).first()
}
