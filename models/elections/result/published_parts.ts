import type { PublishedParts } from '../../rules/elections/withheld.ts'
import type { RecordDocument, RecordedSheet } from '../record/document.ts'
import { totalsOf, type ResultInputs } from './result.ts'

type Counted = Pick<ResultInputs, 'count' | 'booth'>
type Recorded = Pick<RecordDocument, 'polling' | 'rounds'>

/** `record` is left out for what is published without it. */
export function publishedParts(result: Counted, record?: Recorded): PublishedParts {
  const { count, booth } = result
  const sheets = (record?.rounds ?? []).flatMap((round) => round.sheets)
  return {
    ballots: totalsOf(result)?.ballots ?? null,
    boxes: [...(count ? [count.ballots_in_box] : []), ...(booth ? [booth.envelopes] : [])],
    sheets: sheets.map(({ ballots_in_box }) => ballots_in_box),
    lines: [...(record?.polling.help ?? []).map(({ times }) => times), ...sheets.flatMap(invalidLines)],
  }
}

function invalidLines({ invalid_ballots }: Pick<RecordedSheet, 'invalid_ballots'>): number[] {
  const lines = new Map<string, number>()
  for (const { reason, note } of invalid_ballots) {
    const line = JSON.stringify([reason, note])
    lines.set(line, (lines.get(line) ?? 0) + 1)
  }
  return [...lines.values()]
}
