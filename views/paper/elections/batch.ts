import type { Locale } from '../../../models/core/dates.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { makeDocument } from '../kit/document.ts'
import { mark, type Paper } from '../kit/paper.ts'
import { style } from '../kit/text.ts'
import {
  A4,
  ballotOf,
  drawSheet,
  fitsPerSheet,
  PER_SHEET,
  type BallotPage,
  type PerSheet,
} from './ballots.ts'
import { ballotPage } from './documents_data.ts'
import type { DocumentSource } from './document_source.ts'

export interface BatchPage extends BallotPage {
  batch: number
  sheets: number
  perSheet: PerSheet
}

/** A cover that says how many there are, and the sheets. The papers are as all others: no batch is seen on them. */
export function ballotBatch(page: BatchPage, t: Translate, lang: Locale): Promise<Buffer> {
  const ballot = ballotOf(page, t, lang)
  const title = `${t('documents.batch.title', { batch: page.batch })} – ${page.election}`
  return makeDocument({ title, lang, date: page.polling_on, t, margin: 0 }, (paper) => {
    drawCover(paper, page)
    for (let sheet = 0; sheet < page.sheets; sheet += 1) {
      paper.pdf.addPage()
      drawSheet(paper, ballot, page.perSheet, sheet === 0)
    }
  })
}

function drawCover(paper: Paper, { election, batch, sheets, perSheet }: BatchPage): void {
  const { pdf, t } = paper
  const write = (type: 'H1' | 'P', text: string, size: number, top: number) =>
    mark(paper, type, () => {
      style(paper, { size, weight: type === 'H1' ? 'bold' : 'regular' })
      pdf.text(text, 60, top, { width: A4.width - 120, lineGap: 4 })
    })
  write('H1', t('documents.batch.title', { batch }), 30, 70)
  write('P', election, 16, 125)
  write('P', t('documents.batch.count', { count: sheets * perSheet }), 22, 180)
  write('P', t('documents.batch.sheets', { count: sheets, per: perSheet }), 16, 220)
  write('P', t('documents.batch.what'), 16, 275)
}

export async function batchPage(
  source: DocumentSource,
  t: Translate,
  { batch, sheets, per_sheet }: { batch: number; sheets: number; per_sheet: number },
): Promise<BatchPage> {
  const perSheet = PER_SHEET.find((number) => number === per_sheet) ?? 1
  return { ...(await ballotPage(source, t)), batch, sheets, perSheet }
}

/** How many papers of this election fit on a sheet, as a form names it. */
export async function sizesThatFit(source: DocumentSource): Promise<string[]> {
  const t = source.words('da')
  const page = await ballotPage(source, t)
  const sizes: string[] = []
  for (const size of PER_SHEET) if (await fitsPerSheet(page, size, t, 'da')) sizes.push(`${size}`)
  return sizes
}
