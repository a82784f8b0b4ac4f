import type { Db } from '../../core/db.ts'
import { SIGNERS_NEEDED } from '../../rules/elections/protocol/investigation.ts'
import type { Election } from '../elections.ts'
import {
  recordedInvestigations,
  type RecordedCorrection,
  type RecordedInvestigation,
} from '../record/investigation.ts'
import type { Result } from './result.ts'
import { findShownRecord } from './shown_record.ts'

export interface PublicInvestigation extends Pick<RecordedInvestigation, 'number' | 'reason' | 'begun_on'> {
  state: 'open' | 'kept' | 'recount' | 'corrected'
  /** Null before two have signed, and where they could tell of few ballots. */
  findings: string | null
  /** Null unless the ballots were counted anew, and where old and new figures would tell of few ballots. */
  corrected: RecordedCorrection | null
}

/** Told once a result was certified: before that, nobody knows of a count. */
export async function publicInvestigations(
  db: Db,
  election: Election,
  result: Result | null,
): Promise<PublicInvestigation[]> {
  const shown = await findShownRecord(db, election)
  if (!shown) return []
  const { investigations = [] } = await recordedInvestigations(db, election.id, result ?? undefined)
  const isKept = shown.kept.some((reason) => reason !== 'help' && reason !== 'reopenings')
  return investigations.map(({ number, reason, begun_on, findings, signatures, corrected }) => {
    const isSigned = signatures.length >= SIGNERS_NEEDED
    const hasFigures = corrected !== null && result !== null
    return {
      ...{ number, reason, begun_on },
      state: !isSigned ? 'open' : !corrected ? 'kept' : result ? 'corrected' : 'recount',
      findings: isSigned && !isKept ? (findings?.findings ?? null) : null,
      corrected: hasFigures && !isKept ? corrected : null,
    }
  })
}
