/** @article rollRetention, dataProtection */

import { addDays, addMonths, later, type IsoDate } from '../../core/dates.ts'
import { lastEndedBefore, type Span } from '../core/spans.ts'
import { keysOf } from '../../core/records.ts'

/**
 * How long data about people is kept when it is not needed any more (GDPR art. 5(1)(e): no longer than necessary). Who
 * sat on the council, on which seat and when, stays for good (art. 89: the council's own record).
 */
export interface Retention {
  /** Days from the end of an election until its roll is erased; 0 erases it at the next round. */
  rollDays: number
  /** Months that the applications of candidates and nominees without a seat are kept. */
  applicationMonths: number
  /** Months that contact data and private notes are kept after the last day on the council. */
  contactMonths: number
  /** Months that the address of a closed account is kept. */
  accountMonths: number
  /** Days that a file of old members, read in and never stored, is kept. */
  draftDays: number
}

/** The retention rules in the order in which they run: what one erases may free the next. */
export const RETENTION_RULES = ['rolls', 'applications', 'accounts', 'people', 'contacts', 'drafts'] as const
export type RetentionRule = (typeof RETENTION_RULES)[number]

/** Everything that ties a person to the council. */
export interface Ties {
  registeredOn: IsoDate
  /** Memberships that stand; struck-out ones tie no person. */
  memberships: readonly Span[]
  /** Elections the person stands or stood in. `keptUntil`: a person who stood ready to step in is needed that long. */
  elections: readonly { over: boolean; endedOn: IsoDate; keptUntil?: IsoDate | undefined }[]
  nominations: readonly { open: boolean; endedOn: IsoDate }[]
  /** The last day on which the person stands ready as a substitute. */
  substitutes: readonly { until: IsoDate }[]
  accounts: readonly { closedOn: IsoDate | null }[]
  /** Open notes that the person may no longer be eligible. */
  openFlags: number
}

/** Why the data about a person is still needed. */
export type Hold = 'member' | 'candidate' | 'nominee' | 'substitute' | 'account' | 'flag'

/** What stands in the way of erasing, the weightiest first; empty when nothing does. */
export function holdsOn(ties: Ties, today: IsoDate): Hold[] {
  const holds: Record<Hold, boolean> = {
    member: ties.memberships.some((membership) => isNotOver(membership, today)),
    candidate: ties.elections.some(({ over }) => !over),
    nominee: ties.nominations.some(({ open }) => open),
    substitute: ties.substitutes.some(({ until }) => until >= today),
    account: ties.accounts.some(({ closedOn }) => closedOn === null),
    flag: ties.openFlags > 0,
  }
  return keysOf(holds).filter((hold) => holds[hold])
}

function isNotOver(span: Span, today: IsoDate): boolean {
  return lastEndedBefore([span], today) === undefined
}

/**
 * The day from which the rules erase the data about a person: when the longest of all periods has run. Returns
 * undefined when something stands in the way.
 */
export function erasedFrom(ties: Ties, retention: Retention, today: IsoDate): IsoDate | undefined {
  if (holdsOn(ties, today).length > 0) return undefined
  const { applicationMonths, contactMonths, accountMonths } = retention
  const days = [
    addMonths(ties.registeredOn, applicationMonths),
    ...ties.memberships.map(({ ends_on }) => addMonths(ends_on, contactMonths)),
    ...ties.substitutes.map(({ until }) => addMonths(until, contactMonths)),
    ...ties.elections.map((election) => applicationErasedFrom(election, retention)),
    ...ties.nominations.map((nomination) => applicationErasedFrom(nomination, retention)),
    ...ties.accounts.flatMap(({ closedOn }) => (closedOn ? [addMonths(closedOn, accountMonths)] : [])),
  ]
  return days.reduce(later)
}

/** The day from which an application is erased, counted from the end of the election, nomination or standing ready. */
export function applicationErasedFrom(
  { endedOn, keptUntil = endedOn }: { endedOn: IsoDate; keptUntil?: IsoDate | undefined },
  { applicationMonths }: Pick<Retention, 'applicationMonths'>,
): IsoDate {
  return addMonths(later(endedOn, keptUntil), applicationMonths)
}

/** The day from which a roll is erased. An election ends when no complaint can come and each one is decided. */
export function rollErasedFrom(endedOn: IsoDate, { rollDays }: Pick<Retention, 'rollDays'>): IsoDate {
  return addDays(endedOn, rollDays)
}

/**
 * How much is erased. A person who has been a member stays by name in the council's own record; of others nothing
 * stays.
 */
export function scopeOf({ memberships }: Pick<Ties, 'memberships'>): 'contact' | 'all' {
  return memberships.length > 0 ? 'contact' : 'all'
}
