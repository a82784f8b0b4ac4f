import type { PublicElection } from '../../../models/elections/result/publication.ts'
import { electionNotice, type ElectionNotice } from '../../partials/elections/election_notice.ts'
import type { Reader } from '../../reader.ts'

export interface ElectionsPage {
  /** The next polling day first. */
  underWay: ElectionNotice[]
  /** By term, the newest first. */
  finished: { term: string; elections: ElectionNotice[] }[]
}

/** Only elections that have been called, given with the newest polling day first. */
export function electionsPage(
  reader: Pick<Reader, 't' | 'lang'>,
  elections: readonly PublicElection[],
): ElectionsPage {
  const noticesOf = (some: readonly PublicElection[]) => some.map((one) => electionNotice(reader, one))
  const finished = elections.filter(({ over }) => over)
  const terms = [...new Set(finished.map(({ term }) => yearsOf(term)))].sort().reverse()
  return {
    underWay: noticesOf(elections.filter(({ over }) => !over)).reverse(),
    finished: terms.map((term) => ({
      term,
      elections: noticesOf(finished.filter((election) => yearsOf(election.term) === term)),
    })),
  }
}

function yearsOf({ starts_on, ends_on }: PublicElection['term']): string {
  return `${starts_on.slice(0, 4)}–${ends_on.slice(0, 4)}`
}
