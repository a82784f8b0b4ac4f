import { formatDate, later, type IsoDate } from '../../../../models/core/dates.ts'
import type { BodyId } from '../../../../models/core/ids.ts'
import type { SeatToDecide } from '../../../../models/council/places_over_time.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { Choice } from '../../../partials/form/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface SeatDecisionPage {
  caption: string
  lead: string
  bodyId: BodyId
  choices: Choice[]
  lastDayLabel: string
  lastDay: IsoDate
  today: IsoDate
  action: string
  back: string
}

export function seatDecisionPage(reader: Reader, seat: SeatInArea, open: SeatToDecide): SeatDecisionPage {
  const { t, lang, today } = reader
  const { body, endsOn, member } = open
  return {
    caption: t('nominations.caption', { seat: seat.label }),
    lead: t(endsOn < today ? 'bodies.decision.lead_over' : 'bodies.decision.lead', {
      name: body.name,
      date: formatDate(endsOn, lang),
      member: member.person,
      until: formatDate(member.ends_on, lang),
    }),
    bodyId: body.id,
    choices: choicesOf(reader, open),
    lastDayLabel: t('bodies.decision.last_day', { member: member.person }),
    lastDay: later(endsOn, today),
    today,
    action: paths.seatDecision(seat.slug),
    back: paths.seat(seat.slug),
  }
}

/** A seat can only be filled anew when the body has a successor. */
function choicesOf({ t, lang }: Reader, { body, member, successor }: SeatToDecide): Choice[] {
  const words = { member: member.person, until: formatDate(member.ends_on, lang) }
  const keep = { text: t('bodies.decision.keep', words), hint: t('bodies.decision.keep_hint', words) }
  const vacant = { text: t('bodies.decision.vacant'), hint: t('bodies.decision.vacant_hint', words) }
  const renew = successor && {
    text: t(`bodies.decision.renew_${body.kind}`, { name: successor.name }),
    hint: t('bodies.decision.renew_hint', words),
  }
  return [
    { value: 'keep', ...keep },
    ...(renew ? [{ value: 'renew', ...renew }] : []),
    { value: 'vacant', ...vacant },
  ]
}
