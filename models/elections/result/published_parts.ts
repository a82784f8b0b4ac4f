import { withheld, type Former, type PublishedParts } from '../../rules/elections/withheld.ts'
import { correctedParts } from '../../rules/elections/protocol/correction.ts'
import type { Statutes } from '../../statutes/document.ts'
import type { RecordedSheet } from '../record/counted.ts'
import type { RecordDocument } from '../record/document.ts'
import { endedEntry } from '../record/entered.ts'
import type { KeptBack } from '../record/public_record.ts'
import { ballotsIn, type OpenedBox, type Tally } from '../../rules/elections/tally.ts'
import { totalsOf, type ResultInputs } from './result.ts'

type Counted = Pick<ResultInputs, 'count' | 'booth'>
type Recorded = Pick<RecordDocument, 'polling' | 'rounds' | 'entered' | CountedAnew>

/** The sections that have earlier results. */
type CountedAnew = 'recounts' | 'investigations'

/** `record` is left out for what is published without it. */
export function publishedParts(result: Counted, record?: Recorded): PublishedParts {
  const { count, booth } = result
  const sheets = (record?.rounds ?? []).flatMap((round) => round.sheets)
  return {
    ...all(totalsOf(result)),
    ...onPaper(count && { ...count.papers, in_box: count.ballots_in_box }, booth),
    boxes: [...(count ? [count.ballots_in_box] : []), ...(booth ? [ballotsIn(booth)] : [])],
    sheets: sheets.map(({ ballots_in_box }) => ballots_in_box),
    help: (record?.polling.help ?? []).map(({ times }) => times),
    invalid: [
      ...sheets.flatMap(invalidLines),
      ...(endedEntry(record?.entered)?.invalid ?? []).map(({ ballots }) => ballots),
    ],
    former: former(totalsOf(result), record ?? {}),
  }
}

function all(totals: Omit<Tally, 'votes'> | null): Pick<PublishedParts, 'ballots' | 'valid'> {
  if (!totals) return { ballots: null, valid: 0 }
  return { ballots: totals.ballots, valid: totals.ballots - totals.blank - totals.invalid }
}

/** The papers of an election with tablets too, be they counted apart, among the ballots of a tablet, or with those. */
function onPaper(
  papers: { in_box: number | null; from_tablet?: number } | null,
  booth: Pick<OpenedBox, 'from_papers'> | null | undefined,
): Pick<PublishedParts, 'papers'> {
  if (booth?.from_papers !== undefined) return { papers: booth.from_papers }
  if (!papers || (!booth && papers.from_tablet === undefined)) return {}
  return { papers: (papers.in_box ?? 0) - (papers.from_tablet ?? 0) }
}

/** Each earlier result held against the present one and all others, whatever came between them. */
function former(is: Tally | null, record: Partial<Pick<RecordDocument, CountedAnew>>): Former[] {
  const { recounts = [], investigations = [] } = record
  const all = [...recounts, ...investigations].flatMap(({ corrected }) => {
    const was = corrected?.was.totals
    return was ? { was, certified: corrected.was_certified } : []
  })
  if (!is) return []
  return all.map(({ was, certified }, index) => ({
    ...{ ballots: was.ballots, certified, parts: correctedParts(was, is) },
    others: all.slice(index + 1).flatMap((other) => correctedParts(was, other.was)),
  }))
}

/** What keeps parts of a record from the public, whatever the election has become since. `named`: every candidate may be. */
export function keptBack(
  statutes: Statutes,
  record: Pick<
    RecordDocument,
    | ('totals' | 'rounds' | 'booth' | 'entered' | 'box_loss' | 'polling' | 'papers' | 'list' | 'incidents')
    | CountedAnew
  >,
  named: boolean,
): KeptBack[] {
  const { figures, invalid, boxes, sheets, help } = withheld(statutes, recordedParts(record))
  // What was written about a box that was given up is told to those who run the election.
  const hasBox = record.booth !== null || record.box_loss !== undefined || record.entered !== undefined
  const isHalf = record.totals === null && (record.rounds.length > 0 || hasBox)
  return [
    ...(figures === null ? [] : (['figures'] as const)),
    ...(invalid === null ? [] : (['invalid'] as const)),
    ...(boxes === null && !isHalf ? [] : (['boxes'] as const)),
    ...(sheets === null ? [] : (['sheets'] as const)),
    ...(help === null ? [] : (['help'] as const)),
    ...(named ? [] : (['names'] as const)),
    // Why an approved list was opened again is told to those who run the election.
    ...(record.list.reopenings === undefined ? [] : (['reopenings'] as const)),
    // So is what was written about a candidate.
    ...(record.incidents === undefined ? [] : (['incidents'] as const)),
  ]
}

function recordedParts({
  totals,
  rounds,
  booth,
  entered,
  polling,
  papers,
  ...anew
}: Parameters<typeof keptBack>[1]): PublishedParts {
  const sheets = rounds.flatMap((round) => round.sheets)
  const inBox = papers?.in_box ?? null
  return {
    ...all(totals),
    ...onPaper(papers, booth),
    boxes: [...(inBox === null ? [] : [inBox]), ...(booth ? [ballotsIn(booth)] : [])],
    sheets: sheets.map(({ ballots_in_box }) => ballots_in_box),
    help: polling.help.map(({ times }) => times),
    invalid: [
      ...sheets.flatMap(invalidLines),
      ...(endedEntry(entered)?.invalid ?? []).map(({ ballots }) => ballots),
    ],
    former: former(totals, anew),
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
