import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { listInvestigations } from '../investigation/listing.ts'
import type { FindingsRow, InvestigationRow, FindingSignatureRow } from '../investigation/tables.ts'
import type { Correction, RecordedCorrection } from './corrections.ts'

export interface RecordedInvestigation extends Pick<
  InvestigationRow,
  'number' | 'reason' | 'begun_by' | 'begun_on'
> {
  findings: Pick<FindingsRow, 'findings' | 'figures' | 'written_by' | 'written_on'> | null
  signatures: Pick<FindingSignatureRow, 'signer' | 'signed_on'>[]
  /** Null unless the ballots were counted anew. */
  corrected: RecordedCorrection | null
}

/** Returns nothing when there was no investigation, so that records from before are the same text as ever. */
export async function recordedInvestigations(
  db: Db,
  electionId: ElectionId,
  corrections: readonly Correction[],
): Promise<{ investigations?: RecordedInvestigation[] }> {
  const all = await listInvestigations(db, electionId)
  if (all.length === 0) return {}
  return {
    investigations: all.map((one) => {
      const { number, reason, begun_by, begun_on, findings, signatures } = one
      const correction = corrections.find((each) => each.investigation === number)
      return {
        ...{ number, reason, begun_by, begun_on },
        findings: findings && {
          ...{ findings: findings.findings, figures: findings.figures },
          ...{ written_by: findings.written_by, written_on: findings.written_on },
        },
        signatures: signatures.map(({ signer, signed_on }) => ({ signer, signed_on })),
        corrected: correction?.corrected ?? null,
      }
    }),
  }
}
