/** @article polling */

import { later, type IsoDate } from '../../core/dates.ts'
import { allowed, refused, type Refusal, type Verdict } from '../core/verdict.ts'

export type TimetableRefusal =
  | 'polling_in_past'
  | 'polling_after_term'
  | 'deadline_in_past'
  | 'deadline_not_before_polling'
  | 'closes_before_opens'
  | 'sittings_overlap'

export type ListTimeRefusal = 'list_before_deadline'
export type ConsentRefusal = 'day_in_future' | 'consent_after_deadline'
export type PollingTimeRefusal =
  | 'polling_not_yet'
  | 'time_in_future'
  | 'closed_before_opened'
  | 'closed_early_without_reason'
  | 'same_witness'

/** One of the times at which people can vote. Times of day are `HH.MM`. */
export interface SittingTime {
  heldOn: IsoDate
  opensAt: string
  closesAt: string
}

/** When people stand and vote: the sittings in the order of typing, at least one. */
export interface Timetable {
  sittings: readonly [SittingTime, ...SittingTime[]]
  candidatesBy: IsoDate
}

/** More than this is no longer the polling of one drop-in centre, and no form asks for it. */
export const MOST_SITTINGS = 4

/**
 * Everything wrong with a timetable that is made or changed today. An announced deadline may lie in the past when it
 * stays as it is.
 */
export function timetableRefusals(
  { sittings, candidatesBy }: Timetable,
  limits: { today: IsoDate; termEndsOn: IsoDate; announcedDeadline?: IsoDate | undefined },
): Refusal<TimetableRefusal>[] {
  const isNew = candidatesBy !== limits.announcedDeadline
  const { first } = pollingDays(sittings)
  const verdicts = [
    ...sittings.map((sitting, index) => pollingDay(sitting, index, limits.today, limits.termEndsOn)),
    candidateDeadline(candidatesBy, first, isNew ? limits.today : candidatesBy),
    ...sittings.map((sitting, index) => hours(sitting, index)),
    ...sittings.map((sitting, index) => apart(sitting, index, sittings.slice(0, index))),
  ]
  return verdicts.filter((verdict) => !verdict.ok)
}

/** The days of the first and the last sitting. Polling may open on the first; complaints run from the last. */
export function pollingDays(sittings: readonly [SittingTime, ...SittingTime[]]): {
  first: IsoDate
  last: IsoDate
} {
  const days = sittings.map(({ heldOn }) => heldOn)
  const first = days.reduce((earliest, day) => (day < earliest ? day : earliest))
  return { first, last: days.reduce(later) }
}

function pollingDay(
  { heldOn }: SittingTime,
  index: number,
  today: IsoDate,
  termEndsOn: IsoDate,
): Verdict<TimetableRefusal> {
  const field = sittingField(index, 'on')
  if (heldOn < today) return refused('polling_in_past', undefined, field)
  return heldOn > termEndsOn ? refused('polling_after_term', { until: termEndsOn }, field) : allowed
}

function hours({ opensAt, closesAt }: SittingTime, index: number): Verdict<TimetableRefusal> {
  if (opensAt < closesAt) return allowed
  return refused('closes_before_opens', { opens: opensAt }, sittingField(index, 'closes'))
}

/** One box cannot stand open twice at the same time. A sitting may open in the minute when another closes. */
function apart(
  { heldOn, opensAt, closesAt }: SittingTime,
  index: number,
  otherSittings: readonly SittingTime[],
): Verdict<TimetableRefusal> {
  const overlaps = otherSittings.some(
    (other) => other.heldOn === heldOn && other.opensAt < closesAt && opensAt < other.closesAt,
  )
  return overlaps ? refused('sittings_overlap', { date: heldOn }, sittingField(index, 'opens')) : allowed
}

