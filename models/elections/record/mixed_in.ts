import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { findMerger } from '../box/papers/merging.ts'
import type { RecordedMixedIn } from './among_papers.ts'
import { recordedKey } from './polling.ts'

/** Returns undefined when the tablet's box was counted by itself, or was never opened. */
export async function recordedMixedIn(db: Db, electionId: ElectionId): Promise<RecordedMixedIn | undefined> {
  const merger = await findMerger(db, electionId)
  if (!merger?.opening) return undefined
  const { decided_by, decided_on, prints, mix, opening } = merger
  const { releases, voided, envelopes, codes_hash, opened_by, opened_on } = opening
  return {
    ...{ releases, voided, envelopes, codes_hash, opened_by, opened_on, decided_by, decided_on },
    ...{ prints, mix: mix ?? null },
    ...(await recordedKey(db, electionId)),
  }
}
