import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { require } from '../../core/errors.ts'
import { checkMove, isMoved, listAfterMove } from '../../rules/elections/moving.ts'
import type { Election } from '../elections.ts'
import type { Official } from '../reach.ts'
import type { Schedule } from './schedule.ts'
import type { ElectionMoveRow } from './tables.ts'

/** Writes down that an announced polling day is moved, and why. Returns what the log keeps of it. */
export async function recordMove(
  trx: Trx,
  by: Official,
  election: Election,
  { columns, sittings, reason = '' }: Schedule & { reason: string | undefined },
): Promise<{ list_version: number; reason?: string }> {
  const { id, status, list_version: before, polling_on: was } = election
  const { polling_on } = columns
  const days = sittings.map(({ held_on }) => held_on)
  require(checkMove({ status, was, days, reason }))
  const list_version = listAfterMove({ status, was, polling_on, list_version: before })
  if (!isMoved({ status, was, days })) return { list_version }
  const moved = { moved_by: by.name, moved_on: by.clock.today() }
  await trx('election_moves').insert({ election_id: id, was, polling_on, reason, list_version, ...moved })
  return { list_version, reason }
}

/** What readers are told: the newest move. Returns null when the announced day was never moved. */
export async function toldMove(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<ElectionMoveRow, 'was' | 'polling_on' | 'reason' | 'moved_on'> | null> {
  const move = await db('election_moves').where({ election_id: electionId }).orderBy('id', 'desc').first()
  if (!move) return null
  const { was, polling_on, reason, moved_on } = move
  return { was, polling_on, reason, moved_on }
}
