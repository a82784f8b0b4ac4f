import type { IsoDate } from '../dates.ts'
import { allowed, refused, type Refusal, type Verdict } from './verdict.ts'

export type TimetableRefusal =
  | 'polling_in_past'
  | 'polling_after_term'
  | 'deadline_in_past'
  | 'deadline_not_before_polling'
  | 'closes_before_opens'

export type ListTimeRefusal = 'list_before_deadline'
export type ConsentRefusal = 'day_in_future' | 'consent_after_deadline'
export type PollingTimeRefusal =
  | 'polling_not_yet'
  | 'time_in_future'
  | 'closed_before_opened'
  | 'closed_early_without_reason'
  | 'same_witness'

/** When people stand and vote. Times of day are `HH.MM`. */
export interface Timetable {
  pollingOn: IsoDate
  candidatesBy: IsoDate
  opensAt: string
  closesAt: string
}

/**
 * Everything wrong with a timetable that is made or changed today. A deadline that was announced before, and stays as it
 * is, may be past.
 */
export function timetableRefusals(
  { pollingOn, candidatesBy, opensAt, closesAt }: Timetable,
  limits: { today: IsoDate; termEndsOn: IsoDate; announcedDeadline?: IsoDate | undefined },
): Refusal<TimetableRefusal>[] {
  const polling = pollingDay(pollingOn, limits.today, limits.termEndsOn)
  const isNew = candidatesBy !== limits.announcedDeadline
  const deadline = candidateDeadline(candidatesBy, pollingOn, isNew ? limits.today : candidatesBy)
  const hours: Verdict<TimetableRefusal> =
    opensAt < closesAt ? allowed : refused('closes_before_opens', { opens: opensAt }, 'closes_at')
  return [polling, deadline, hours].filter((verdict) => !verdict.ok)
}

function pollingDay(pollingOn: IsoDate, today: IsoDate, termEndsOn: IsoDate): Verdict<TimetableRefusal> {
  if (pollingOn < today) return refused('polling_in_past', undefined, 'polling_on')
  return pollingOn > termEndsOn ? refused('polling_after_term', { until: termEndsOn }, 'polling_on') : allowed
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

/** The list is approved when everybody who wants to stand has had the time that was announced. */
export function checkListTime(candidatesBy: IsoDate, today: IsoDate): Verdict<ListTimeRefusal> {
  return today > candidatesBy ? allowed : refused('list_before_deadline', { until: candidatesBy })
}

/** Whoever said yes in time stands, also where it is typed in the day after. */
export function checkConsentTime(consent: {
  consentedOn: IsoDate
  checkedOn: IsoDate
  candidatesBy: IsoDate
  today: IsoDate
}): Verdict<ConsentRefusal> {
  const { consentedOn, checkedOn, candidatesBy, today } = consent
  if (consentedOn > today) return refused('day_in_future', undefined, 'consented_on')
  if (consentedOn > candidatesBy) {
    return refused('consent_after_deadline', { deadline: candidatesBy }, 'consented_on')
  }
  return checkedOn > today ? refused('day_in_future', undefined, 'eligibility_checked_on') : allowed
}

/** Polling opens on its day, before two people. It may be written down later: paper does not wait for a connection. */
export function checkOpening(opening: {
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

/** Polling closes at the time that was announced. Closing sooner needs a reason: somebody may come too late. */
export function checkClosing(closing: {
  pollingOn: IsoDate
  openedAt: string
  closedAt: string
  closesAt: string
  reason: string | undefined
  today: IsoDate
  now: string
}): Verdict<PollingTimeRefusal> {
  const { pollingOn, openedAt, closedAt, closesAt, reason, today, now } = closing
  if (today === pollingOn && closedAt > now) return refused('time_in_future', { now }, 'closed_at')
  if (closedAt < openedAt) return refused('closed_before_opened', { opened: openedAt }, 'closed_at')
  return closedAt < closesAt && !reason?.trim()
    ? refused('closed_early_without_reason', { closes: closesAt }, 'early_reason')
    : allowed
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase('da')
}
