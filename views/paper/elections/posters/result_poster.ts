import { formatDate, formatLongDate, type IsoDate, type Locale } from '../../../../models/core/dates.ts'
import type { LotRow } from '../../../../models/elections/result/tables.ts'
import type { ResultFigures } from '../../../partials/elections/result.ts'
import type { Translate } from '../../../partials/statutes/statutes_text.ts'
import { artifact, COLOURS, frame, space, type Paper, type PaperSize } from '../../kit/paper.ts'
import { atOf, type NoticePage } from './notices.ts'
import { block, headline, lead, makePoster } from './poster.ts'
import { table } from '../../kit/table.ts'
import { heightOf, paragraph } from '../../kit/text.ts'

export interface ResultPosterPage extends Pick<NoticePage, 'council' | 'area' | 'wording' | 'link'> {
  polling_on: IsoDate
  complaints_until: IsoDate
  /** The time for complaints is over. */
  final: boolean
  elected: readonly string[]
  uncontested: { body: string; decided_on: IsoDate } | null
  lot: (Pick<LotRow, 'method' | 'drawn_on'> & { byApp: boolean; byTelephone: boolean }) | null
  /** null when there was no vote, or when the figures are withheld. */
  figures: ResultFigures | null
  withheldBelow: number | null
  /** The figures are withheld for what they would tell together with those of before. */
  isCorrection?: boolean
  /** What was corrected in a result that had been told; `lines` are empty where they would tell of few ballots. */
  corrected?: { electedWas: string; lines: readonly [string, string, string][] } | null
  term: readonly [IsoDate, IsoDate]
  record: RecordMarks | null
}

/** Proves later that a record is the one that was signed. */
export interface RecordMarks {
  hash: string
  /** Of the record's sections, which what the public may have of it has too. */
  code: string
  audit_sequence: number
  audit_hash: string
}

export function resultPoster(
  page: ResultPosterPage,
  size: PaperSize,
  t: Translate,
  lang: Locale,
): Promise<Buffer> {
  const at = atOf(page, t)
  const small = page.record
    ? [...markLines(page.record, t), t('documents.record.part_code', { code: page.record.code })]
    : []
  const title = t('documents.result.title', { at })
  return makePoster({ ...page, title, lang, date: page.polling_on, t, size, small }, (paper) => {
    const names = new Intl.ListFormat(lang).format(page.elected)
    const count = page.elected.length
    const unopposed = page.uncontested ? 'uncontested' : 'elected'
    headline(paper, t(`documents.result.${unopposed}`, { names, at, count }))
    lead(
      paper,
      t('documents.result.term', {
        from: formatDate(page.term[0], lang),
        until: formatDate(page.term[1], lang),
      }),
    )
    drawStanding(paper, page)
    drawReasons(paper, page)
    if (page.corrected) drawCorrection(paper, page.corrected)
    if (page.figures) drawFigures(paper, page.figures)
  })
}

export function markLines({ hash, audit_sequence, audit_hash }: RecordMarks, t: Translate): string[] {
  return [
    t('documents.record.hash', { hash }),
    t('documents.record.audit', { number: audit_sequence, hash: audit_hash }),
  ]
}

function drawStanding(paper: Paper, { final, complaints_until }: ResultPosterPage): void {
  const { pdf, t, lang, scale } = paper
  const until = formatLongDate(complaints_until, lang)
  const text = t(`documents.result.${final ? 'final' : 'provisional'}`, { until })
  const style = { size: 16, weight: 'medium', indent: 14 } as const
  const { left } = frame(paper)
  const top = pdf.y
  const height = heightOf(paper, text, style) + 12 * scale
  artifact(paper, () => pdf.rect(left, top, 5 * scale, height).fill(final ? COLOURS.navy : COLOURS.gold))
  pdf.y = top + 6 * scale
  paragraph(paper, text, style)
  pdf.y = top + height
  space(paper, 14)
}

function drawReasons(
  paper: Paper,
  { uncontested, lot, withheldBelow, isCorrection }: ResultPosterPage,
): void {
  const { t, lang } = paper
  const lines = [
    ...(uncontested
      ? [
          t('public_election.uncontested', {
            body: uncontested.body,
            date: formatDate(uncontested.decided_on, lang),
          }),
        ]
      : []),
    ...(lot
      ? [
          t(`public_election.${lot.byApp ? 'lot_by_app' : 'lot'}`, {
            date: formatDate(lot.drawn_on, lang),
            method: t(`public_election.lot_method.${lot.method}`),
          }),
          ...(lot.byTelephone ? [t('public_election.lot_by_telephone')] : []),
        ]
      : []),
    ...(withheldBelow === null
      ? []
      : [
          t(isCorrection ? 'public_election.withheld_corrected' : 'public_election.withheld', {
            count: withheldBelow,
          }),
        ]),
  ]
  if (lines.length > 0) block(paper, t('documents.result.how'), lines, 13)
}

function drawCorrection(
  paper: Paper,
  { electedWas, lines }: NonNullable<ResultPosterPage['corrected']>,
): void {
  const { t } = paper
  const changed = lines.map(([line, was, is]) => t('documents.result.changed_line', { line, was, is }))
  const told = [t('documents.result.elected_before', { names: electedWas }), ...changed]
  block(paper, t('documents.result.corrected'), told, 13)
}

function drawFigures(paper: Paper, figures: ResultFigures): void {
  const { t } = paper
  const columns = [
    { heading: t('public_election.candidate'), share: 6 },
    { heading: t('public_election.votes'), share: 2, align: 'right' as const },
    { heading: '', share: 2, align: 'right' as const },
  ]
  const rows = [
    ...figures.candidates.map((one) => [
      one.name,
      `${one.votes}`,
      one.elected ? t('public_election.elected') : '',
    ]),
    ...(figures.invalid === null
      ? [[t('public_election.blank_or_invalid'), `${figures.blank}`, '']]
      : [
          [t('public_election.blank'), `${figures.blank}`, ''],
          [t('public_election.invalid'), `${figures.invalid}`, ''],
        ]),
    [t('public_election.ballots'), `${figures.ballots}`, ''],
  ]
  const elected = figures.candidates.flatMap((one, index) => (one.elected ? [index] : []))
  table(paper, columns, rows, { size: 14, pad: 5, bold: [...elected, rows.length - 1] })
}
