import { addDays, type IsoDate } from '../../core/dates.ts'
import { covers, firstEnd, includesDay, overlaps, type Span } from '../core/spans.ts'
import type { Area, Office, Statutes } from '../../statutes/document.ts'
import { allowed, refused, type Refusal, type Verdict } from '../core/verdict.ts'

export type OfficeRefusal =
  'office_not_in_statutes' | 'end_before_start' | 'holder_not_member' | 'office_taken' | 'holds_other_office'

export type SwapRefusal = 'swap_outside_office' | 'swap_same_person'

export interface Officeholding extends Span {
  id: number
  office: Office
  person_id: number
}

/** What a swap changes: the two officeholdings that end, and the two that begin the day after. */
export interface SwapPlan {
  endings: { id: number; ends_on: IsoDate }[]
  beginnings: { office: Office; person_id: number; starts_on: IsoDate; due_on: IsoDate }[]
}

/**
 * Whether a person may hold an office for these days: an office of the statutes, a member every one of the
 * days, nobody else in the office, and no other office at the same time.
 */
export function checkOfficeholding(holding: {
  statutes: Statutes
  office: string
  startsOn: IsoDate
  dueOn: IsoDate
  memberships: readonly Span[]
  officeTaken: readonly (Span & { person: string })[]
  otherOffices: readonly (Span & { office: string })[]
}): Verdict<OfficeRefusal> {
  const { startsOn, dueOn } = holding
  const wanted = { starts_on: startsOn, ends_on: dueOn }
  if (!(holding.statutes.rules.offices.value as string[]).includes(holding.office)) {
    return refused('office_not_in_statutes', undefined, 'office')
  }
  if (dueOn < startsOn) return refused('end_before_start', { from: startsOn }, 'due_on')
  if (!covers(holding.memberships, wanted)) {
    return refused('holder_not_member', { from: startsOn, until: dueOn }, 'person_id')
  }
  const holder = holding.officeTaken.find((span) => overlaps(span, wanted))
  if (holder) {
    const params = { person: holder.person, from: holder.starts_on, until: holder.ends_on }
    return refused('office_taken', params, 'starts_on')
  }
  const other = holding.otherOffices.find((span) => overlaps(span, wanted))
  return other
    ? refused('holds_other_office', { from: other.starts_on, until: other.ends_on }, 'person_id')
    : allowed
}

/**
 * Chair and vice chair change places from the day, which is the day of the decision and not of the proposal.
 * A swap that was postponed or rejected changes nothing, so only an approved one makes a plan with content.
 * Neither holds the new office longer than they held the old one or than the office was to be held, since
 * both were members that long.
 */
export function planSwap(swap: {
  decision: 'approved' | 'postponed' | 'rejected'
  from: IsoDate
  chair: Officeholding
  viceChair: Officeholding
}): { ok: true; plan: SwapPlan } | Refusal<SwapRefusal> {
  const { from, chair, viceChair } = swap
  if (swap.decision !== 'approved') return { ok: true, plan: { endings: [], beginnings: [] } }
  if (chair.person_id === viceChair.person_id) return refused('swap_same_person')
  const dayBefore = addDays(from, -1)
  const both = [chair, viceChair]
  if (!both.every((held) => includesDay(held, from) && includesDay(held, dayBefore))) {
    return refused('swap_outside_office', { date: from }, 'from')
  }
  const dueOn = firstEnd(chair, viceChair)
  return {
    ok: true,
    plan: {
      endings: both.map(({ id }) => ({ id, ends_on: dayBefore })),
      beginnings: [
        { office: chair.office, person_id: viceChair.person_id, starts_on: from, due_on: dueOn },
        { office: viceChair.office, person_id: chair.person_id, starts_on: from, due_on: dueOn },
      ],
    },
  }
}

/** One chair at the table of officers, as "the second vice chair": an office, and its number from 1. */
export interface OfficeSlot {
  office: Office
  number: number
}

/** Every office of the statutes, numbered where there are several of a kind. */
export function officeSlots(offices: readonly Office[]): OfficeSlot[] {
  return offices.map((office, index) => ({
    office,
    number: offices.slice(0, index + 1).filter((other) => other === office).length,
  }))
}

/**
 * The number under which a new holder of the office would have it: the first that is free all the days. The first of
 * them where none is free, so that what stands in the way can be said; undefined where the statutes have no such office.
 */
export function slotFor(
  offices: readonly Office[],
  office: Office,
  wanted: Span,
  held: readonly (Span & OfficeSlot)[],
): number | undefined {
  const slots = officeSlots(offices).filter((slot) => slot.office === office)
  const free = slots.find(
    ({ number }) =>
      !held.some((one) => one.office === office && one.number === number && overlaps(one, wanted)),
  )
  return (free ?? slots[0])?.number
}

/**
 * Where chair and vice chair are shared between those elected at places and the others: whoever holds another office
 * in the same days must not all come from the new holder's own group.
 */
export function checkOfficeGroups(
  statutes: Statutes,
  kind: Area['kind'],
  otherOfficers: readonly { kind: Area['kind'] }[],
): Verdict<'officers_same_group'> {
  if (statutes.rules.officersChosen?.value !== 'one_from_each_group') return allowed
  const shared = otherOfficers.length === 0 || otherOfficers.some((other) => other.kind !== kind)
  return shared ? allowed : refused('officers_same_group', undefined, 'person_id')
}
