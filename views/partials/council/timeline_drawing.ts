import { addDays, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import { overlaps, type Span } from '../../../models/rules/core/spans.ts'
import { partWithin } from '../../../models/council/history/timeline.ts'
import type { OfficeKey } from '../../../models/statutes/offices.ts'
import { shortenTo } from './short_text.ts'
import { axisFor, inLanes, yearsOf } from './timeline_axis.ts'

/** One stretch, ready to be drawn. */
export interface ShownStretch extends Span {
  kind: 'past' | 'now' | 'coming' | 'gap' | 'unknown'
  /** The member, or that the seat was empty. */
  what: string
  sentence: string
  early: boolean
  offices: (Span & { office: OfficeKey; letter: string })[]
}

export interface Line {
  label: string
  href: string | null
  stretches: readonly ShownStretch[]
}

/** In pixels from the top left corner. */
export interface Drawing {
  width: number
  height: number
  terms: { x: number; y: number; text: string }[]
  boundaries: number[]
  ticks: { x: number; text: string }[]
  tickY: number
  /** Where the rows begin, under the years. */
  top: number
  headings: { y: number; text: string }[]
  rows: { y: number; label: string; pieces: Piece[] }[]
  day: { x: number; y: number; text: string; atEnd: boolean } | null
}

export interface Piece extends Pick<ShownStretch, 'kind' | 'sentence'> {
  x: number
  y: number
  width: number
  text: string
  /** The cut-off corner of a member who left early inside the picture; points of a polygon. */
  corner: string | null
  offices: { x: number; y: number; width: number; letter: string }[]
}

/** public/css/parts/history.css has the same sizes for the names of the seats. */
const SIZE = {
  line: 22,
  heading: 36,
  row: 64,
  label: 22,
  bar: 36,
  office: 14,
  corner: 9,
  text: 14,
}
export interface Wanted {
  span: Span
  terms: readonly Span[]
  groups: readonly { heading: string; lines: readonly Line[] }[]
  day: { on: IsoDate; text: string }
  lang: Locale
}

/** Stretches outside the span are left out, those that cross its edge are cut. */
export function drawTimeline({ span, terms, groups, day, lang }: Wanted): Drawing {
  const { width, at, ticks } = axisFor(span, lang)
  const after = addDays(span.ends_on, 1)
  const shown = inLanes(terms.filter((term) => overlaps(term, span)))
  const lanes = Math.max(1, ...shown.map(({ lane }) => lane + 1))
  const top = (lanes + 2) * SIZE.line
  const placed = placeRows(groups, top, (stretch) => pieceOf(stretch, span, at))
  return {
    width,
    height: placed.height,
    terms: shown.map(({ term, lane }) => {
      const part = partWithin(term, span) ?? span
      const room = at(addDays(part.ends_on, 1)) - at(part.starts_on) - 8
      return {
        x: at(part.starts_on) + 4,
        y: lane * SIZE.line + 16,
        text: shortenTo(yearsOf(term), room, SIZE.text),
      }
    }),
    boundaries: [...new Set(terms.flatMap((term) => [term.starts_on, addDays(term.ends_on, 1)]))]
      .filter((on) => on >= span.starts_on && on <= after)
      .map(at),
    ticks,
    tickY: lanes * SIZE.line + 16,
    top,
    headings: placed.headings,
    rows: placed.rows,
    day: dayLine(span, day, at(day.on), width, top),
  }
}

function placeRows(
  groups: Wanted['groups'],
  top: number,
  pieceOn: (stretch: ShownStretch) => Part | undefined,
): Pick<Drawing, 'headings' | 'rows' | 'height'> {
  const headings: Drawing['headings'] = []
  const rows: Drawing['rows'] = []
  let y = top
  for (const { heading, lines } of groups) {
    headings.push({ y: y + 25, text: heading })
    y += SIZE.heading
    for (const { label, stretches } of lines) {
      const bar = y + SIZE.label
      const pieces = stretches.flatMap((one) => pieceOn(one) ?? [])
      rows.push({ y: y + 16, label, pieces: pieces.map((piece) => lowered(piece, bar)) })
      y += SIZE.row
    }
  }
  return { headings, rows, height: y }
}

/** What the picture has of a stretch, before it has its place on a row. */
interface Part extends Pick<Piece, 'kind' | 'sentence' | 'x' | 'width' | 'text'> {
  /** The member left early, and the picture shows when. */
  isCut: boolean
  offices: { x: number; width: number; letter: string }[]
}

function lowered({ isCut, offices, ...part }: Part, y: number): Piece {
  const { bar, office, corner } = SIZE
  const end = part.x + part.width
  return {
    ...part,
    y,
    corner: isCut ? `${end - corner},${y} ${end},${y} ${end},${y + corner}` : null,
    offices: offices.map((held) => ({ ...held, y: y + bar - office })),
  }
}

function pieceOf(stretch: ShownStretch, span: Span, at: (on: IsoDate) => number): Part | undefined {
  const part = partWithin(stretch, span)
  if (!part) return undefined
  const { x, width } = boxOf(part, at)
  const isCut = stretch.early && part.ends_on === stretch.ends_on
  const offices = stretch.offices.flatMap((held) => {
    const days = partWithin(held, part)
    return days ? [{ ...boxOf(days, at), letter: held.letter }] : []
  })
  const text = shortenTo(stretch.what, width - (isCut ? 12 + SIZE.corner : 12), SIZE.text)
  return { kind: stretch.kind, sentence: stretch.sentence, x, width, text, isCut, offices }
}

/** A day is a pixel wide at the least, so that no member is left out. */
function boxOf({ starts_on, ends_on }: Span, at: (on: IsoDate) => number): { x: number; width: number } {
  const x = at(starts_on)
  return { x, width: Math.round(Math.max(1, at(addDays(ends_on, 1)) - x) * 10) / 10 }
}

/** The words stand to the right of the line, or to the left when it is near the edge. */
function dayLine(
  span: Span,
  { on, text }: Wanted['day'],
  x: number,
  width: number,
  top: number,
): Drawing['day'] {
  if (!partWithin({ starts_on: on, ends_on: on }, span)) return null
  return { x, y: top - 6, text, atEnd: width - x < 200 }
}
