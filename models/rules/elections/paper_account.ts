/** @article polling */

import { checkFigure, type Entered, type FigureRefusal } from '../core/figures.ts'
import { allowed, firstRefusal, refused, type Verdict } from '../core/verdict.ts'

/** Where every ballot paper went. `handed_out` counts each paper given to a voter, replacements too. */
export interface Papers {
  printed: number
  handed_out: number
  exchanged: number
  unused: number
  not_returned: number
  in_box: number
  /** Ballots of a tablet that were printed and lie among the papers; left out when none do. */
  from_tablet?: number
}

export const CLOSING_LINES = ['printed', 'handed_out', 'exchanged', 'unused', 'not_returned'] as const
export type ClosingLine = (typeof CLOSING_LINES)[number]

export interface AccountSum {
  closes: boolean
  total: number
  accountedFor: number
  /** Missing papers; negative when there are more than there should be. */
  difference: number
}

export interface PaperAccount {
  closes: boolean
  /** printed = handed out + unused */
  printed: AccountSum
  /** handed out, and from the tablet = in the box + exchanged + not returned */
  handedOut: AccountSum
}

export type PaperAccountRefusal = FigureRefusal | 'difference_without_reason'

/** The ballot paper account: which of its two sums close, and by how many papers each does not. */
export function paperAccount(papers: Papers): PaperAccount {
  const printed = accountSum(papers.printed, papers.handed_out + papers.unused)
  const given = papers.handed_out + (papers.from_tablet ?? 0)
  const handedOut = accountSum(given, papers.in_box + papers.exchanged + papers.not_returned)
  return { closes: printed.closes && handedOut.closes, printed, handedOut }
}

/** Papers handed out that are neither in the box nor otherwise accounted for; negative when there are too many. */
export function missingPapers(papers: Omit<Papers, 'in_box'>, inBox: number): number {
  return paperAccount({ ...papers, in_box: inBox }).handedOut.difference
}

/** Papers that should lie in the box: handed out, and neither exchanged nor taken away. */
export function expectedInBox(papers: Pick<Papers, 'handed_out' | 'exchanged' | 'not_returned'>): number {
  return papers.handed_out - papers.exchanged - papers.not_returned
}

/** Whether the figures at the closing can be entered. What lies in the box is not known yet, so only the first sum is checked. */
export function checkClosingPapers(
  papers: { [line in ClosingLine]?: Entered },
  reason: string | undefined,
): Verdict<PaperAccountRefusal> {
  const figures = firstRefusal(...CLOSING_LINES.map((line) => checkFigure(papers[line], line)))
  if (!figures.ok) return figures
  return checkSum(paperAccount({ ...(papers as Papers), in_box: 0 }).printed, reason)
}

/** Whether the ballots in the box agree with what was handed out, or the difference has its reason for the record. */
export function checkBallotsInBox(
  papers: Omit<Papers, 'in_box'>,
  inBox: number,
  reason: string | undefined,
): Verdict<PaperAccountRefusal> {
  return checkSum(paperAccount({ ...papers, in_box: inBox }).handedOut, reason)
}

function checkSum(
  { closes, difference }: AccountSum,
  reason: string | undefined,
): Verdict<PaperAccountRefusal> {
  if (closes || reason?.trim()) return allowed
  return refused('difference_without_reason', { count: Math.abs(difference) }, 'difference_reason')
}

function accountSum(total: number, accountedFor: number): AccountSum {
  const difference = total - accountedFor
  return { closes: difference === 0, total, accountedFor, difference }
}
