import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { Leaving } from '../../../../models/council/leaving.ts'
import type { MembershipOfPerson } from '../../../../models/council/memberships.ts'
import type { HeldOffice } from '../../../../models/council/offices/offices.ts'
import { END_REASONS } from '../../../../models/rules/council/membership.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { leadersIn, type Office } from '../../../../models/statutes/offices.ts'
import { fillingLines } from '../../../partials/council/seat_words.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { officeInSentence } from '../../../partials/statutes/office_words.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface LeavingPage {
  heading: string
  seat: string
  action: string
  back: string
  cancel: string
  lead: string
  today: IsoDate
  /** null until a day has been chosen. */
  follows: { endsOn: IsoDate; heading: string; text: string[] } | null
  reasons: Choice[]
}

export interface LeavingOnDay extends Leaving {
  day: IsoDate
  statutes: Statutes
  officers: readonly HeldOffice[]
  /** The offices of all versions of the statutes, for their names. */
  known: readonly Office[]
}

export function leavingPage(
  reader: Reader,
  { id, person: name, seat, starts_on, due_on }: MembershipOfPerson,
  leaving: LeavingOnDay | undefined,
): LeavingPage {
  const { t, lang, today } = reader
  // An annulled election ends a membership by itself, in the act that annuls it.
  const reasons = END_REASONS.filter((reason) => reason !== 'election_annulled')
  return {
    heading: t('register.leaving.heading', { name }),
    seat: seat.label,
    action: paths.leaving(id),
    back: leaving ? paths.leaving(id) : paths.seat(seat.slug),
    cancel: paths.seat(seat.slug),
    lead: t('register.leaving.lead', { from: formatDate(starts_on, lang), until: formatDate(due_on, lang) }),
    today,
    follows: leaving ? followsFrom(reader, name, leaving) : null,
    reasons: reasons.map((reason) => ({ value: reason, text: t(`end_reasons.${reason}`) })),
  }
}

function followsFrom(reader: Reader, name: string, leaving: LeavingOnDay): LeavingPage['follows'] {
  const { t, lang } = reader
  const { day, statutes, vacantFrom, offices, filling, hasSubstitutes, nextFrom, known } = leaving
  const held = offices.map(({ office }) => officeInSentence(reader, known, office))
  return {
    endsOn: day,
    heading: t('register.leaving.vacant_from', { date: formatDate(vacantFrom, lang) }),
    text: [
      t('register.leaving.last_day_is', { name, date: formatDate(day, lang) }),
      ...(held.length > 0
        ? [t('register.leaving.offices', { offices: new Intl.ListFormat(lang).format(held) })]
        : []),
      ...(nextFrom ? [t('register.leaving.next_holder', { date: formatDate(nextFrom, lang) })] : []),
      ...chairText(reader, leaving),
      fillingLines(reader, statutes, filling, hasSubstitutes).join(' '),
    ],
  }
}

function chairText({ t }: Reader, { statutes, offices, officers }: LeavingOnDay): string[] {
  const { leading, deputy } = leadersIn(statutes)
  if (!offices.some(leading)) return []
  const acting = officers.find(deputy)
  return [acting ? t('vacancy.chair.will_act', { name: acting.person }) : t('vacancy.chair.will_nobody')]
}
