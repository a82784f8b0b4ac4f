import { formatDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { artifact, COLOURS, frame, inside, mark, space, type Paper } from '../kit/paper.ts'
import { makeDocument } from '../kit/document.ts'
import { emblem, qrCode } from '../kit/figures.ts'
import { heightOf, style, write } from '../kit/text.ts'

/** The slips open an election's ballot box key together. */
export interface KeySlip {
  election: string
  place: string
  number: number
  of: number
  /** How many slips it takes. */
  threshold: number
  words: string[]
  qrText: string
  date: IsoDate
}

const MARGIN = 34
const QR = 104

/** Two on each sheet, to be cut apart. Kept nowhere: the caller sends the file to the person who prints it. */
export function keySlips(slips: readonly KeySlip[], t: Translate, lang: Locale): Promise<Buffer> {
  const [first] = slips
  if (!first) throw new RangeError('a key has at least one slip')
  const { election, date } = first
  const title = `${t('documents.slip.title')} – ${election}`
  return makeDocument({ title, lang, date, t, margin: MARGIN }, (paper) => {
    for (const [index, slip] of slips.entries()) {
      const lower = index % 2 === 1
      if (index > 0 && !lower) paper.pdf.addPage()
      // Each slip is measured out, and never goes over to another page.
      paper.pdf.page.margins.bottom = 0
      if (lower) cutLine(paper)
      paper.pdf.y = lower ? paper.pdf.page.height / 2 + MARGIN : MARGIN
      inside(paper, 'Sect', () => drawSlip(paper, slip))
    }
  })
}

function cutLine(paper: Paper): void {
  const { pdf } = paper
  artifact(paper, () => {
    pdf.lineWidth(0.7).dash(4, { space: 4 })
    pdf.moveTo(0, pdf.page.height / 2).lineTo(pdf.page.width, pdf.page.height / 2)
    pdf.stroke(COLOURS.line).undash()
  })
}

function drawSlip(paper: Paper, slip: KeySlip): void {
  const { pdf, t } = paper
  const { left, width } = frame(paper)
  const { number, of, threshold } = slip
  const top = pdf.y
  const column = width - QR - 24
  emblem(paper, { left, top, side: 30 })
  const beside = { indent: 40, width: column - 40 }
  const title = t('documents.slip.heading', { number, of })
  mark(paper, 'H1', () => write(paper, title, { ...beside, size: 17, weight: 'bold', colour: COLOURS.navy }))
  const what = `${slip.election} · ${slip.place} · ${formatDate(slip.date, paper.lang)}`
  mark(paper, 'P', () => write(paper, what, { ...beside, size: 9.5, colour: COLOURS.soft }))
  space(paper, 8)
  for (const key of ['what', 'keep', 'lost'] as const) {
    const text = t(`documents.slip.${key}`, { of, threshold })
    mark(paper, 'P', () => write(paper, text, { size: 9.5, width: column, lead: 1.5 }))
    space(paper, 4)
  }
  const words = Math.max(pdf.y, top + QR) + 10
  qrCode(paper, slip.qrText, t('documents.slip.qr', { number }), {
    left: left + width - QR,
    top,
    side: QR,
  })
  const bottom = drawWords(paper, slip.words, words)
  drawReceipt(paper, bottom + 8)
}

/** Columns are read downwards. Returns where they end. */
function drawWords(paper: Paper, words: readonly string[], top: number): number {
  const { pdf } = paper
  const { left, width } = frame(paper)
  const columns = words.length > 44 ? 5 : 4
  const perColumn = Math.ceil(words.length / columns)
  const rowHeight = heightOf(paper, 'Åg', { size: 11.5, weight: 'medium' }) + 0.5
  const column = width / columns
  artifact(paper, () => {
    pdf.lineWidth(1).rect(left, top, width, perColumn * rowHeight + 12)
    pdf.stroke(COLOURS.navy)
  })
  inside(paper, 'L', () => {
    for (const [index, word] of words.entries()) {
      const x = left + 10 + Math.floor(index / perColumn) * column
      const y = top + 7 + (index % perColumn) * rowHeight
      inside(paper, 'LI', () => {
        mark(paper, 'Lbl', () => {
          style(paper, { size: 9, colour: COLOURS.soft })
          pdf.text(`${index + 1}.`, x, y + 2, { width: 20, align: 'right' })
        })
        mark(paper, 'LBody', () => {
          style(paper, { size: 11.5, weight: 'medium' })
          pdf.text(word, x + 26, y, { width: column - 32, lineBreak: false })
        })
      })
    }
  })
  return top + perColumn * rowHeight + 12
}

function drawReceipt(paper: Paper, top: number): void {
  const { pdf, t } = paper
  const { left, width } = frame(paper)
  const half = width / 2 - 10
  for (const [index, key] of (['holder', 'signature'] as const).entries()) {
    const x = left + index * (half + 20)
    artifact(paper, () => {
      pdf.lineWidth(0.7).moveTo(x, top + 20)
      pdf.lineTo(x + half, top + 20).stroke(COLOURS.line)
    })
    mark(paper, 'P', () => {
      style(paper, { size: 8, colour: COLOURS.soft })
      pdf.text(t(`documents.slip.${key}`), x, top + 23, { width: half })
    })
  }
}
