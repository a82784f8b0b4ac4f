import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db } from '../../core/db.ts'
import type { GroundFlagId, MembershipId, SeatId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused } from '../../core/errors.ts'
import type { GroundFlagRow, LostGround } from './tables.ts'
import { standing } from '../in_office.ts'

/** A doubt about a member's eligibility. It is only shown: the statutes end no membership for it. */
export interface GroundFlag extends GroundFlagRow {
  person: string
  seat_id: SeatId
  ends_on: IsoDate
}

/** Oldest first. */
export async function listOpenFlags(db: Db): Promise<GroundFlag[]> {
  return db('ground_flags')
    .join('memberships', 'memberships.id', 'ground_flags.membership_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where(standing())
    .whereNotIn('ground_flags.id', db('ground_flag_closings').select('flag_id'))
    .orderBy('ground_flags.id')
    .select<GroundFlag[]>(
      'ground_flags.*',
      'people.name as person',
      'memberships.seat_id',
      'memberships.ends_on',
    )
}

export interface FlagForm {
  lost: LostGround
  learned_on: IsoDate
  note?: string | undefined
}

/** Notes that a member may have lost eligibility. The membership goes on, and the note stays private. */
export async function flagGround(
  db: Db,
  by: By,
  membershipId: MembershipId,
  form: FlagForm,
): Promise<{ id: MembershipId }> {
  if (form.learned_on > by.clock.today()) throw new Refused('date_in_future', {}, 'learned_on')
  return act(db, by, async (trx) => {
    const membership = await trx('memberships').where({ id: membershipId }).where(standing()).first()
    if (!membership) throw new NotFound(`membership ${membershipId}`)
    const { lost, learned_on, note = null } = form
    const open = (await listOpenFlags(trx)).some(
      (flag) => flag.membership_id === membershipId && flag.lost === lost,
    )
    if (open) throw new Conflict('ground_flagged')
    const row = { membership_id: membershipId, lost, learned_on, note, recorded_by: by.name }
    await trx('ground_flags').insert(row)
    const subject = `membership:${membershipId}`
    return { action: 'ground.flagged', subject, details: { learned_on }, result: { id: membershipId } }
  })
}

/** The member is eligible after all, or what follows has been decided. */
export async function settleGround(
  db: Db,
  by: By,
  flagId: GroundFlagId,
  note: string,
): Promise<{ id: MembershipId }> {
  return act(db, by, async (trx) => {
    const flag = await trx('ground_flags').where({ id: flagId }).first()
    if (!flag) throw new NotFound(`flag ${flagId}`)
    try {
      const row = { flag_id: flagId, closed_on: by.clock.today(), note, recorded_by: by.name }
      await trx('ground_flag_closings').insert(row)
    } catch (error) {
      if (isTaken(error)) throw new Conflict('ground_settled')
      throw error
    }
    const subject = `membership:${flag.membership_id}`
    return { action: 'ground.settled', subject, details: {}, result: { id: flag.membership_id } }
  })
}
