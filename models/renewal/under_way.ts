import type { Db } from '../core/db.ts'
import type { AreaId, ElectionId, NominationId, SeatId } from '../core/ids.ts'
import { statesThat } from '../rules/elections/state.ts'

export type UnderWay = { kind: 'election'; id: ElectionId } | { kind: 'nomination'; id: NominationId }

/** For each seat the newest election or nomination under way. */
export async function underWayFor(
  db: Db,
): Promise<(seat: { id: SeatId; area_id: AreaId }) => UnderWay | undefined> {
  const elections = await db('elections').whereIn('status', statesThat('stillElects')).orderBy('id', 'desc')
  const nominations = await db('nominations').where({ status: 'open' }).orderBy('id', 'desc')
  return (seat) => {
    const election = elections.find(({ area_id }) => area_id === seat.area_id)
    if (election) return { kind: 'election', id: election.id }
    const nomination = nominations.find(({ seat_id }) => seat_id === seat.id)
    return nomination && { kind: 'nomination', id: nomination.id }
  }
}
