import { formatDate, type IsoDate, type Locale } from '../../../../models/core/dates.ts'
import type { Translate } from '../../../reader.ts'
import { makeDocument } from '../../kit/document.ts'
import { artifact, COLOURS, frame, mark, space, type Paper } from '../../kit/paper.ts'
import { heading, list, paragraph, style } from '../../kit/text.ts'

export interface PrinterPage {
  election: string
  polling_on: IsoDate
}

/** In points. */
const MM = 72 / 25.4
const SIZES = [24, 16, 12, 10, 8, 7] as const
const GREYS = ['#1a1a1a', '#454545', '#8e8e8e', '#d6d9dc'] as const

/** For trying a printer: paper size, edges, true length, small print, black and grey. */
export function printerPage(page: PrinterPage, t: Translate, lang: Locale): Promise<Buffer> {
  const title = `${t('documents.printer.title')} – ${page.election}`
  return makeDocument({ title, lang, date: page.polling_on, t, margin: 60 }, (paper) => {
    artifact(paper, () => drawEdges(paper))
    heading(paper, 1, t('documents.printer.title'), { after: 2 })
    const about = `${page.election}, ${formatDate(page.polling_on, lang)}`
    paragraph(paper, about, { size: 12, after: 10 })
    const checks = ['edges', 'corners', 'length', 'small', 'grey', 'clean'] as const
    list(
      paper,
      checks.map((key) => t(`documents.printer.${key}`)),
      { size: 12, numbered: true, after: 6 },
    )
    heading(paper, 2, t('documents.printer.length_heading'))
    drawRuler(paper)
    heading(paper, 2, t('documents.printer.small_heading'))
    for (const size of SIZES) paragraph(paper, t('documents.printer.sample', { size }), { size, after: 4 })
    heading(paper, 2, t('documents.printer.grey_heading'))
    drawGreys(paper)
    paragraph(paper, t('documents.printer.if_not'), { size: 12, weight: 'medium' })
  })
}

/** A line round the page, a centimetre inside the edge, and a cross in each corner of it. */
function drawEdges({ pdf }: Paper): void {
  const { width, height } = pdf.page
  const edge = 10 * MM
  pdf.lineWidth(1).rect(edge, edge, width - 2 * edge, height - 2 * edge)
  pdf.stroke(COLOURS.ink)
  const arm = 4 * MM
  for (const x of [edge, width - edge]) {
    for (const y of [edge, height - edge]) {
      pdf.moveTo(x - arm, y).lineTo(x + arm, y)
      pdf.moveTo(x, y - arm).lineTo(x, y + arm)
    }
  }
  pdf.stroke(COLOURS.ink)
}

/** Ten centimetres, to be measured. */
function drawRuler(paper: Paper): void {
  const { pdf } = paper
  const { left } = frame(paper)
  const top = pdf.y + 4
  artifact(paper, () => {
    pdf.lineWidth(1).moveTo(left, top + 8)
    pdf.lineTo(left + 100 * MM, top + 8)
    for (let at = 0; at <= 10; at += 1) {
      const x = left + at * 10 * MM
      pdf.moveTo(x, top).lineTo(x, top + 16)
    }
    pdf.stroke(COLOURS.ink)
  })
  mark(paper, 'P', () => {
    style(paper, { size: 10 })
    pdf.text(paper.t('documents.printer.ruler'), left + 100 * MM + 12, top + 2, { lineBreak: false })
  })
  pdf.x = left
  pdf.y = top + 24
}

function drawGreys(paper: Paper): void {
  const { pdf } = paper
  const { left } = frame(paper)
  const top = pdf.y
  artifact(paper, () => {
    for (const [index, colour] of GREYS.entries())
      pdf.rect(left + index * 30 * MM, top, 26 * MM, 10 * MM).fill(colour)
  })
  pdf.y = top + 10 * MM
  space(paper, 12)
}
