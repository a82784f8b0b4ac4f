import type { CouncilHistory, HeldInFull } from '../../../../models/council/history/council_history.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { Office } from '../../../../models/statutes/offices.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { chosenText } from '../../../partials/council/seat_words.ts'
import {
  timelinePage,
  type AskedHistory,
  type TimelinePage,
} from '../../../partials/council/timeline_page.ts'
import type { HeldToShow } from '../../../partials/council/timeline_words.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export type { TimelinePage } from '../../../partials/council/timeline_page.ts'

interface KnownStatutes {
  statutes: Statutes
  offices: readonly Office[]
}

export function officeTimelinePage(
  reader: Reader,
  asked: AskedHistory,
  { seats, terms }: CouncilHistory,
  { statutes, offices }: KnownStatutes,
): TimelinePage {
  return timelinePage(reader, {
    ...asked,
    seats: seats.map(({ seat, stretches }) => ({
      ...{ label: seat.label, href: paths.seat(seat.slug), kind: seat.area_kind },
      stretches: stretches.map((one) =>
        one.kind === 'held' ? heldToShow(reader, statutes, seat, one.held) : one,
      ),
    })),
    ...{ terms, offices },
    hrefs: {
      here: paths.timeline,
      differences: paths.differences,
      empty: reader.can['exchange.import'] ? paths.inAndOut : null,
    },
  })
}

function heldToShow(reader: Reader, statutes: Statutes, seat: SeatInArea, held: HeldInFull): HeldToShow {
  const { t, lang } = reader
  const { person: name, person_id, starts_on, ends_on, end_reason, offices, nominatedBy } = held
  const organisations = new Intl.ListFormat(lang).format(nominatedBy)
  return {
    ...{ kind: 'held', name, href: paths.person(person_id), starts_on, ends_on, offices },
    early: end_reason !== null,
    notes: [
      ...(nominatedBy.length > 0 ? [t('front.nominated_by', { organisations })] : []),
      `${chosenText(reader, statutes, seat, held.chosen)}.`,
      ...(end_reason === null ? [] : [leftText(reader, held)]),
    ],
  }
}

/** Empty when the member asked that the reason is kept private. */
function leftText({ t, can, today }: Reader, { end_private, end_reason, ends_on }: HeldInFull): string {
  if (end_private && !can['contacts.read']) return t('vacancy.left_private')
  const reason = t(`end_reasons.${end_reason ?? 'other'}`)
  return t(ends_on < today ? 'history.left_because' : 'history.leaves_because', { reason })
}