/** The form field of a sitting; the first sitting uses the fields of the election itself. */
export function sittingField(index: number, what: 'on' | 'opens' | 'closes' | 'place'): string {
  const own = { on: 'polling_on', opens: 'opens_at', closes: 'closes_at', place: 'place' }
  return index === 0 ? own[what] : `sitting_${index + 1}_${what}`
}

/** At least a day between the last day to stand and the vote: the list is approved and printed in between. */
function candidateDeadline(
  candidatesBy: IsoDate,
  pollingOn: IsoDate,
  earliest: IsoDate,
): Verdict<TimetableRefusal> {
  if (candidatesBy < earliest) return refused('deadline_in_past', undefined, 'candidates_by')
  return candidatesBy < pollingOn
    ? allowed
    : refused('deadline_not_before_polling', { date: pollingOn }, 'candidates_by')
}

/** The list is approved after the deadline that was announced to all who want to stand. */
export function checkListTime(candidatesBy: IsoDate, today: IsoDate): Verdict<ListTimeRefusal> {
  return today > candidatesBy ? allowed : refused('list_before_deadline', { until: candidatesBy })
}

/** The days on which a candidate said yes and the ground for standing was checked, and the deadline for saying yes. */
export interface ConsentTimes {
  consentedOn: IsoDate
  checkedOn: IsoDate
  candidatesBy: IsoDate
  today: IsoDate
}

/** What is wrong with the days of a candidacy. A candidate who said yes in time stands, even when typed in later. */
export function consentRefusals(consent: ConsentTimes): Refusal<ConsentRefusal>[] {
  const { checkedOn, today } = consent
  const checked: Verdict<ConsentRefusal> =
    checkedOn > today ? refused('day_in_future', undefined, 'eligibility_checked_on') : allowed
  return [saidYes(consent), checked].filter((verdict) => !verdict.ok)
}

function saidYes({ consentedOn, candidatesBy, today }: ConsentTimes): Verdict<ConsentRefusal> {
  if (consentedOn > today) return refused('day_in_future', undefined, 'consented_on')
  return consentedOn > candidatesBy
    ? refused('consent_after_deadline', { deadline: candidatesBy }, 'consented_on')
    : allowed
}

/**
 * Whether polling may open: on its day (the first of several), before two people. The opening may be written down
 * later: paper does not wait for a connection.
 */
export function checkOpening(opening: {
  /** The day of the first sitting. */
  pollingOn: IsoDate
  openedAt: string
  witnesses: readonly [string, string]
  today: IsoDate
  now: string
}): Verdict<PollingTimeRefusal> {
  const { pollingOn, openedAt, today, now, witnesses } = opening
  if (today < pollingOn) return refused('polling_not_yet', { date: pollingOn })
  if (today === pollingOn && openedAt > now) return refused('time_in_future', { now }, 'opened_at')
  return plain(witnesses[0]) === plain(witnesses[1])
    ? refused('same_witness', undefined, 'second_witness')
    : allowed
}

/** Whether polling may close: at the announced time. Closing sooner needs a reason: a voter may come too late. */
export function checkClosing(closing: {
  /** The day of the last sitting. */
  pollingOn: IsoDate
  /** The day of the opening, when it was another one. */
  openedOn?: IsoDate | undefined
  openedAt: string
  closedAt: string
  closesAt: string
  reason: string | undefined
  today: IsoDate
  now: string
}): Verdict<PollingTimeRefusal> {
  const { pollingOn, openedAt, closedAt, closesAt, reason, today, now } = closing
  const sameDay = (closing.openedOn ?? pollingOn) >= pollingOn
  if (today <= pollingOn && closedAt > now) return refused('time_in_future', { now }, 'closed_at')
  if (sameDay && closedAt < openedAt)
    return refused('closed_before_opened', { opened: openedAt }, 'closed_at')
  const early = today < pollingOn || closedAt < closesAt
  return early && !reason?.trim()
    ? refused('closed_early_without_reason', { closes: closesAt }, 'early_reason')
    : allowed
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase('da')
}
