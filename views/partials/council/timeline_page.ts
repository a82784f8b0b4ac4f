import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { overlaps, type Span } from '../../../models/rules/core/spans.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import type { Reader } from '../../reader.ts'
import { yearsOf } from './timeline_axis.ts'
import { drawTimeline, type Drawing, type ShownStretch } from './timeline_drawing.ts'
import { wordsIn, type SeatTable, type SeatToShow } from './timeline_words.ts'
import { AREA_KINDS } from '../../../models/rules/core/by_kind.ts'

type Words = Pick<Reader, 't' | 'lang' | 'today'>

export interface TimelinePage {
  /** null when nothing is known of the days asked for. */
  drawing: Drawing | null
  /** What the picture is of, in a sentence. */
  picture: string
  lanes: SeatLane[]
  legend: ShownStretch['kind'][]
  letters: { letter: string; office: string }[]
  anyEarly: boolean
  tables: { kind: SeatToShow['kind']; seats: SeatTable[] }[]
  /** Part of the time or another day was asked for. */
  asked: boolean
  isToday: boolean
  /** Terms in which the council had members; empty when there is only one. */
  terms: { years: string; href: string; shown: boolean }[]
  hrefs: { here: string; differences: string; empty: string | null }
  /** The register holds no membership at all. */
  isEmpty: boolean
}

/** The names stay in sight when the picture is scrolled. */
type SeatLane = { heading: string } | { label: string; href: string | null }

export interface AskedHistory {
  /** undefined when nothing is registered. */
  span: Span | undefined
  /** Part of the time or another day was asked for. */
  asked: boolean
  /** The day of the picture's line. */
  day: IsoDate
}

export interface History extends AskedHistory {
  seats: readonly SeatToShow[]
  terms: readonly Span[]
  /** Every office that the council has had, for their names. */
  offices: readonly Office[]
  hrefs: TimelinePage['hrefs']
}

/** Picture and tables are made of the same words. */
export function timelinePage(reader: Words, history: History): TimelinePage {
  const { t, lang, today } = reader
  const { seats, terms, span, day, asked, hrefs } = history
  const words = wordsIn(reader, { today, day, offices: history.offices })
  const stretches = seats.map((seat) => ({
    seat,
    stretches: seat.stretches
      .map((stretch) => ({ stretch, ...words.describe(stretch) }))
      .filter((one) => span !== undefined && overlaps(one, span)),
  }))
  const shown = stretches.filter((line) => line.stretches.length > 0)
  const all = shown.flatMap((line) => line.stretches)
  const groups = AREA_KINDS.map((kind) => ({
    kind,
    lines: shown.filter(({ seat }) => seat.kind === kind),
  })).filter(({ lines }) => lines.length > 0)
  const drawn = groups.map(({ kind, lines }) => ({
    heading: t(`register.council.group.${kind}`),
    lines: lines.map(({ seat, stretches }) => ({ label: seat.label, href: seat.href, stretches })),
  }))
  const onDay = formatDate(day, lang)
  const dayText = day === today ? t('history.today', { date: onDay }) : onDay
  return {
    drawing:
      span && all.length > 0
        ? drawTimeline({ span, terms, groups: drawn, day: { on: day, text: dayText }, lang })
        : null,
    picture: span ? t('history.picture', words.days(span)) : '',
    lanes: drawn.flatMap(({ heading, lines }) => [
      { heading },
      ...lines.map(({ label, href }) => ({ label, href })),
    ]),
    legend: (['past', 'now', 'coming', 'gap', 'unknown'] as const).filter((kind) =>
      all.some((one) => one.kind === kind),
    ),
    letters: history.offices
      .filter(({ key }) => all.some(({ offices }) => offices.some((held) => held.office === key)))
      .map(({ key }) => words.office(key)),
    anyEarly: all.some(({ early }) => early),
    tables: groups.map(({ kind, lines }) => ({
      kind,
      seats: lines.map(({ seat, stretches }) => ({
        ...{ label: seat.label, href: seat.href },
        rows: stretches.map(({ stretch, what }) => words.row(stretch, what)).reverse(),
      })),
    })),
    asked,
    terms: termLinks(history),
    isToday: day === today,
    hrefs,
    isEmpty: seats.every(({ stretches }) => stretches.every(({ kind }) => kind !== 'held')),
  }
}

function termLinks({ seats, terms, span, hrefs }: History): TimelinePage['terms'] {
  const held = seats.flatMap(({ stretches }) => stretches.flatMap((one) => (one.kind === 'held' ? one : [])))
  const sat = terms.filter((term) => held.some((one) => overlaps(one, term)))
  if (sat.length < 2) return []
  return sat.map(({ starts_on, ends_on }) => ({
    years: yearsOf({ starts_on, ends_on }),
    href: `${hrefs.here}?fra=${yearOr(starts_on, '-01-01')}&til=${yearOr(ends_on, '-12-31')}`,
    shown: span?.starts_on === starts_on && span.ends_on === ends_on,
  }))
}

/** The year alone when the day is the one that the year means. */
function yearOr(day: IsoDate, edge: string): string {
  return day.endsWith(edge) ? day.slice(0, 4) : day
}
