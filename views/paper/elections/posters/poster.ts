import {
  artifact,
  COLOURS,
  frame,
  inside,
  mark,
  plain,
  space,
  type About,
  type Paper,
  type PaperSize,
} from '../../kit/paper.ts'
import { makeDocument } from '../../kit/document.ts'
import { fitOnOnePage } from '../../kit/fit.ts'
import { emblem, qrCode } from '../../kit/figures.ts'
import { heading, paragraph, style, write } from '../../kit/text.ts'

export interface PosterFrame extends Omit<About, 'scale' | 'margin' | 'reserve' | 'foot'> {
  size: PaperSize
  council: string
  /** The address at the foot; `small` has lines to compare. */
  link: string | null
  small?: readonly string[]
}

const MARGIN = 44
const BAND = 78
const FITS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34]

/** One page for a wall: long contents become smaller. The foot has a QR code when there is an address. */
export function makePoster(poster: PosterFrame, draw: (paper: Paper) => void): Promise<Buffer> {
  const larger = poster.size === 'A3' ? Math.SQRT2 : 1
  const make = (fit: number) => {
    const about = { ...poster, scale: larger * fit, margin: MARGIN / fit, reserve: BAND / fit }
    return makeDocument(about, (paper) => {
      drawHead(paper, poster.council)
      inside(paper, 'Sect', () => draw(paper))
      if (paper.pdf.bufferedPageRange().count === 1) drawBand({ ...paper, scale: larger }, poster)
    })
  }
  return fitOnOnePage(make, FITS)
}

function drawHead(paper: Paper, council: string): void {
  const { pdf, scale } = paper
  const { left, top, width } = frame(paper)
  emblem(paper, { left, top, side: 34 * scale })
  pdf.y = top + 8 * scale
  mark(paper, 'P', () => write(paper, council, { size: 13, weight: 'medium', indent: 46 }))
  pdf.y = top + 46 * scale
  artifact(paper, () => {
    pdf.rect(left, pdf.y, width, 5 * scale)
    pdf.fill(COLOURS.navy)
  })
  space(paper, 22)
}

/** Of the same size however much stands above it. */
function drawBand(paper: Paper, { link, small = [], t }: PosterFrame): void {
  const { pdf, scale } = paper
  const { left, width } = frame(paper)
  const side = 72 * scale
  const bottom = pdf.page.height - MARGIN * scale
  const top = bottom - side
  const room = width - (link === null ? 0 : side + 16 * scale)
  const lines = [...(link === null ? [] : [t('documents.more', { link })]), ...small].map(plain)
  if (lines.length === 0) return
  pdf.page.margins.bottom = 0
  artifact(paper, () => {
    pdf.lineWidth(scale).moveTo(left, top - 6 * scale)
    pdf.lineTo(left + width, top - 6 * scale).stroke(COLOURS.navy)
  })
  mark(paper, 'P', () => {
    style(paper, { size: small.length > 0 ? 7.5 : 11, colour: COLOURS.soft })
    pdf.text(lines.join('\n'), left, top + 4 * scale, { width: room, lineGap: 2 * scale })
  })
  if (link !== null)
    qrCode(paper, link, t('documents.qr', { link }), { left: left + width - side, top, side })
}

export function headline(paper: Paper, text: string): void {
  heading(paper, 1, text, { size: 46, lead: -4, after: 12 })
}

export function lead(paper: Paper, text: string): void {
  paragraph(paper, text, { size: 20, lead: 3, after: 18 })
}

/** In ballot order, downwards; many names stand in columns. */
export function namesInColumns(paper: Paper, names: readonly string[]): void {
  const { pdf, scale } = paper
  const { left, width } = frame(paper)
  const columns = names.length > 24 ? 3 : names.length > 10 ? 2 : 1
  const rows = Math.ceil(names.length / columns)
  const column = width / columns
  const options = { size: columns === 1 ? 21 : 15, weight: 'medium', lead: 0 } as const
  const room = column / scale - 14
  const top = pdf.y
  const ends: number[] = []
  inside(paper, 'L', () => {
    for (const [index, name] of names.entries()) {
      if (index % rows === 0) pdf.y = top
      mark(paper, 'LI', () => {
        style(paper, options)
        const x = left + Math.floor(index / rows) * column
        pdf.text(plain(name), x, pdf.y, { width: room * scale })
      })
      pdf.y += 4 * scale
      ends.push(pdf.y)
    }
  })
  pdf.y = Math.max(...ends)
}

export function block(paper: Paper, title: string, lines: readonly string[], size = 17): void {
  inside(paper, 'Sect', () => {
    heading(paper, 2, title, { size: 15, colour: COLOURS.gold, before: 0, after: 2, kept: false })
    for (const line of lines) paragraph(paper, line, { size, lead: 2, after: 3 })
  })
  space(paper, 12)
}
