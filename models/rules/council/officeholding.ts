/** @article offices */

import type { IsoDate } from '../../core/dates.ts'
import type { OfficeholdingId, PersonId } from '../../core/ids.ts'
import { covers, overlaps, type Span } from '../core/spans.ts'
import type { Area, Statutes } from '../../statutes/document.ts'
import { officesOf, type Office, type OfficeKey } from '../../statutes/offices.ts'
import { allowed, refused, type Verdict } from '../core/verdict.ts'

export type OfficeRefusal =
  'office_not_in_statutes' | 'end_before_start' | 'holder_not_member' | 'office_taken' | 'holds_other_office'

export interface Officeholding extends Span {
  id: OfficeholdingId
  office: OfficeKey
  person_id: PersonId
}

/**
 * Whether a person may hold an office for these days: the statutes have the office, the person is a member on every one
 * of the days, no other member holds the office, and the person holds no other office.
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
  if (!officesOf(holding.statutes).some(({ key }) => key === holding.office)) {
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

/** One place among the officers, as "the second vice chair": an office, and its number from 1. */
export interface OfficeSlot {
  office: OfficeKey
  number: number
}

/** Every office of the statutes, numbered when there are several of a kind. */
export function officeSlots(offices: readonly Office[]): OfficeSlot[] {
  const each = offices.flatMap(({ key, count }) => Array.from({ length: count }, () => key))
  return each.map((office, index) => ({
    office,
    number: each.slice(0, index + 1).filter((other) => other === office).length,
  }))
}

/**
 * The number of the office that a new holder would get: the first that is free all the days. When none is free it is
 * the first of all, so that the refusal can say what stands in the way. Returns undefined when the statutes have no
 * such office.
 */
export function slotFor(
  offices: readonly Office[],
  office: OfficeKey,
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
 * Whether the holder fits beside the other officers. Statutes may share the leading offices between members elected at
 * places and other members: then the holders on the same days must not all come from one group. Offices that the
 * council fills apart do not count.
 */
export function checkOfficeGroups(
  statutes: Statutes,
  holder: { office: OfficeKey; kind: Area['kind'] },
  otherOfficers: readonly { office: OfficeKey; kind: Area['kind'] }[],
): Verdict<'officers_same_group'> {
  const shared = officesOf(statutes).filter(({ chosenBy }) => chosenBy === 'one_from_each_group')
  const isShared = ({ office }: { office: OfficeKey }) => shared.some(({ key }) => key === office)
  const beside = otherOfficers.filter(isShared)
  if (!isShared(holder) || beside.length === 0) return allowed
  return beside.some(({ kind }) => kind !== holder.kind)
    ? allowed
    : refused('officers_same_group', undefined, 'person_id')
}
