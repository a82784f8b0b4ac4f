import { formatDate } from '../../../models/core/dates.ts'
import type { PublicHeld, PublicHistory } from '../../../models/council/history/publication.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import { timelinePage, type AskedHistory, type TimelinePage } from '../../partials/council/timeline_page.ts'
import type { HeldToShow } from '../../partials/council/timeline_words.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export type { TimelinePage } from '../../partials/council/timeline_page.ts'

/** `offices` are those of all versions of the statutes. */
export function publicTimelinePage(
  reader: Reader,
  asked: AskedHistory,
  { seats, terms }: PublicHistory,
  offices: readonly Office[],
): TimelinePage {
  return timelinePage(reader, {
    ...asked,
    seats: seats.map(({ area, kind, stretches }) => ({
      ...{ label: area, href: null, kind },
      stretches: stretches.map((one) => (one.kind === 'held' ? heldToShow(reader, one.held) : one)),
    })),
    ...{ terms, offices },
    hrefs: { here: paths.publicTimeline, differences: paths.publicDifferences, empty: null },
  })
}

function heldToShow({ t, lang, today }: Reader, held: PublicHeld): HeldToShow {
  const { name, starts_on, ends_on, early, offices, nominatedBy, chosen, chosen_on } = held
  const organisations = new Intl.ListFormat(lang).format(nominatedBy)
  return {
    ...{ kind: 'held', name: name ?? t('front.name_withheld'), href: null },
    ...{ starts_on, ends_on, early, offices },
    notes: [
      ...(nominatedBy.length > 0 ? [t('front.nominated_by', { organisations })] : []),
      chosen_on
        ? t(`front.chosen_on.${chosen}`, { date: formatDate(chosen_on, lang) })
        : t(`front.chosen.${chosen}`),
      ...(early ? [t(ends_on < today ? 'history.left_early' : 'history.leaves_early')] : []),
    ],
  }
}
