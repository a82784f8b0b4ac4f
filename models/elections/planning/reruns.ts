import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import { type Election, moveElection, requireAct } from '../elections.ts'

/** Runs inside the act that plans the rerun. Throws Conflict unless the first is annulled and not held again yet. */
export async function markRerun(trx: Trx, annulled: Election, rerunId: ElectionId): Promise<void> {
  requireAct(annulled, 'planRerun')
  await trx('reruns')
    .insert({ election_id: rerunId, rerun_of: annulled.id })
    .catch((error: unknown) => {
      throw isTaken(error) ? new Conflict('election_is_rerun') : error
    })
  await moveElection(trx, annulled, 'planRerun')
}

/** `of`: the election that this one replaces. `by`: the one that replaces it. */
export async function findReruns(
  db: Db,
  electionId: ElectionId,
): Promise<{ of: ElectionId | undefined; by: ElectionId | undefined }> {
  const [of, by] = await Promise.all([
    db('reruns').where({ election_id: electionId }).first('rerun_of'),
    db('reruns').where({ rerun_of: electionId }).first('election_id'),
  ])
  return { of: of?.rerun_of, by: by?.election_id }
}
