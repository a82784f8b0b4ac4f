/** @article quorum */

import type { QuorumRule } from '../../statutes/document.ts'

export interface Quorum {
  /** `unknown` when attendance is not written down. */
  quorate: boolean | 'unknown'
  present: number | 'unknown'
  /** The fewest members present that make the meeting quorate. */
  required: number
  /** The number of members that the share is taken of. */
  base: number
  /** How many more must come; 0 when quorate, or when it cannot be said. */
  missing: number
}

/**
 * Whether a meeting is quorate under the rule: a share of all seats or of the filled ones, reached or passed. Only
 * whole numbers are compared (present × whole against part × base), so that half of nine is never rounded. Guests and
 * the secretary are not members and must not be in `present`. A council without members is never quorate. Throws
 * RangeError when more are present than there are members.
 */
export function quorum(
  rule: QuorumRule,
  { allSeats, filledSeats, present }: { allSeats: number; filledSeats: number; present: number | 'unknown' },
): Quorum {
  refuseNonsense(allSeats, filledSeats, present === 'unknown' ? 0 : present)
  const base = rule.base === 'all_seats' ? allSeats : filledSeats
  // When the share is asked for only to change the rules, the members present can decide all else.
  const always = rule.appliesTo === 'rule_changes'
  const required = always ? 1 : fewestPresent(rule, base)
  if (present === 'unknown') return { quorate: 'unknown', present, required, base, missing: 0 }
  const quorate = present > 0 && (always || reaches(rule, present, base))
  return { quorate, present, required, base, missing: quorate ? 0 : required - present }
}

function refuseNonsense(allSeats: number, filledSeats: number, present: number): void {
  const counts = [allSeats, filledSeats, present]
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`not numbers of members: ${counts.join(', ')}`)
  }
  if (filledSeats > allSeats) throw new RangeError(`${filledSeats} filled seats of ${allSeats}`)
  if (present > filledSeats) throw new RangeError(`${present} present of ${filledSeats} members`)
}

function reaches({ share: [part, whole], comparison }: QuorumRule, present: number, base: number): boolean {
  const left = present * whole
  const right = part * base
  return comparison === 'at_least' ? left >= right : left > right
}

function fewestPresent(rule: QuorumRule, base: number): number {
  const [part, whole] = rule.share
  const wholesInBase = (part * base - ((part * base) % whole)) / whole
  return [wholesInBase, wholesInBase + 1].find((count) => count > 0 && reaches(rule, count, base)) ?? 1
}
