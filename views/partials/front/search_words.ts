import { formatDate, formatLongDate, formatTime, type IsoDate } from '../../../models/core/dates.ts'
import type { BodyNameRow } from '../../../models/bodies/tables.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { PublicMeeting } from '../../../models/front/notices.ts'
import type { Reader } from '../../reader.ts'

export type Words = Pick<Reader, 't' | 'lang'>

/** Until when the body had the name it was found by, or that people also call it so. */
export function otherNameLine({ t, lang }: Words, names: readonly BodyNameRow[], found: string): string {
  const official = names.findLast(({ name }) => name === found)
  if (!official) return t('search.alias', { name: found })
  const { valid_from: from, valid_until: until } = official
  if (until !== null) return t('search.former', { name: found, date: formatDate(until, lang) })
  return from === null
    ? t('search.alias', { name: found })
    : t('search.coming_name', { name: found, date: formatDate(from, lang) })
}

/** Whether a person sits, sat or is to sit, and on which seat. */
export function sittingLine(
  { t, lang }: Words,
  sitting: { seat: { label: string }; starts_on: IsoDate; ends_on: IsoDate; when: 'now' | 'coming' | 'past' },
): string {
  const { seat, when } = sitting
  const [from, until] = [sitting.starts_on, sitting.ends_on].map((day) => formatDate(day, lang))
  return t(`search.sitting.${when}`, { seat: seat.label, from, until })
}

/** The holder and their last day, or the first day of the vacancy. */
export function seatLine(
  { t, lang }: Words,
  member: { name: string; ends_on: IsoDate } | null,
  since: IsoDate | null,
): string {
  if (member) return t('search.held', { name: member.name, until: formatDate(member.ends_on, lang) })
  return since ? t('front.vacant_since', { date: formatDate(since, lang) }) : t('front.vacant')
}

/** Empty while the body is there. */
export function endedLines({ t, lang }: Words, until: IsoDate | null, today: IsoDate): string[] {
  return until !== null && until < today ? [t('bodies.ended_on', { date: formatDate(until, lang) })] : []
}

/** "Valg på Perron 4": an election by the name of its area, or by an earlier one. */
export function electionName({ t }: Words, { wording }: Pick<Election, 'wording'>, area: string): string {
  return t('elections.name', { at: t(`public_election.at.${wording}`, { area }) })
}

export function electionLine(
  { t, lang }: Words,
  { kind, polling_on }: Pick<Election, 'kind' | 'polling_on'>,
): string {
  return t('search.election', {
    kind: t(`public_election.kind.${kind}`),
    date: formatDate(polling_on, lang),
  })
}

/** The words that an election is found by: its name, its kind and its day. */
export function electionWords(
  reader: Words,
  election: Pick<Election, 'wording' | 'kind' | 'polling_on'>,
  area: string,
): string {
  return `${electionName(reader, election, area)} ${electionLine(reader, election)}`
}

export function meetingLine(
  { lang }: Words,
  { held_on, starts_at, place }: Omit<PublicMeeting, 'title'>,
): string {
  return `${formatLongDate(held_on, lang)} ${formatTime(starts_at, lang)}, ${place}`
}

export function meetingWords(reader: Words, meeting: PublicMeeting): string {
  return `${meeting.title} ${meetingLine(reader, meeting)}`
}
