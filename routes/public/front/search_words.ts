import type { Request } from 'express'
import { formatDate, formatLongDate, formatTime, type IsoDate } from '../../../models/core/dates.ts'
import { officialName } from '../../../models/front/search.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { BodyNameRow } from '../../../models/bodies/tables.ts'
import type { MeetingRow } from '../../../models/meetings/tables.ts'

/** Sentences that tell what was found, the same at both doors. */

/** Until when it was called what it was found by, or that people also call it so. */
export function otherNameLine(req: Request, names: readonly BodyNameRow[], found: string): string {
  const official = officialName(names, found)
  if (!official) return req.t('search.alias', { name: found })
  const { valid_from: from, valid_until: until } = official
  if (until !== null) return req.t('search.former', { name: found, date: formatDate(until, req.lang) })
  return from === null
    ? req.t('search.alias', { name: found })
    : req.t('search.coming_name', { name: found, date: formatDate(from, req.lang) })
}

/** Sits, sat or is to sit, and where. */
export function sittingLine(
  req: Request,
  sitting: { seat: { label: string }; starts_on: IsoDate; ends_on: IsoDate; when: 'now' | 'coming' | 'past' },
): string {
  const { seat, when } = sitting
  const [from, until] = [sitting.starts_on, sitting.ends_on].map((day) => formatDate(day, req.lang))
  return req.t(`search.sitting.${when}`, { seat: seat.label, from, until })
}

/** "Valg på Perron 4": an election by the name of its area, or by an earlier one. */
export function electionName(req: Request, { wording }: Pick<Election, 'wording'>, area: string): string {
  return req.t('elections.name', { at: req.t(`public_election.at.${wording}`, { area }) })
}

/** The words that an election is found by: its name, its kind and its day. */
export function electionWords(
  req: Request,
  election: Pick<Election, 'wording' | 'kind' | 'polling_on'>,
  area: string,
): string {
  return `${electionName(req, election, area)} ${electionLine(req, election)}`
}

/** What kind of election, and when people vote. */
export function electionLine(
  req: Request,
  { kind, polling_on }: Pick<Election, 'kind' | 'polling_on'>,
): string {
  const of = req.t(`public_election.kind.${kind}`)
  return req.t('search.election', { kind: of, date: formatDate(polling_on, req.lang) })
}

type Meeting = Pick<MeetingRow, 'title' | 'held_on' | 'starts_at' | 'place'>

/** When and where. */
export function meetingLine(req: Request, { held_on, starts_at, place }: Omit<Meeting, 'title'>): string {
  return `${formatLongDate(held_on, req.lang)} ${formatTime(starts_at, req.lang)}, ${place}`
}

/** The words that a meeting is found by. */
export function meetingWords(req: Request, meeting: Meeting): string {
  return `${meeting.title} ${meetingLine(req, meeting)}`
}
