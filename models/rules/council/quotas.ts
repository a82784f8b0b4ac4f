/** @article quotas */

import type { Area, Quota } from '../../statutes/schema.ts'
import { countsFor } from '../../statutes/rule_problems.ts'
import { refused, allowed, type Verdict } from '../core/verdict.ts'

export interface QuotaStanding {
  quota: Quota
  /** How many of the members count for the quota. */
  have: number
  members: number
  kept: boolean
}

type Member = Pick<Area, 'key' | 'kind'>

/**
 * How the council stands against each quota, with one area for each member. Shares are compared as whole numbers (have
 * × whole against part × members), so that a third of eight is never rounded. An empty council keeps every quota: it
 * has no member to be too few or too many.
 */
export function quotaStandings(quotas: readonly Quota[], members: readonly Member[]): QuotaStanding[] {
  return quotas.map((quota) => {
    const have = members.filter((member) => countsFor(quota, member)).length
    return { quota, have, members: members.length, kept: isKept(quota, have, members.length) }
  })
}

function isKept({ limit, amount }: Quota, have: number, members: number): boolean {
  if (members === 0) return true
  const [left, right] = typeof amount === 'number' ? [have, amount] : [have * amount[1], amount[0] * members]
  if (limit === 'at_most') return left <= right
  return limit === 'at_least' ? left >= right : left > right
}

/**
 * Whether one more member may be seated in the area. Only a hard quota with a maximum can stand in the way: what is too
 * few can still come, and a soft quota warns and never blocks. The share is taken of the seats, not of the members of
 * the day, or the first member of a new council would always be too many.
 */
export function checkQuotas(
  quotas: readonly Quota[],
  area: Member,
  membersBefore: readonly Member[],
  seats: number,
): Verdict<'quota_full'> {
  for (const quota of quotas) {
    if (quota.force !== 'hard' || quota.limit !== 'at_most' || !countsFor(quota, area)) continue
    const have = membersBefore.filter((member) => countsFor(quota, member)).length + 1
    if (!isKept(quota, have, seats)) return refused('quota_full', { who: quota.name, count: have - 1 })
  }
  return allowed
}
