import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import {
  changesBetween,
  type Change,
  type CountedOutcome,
} from '../../rules/elections/protocol/correction.ts'
import { outcomeOf, type Former } from '../count/former.ts'
import { listRecounts, type Recount } from '../count/rounds.ts'
import { facts } from '../../rules/elections/state.ts'
import type { Election } from '../elections.ts'
import { findResult } from '../result/loading.ts'
import type { Result } from '../result/result.ts'

// The ballots are counted anew after an upheld complaint or an investigation. The record has what that changed in one way.

export interface RecordedCorrection {
  /** The public had been told of the earlier result. */
  was_certified: boolean
  was: CountedOutcome
  /** Null until the ballots are counted. */
  is: CountedOutcome | null
  /** The lines that are not as they were; none when the figures were confirmed. */
  changes: Change[]
}

export interface Correction extends Pick<Recount, 'complaint_id' | 'investigation'> {
  corrected: RecordedCorrection
}

/**
 * Each result that was counted anew, the first one first, held against the next one; the last against the present one. A recount
 * of before the former result was written down is left out.
 */
export async function listCorrections(
  db: Db,
  electionId: ElectionId,
  result: Result | undefined,
): Promise<Correction[]> {
  const recounts = (await listRecounts(db, electionId)).reverse()
  const now = result ? outcomeOf(result) : null
  return recounts.flatMap(({ complaint_id, investigation, was }, index) => {
    if (!was) return []
    const next = recounts[index + 1]?.was
    return { complaint_id, investigation, corrected: correction(was, next ? plain(next) : now) }
  })
}

/** As `listCorrections`, for those who run the election: nothing of a new count before its result is there for all of them. */
export async function correctionsSoFar(db: Db, election: Election): Promise<Correction[]> {
  const { underWay, hasResult } = facts(election.status)
  const result = underWay && !hasResult ? undefined : await findResult(db, election)
  return listCorrections(db, election.id, result)
}

/** The result that was certified before this one, held against it; undefined when none was. */
export async function correctionOf(
  db: Db,
  electionId: ElectionId,
  result: Result,
): Promise<RecordedCorrection | undefined> {
  const recounts = await listRecounts(db, electionId)
  const former = recounts.map(({ was }) => was).find((was) => was?.certified)
  return former ? correction(former, outcomeOf(result)) : undefined
}

function correction(former: Former, is: CountedOutcome | null): RecordedCorrection {
  const was = plain(former)
  const changes = changesBetween(was.totals, is?.totals ?? null)
  return { was_certified: former.certified, was, is, changes }
}

function plain({ elected, totals }: Former): CountedOutcome {
  return { elected, totals }
}
