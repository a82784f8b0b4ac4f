import { formatLongDate, type IsoDate, type Locale } from '../../../../models/core/dates.ts'
import type { Translate } from '../../../partials/statutes/statutes_text.ts'
import { makeDocument } from '../../kit/document.ts'
import { frame, inside, mark, space, type Paper } from '../../kit/paper.ts'
import { heading, paragraph, style } from '../../kit/text.ts'
import { atOf, type NoticePage } from './notices.ts'

export interface CodesPosterPage extends Pick<NoticePage, 'council' | 'area' | 'wording' | 'link'> {
  polling_on: IsoDate
  /** As voters were shown them, sorted. */
  codes: readonly string[]
  /** SHA-256 of all codes at their full length; null when it was never written down. */
  hash: string | null
  /** The box was never opened, and its ballots were destroyed together with their codes. */
  destroyed: { count: number; on: IsoDate } | null
}

/** Ten sheets; a longer list is read on the election's page. */
const MOST_ON_A_WALL = 3000

const COLUMNS = 5
const ROW = 17

/** For the wall when polling has closed: every voter who noted a code finds it, and a later list can be compared. */
export function codesPoster(page: CodesPosterPage, t: Translate, lang: Locale): Promise<Buffer> {
  const at = atOf(page, t)
  const title = t('documents.codes.title', { at })
  const hash = page.hash === null ? [] : [t('documents.codes.hash', { hash: page.hash })]
  const foot = [
    ...hash,
    page.link === null ? t('documents.ask.staff') : t('documents.more', { link: page.link }),
  ]
  return makeDocument({ title, lang, date: page.polling_on, t, foot }, (paper) => {
    inside(paper, 'Sect', () => {
      paragraph(paper, page.council, { size: 11, weight: 'medium' })
      heading(paper, 1, title, { size: 26, after: 10 })
      if (page.destroyed) drawDestroyed(paper, page.destroyed)
      else drawFinding(paper, page.codes.length)
      for (const line of hash) paragraph(paper, line, { size: 9, after: 2 })
      if (page.destroyed) return
      paragraph(paper, t('documents.codes.how'), { size: 9, after: 14 })
      if (page.codes.length > MOST_ON_A_WALL) paragraph(paper, t('documents.codes.too_many'), { size: 13 })
      else drawCodes(paper, page.codes)
    })
  })
}

function drawFinding(paper: Paper, count: number): void {
  const { t } = paper
  paragraph(paper, t('documents.codes.number', { count }), { size: 15, weight: 'medium' })
  paragraph(paper, t('documents.codes.find'), { size: 13 })
  paragraph(paper, t('documents.codes.missing'), { size: 13 })
}

function drawDestroyed(paper: Paper, { count, on }: NonNullable<CodesPosterPage['destroyed']>): void {
  const { t, lang } = paper
  paragraph(paper, t('documents.codes.never_opened', { count }), { size: 15, weight: 'medium' })
  paragraph(paper, t('documents.codes.destroyed', { date: formatLongDate(on, lang) }), { size: 13 })
}

/** In columns that are read downwards, on as many pages as it takes. */
function drawCodes(paper: Paper, codes: readonly string[]): void {
  const { pdf, scale } = paper
  const row = ROW * scale
  for (let from = 0; from < codes.length;) {
    if (from > 0) pdf.addPage()
    const { left, width, bottom } = frame(paper)
    const top = pdf.y
    const room = Math.max(1, Math.floor((bottom - top) / row))
    const some = codes.slice(from, from + room * COLUMNS)
    const rows = Math.min(room, Math.ceil(some.length / COLUMNS))
    inside(paper, 'L', () => {
      for (const [index, code] of some.entries()) {
        mark(paper, 'LI', () => {
          style(paper, { size: 13, weight: 'medium' })
          const x = left + Math.floor(index / rows) * (width / COLUMNS)
          pdf.text(code, x, top + (index % rows) * row, { lineBreak: false })
        })
      }
    })
    pdf.y = top + rows * row
    from += some.length
  }
  space(paper, 6)
}
