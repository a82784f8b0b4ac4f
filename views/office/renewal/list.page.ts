import type { IsoDate } from '../../../models/core/dates.ts'
import type { Board } from '../../../models/renewal/board.ts'
import type { Renewal, TermToRenew } from '../../../models/renewal/renewal.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { termInWords } from './words.ts'

export interface ListPage {
  renewals: { term: string; href: string; startsOn: IsoDate; filled: number; count: number }[]
  /** Terms that can be renewed, the next one first. */
  toStart: {
    term: string
    startsOn: IsoDate
    begun: boolean
    municipalElectionOn: IsoDate
    voted: boolean
    own: boolean
    href: string
  }[]
  /** The council has terms of its own, not those of the municipality. */
  own: boolean
}

/** `terms` come with the last one first. */
export function renewalListPage(
  { today }: Reader,
  renewals: readonly { renewal: Renewal; board: Board }[],
  terms: readonly TermToRenew[],
  own: boolean,
): ListPage {
  return {
    renewals: renewals.map(({ renewal: { term }, board }) => ({
      term: termInWords(term),
      href: paths.renewal(yearsOf(term)),
      startsOn: term.starts_on,
      filled: board.filled,
      count: board.lines.length,
    })),
    own,
    toStart: [...terms].reverse().map((term) => ({
      term: termInWords(term),
      startsOn: term.starts_on,
      begun: term.starts_on <= today,
      municipalElectionOn: term.municipal_election_on,
      voted: term.municipal_election_on < today,
      own: term.own,
      href: `${paths.newRenewal}?periode=${yearsOf(term)}`,
    })),
  }
}
