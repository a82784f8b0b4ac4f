/** @article polling */

import { checkFigure, type Entered, type FigureRefusal } from '../core/figures.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

export type VoidPapersRefusal = FigureRefusal | 'void_papers_without_reason'

/**
 * Whether the account of papers with a list that no longer holds can be entered: every printed one has been found and
 * put away, or the difference has its reason for the record. They are in no other account: none may be given to a voter.
 */
export function checkVoidPapers(
  papers: { printed: number; found: Entered },
  reason: string | undefined,
  fields = { found: 'found', reason: 'difference_reason' },
): Verdict<VoidPapersRefusal> {
  const { printed, found } = papers
  const figure = checkFigure(found, fields.found)
  if (!figure.ok) return figure
  const difference = printed - Number(found)
  if (difference === 0 || reason?.trim()) return allowed
  return refused('void_papers_without_reason', { count: Math.abs(difference) }, fields.reason)
}
