import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { isLeftOpen } from '../../rules/elections/left_open.ts'
import type { Election } from '../elections.ts'
import { listSittings } from '../planning/sittings.ts'
import type { PollingClosingRow, PollingOpeningRow } from './tables.ts'

/** The newest: polls that opened before a list was opened again have opened anew. */
export async function findOpening(db: Db, electionId: ElectionId): Promise<PollingOpeningRow | undefined> {
  return db('polling_openings').where({ election_id: electionId }).orderBy('id', 'desc').first()
}

/** True when the poll is still open after the last day on which people could vote. */
export async function isForgotten(
  db: Db,
  election: Pick<Election, 'id' | 'polling_on' | 'opens_at' | 'closes_at' | 'place'>,
  today: IsoDate,
): Promise<boolean> {
  const opening = await findOpening(db, election.id)
  const sittings = await listSittings(db, election)
  const lastDay = sittings.at(-1)?.held_on ?? election.polling_on
  return isLeftOpen({ lastDay, openingRecordedOn: opening?.recorded_on ?? lastDay, today })
}

export async function findClosing(db: Db, electionId: ElectionId): Promise<PollingClosingRow | undefined> {
  return db('polling_closings').where({ election_id: electionId }).first()
}
