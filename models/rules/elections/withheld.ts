/** @article publicationThreshold */

import type { Statutes } from '../../statutes/document.ts'

/**
 * The threshold of the statutes, where so few ballots were found that it keeps the figures from the public; null where they
 * may be shown. Among few ballots the figures could tell how one person voted. `ballots` is null where nobody voted. Page,
 * poster, record and open data all ask here.
 */
export function withheldBelow(statutes: Statutes, ballots: number | null): number | null {
  const threshold = statutes.rules.publicationThreshold.value
  return ballots !== null && ballots < threshold ? threshold : null
}
