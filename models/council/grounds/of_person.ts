import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { PersonId } from '../../core/ids.ts'
import { happenedBy } from '../../rules/core/known_by.ts'
import type { GroundFlagClosingRow, GroundFlagRow } from './tables.ts'

export interface PersonGround extends GroundFlagRow {
  closing: GroundFlagClosingRow | undefined
}

/** Newest first, as known on the day `by`. */
export async function listGroundsOf(db: Db, personId: PersonId, by?: IsoDate): Promise<PersonGround[]> {
  const flags = await db('ground_flags')
    .join('memberships', 'memberships.id', 'ground_flags.membership_id')
    .where('memberships.person_id', personId)
    .orderBy('ground_flags.id', 'desc')
    .select<GroundFlagRow[]>('ground_flags.*')
  const closings = await db('ground_flag_closings').whereIn(
    'flag_id',
    flags.map(({ id }) => id),
  )
  return flags
    .filter(({ learned_on }) => happenedBy(learned_on, by))
    .map((flag) => ({
      ...flag,
      closing: closings
        .filter(({ closed_on }) => happenedBy(closed_on, by))
        .find(({ flag_id }) => flag_id === flag.id),
    }))
}
