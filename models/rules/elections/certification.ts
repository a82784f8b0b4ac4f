/** @article polling */

import { allowed, refused, type Verdict } from '../core/verdict.ts'
import type { AccountId, PersonId } from '../../core/ids.ts'

/** Two people enter a count each, and two certify the result. */
export const COUNTERS_NEEDED = 2
export const CERTIFIERS_NEEDED = 2

/** The signed-in account, and its person in the register, if any. */
export interface Actor {
  id: AccountId
  person_id: PersonId | null
  name?: string
}

/** A candidate of the election; `person_id` is null until the candidate is found in the register. */
export interface Stander {
  person_id: PersonId | null
  name?: string
}

export type CountingRefusal = 'is_a_candidate' | 'already_counted' | 'round_is_counted'
export type CertifyingRefusal = 'not_on_board' | 'is_a_candidate' | 'entered_a_count' | 'already_certified'

/** Whether this account may enter a count in this round: no candidate may, and no person may enter both. */
export function mayCount(count: {
  account: Actor
  candidates: readonly Stander[]
  /** The accounts that have entered a count in this round. */
  countedThisRoundBy: readonly Actor[]
}): Verdict<CountingRefusal> {
  if (stands(count.account, count.candidates)) return refused('is_a_candidate')
  if (isAmong(count.account, count.countedThisRoundBy)) return refused('already_counted')
  return count.countedThisRoundBy.length >= COUNTERS_NEEDED ? refused('round_is_counted') : allowed
}

/** Whether this account may certify: on the electoral board, no candidate, no counter in any round. */
export function mayCertify(certification: {
  account: Actor
  boardMemberIds: readonly AccountId[]
  /** The accounts that have entered a count in any round of this election. */
  counters: readonly Actor[]
  candidates: readonly Stander[]
  alreadyCertifiedBy: readonly Actor[]
}): Verdict<CertifyingRefusal> {
  const { account } = certification
  if (!certification.boardMemberIds.includes(account.id)) return refused('not_on_board')
  if (stands(account, certification.candidates)) return refused('is_a_candidate')
  if (isAmong(account, certification.counters)) return refused('entered_a_count')
  return isAmong(account, certification.alreadyCertifiedBy) ? refused('already_certified') : allowed
}

/** Whether two different members of the board have certified the result. */
export function isCertified(certifiedBy: readonly Actor[]): boolean {
  return countPeople(certifiedBy) >= CERTIFIERS_NEEDED
}

/** How many human beings these accounts belong to. */
export function countPeople(accounts: readonly Actor[]): number {
  return accounts.filter((one, index) => !isAmong(one, accounts.slice(0, index))).length
}

/** Whether one of these accounts belongs to the same human being, with the same account or another one. */
export function isAmong(account: Actor, accounts: readonly Actor[]): boolean {
  return accounts.some((other) => samePerson(account, other))
}

/**
 * Whether two accounts belong to one human being: the same account, the same person in the register or, when the
 * register does not say who one of the two is, the same name.
 */
export function samePerson(a: Actor, b: Actor): boolean {
  if (a.id === b.id) return true
  return samePersonByRegister(a, b) ?? sameByName(a, b)
}

/**
 * Whether the owner of the account stands. When the register does not say who one of the two is, the same name is
 * enough to keep the account from counting and certifying. Linking the account or the candidate to a person settles it.
 */
export function stands(account: Actor, candidates: readonly Stander[]): boolean {
  return candidates.some(
    (candidate) => samePersonByRegister(account, candidate) ?? sameByName(account, candidate),
  )
}

/** Whether the two are one person in the register. Returns undefined when it does not say who one of them is. */
export function samePersonByRegister(a: Stander, b: Stander): boolean | undefined {
  return a.person_id === null || b.person_id === null ? undefined : a.person_id === b.person_id
}

function sameByName(a: Stander, b: Stander): boolean {
  return a.name !== undefined && b.name !== undefined && sameName(a.name, b.name)
}

/** Whether two names read the same: case, extra spaces and how an å is encoded do not count. */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b)
}

function plainName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('da')
}
