import { COLOURS, ensureRoom, frame, inside, mark, plain, space, type Paper } from './paper.ts'
import type { Weight } from './fonts.ts'

export interface TextStyle {
  size?: number
  weight?: Weight
  colour?: string
  align?: 'left' | 'center' | 'right'
  after?: number
  /** Above a heading, unless it is the first on its page. */
  before?: number
  /** Whether what follows a heading begins on its page; it does, unless all has to stand on one page anyway. */
  kept?: boolean
  /** From the left margin. */
  indent?: number
  width?: number
  /** Between lines, beside what the font has. */
  lead?: number
}

const HEADINGS = { 1: 24, 2: 14, 3: 11 } as const
const BEFORE = { 1: 0, 2: 9, 3: 6 } as const

export function style({ pdf, scale }: Paper, { size = 10, weight = 'regular', colour }: TextStyle): void {
  pdf
    .font(weight)
    .fontSize(size * scale)
    .fillColor(colour ?? COLOURS.ink)
}

/** In points on the page. */
export function heightOf(paper: Paper, text: string, options: TextStyle): number {
  style(paper, options)
  return paper.pdf.heightOfString(plain(text), placing(paper, options))
}

function placing(paper: Paper, { align = 'left', indent = 0, width, lead = 2 }: TextStyle) {
  const { scale } = paper
  const full = frame(paper).width - indent * scale
  return { align, lineGap: lead * scale, width: width === undefined ? full : width * scale }
}

/** At the left margin, below what stands already. Untagged: use it inside `mark`. */
export function write(paper: Paper, text: string, options: TextStyle = {}): void {
  const { pdf, scale } = paper
  style(paper, options)
  pdf.text(plain(text), frame(paper).left + (options.indent ?? 0) * scale, pdf.y, placing(paper, options))
}

/** The part of a page that is kept free below a heading for its text. */
const KEPT = 0.15

/** In points. */
export function roomBelowHeading(paper: Paper): number {
  const { top, bottom } = frame(paper)
  return (bottom - top) * KEPT
}

/** Below a section's heading there is room for that of its first part too: the two are never parted. */
function keptBelow(paper: Paper, level: 1 | 2 | 3): number {
  if (level === 1) return 0
  if (level === 3) return roomBelowHeading(paper)
  return (
    roomBelowHeading(paper) + (HEADINGS[2] / 3 + BEFORE[3] + 2 * HEADINGS[3] + HEADINGS[3] / 3) * paper.scale
  )
}

/** Stays on the same page as the beginning of what follows. */
export function heading(paper: Paper, level: 1 | 2 | 3, text: string, options: TextStyle = {}): void {
  const full = { size: HEADINGS[level], weight: 'bold', colour: COLOURS.navy, lead: 0, ...options } as const
  const before = options.before ?? BEFORE[level]
  if (paper.pdf.y > frame(paper).top) space(paper, before)
  ensureRoom(paper, heightOf(paper, text, full) + (options.kept === false ? 0 : keptBelow(paper, level)))
  mark(paper, `H${level}`, () => write(paper, text, full))
  space(paper, options.after ?? full.size / 3)
}

export function paragraph(paper: Paper, text: string, options: TextStyle = {}): void {
  // At least two lines before a page ends.
  ensureRoom(paper, Math.min(heightOf(paper, text, options), 3 * (options.size ?? 10) * paper.scale))
  mark(paper, 'P', () => write(paper, text, options))
  space(paper, options.after ?? 6)
}

/** A dash or a number stands before each line. */
export function list(
  paper: Paper,
  lines: readonly string[],
  options: TextStyle & { numbered?: boolean; first?: number } = {},
): void {
  const { pdf, scale } = paper
  const { size = 10, indent = 0, numbered = false, first = 1, after = 3 } = options
  const inset = indent + size * (numbered ? 1.8 : 1.2)
  inside(paper, 'L', () => {
    for (const [index, line] of lines.entries()) {
      ensureRoom(paper, Math.min(heightOf(paper, line, { ...options, indent: inset }), 100 * scale))
      inside(paper, 'LI', () => {
        const top = pdf.y
        mark(paper, 'Lbl', () => write(paper, numbered ? `${first + index}.` : '–', options))
        pdf.y = top
        mark(paper, 'LBody', () => write(paper, line, { ...options, indent: inset }))
      })
      space(paper, after)
    }
  })
}

/** Name and value side by side. */
export function facts(
  paper: Paper,
  lines: readonly (readonly [string, string])[],
  { size = 10, nameWidth = 150, after = 4 }: { size?: number; nameWidth?: number; after?: number } = {},
): void {
  const { pdf, scale } = paper
  const name = { size, weight: 'medium', colour: COLOURS.soft, width: nameWidth - 12 } as const
  // A hash stays on one line, so that it can be compared and copied.
  const valueOf = (text: string) => {
    return { size: /^[0-9a-f]{64}$/.test(text) ? Math.min(size, 8) : size, indent: nameWidth }
  }
  inside(paper, 'L', () => {
    for (const [label, text] of lines) {
      const height = Math.max(heightOf(paper, label, name), heightOf(paper, text, valueOf(text)))
      ensureRoom(paper, Math.min(height, 200 * scale))
      inside(paper, 'LI', () => {
        const top = pdf.y
        mark(paper, 'Lbl', () => write(paper, label, name))
        const under = pdf.y
        pdf.y = top
        mark(paper, 'LBody', () => write(paper, text, valueOf(text)))
        // A value that went on over the page ends below the label of the page before.
        pdf.y = pdf.y < top ? pdf.y : Math.max(pdf.y, under)
      })
      space(paper, after)
    }
  })
}
