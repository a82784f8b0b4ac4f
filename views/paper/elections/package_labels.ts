import {
  formatDate,
  formatLongDate,
  formatTime,
  type IsoDate,
  type Locale,
} from '../../../models/core/dates.ts'
import type { PackageRow, PackageSealingRow } from '../../../models/elections/packages/tables.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { signatureLines } from '../kit/by_hand.ts'
import { makeDocument } from '../kit/document.ts'
import { COLOURS, inside, space, type Paper } from '../kit/paper.ts'
import { heading, paragraph } from '../kit/text.ts'
import { packageContents } from './record_packages.ts'

export interface PackageLabel extends Pick<
  PackageRow,
  'number' | 'kind' | 'candidacy_id' | 'pieces' | 'seal_number'
> {
  /** Whose valid ballots the package holds. */
  name: string | undefined
  sealing: Pick<PackageSealingRow, 'number' | 'first_sealer' | 'second_sealer' | 'sealed_on' | 'sealed_at'>
}

export interface LabelsPage {
  council: string
  election: string
  polling_on: IsoDate
  labels: PackageLabel[]
}

/** One label on each page, to be read from across a room. */
export function packageLabels(page: LabelsPage, t: Translate, lang: Locale): Promise<Buffer> {
  const title = `${t('documents.label.title')} – ${page.election}`
  return makeDocument({ title, lang, date: page.polling_on, t, margin: 60 }, (paper) => {
    for (const [index, label] of page.labels.entries()) {
      if (index > 0) paper.pdf.addPage()
      inside(paper, 'Sect', () => drawLabel(paper, page, label))
    }
  })
}

function drawLabel(
  paper: Paper,
  { council, election, polling_on, labels }: LabelsPage,
  label: PackageLabel,
): void {
  const { t, lang } = paper
  const { number, kind, pieces, seal_number, name, sealing } = label
  paragraph(paper, council, { size: 14, weight: 'medium', colour: COLOURS.soft })
  paragraph(paper, `${election}, ${formatLongDate(polling_on, lang)}`, { size: 16, after: 30 })
  heading(paper, 1, t('documents.label.package', { number }), { size: 64, after: 18 })
  paragraph(paper, packageContents(paper, kind, undefined), { size: 32, weight: 'bold', after: 6 })
  if (name !== undefined) paragraph(paper, name, { size: 40, weight: 'bold', colour: COLOURS.navy })
  space(paper, 14)
  paragraph(paper, t('documents.label.pieces', { count: pieces }), { size: 54, weight: 'bold', after: 24 })
  if (seal_number !== null)
    paragraph(paper, t('documents.label.seal', { seal: seal_number }), { size: 26, after: 18 })
  const when = { date: formatDate(sealing.sealed_on, lang), time: formatTime(sealing.sealed_at, lang) }
  paragraph(paper, t('documents.label.sealed', when), { size: 16 })
  const count = labels.length
  paragraph(paper, t('documents.label.of', { sealing: sealing.number, count }), { size: 16, after: 12 })
  signatureLines(paper, [sealing.first_sealer, sealing.second_sealer], { high: 56 })
  space(paper, 16)
  paragraph(paper, t('documents.label.do_not_open'), { size: 16, weight: 'medium', lead: 3 })
}
