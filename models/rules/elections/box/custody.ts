/** @article polling */

import type { AccountId } from '../../../core/ids.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { type Actor, sameName, type Stander, stands } from '../certification.ts'

/** How many slips open a box, by how many there are. Never fewer than two: nobody opens a box alone. */
const THRESHOLDS: ReadonlyMap<number, number> = new Map([
  [3, 2],
  [5, 3],
])

/** The most slips of a box. */
export const MOST_SLIPS = 5

/** Returns undefined for a number of slips that cannot be. */
export function thresholdOf(slips: number): number | undefined {
  return THRESHOLDS.get(slips)
}

export interface Holder {
  name: string
  /** Undefined for a holder without an account. */
  account: Actor | undefined
}

export type NamingRefusal = 'holders_wrong_number' | 'holder_twice' | 'holder_stands'

/** Whether these people may hold a slip each. */
export function mayHold(holders: readonly Holder[], candidates: readonly Stander[]): Verdict<NamingRefusal> {
  if (thresholdOf(holders.length) === undefined) return refused('holders_wrong_number')
  const twice = holders.find((holder, index) =>
    holders.slice(0, index).some((other) => sameName(other.name, holder.name)),
  )
  if (twice) return refused('holder_twice', { name: twice.name })
  const candidate = holders.find(({ account }) => account && stands(account, candidates))
  return candidate ? refused('holder_stands', { name: candidate.name }) : allowed
}

/** `waiting`: it was never shown. `shown`: its holder has not said that it is on paper. */
export type SlipState = 'waiting' | 'shown' | 'on_paper' | 'tried'

export interface HeldSlip {
  number: number
  /** Null for a holder without an account. */
  account_id: AccountId | null
  /** Who saw its words; null before they were shown. */
  shownTo: AccountId | null
  isOnPaper: boolean
  triedBy: readonly AccountId[]
}

export function slipState({ shownTo, isOnPaper, triedBy }: HeldSlip): SlipState {
  if (shownTo === null) return 'waiting'
  if (!isOnPaper) return 'shown'
  return triedBy.length > 0 ? 'tried' : 'on_paper'
}

export interface Custody {
  threshold: number
  /** Who named the holders. */
  account_id: AccountId
  slips: readonly HeldSlip[]
  /** The box is locked by a key that these slips open. */
  isLocked: boolean
}

export type TakingRefusal = 'slip_of_another_holder' | 'slip_is_in_use' | 'slips_seen_enough'

/**
 * Whether the words of a slip may be shown to this account. Only its holder sees it, once; a slip for a holder without an account
 * is printed by somebody who does not see enough slips to open the box.
 */
export function mayTake(custody: Custody, slip: HeldSlip, account: AccountId): Verdict<TakingRefusal> {
  if (slip.account_id !== null && slip.account_id !== account) return refused('slip_of_another_holder')
  if (custody.isLocked) return refused('slip_is_in_use')
  const others = custody.slips.filter(
    (other) => other !== slip && (other.account_id === account || other.shownTo === account),
  )
  return others.length + 1 >= custody.threshold ? refused('slips_seen_enough') : allowed
}

/** Whether enough slips have been tried. Each is tried by its holder, and never counts when whoever named the holders tried it. */
export function isTriedEnough({ slips, threshold, account_id }: Custody): boolean {
  const tried = slips.filter(({ triedBy }) => triedBy.some((account) => account !== account_id))
  return tried.length >= threshold
}
