import type { IsoDate } from '../../../models/core/dates.ts'
import { endedEntry } from '../../../models/elections/record/entered.ts'
import { space } from '../kit/paper.ts'
import { by, clock, day, none, type Recording } from './record_parts.ts'
import { table } from '../kit/table.ts'
import { facts, heading, list, paragraph } from '../kit/text.ts'

export function writePolling(paper: Recording, title: string): void {
  const { record, t } = paper
  const { opening, closing, pauses, tally } = record.polling
  heading(paper, 2, title)
  facts(paper, [
    ...(opening
      ? [
          [t('documents.record.opened'), written(paper, opening.opened_at, opening)] as const,
          [t('documents.record.box_empty'), `${opening.first_witness} – ${opening.second_witness}`] as const,
        ]
      : []),
    ...(closing ? [[t('documents.record.closed'), written(paper, closing.closed_at, closing)] as const] : []),
    ...(closing?.early_reason ? [[t('documents.record.early'), closing.early_reason] as const] : []),
    ...(closing?.marks_reason ? [[t('documents.record.beyond'), closing.marks_reason] as const] : []),
    ...(closing?.late_reason ? [[t('documents.record.late'), closing.late_reason] as const] : []),
    ...(tally && record.election.roll_kind !== 'counted'
      ? [[t('documents.record.marked'), `${tally.marked}`] as const]
      : []),
    // When nothing was counted on the screen, the account of the papers says what was counted by hand.
    ...(tally && tally.handed_out > 0
      ? [[t('documents.record.at_table'), t('documents.record.at_table_text', { ...tally })] as const]
      : []),
  ])
  heading(paper, 3, t('documents.day.pauses'))
  if (pauses.length === 0) none(paper, 'pauses')
  const pauseLines = pauses.map(({ paused_on, paused_at, reason, resumed }) => {
    const from = `${day(paper, paused_on)} ${clock(paper, paused_at)}`
    const until = resumed ? `${day(paper, resumed.resumed_on)} ${clock(paper, resumed.resumed_at)}` : '–'
    return `${from} – ${until}: ${reason}`
  })
  list(paper, pauseLines)
  writeHelp(paper)
  writeCorrections(paper)
}

function written(
  paper: Recording,
  time: string,
  { recorded_by, recorded_on }: { recorded_by: string; recorded_on: IsoDate },
): string {
  const who = paper.t('documents.record.written_by', { by: by(paper, recorded_by, recorded_on) })
  return `${clock(paper, time)}, ${who}`
}

function writeHelp(paper: Recording): void {
  const { record, t } = paper
  const { help } = record.polling
  heading(paper, 3, t('documents.day.help'))
  if (help.length === 0) {
    none(paper, 'help')
    return
  }
  const columns = [
    { heading: t('documents.day.help_kind'), share: 6 },
    { heading: t('documents.record.officials'), share: 2, align: 'right' as const },
    { heading: t('documents.record.times'), share: 2, align: 'right' as const },
  ]
  table(
    paper,
    columns,
    help.map(({ kind, officials, times }) => [t(`documents.help.${kind}`), `${officials}`, `${times}`]),
  )
  space(paper, 6)
}

function writeCorrections(paper: Recording): void {
  const { record, t } = paper
  const { corrections } = record.polling
  if (corrections.length === 0) return
  heading(paper, 3, t('documents.record.corrections'))
  list(
    paper,
    corrections.map(({ kind, reason, recorded_by, recorded_on }) => {
      return `${t(`elections.deed.table_corrected_${kind}`)} ${reason} (${by(paper, recorded_by, recorded_on)})`
    }),
  )
}

/** Two sums, and the reason when they do not close. */
export function writePapers(paper: Recording, title: string): void {
  const { record, t } = paper
  const { papers, prints, void_papers = [] } = record
  heading(paper, 2, title)
  if (prints.length > 0) {
    list(
      paper,
      prints.flatMap(({ copies, list_version, batch, recorded_by, recorded_on, taken_off = [] }) => [
        t(batch === undefined ? 'documents.record.print' : 'documents.record.batch', {
          ...{ copies, batch, version: list_version },
          by: by(paper, recorded_by, recorded_on),
        }),
        ...taken_off.map((one) =>
          t('documents.record.taken_off', {
            ...{ copies: one.copies, reason: one.reason },
            by: by(paper, one.recorded_by, one.recorded_on),
          }),
        ),
      ]),
    )
  }
  for (const one of void_papers) {
    const counted = { found: one.found, by: by(paper, one.counted_by, one.counted_on) }
    paragraph(
      paper,
      t('documents.record.void', { version: one.list_version, printed: one.printed, ...counted }),
    )
    if (one.difference_reason !== null) paragraph(paper, one.difference_reason)
  }
  if (!papers) {
    none(paper, 'papers')
    return
  }
  const entered = endedEntry(record.entered)?.papers
  const in_box = papers.in_box ?? entered ?? null
  const lines = ['printed', 'handed_out', 'unused', 'exchanged', 'not_returned'] as const
  const columns = [
    { heading: t('documents.record.papers_heading'), share: 6 },
    { heading: t('documents.record.amount'), share: 2, align: 'right' as const },
  ]
  table(paper, columns, [
    ...lines.map((line) => [t(`elections.papers.${line}`), `${papers[line]}`]),
    ...(in_box === null ? [] : [[t('documents.count.in_box'), `${in_box}`]]),
  ])
  space(paper, 8)
  const { printed, handed_out, unused, exchanged, not_returned } = papers
  sumLine(
    paper,
    t('elections.papers.printed_sum', { printed, handed_out, unused }),
    printed - handed_out - unused,
  )
  if (in_box !== null) {
    const { from_tablet } = papers
    const figures = { handed_out, in_box, exchanged, not_returned }
    const sum =
      entered !== undefined
        ? t('elections.papers.handed_out_sum_entered', figures)
        : from_tablet === undefined
          ? t('elections.papers.handed_out_sum', figures)
          : t('elections.papers.handed_out_sum_tablet', { ...figures, from_tablet })
    sumLine(paper, sum, handed_out + (from_tablet ?? 0) - in_box - exchanged - not_returned)
  }
  if (papers.difference_reason !== null)
    paragraph(paper, `${t('elections.papers.reason_closing')} ${papers.difference_reason}`)
  paragraph(paper, t('documents.record.account_by', { by: by(paper, papers.made_by, papers.made_on) }))
}

function sumLine(paper: Recording, sum: string, missing: number): void {
  const { t } = paper
  const verdict =
    missing === 0
      ? t('elections.papers.fits')
      : t(missing > 0 ? 'elections.papers.missing' : 'elections.papers.over', { count: Math.abs(missing) })
  paragraph(paper, `${sum}. ${verdict}`, { weight: missing === 0 ? 'regular' : 'medium' })
}
