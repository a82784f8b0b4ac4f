import { formatDate, later, type IsoDate } from '../../../models/core/dates.ts'
import type { Empty } from '../../../models/rules/council/seat_stretches.ts'
import { includesDay, type Span } from '../../../models/rules/core/spans.ts'
import type { Office, OfficeKey } from '../../../models/statutes/offices.ts'
import type { Reader } from '../../reader.ts'
import { officeLetter, officeName } from '../statutes/office_words.ts'
import type { ShownStretch } from './timeline_drawing.ts'
import type { AreaKind } from '../../../models/rules/core/by_kind.ts'

/** What may be said of the seat to the reader of the door. */
export interface SeatToShow {
  label: string
  href: string | null
  kind: AreaKind
  /** The oldest first. */
  stretches: readonly (HeldToShow | Empty)[]
}

export interface HeldToShow extends Span {
  kind: 'held'
  name: string
  href: string | null
  early: boolean
  offices: readonly (Span & { office: OfficeKey })[]
  /** How the member got the seat and why they left, in sentences. */
  notes: readonly string[]
}

export interface SeatTable {
  label: string
  href: string | null
  /** The newest first. */
  rows: {
    what: string
    href: string | null
    from: string
    until: string
    offices: string[]
    notes: string[]
  }[]
}

/** The words of stretches, alike in the picture and in the tables. */
export function wordsIn(
  reader: Pick<Reader, 't' | 'lang'>,
  { today, day, offices }: { today: IsoDate; day: IsoDate; offices: readonly Office[] },
) {
  const { t, lang } = reader
  const date = (on: IsoDate) => formatDate(on, lang)
  const days = (span: Span) => ({ from: date(span.starts_on), to: date(span.ends_on) })
  const inOffice = (held: Span & { office: OfficeKey }) =>
    t('history.in_office', { office: officeName(reader, offices, held.office), ...days(held) })
  const office = (key: OfficeKey) => ({
    office: officeName(reader, offices, key),
    letter: officeLetter(reader, offices, key),
  })

  /** A gap that is still open is drawn to today. */
  const spanOf = (stretch: HeldToShow | Empty): Span =>
    stretch.kind === 'held'
      ? stretch
      : { starts_on: stretch.from, ends_on: stretch.until ?? later(stretch.from, today) }

  const row = (stretch: HeldToShow | Empty, what: string): SeatTable['rows'][number] => {
    const { from, to } = days(spanOf(stretch))
    if (stretch.kind !== 'held') {
      const until = stretch.until === undefined ? t('history.still') : to
      return { what, href: null, from, until, offices: [], notes: [] }
    }
    const { href, notes } = stretch
    return {
      what,
      href,
      from,
      until: to,
      offices: stretch.offices.map(inOffice),
      notes: [...standing(stretch), ...notes],
    }
  }

  const standing = (held: HeldToShow): string[] => {
    const kind = kindOf(held, day)
    if (kind === 'past') return []
    return [day === today ? t(`history.standing.${kind}`) : t(`history.then.${kind}`)]
  }

  const describe = (stretch: HeldToShow | Empty): ShownStretch => {
    const what = stretch.kind === 'held' ? stretch.name : t(`history.${stretch.kind}`)
    const line = row(stretch, what)
    const words = t('history.stretch', { what, from: line.from, to: line.until })
    const sentence = [words, ...line.offices].join('. ')
    const held = stretch.kind === 'held' ? stretch : undefined
    const kind = stretch.kind === 'held' ? kindOf(stretch, day) : stretch.kind
    const letters = (held?.offices ?? []).map((one) => ({
      ...one,
      letter: officeLetter(reader, offices, one.office),
    }))
    return { ...spanOf(stretch), kind, what, sentence, early: held?.early ?? false, offices: letters }
  }
  return { days, row, describe, office }
}

function kindOf(held: Span, day: IsoDate): 'past' | 'now' | 'coming' {
  if (includesDay(held, day)) return 'now'
  return day < held.starts_on ? 'coming' : 'past'
}
