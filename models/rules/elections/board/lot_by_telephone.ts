/** @article lotByTelephone, electionTie */

import type { AccountId } from '../../../core/ids.ts'
import type { RuleValue, Statutes } from '../../../statutes/document.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { type Actor, isAmong, type Stander, stands } from '../certification.ts'

/** Statutes that do not say it allow it not: then somebody of the board is in the room. */
export const UNSAID: RuleValue<'lotByTelephone'> = false

export function allowsLotByTelephone({ rules }: Pick<Statutes, 'rules'>): boolean {
  return rules.lotByTelephone?.value ?? UNSAID
}

export type DrawingRefusal =
  'lot_by_board' | 'is_a_candidate' | 'lot_call_missing' | 'lot_call_of_another' | 'lot_needs_no_call'

/**
 * Whether this account may record a lot: a member of the electoral board or, where the statutes allow it, somebody else of the
 * staff with at least one member on the telephone. A lot by telephone counts for nothing before each of those confirms it.
 */
export function mayRecordLot(lot: {
  rules: Pick<Statutes, 'rules'>
  account: Actor & { id: AccountId }
  runs: boolean
  candidates: readonly Stander[]
  board: readonly AccountId[]
  /** Those of the board who were on the telephone. */
  called: readonly AccountId[]
}): Verdict<DrawingRefusal> {
  const { rules, account, runs, candidates, board, called } = lot
  if (board.includes(account.id))
    return called.length > 0 ? refused('lot_needs_no_call', undefined, 'called') : allowed
  if (!runs || !allowsLotByTelephone(rules)) return refused('lot_by_board')
  if (stands(account, candidates)) return refused('is_a_candidate')
  if (called.length === 0) return refused('lot_call_missing', undefined, 'called')
  return called.every((id) => board.includes(id))
    ? allowed
    : refused('lot_call_of_another', undefined, 'called')
}

/** What a member on the telephone has said of it since. */
export interface Call {
  account: Actor
  confirmed: boolean
}

/** Those who were on the telephone and have not confirmed it: until they have, the result is not certified. */
export function unconfirmed<One extends Call>(calls: readonly One[]): One[] {
  return calls.filter(({ confirmed }) => !confirmed)
}

/** Whether this account was on the telephone and can confirm it now. */
export function mayConfirmLot(calls: readonly Call[], account: Actor): Verdict<'lot_call_not_yours'> {
  const waiting = unconfirmed(calls).map((call) => call.account)
  return isAmong(account, waiting) ? allowed : refused('lot_call_not_yours')
}
