import type { Db } from '../../core/db.ts'
import { SIGNERS_NEEDED } from '../../rules/elections/protocol/investigation.ts'
import { isOtherResult } from '../../rules/elections/protocol/correction.ts'
import { facts } from '../../rules/elections/state.ts'
import type { Election } from '../elections.ts'
import { listCorrections, type RecordedCorrection } from '../record/corrections.ts'
import { recordedComplaints } from '../record/counting.ts'
import type { RecordDocument } from '../record/document.ts'
import { recordedInvestigations, type RecordedInvestigation } from '../record/investigation.ts'
import type { KeptBack } from '../record/public_record.ts'
import { findResult } from './loading.ts'
import type { Result } from './result.ts'
import { findShownRecord } from './shown_record.ts'

/** What the public is told of ballots that are counted anew. */
interface Told {
  /** `recount`: they are being counted. */
  state: 'recount' | 'corrected' | 'confirmed'
  /** Null while they are counted, and where old and new figures would tell of few ballots. */
  corrected: RecordedCorrection | null
}

/** After a complaint, of which only its number is told. */
export type PublicRecount = Told & Pick<RecordDocument['recounts'][number], 'complaint' | 'decided_on'>

export type PublicInvestigation = Omit<Told, 'state'> & {
  state: Told['state'] | 'open' | 'kept'
  /** Null before two have signed, and where they could tell of few ballots. */
  findings: string | null
} & Pick<RecordedInvestigation, 'number' | 'reason' | 'begun_on'>

export interface PublicCorrections {
  recounts: PublicRecount[]
  investigations: PublicInvestigation[]
}

/** What keeps something back that findings do not tell of. */
const ABOUT_OTHERS: readonly KeptBack[] = ['help', 'reopenings', 'incidents']

/** Told once a result was certified: before that, nobody knows of a count. */
export async function publicCorrections(
  db: Db,
  election: Election,
  result: Result | null,
): Promise<PublicCorrections> {
  const shown = await findShownRecord(db, election)
  if (!shown) return { recounts: [], investigations: [] }
  // As on the poster: a name that may not be shown keeps no figure back, and stands in none of the lines.
  const isSmall = shown.kept.includes('sheets')
  const isKept = shown.kept.some((reason) => !ABOUT_OTHERS.includes(reason))
  const { underWay } = facts(election.status)
  const now = result ?? (underWay ? undefined : await findResult(db, election))
  const corrections = await listCorrections(db, election.id, now)
  const { recounts } = await recordedComplaints(db, election.id, corrections)
  const { investigations = [] } = await recordedInvestigations(db, election.id, corrections)
  const told = (corrected: RecordedCorrection): Told => {
    const { was, is } = corrected
    const next = corrections[corrections.findIndex((one) => one.corrected === corrected) + 1]
    // While another count is under way, only what was certified before it may be told.
    const isTold = !underWay || next?.corrected.was_certified
    if (!is || !isTold) return { state: 'recount', corrected: null }
    const state = isOtherResult(was, is) ? 'corrected' : 'confirmed'
    return { state, corrected: result && !isSmall ? corrected : null }
  }
  return {
    recounts: recounts.flatMap(({ complaint, decided_on, corrected }) =>
      corrected ? { complaint, decided_on, ...told(corrected) } : [],
    ),
    investigations: investigations.map((one) => {
      const { number, reason, begun_on, findings, signatures, corrected } = one
      const isSigned = signatures.length >= SIGNERS_NEEDED
      return {
        ...{ number, reason, begun_on },
        ...(isSigned && corrected ? told(corrected) : { state: isSigned ? 'kept' : 'open', corrected: null }),
        findings: isSigned && !isKept ? (findings?.findings ?? null) : null,
      }
    }),
  }
}
