import { act } from '../../../core/audit.ts'
import { sha256 } from '../../../core/canonical.ts'
import type { Db } from '../../../core/db.ts'
import { Conflict, Refused } from '../../../core/errors.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { findBoxJob, isRunning } from '../opening_job.ts'
import { rowOf } from '../sitting_rows.ts'
import { notePair, requireEntering, requirePair } from './pair.ts'
import { enteredIn, sweepEntry } from './storing.ts'
import { endWaits, NOTHING_WAITS } from './turn.ts'

/** A paper may have been entered twice, or left out: all are entered again, since nobody can find one in the box. */
export async function beginAnew(
  db: Db,
  by: Official,
  id: ElectionId,
  { reason, session }: { reason: string; session: string },
): Promise<{ id: ElectionId }> {
  const begun = await act(db, by, async (trx) => {
    const { election, entry, turn } = await requireEntering(trx, by, id, session)
    if (endWaits(turn)) throw new Conflict('end_waits')
    const papers = turn.number - 1
    if (papers === 0) throw new Refused('no_paper_entered', {}, 'reason')
    const number = entry.restarts.length + 1
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await insertOne(trx, 'paper_entry_restarts', { election_id: id, number, papers, reason, ...recorded })
    await trx('entered_papers').where({ election_id: id }).delete()
    await trx('paper_entry_turns')
      .where({ election_id: id })
      .update({ number: 1, ...NOTHING_WAITS })
    const details = { papers, reason_hash: sha256(reason) }
    return { action: 'election.papers_begun_anew', subject: subjectOf(election), details, result: { id } }
  })
  await sweepEntry(db)
  return begun
}

/**
 * A paper was found after all were said to be in: it is entered as the next one. Refused once slips are typed to open the box,
 * since two may open it at any moment.
 */
export async function reopenEntry(
  db: Db,
  by: Official,
  id: ElectionId,
  { found, session }: { found: string; session: string },
): Promise<{ id: ElectionId }> {
  const job = findBoxJob(db, id)
  if (job && isRunning(job)) throw new Conflict('box_being_opened')
  return act(db, by, async (trx) => {
    const { election, entry, turn } = await requirePair(trx, by, id, session)
    if (!entry.end || turn.number !== 0) throw new Conflict('entry_is_open')
    if (await rowOf(trx, by.clock, id)) throw new Conflict('box_being_opened')
    const { number, papers, codes_hash } = entry.end
    const inBox = await enteredIn(trx, id)
    // What was done to the box meanwhile does not become the box that the next end speaks for.
    if (inBox.papers !== papers || inBox.codes_hash !== codes_hash)
      throw new Conflict('papers_not_as_entered')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const row = { election_id: id, number, papers, reason: found, ...recorded }
    await insertOne(trx, 'paper_entry_reopenings', row)
    const changed = await trx('paper_entry_turns')
      .where({ election_id: id, number: 0 })
      .update({ number: papers + 1, ...NOTHING_WAITS })
    if (changed !== 1) throw new Conflict('entry_moved')
    await notePair(trx, by, id, entry, turn)
    const details = { papers, reason_hash: sha256(found) }
    return { action: 'election.papers_reopened', subject: subjectOf(election), details, result: { id } }
  })
}
