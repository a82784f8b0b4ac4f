/** @article reelection */

import { yearsOf, type Span } from '../core/spans.ts'
import type { RuleValue } from '../../statutes/schema.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

/** A term in which a person has a membership that stands, for however few of its days. */
export interface TermSat extends Span {
  id: number
}

/**
 * Whether a person who has sat in these terms may have a seat in this one. Each term counts once, however many seats it
 * was on, so that a member who sits in it already may be moved; one to come counts like one that is over.
 */
export function checkReelection(
  rule: RuleValue<'reelection'>,
  sat: readonly TermSat[],
  termId: number,
): Verdict<'reelection_limit'> {
  if (rule === 'unlimited' || sat.some(({ id }) => id === termId)) return allowed
  const terms = [...new Map(sat.map((term) => [term.id, term])).values()]
  if (terms.length < rule.maxTerms) return allowed
  return refused('reelection_limit', { count: rule.maxTerms, terms: namesOf(terms) }, 'person_id')
}

/** "2018–2021, 2022–2025", the first one first. */
function namesOf(terms: readonly Span[]): string {
  const inOrder = [...terms].sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
  return inOrder.map((term) => yearsOf(term).replace('-', '–')).join(', ')
}
