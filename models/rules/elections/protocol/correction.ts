/** @article polling */

import type { CandidacyId } from '../../../core/ids.ts'
import type { Tally } from '../tally.ts'

// A result that is counted anew, after an upheld complaint or an investigation, is held against the one before.

/** Who was elected, with what figures. Null figures: there was no vote. */
export interface CountedOutcome {
  elected: CandidacyId[]
  totals: Tally | null
}

/** A line of the result that was corrected. */
export interface Change {
  line: 'ballots' | 'blank' | 'invalid' | 'candidate'
  candidacy_id?: CandidacyId
  was: number
  is: number
}

/** The lines in which two results of one election differ. */
export function changesBetween(was: Tally | null, is: Tally | null): Change[] {
  if (!was || !is) return []
  const of = (tally: Tally, id: CandidacyId) =>
    tally.votes.find(({ candidacy_id }) => candidacy_id === id)?.votes ?? 0
  const lines: Change[] = [
    ...is.votes.map(({ candidacy_id }): Change => {
      const [before, after] = [of(was, candidacy_id), of(is, candidacy_id)]
      return { line: 'candidate', candidacy_id, was: before, is: after }
    }),
    ...(['blank', 'invalid', 'ballots'] as const).map((line) => ({ line, was: was[line], is: is[line] })),
  ]
  return lines.filter((line) => line.was !== line.is)
}

/** How many ballots stand behind each thing that two results tell by subtraction. */
export function correctedParts(was: Tally, is: Tally): number[] {
  return changesBetween(was, is).map((change) => Math.abs(change.is - change.was))
}

/** Whether counting anew has given another result: other figures, or others elected. */
export function isOtherResult(was: CountedOutcome, is: CountedOutcome): boolean {
  return was.elected.join() !== is.elected.join() || changesBetween(was.totals, is.totals).length > 0
}
