import { livingSessions } from '../../accounts/sessions.ts'
import type { Clock } from '../../core/dates.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Refused } from '../../core/errors.ts'
import type { ElectionId, PersonId } from '../../core/ids.ts'
import { slipField } from './key_slips.ts'
import type { BoxSittingRow, BoxSittingSlipRow } from './tables.ts'

/** Returns undefined when nobody sits, or when it was begun too long ago. */
export async function rowOf(db: Db, clock: Clock, id: ElectionId): Promise<BoxSittingRow | undefined> {
  return db('box_sittings').where({ election_id: id }).where('ends_at', '>', clock.now()).first()
}

export type Present = BoxSittingSlipRow & { name: string; person_id: PersonId | null }

/** Only of those who are signed in still: all open the box together. */
export async function presentSlips(db: Db, clock: Clock, id: ElectionId): Promise<Present[]> {
  const slips = await db('box_sitting_slips')
    .join('accounts', 'accounts.id', 'account_id')
    .where({ election_id: id })
    .orderBy('place')
    .select<Present[]>('box_sitting_slips.*', 'accounts.name', 'accounts.person_id')
  const living = await livingSessions(db, clock.now())
  return slips.filter(({ session_hash }) => living.has(session_hash))
}

/** A person who types again replaces what was typed before. */
export async function store(db: Db, slip: Omit<BoxSittingSlipRow, 'place'>): Promise<void> {
  const { election_id, account_id } = slip
  try {
    await db.transaction(async (trx) => {
      await trx('box_sitting_slips').where({ election_id, account_id }).delete()
      const last = await trx('box_sitting_slips')
        .where({ election_id })
        .orderBy('place', 'desc')
        .first('place')
      await trx('box_sitting_slips').insert({ ...slip, place: (last?.place ?? 0) + 1 })
    })
  } catch (error) {
    throw isTaken(error) ? new Refused('slip_twice', {}, slipField(0)) : error
  }
}

export async function remove(db: Db, id: ElectionId): Promise<void> {
  await db.transaction(async (trx) => {
    await trx('box_sitting_slips').where({ election_id: id }).delete()
    await trx('box_sittings').where({ election_id: id }).delete()
  })
}
