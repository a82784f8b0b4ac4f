import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { changesBetween, type Change } from '../../rules/elections/protocol/investigation.ts'
import { listInvestigations, type CountedOutcome } from '../investigation/listing.ts'
import type { FindingsRow, InvestigationRow, FindingSignatureRow } from '../investigation/tables.ts'
import { totalsOf, type Result } from '../result/result.ts'

export interface RecordedInvestigation extends Pick<
  InvestigationRow,
  'number' | 'reason' | 'begun_by' | 'begun_on'
> {
  findings: Pick<FindingsRow, 'findings' | 'figures' | 'written_by' | 'written_on'> | null
  signatures: Pick<FindingSignatureRow, 'signer' | 'signed_on'>[]
  /** Null unless the ballots were counted anew. */
  corrected: RecordedCorrection | null
}

export interface RecordedCorrection {
  /** The public had been told of the earlier result. */
  was_certified: boolean
  was: CountedOutcome
  /** Null until the ballots are counted. */
  is: CountedOutcome | null
  /** The lines that are not as they were. */
  changes: Change[]
}

/** Returns nothing when there was no investigation, so that records from before are the same text as ever. */
export async function recordedInvestigations(
  db: Db,
  electionId: ElectionId,
  result: Result | undefined,
): Promise<{ investigations?: RecordedInvestigation[] }> {
  const all = await listInvestigations(db, electionId)
  if (all.length === 0) return {}
  const now = result ? { elected: result.elected, totals: totalsOf(result) } : null
  const counted = all.filter(({ closing }) => closing && closing.after_round !== null)
  return {
    investigations: all.map((one) => {
      const { number, reason, begun_by, begun_on, findings, signatures } = one
      const next = counted[counted.indexOf(one) + 1]?.closing?.was
      const is = next ? { elected: next.elected, totals: next.totals } : now
      return {
        ...{ number, reason, begun_by, begun_on },
        findings: findings && {
          ...{ findings: findings.findings, figures: findings.figures },
          ...{ written_by: findings.written_by, written_on: findings.written_on },
        },
        signatures: signatures.map(({ signer, signed_on }) => ({ signer, signed_on })),
        corrected: counted.includes(one) && one.closing ? correction(one.closing.was, is) : null,
      }
    }),
  }
}

function correction(
  { certified, elected, totals }: CountedOutcome & { certified: boolean },
  is: CountedOutcome | null,
): RecordedCorrection {
  const was = { elected, totals }
  return { was_certified: certified, was, is, changes: changesBetween(totals, is?.totals ?? null) }
}
