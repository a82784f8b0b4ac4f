import type { FormalAppointment } from '../../../../models/council/formal/formal_appointments.ts'
import type { MembershipOfPerson } from '../../../../models/council/memberships.ts'
import { formatDate } from '../../../../models/core/dates.ts'
import { assumedTitles } from '../../../partials/council/seat_words.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface FormalPage {
  heading: string
  seat: string
  action: string
  back: string
  /** The appointing body; empty when the statutes name none. */
  body: string
  bodyHint: string
  dayHint: string
  assumedRules: string[]
}

export function formalPage(
  reader: Reader,
  { id, person, seat }: MembershipOfPerson,
  { body, chosenOn, assumed }: FormalAppointment,
): FormalPage {
  const { t, lang } = reader
  return {
    heading: t('formal.heading', { name: person }),
    seat: seat.label,
    action: paths.formalAppointment(id),
    back: paths.seat(seat.slug),
    body: body ?? '',
    bodyHint: t(`nominations.appointing_body_${body === null ? 'unknown' : 'known'}`),
    dayHint: t('formal.decided_on_hint', { from: formatDate(chosenOn, lang) }),
    assumedRules: assumedTitles(reader, assumed),
  }
}
