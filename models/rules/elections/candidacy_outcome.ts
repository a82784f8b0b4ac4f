/** @article polling */

import { facts, type ElectionState } from './state.ts'
import type { CandidacyId } from '../../core/ids.ts'

/** What came of a candidacy. `undecided`: no result has been certified yet. */
export type CandidacyOutcome =
  | 'undecided'
  | 'withdrawn'
  | 'elected'
  | 'by_lot'
  | 'uncontested'
  | 'not_elected'
  | 'lost_by_lot'
  | 'annulled'
  | 'called_off'

/** The outcome in the newest record of the election; candidates are named by their ids. */
export interface RecordedOutcome {
  /** The state of the election when the record was made. */
  made_at: ElectionState
  result: { elected: readonly CandidacyId[] } | null
  lot: { among: readonly CandidacyId[]; chosen: readonly number[] } | null
  uncontested: object | null
}

/**
 * What came of a candidacy according to the newest record. A candidate who has withdrawn was not in the election,
 * whatever became of it. Only the candidates among whom a lot was drawn hear of it.
 */
export function candidacyOutcome(
  candidacy: { id: CandidacyId; withdrawn: boolean; calledOff?: boolean },
  record: RecordedOutcome | undefined,
): CandidacyOutcome {
  if (candidacy.withdrawn) return 'withdrawn'
  if (!record) return candidacy.calledOff ? 'called_off' : 'undecided'
  if (facts(record.made_at).annulled) return 'annulled'
  const drawn = record.lot?.among.includes(candidacy.id) ?? false
  if (!record.result?.elected.includes(candidacy.id)) return drawn ? 'lost_by_lot' : 'not_elected'
  if (record.uncontested !== null) return 'uncontested'
  return drawn ? 'by_lot' : 'elected'
}
