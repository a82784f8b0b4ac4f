import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { custodyOfKey, type HeldSlip } from '../box/custody/custody.ts'
import { listTyped } from '../box/record.ts'
import type { RecordedBooth, RecordedHolder } from './counted.ts'
import type { RecordDocument, RecordedDestruction, RecordedPause } from './document.ts'
import type { BallotDestructionRow } from './tables.ts'
import { without } from './without.ts'
import type { PollingClosingRow } from '../polling/tables.ts'
import { findBoothCount } from '../count/booth_count.ts'
import { listDestroyed } from '../packages/packages.ts'
import { listPrints } from '../polling/prints.ts'
import { findClosing, findOpening } from '../polling/openings.ts'

/** A print that is no batch, and of which all is left, has the text that it had before there were batches. */
export async function recordedPrints(db: Db, electionId: ElectionId): Promise<RecordDocument['prints']> {
  return (await listPrints(db, electionId)).map((print) => {
    const { batch, taken_off, ...row } = without(print, 'id', 'election_id', 'left')
    return {
      ...row,
      ...(batch !== null && { batch }),
      ...(taken_off.length > 0 && {
        taken_off: taken_off.map((one) => without(one, 'id', 'election_id', 'print_id')),
      }),
    }
  })
}

/** Nothing when no list was opened again, so that the record of such an election stays what it was. */
export async function recordedReopenings(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<RecordDocument['list'], 'reopenings'>> {
  const rows = await db('list_reopenings').where({ election_id: electionId }).orderBy('id')
  return rows.length === 0 ? {} : { reopenings: rows.map((row) => without(row, 'id', 'election_id')) }
}

/** Nothing when the announced day was never moved. */
export async function recordedMoves(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<RecordDocument['timetable'], 'moves'>> {
  const rows = await db('election_moves').where({ election_id: electionId }).orderBy('id')
  return rows.length === 0 ? {} : { moves: rows.map((row) => without(row, 'id', 'election_id')) }
}

/** Nothing when no papers were void. */
export async function recordedVoidPapers(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<RecordDocument, 'void_papers'>> {
  const rows = await db('void_papers').where({ election_id: electionId }).orderBy('list_version')
  return rows.length === 0 ? {} : { void_papers: rows.map((row) => without(row, 'id', 'election_id')) }
}

/** Returns an empty list when there was only one sitting. */
export async function recordedSittings(
  db: Db,
  electionId: ElectionId,
): Promise<RecordDocument['timetable']['sittings']> {
  const sittings = await db('polling_sittings').where({ election_id: electionId }).orderBy('number')
  return sittings.map((row) => without(row, 'election_id'))
}

export async function recordedPolling(db: Db, electionId: ElectionId): Promise<RecordDocument['polling']> {
  const [opening, closing] = [await findOpening(db, electionId), await findClosing(db, electionId)]
  const tally = await db('polling_tallies').where({ election_id: electionId }).first()
  const help = await db('help_given').where({ election_id: electionId }).orderBy('kind').orderBy('officials')
  const corrections = await db('roll_corrections').where({ election_id: electionId }).orderBy('id')
  return {
    opening: opening ? without(opening, 'id', 'election_id', 'list_version') : null,
    pauses: await recordedPauses(db, electionId),
    closing: closing ? recordedClosing(closing) : null,
    tally: tally ? without(tally, 'election_id', 'open') : null,
    help: help.map((row) => without(row, 'election_id')),
    corrections: corrections.map((row) => without(row, 'id', 'election_id')),
  }
}

/** A closing without that reason has the text that it had before anybody asked for one. */
function recordedClosing(closing: PollingClosingRow): RecordDocument['polling']['closing'] {
  const { marks_reason, ...rest } = without(closing, 'id', 'election_id')
  return { ...rest, ...(marks_reason !== null && { marks_reason }) }
}

async function recordedPauses(db: Db, electionId: ElectionId): Promise<RecordedPause[]> {
  const pauses = await db('polling_pauses').where({ election_id: electionId }).orderBy('id')
  const ids = pauses.map(({ id }) => id)
  const resumptions = await db('polling_resumptions').whereIn('pause_id', ids)
  return pauses.map(({ id, paused_on, paused_at, reason }) => {
    const resumption = resumptions.find(({ pause_id }) => pause_id === id)
    const resumed = resumption && {
      resumed_on: resumption.resumed_on,
      resumed_at: resumption.resumed_at,
    }
    return { paused_on, paused_at, reason, resumed: resumed ?? null }
  })
}

/** The count of the box goes with the key that locked it. */
export async function recordedBooth(db: Db, electionId: ElectionId): Promise<RecordedBooth | null> {
  const booth = await findBoothCount(db, electionId)
  return booth ? { ...booth, ...(await recordedKey(db, electionId)) } : null
}

/** Who held the key's slips and who typed them, with the number of tablets. */
export async function recordedKey(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<RecordedBooth, 'slips' | 'tablets' | 'key'>> {
  const tablets = await db('booths').where({ election_id: electionId }).select('id')
  const key = await db('box_keys').where({ election_id: electionId }).orderBy('id', 'desc').first()
  const trial = key && (await db('box_trials').where({ box_key_id: key.id }).first())
  const custody = key && (await custodyOfKey(db, key.id))
  const typed = await listTyped(db, electionId)
  return {
    ...(typed.length > 0 && { slips: typed }),
    tablets: tablets.length,
    key: key
      ? {
          ...without(key, 'id', 'election_id'),
          trial: trial ? without(trial, 'box_key_id') : null,
          ...(custody && { holders: custody.slips.map(recordedHolder) }),
        }
      : null,
  }
}

function recordedHolder({ number, holder, trials }: HeldSlip): RecordedHolder {
  return { number, holder, trials: trials.map(({ tried_by, tried_on }) => ({ tried_by, tried_on })) }
}

export async function recordedEnd(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<RecordDocument, 'roll_erasure' | 'ballot_destruction'>> {
  const erasure = await db('roll_erasures').where({ election_id: electionId }).first()
  const destruction = await db('ballot_destructions').where({ election_id: electionId }).first()
  return {
    roll_erasure: erasure ? without(erasure, 'election_id') : null,
    ballot_destruction: destruction ? await recordedDestruction(db, destruction) : null,
  }
}

async function recordedDestruction(db: Db, row: BallotDestructionRow): Promise<RecordedDestruction> {
  return { ...without(row, 'election_id'), packages: await listDestroyed(db, row.election_id) }
}
