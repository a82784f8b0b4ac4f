/** @article publicationThreshold */

import type { Statutes } from '../../statutes/document.ts'

/**
 * The threshold of the statutes when so few ballots were found that the figures are kept from the public; null when
 * they may be shown. Among few ballots the figures could tell how one person voted. `ballots` is null when there was no
 * vote. Page, poster, record and open data all ask here.
 */
export function withheldBelow(statutes: Statutes, ballots: number | null): number | null {
  const threshold = statutes.rules.publicationThreshold.value
  return ballots !== null && ballots < threshold ? threshold : null
}
