/** @article areas */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { BodyId } from '../../core/ids.ts'
import { includesDay, type Span } from '../core/spans.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

/** The life of a place or an organisation. A day is null when it is not known. */
export interface Living {
  id: BodyId
  active_from: IsoDate | null
  active_until: IsoDate | null
  successor_id: BodyId | null
}

export type SuccessorRefusal = 'circular_successor' | 'successor_of_itself' | 'successor_ended'
export type EndingRefusal = 'body_ends_before_start'
export type NameRefusal = 'name_before_last' | 'name_unchanged'

/**
 * Whether one body may come after another: not itself, not a body that it came after (however many lie between), and
 * not a body that is gone before the other ends.
 */
export function checkSuccessor(
  bodies: readonly Living[],
  ending: { id: BodyId; endsOn: IsoDate },
  successorId: BodyId,
): Verdict<SuccessorRefusal> {
  if (successorId === ending.id) return refused('successor_of_itself', undefined, 'into_id')
  const successor = bodies.find(({ id }) => id === successorId)
  if (chainFrom(bodies, successorId).some(({ id }) => id === ending.id))
    return refused('circular_successor', undefined, 'into_id')
  const until = successor?.active_until ?? null
  return until !== null && until <= ending.endsOn
    ? refused('successor_ended', { date: until }, 'into_id')
    : allowed
}

/** The bodies that come after a body, one after the other. Ends also when the database has a circle. */
export function chainFrom<B extends Living>(bodies: readonly B[], id: BodyId): B[] {
  const chain: B[] = []
  let next = bodies.find((body) => body.id === id)?.successor_id ?? null
  while (next !== null && !chain.some((body) => body.id === next)) {
    const body = bodies.find((one) => one.id === next)
    if (!body) break
    chain.push(body)
    next = body.successor_id
  }
  return chain
}

/** A body may end on any day, past or to come, but not before it began. */
export function checkEnding(body: Pick<Living, 'active_from'>, endsOn: IsoDate): Verdict<EndingRefusal> {
  return body.active_from !== null && endsOn < body.active_from
    ? refused('body_ends_before_start', { from: body.active_from }, 'effective_on')
    : allowed
}

/** A new name holds from a day after the last one began; what was written before keeps the name of its day. */
export function checkRename(
  names: readonly { name: string; valid_from: IsoDate | null }[],
  wanted: { name: string; from: IsoDate },
): Verdict<NameRefusal> {
  const last = names.at(-1)
  if (last?.name === wanted.name) return refused('name_unchanged', undefined, 'name')
  const from = last?.valid_from ?? null
  return from !== null && wanted.from <= from
    ? refused('name_before_last', { from }, 'effective_on')
    : allowed
}

/** What may be decided about a seat whose place or organisation ends inside the term. */
export const SEAT_CHOICES = ['keep', 'renew', 'vacant'] as const

/** A body that ends while the member it stands behind still sits. */
export interface Ending<B extends Living = Living> {
  body: B
  endsOn: IsoDate
  /** True when no other body is left to nominate or to vote at, or when the seat is this organisation's own. */
  mustDecide: boolean
}

/**
 * The bodies behind a seat that end before its member does. A body that ended before the member came is left out. A
 * successor counts when it was there as the member came.
 */
export function endingsBehind<B extends Living>(
  bodies: readonly B[],
  behind: readonly BodyId[],
  member: Span,
  nominatedBy: readonly BodyId[],
): Ending<B>[] {
  const ids = new Set([...behind, ...behind.flatMap((id) => chainFrom(bodies, id).map((body) => body.id))])
  const there = bodies.filter(({ id, active_from: from, active_until: until }) => {
    const began = (from ?? member.starts_on) <= member.starts_on
    return ids.has(id) && began && (until ?? member.starts_on) >= member.starts_on
  })
  return there.flatMap((body) => {
    const endsOn = body.active_until
    if (endsOn === null || !includesDay(member, addDays(endsOn, 1))) return []
    // A successor does not take over by itself, so it is not among the bodies that are left.
    const remaining = there.filter(
      ({ id, active_until: until }) =>
        id !== body.id && behind.includes(id) && (until ?? member.ends_on) > endsOn,
    )
    const isOwn = nominatedBy.length === 1 && nominatedBy[0] === body.id
    return [{ body, endsOn, mustDecide: remaining.length === 0 || isOwn }]
  })
}
