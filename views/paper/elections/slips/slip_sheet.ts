import type { IsoDate, Locale } from '../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { slipQrText } from '../../../../models/elections/box/custody/key_words.ts'
import type { Translate } from '../../../reader.ts'
import { makeDocument } from '../../kit/document.ts'
import { emblem, qrCode } from '../../kit/figures.ts'
import { artifact, COLOURS, frame, inside, mark, type Paper, space } from '../../kit/paper.ts'
import { style, write } from '../../kit/text.ts'

/** One of the slips that open an election's ballot box together. */
export interface SheetAbout {
  id: ElectionId
  election: string
  place: string
  /** Written out. */
  day: string
  number: number
  of: number
  /** How many slips it takes. */
  threshold: number
  holder: string
  date: IsoDate
  lang: Locale
}

/** The texts of the sheet, so that it can be drawn where no others are at hand. */
export const SHEET_TEXTS = [
  'layout.product',
  'documents.slip.title',
  'documents.slip.outside',
  'documents.slip.for',
  'documents.slip.only',
  'documents.slip.fold_back',
  'documents.slip.fold_in',
  'documents.slip.close',
  'documents.slip.heading',
  'documents.slip.words',
  'documents.slip.qr',
  'documents.slip.what',
  'documents.slip.keep',
  'documents.slip.lost',
] as const

const MARGIN = 40
const QR = 96
const COLUMNS = 3
const ROW = 21

/**
 * A sheet that is folded twice: above the words backwards, with the name outside, and below them inwards, so that the lowest part
 * covers the words. All is printed on one side.
 */
export function slipSheet(about: SheetAbout, words: readonly string[], t: Translate): Promise<Buffer> {
  const { lang, date, number } = about
  const title = `${t('documents.slip.title')} ${number} – ${about.election}`
  return makeDocument({ title, lang, date, t, margin: MARGIN }, (paper) => {
    // Each part is measured out, and never goes over to another page.
    paper.pdf.page.margins.bottom = 0
    const third = paper.pdf.page.height / 3
    drawOutside(paper, about)
    foldLine(paper, third, t('documents.slip.fold_back', { ...about }))
    paper.pdf.y = third + 26
    drawInside(paper, about, words)
    foldLine(paper, third * 2, t('documents.slip.fold_in', { ...about }))
    paper.pdf.y = third * 2 + 30
    drawCover(paper, about)
  })
}

function drawOutside(paper: Paper, about: SheetAbout): void {
  const { t } = paper
  const { left, top } = frame(paper)
  emblem(paper, { left, top, side: 30 })
  const beside = { indent: 42 }
  const line = (text: string, size: number) =>
    mark(paper, 'P', () => write(paper, text, { ...beside, size, colour: COLOURS.soft }))
  mark(paper, 'H1', () =>
    write(paper, t('documents.slip.outside', { ...about }), { ...beside, size: 15, colour: COLOURS.navy }),
  )
  line(`${about.election} · ${about.place} · ${about.day}`, 10)
  space(paper, 34)
  line(t('documents.slip.for'), 11)
  mark(paper, 'P', () => write(paper, about.holder, { ...beside, size: 26, weight: 'bold' }))
  space(paper, 12)
  line(t('documents.slip.only', { ...about }), 11)
}

function foldLine(paper: Paper, y: number, text: string): void {
  const { pdf } = paper
  artifact(paper, () => {
    pdf.lineWidth(0.7).dash(4, { space: 4 })
    pdf.moveTo(0, y).lineTo(pdf.page.width, y).stroke(COLOURS.line).undash()
  })
  pdf.y = y + 4
  mark(paper, 'P', () => write(paper, text, { size: 8.5, colour: COLOURS.soft }))
}

function drawInside(paper: Paper, about: SheetAbout, words: readonly string[]): void {
  const { pdf, t } = paper
  const { left, width } = frame(paper)
  const top = pdf.y
  const column = width - QR - 24
  mark(paper, 'H2', () =>
    write(paper, t('documents.slip.heading', { ...about }), {
      size: 14,
      weight: 'bold',
      colour: COLOURS.navy,
    }),
  )
  mark(paper, 'P', () =>
    write(paper, t('documents.slip.words'), { size: 9.5, width: column, colour: COLOURS.soft }),
  )
  const text = slipQrText(about.id, about.number, words)
  qrCode(paper, text, t('documents.slip.qr', { ...about }), { left: left + width - QR, top, side: QR })
  drawWords(paper, words, pdf.y + 10, column)
}

/** Columns are read downwards. */
function drawWords(paper: Paper, words: readonly string[], top: number, width: number): void {
  const { pdf } = paper
  const { left } = frame(paper)
  const perColumn = Math.ceil(words.length / COLUMNS)
  const column = width / COLUMNS
  inside(paper, 'L', () => {
    for (const [index, word] of words.entries()) {
      const x = left + Math.floor(index / perColumn) * column
      const y = top + (index % perColumn) * ROW
      inside(paper, 'LI', () => {
        mark(paper, 'Lbl', () => {
          style(paper, { size: 9, colour: COLOURS.soft })
          pdf.text(`${index + 1}.`, x, y + 2, { width: 20, align: 'right' })
        })
        mark(paper, 'LBody', () => {
          style(paper, { size: 13, weight: 'medium' })
          pdf.text(word, x + 26, y, { width: column - 26, lineBreak: false })
        })
      })
    }
  })
}

/** Lies over the words when the sheet is folded. Its lines make them hard to read against a light. */
function drawCover(paper: Paper, about: SheetAbout): void {
  const { pdf, t } = paper
  for (const key of ['what', 'keep', 'lost', 'close'] as const) {
    mark(paper, 'P', () => write(paper, t(`documents.slip.${key}`, { ...about }), { size: 9.5, lead: 1.5 }))
    space(paper, 5)
  }
  const { left, width } = frame(paper)
  const top = pdf.y + 8
  const bottom = pdf.page.height - MARGIN / 2
  artifact(paper, () => {
    pdf
      .save()
      .rect(left, top, width, bottom - top)
      .clip()
      .lineWidth(1.4)
    for (let x = left - (bottom - top); x < left + width; x += 4) {
      pdf.moveTo(x, top).lineTo(x + (bottom - top), bottom)
      pdf.moveTo(x, bottom).lineTo(x + (bottom - top), top)
    }
    pdf.stroke(COLOURS.line).restore()
  })
}
