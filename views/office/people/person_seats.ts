import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { formalLine, type FormalLine } from '../../partials/council/formal_words.ts'
import { chosenText } from '../../partials/council/seat_words.ts'
import { officeName } from '../../partials/statutes/office_words.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { spanText, type Reading } from './reading.ts'

export interface PersonMembership {
  seat: string
  href: string
  span: string
  chosen: string
  /** null when the statutes ask for no appointment after the election. */
  formal: FormalLine | null
  left: string | null
  /** null when there is none, and for readers who may not see it. */
  note: string | null
}

/** A membership that was not over on the day stands with the day it was due to end. */
export function membershipsOf(
  reader: Reader,
  statutes: Statutes,
  { memberships, formal }: PersonLife,
  { privately, day }: Reading & { day: IsoDate },
): PersonMembership[] {
  return memberships.map((held) => ({
    seat: held.seat.label,
    href: paths.seat(held.seat.slug),
    span: spanText(reader, held.starts_on, held.over ? held.ends_on : held.due_on),
    chosen: chosenText(reader, statutes, held.seat, held.chosen),
    formal: formalLine(reader, formal.get(held.id), { until: held.ends_on, day }),
    left: held.over ? leftText(reader, held, privately) : null,
    note: held.over && privately ? held.end_note : null,
  }))
}

function leftText(
  { t }: Reader,
  { end_private, end_reason }: PersonLife['memberships'][number],
  privately: boolean,
): string | null {
  if (end_private && !privately) return t('vacancy.left_private')
  if (end_reason === null) return null
  return t('register.story.left_early', { reason: t(`end_reasons.${end_reason}`) })
}

export interface PersonOfficeLine {
  office: string
  span: string
  decided: string
  note: string | null
}

export function officesOf(
  reader: Reader,
  known: readonly Office[],
  { offices }: PersonLife,
  { privately }: Reading,
): PersonOfficeLine[] {
  return offices.map(({ office, starts_on, ends_on, decided_by: name, decided_on, end_note, over }) => ({
    office: officeName(reader, known, office),
    span: spanText(reader, starts_on, over ? ends_on : null),
    decided: reader.t('insight.life.decided', { name, date: formatDate(decided_on, reader.lang) }),
    note: over && privately ? end_note : null,
  }))
}
