import { addDays, later, type IsoDate } from '../core/dates.ts'
import type { Held } from '../council/held.ts'
import type { TermRow } from '../council/tables.ts'
import { lastEndedBefore } from '../rules/core/spans.ts'

export interface Holders {
  /** The member of the new term, seated or booked. */
  member: Held | undefined
  /** The seat was filled in the term, and its member has left: to fill it again is no part of the renewal. */
  left: boolean
  /** The last holder before the member, or before the seat became vacant. */
  before: Held | undefined
}

/** `own`: all who have held one seat, the earliest first. */
export function holdersOf(own: readonly Held[], term: TermRow, today: IsoDate): Holders {
  const day = lastEndedBefore([term], today) ? term.ends_on : later(today, term.starts_on)
  const inTerm = own.filter(({ term_id }) => term_id === term.id)
  const member = inTerm.findLast((one) => !lastEndedBefore([one], day))
  // An annulled election is held again, and that is still the renewal.
  const holding = inTerm.filter(({ end_reason }) => end_reason !== 'election_annulled')
  const sat = own.filter(({ starts_on }) => starts_on <= later(today, addDays(term.starts_on, -1)))
  return {
    member,
    left: member === undefined && lastEndedBefore(holding, day) !== undefined,
    before: sat.findLast((one) => one !== member),
  }
}
