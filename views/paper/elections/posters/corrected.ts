import type { CandidacyId } from '../../../../models/core/ids.ts'
import type { RecordedCorrection } from '../../../../models/elections/record/corrections.ts'
import type { Result } from '../../../../models/elections/result/result.ts'
import { isOtherResult } from '../../../../models/rules/elections/protocol/correction.ts'
import { shownCorrection } from '../../../partials/elections/correction.ts'
import type { Reader } from '../../../reader.ts'
import type { ResultPosterPage } from './result_poster.ts'

/** Who was elected before has been told; old figures only where they may be held against the new ones. */
export function correctedPart(
  correction: RecordedCorrection,
  { candidates }: Result,
  hasFigures: boolean,
  words: Pick<Reader, 't' | 'lang'>,
): NonNullable<ResultPosterPage['corrected']> | null {
  const { was, is } = correction
  if (!is || !isOtherResult(was, is)) return null
  const nameOf = (id: CandidacyId) => candidates.find((one) => one.id === id)?.name ?? ''
  const shown = shownCorrection(words, correction, nameOf)
  return shown && { electedWas: shown.electedWas, lines: hasFigures ? shown.lines : [] }
}
