/** @article reelection */

import { yearsOf, type Span } from '../core/spans.ts'
import type { RuleValue } from '../../statutes/schema.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'
import type { TermId } from '../../core/ids.ts'

/** A term in which a person has a membership that stands, even for only a few of its days. */
export interface TermSat extends Span {
  id: TermId
}

/**
 * Whether a person who has sat in these terms may have a seat in this one. Each term counts once, however many seats
 * the person held in it, so that a member of this term may be moved. A term to come counts like a past one.
 */
export function checkReelection(
  rule: RuleValue<'reelection'>,
  sat: readonly TermSat[],
  termId: TermId,
): Verdict<'reelection_limit'> {
  if (rule === 'unlimited' || sat.some(({ id }) => id === termId)) return allowed
  const terms = [...new Map(sat.map((term) => [term.id, term])).values()]
  if (terms.length < rule.maxTerms) return allowed
  return refused('reelection_limit', { count: rule.maxTerms, terms: namesOf(terms) }, 'person_id')
}

/** The years of the terms, as "2018–2021, 2022–2025", the earliest first. */
function namesOf(terms: readonly Span[]): string {
  const inOrder = [...terms].sort((a, b) => (a.starts_on < b.starts_on ? -1 : 1))
  return inOrder.map((term) => yearsOf(term).replace('-', '–')).join(', ')
}
