import { formatLongDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import { invalidReasons } from '../../../models/rules/elections/invalid_ballots.ts'
import type { Crosses } from '../../../models/rules/elections/marks.ts'
import type { PollingSittingRow } from '../../../models/elections/planning/tables.ts'
import type { HelpKind } from '../../../models/elections/polling/tables.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { signatureLines, writingBox } from '../kit/by_hand.ts'
import { makeDocument } from '../kit/document.ts'
import { space, type Paper } from '../kit/paper.ts'
import { fitOnOnePage } from '../kit/fit.ts'
import { hoursOf } from './posters/notices.ts'
import { table } from '../kit/table.ts'
import { heading, list, paragraph } from '../kit/text.ts'

// Sheets for the polling place: figures are written on them by hand, and typed in afterwards.

export interface SheetPage {
  election: string
  polling_on: IsoDate
  sittings: readonly Omit<PollingSittingRow, 'election_id' | 'number'>[]
  /** In ballot order. */
  candidates: readonly string[]
  crosses: Crosses
  hasPaper: boolean
  hasBooth: boolean
}

const HELP: readonly HelpKind[] = ['officials', 'own_helper', 'helper_alone', 'outside_room']

interface SheetFrame {
  name: string
  foot: string
  t: Translate
  lang: Locale
  onOnePage?: boolean
}

function sheet(
  page: Pick<SheetPage, 'election' | 'polling_on'>,
  { name, foot, t, lang, onOnePage = true }: SheetFrame,
  draw: (paper: Paper) => void,
): Promise<Buffer> {
  const about = { title: `${name} – ${page.election}`, lang, date: page.polling_on, t, foot: [foot] }
  const make = (fit: number) =>
    makeDocument({ ...about, scale: fit, margin: 42 / fit }, (paper) => {
      heading(paper, 1, name, { after: 2 })
      const what = `${page.election}, ${formatLongDate(page.polling_on, lang)}`
      paragraph(paper, what, { size: 12, after: 8 })
      draw(paper)
    })
  // A little smaller on one page is better than two; if that is not enough, two in full size.
  return fitOnOnePage(make, onOnePage ? [1, 0.93, 0.87, 1] : [1])
}

/** For a counter who counts alone. It has no figures: the counters may not know each other's. */
export function countSheet(page: SheetPage, t: Translate, lang: Locale): Promise<Buffer> {
  const name = t('documents.count.title')
  return sheet(page, { name, foot: t('documents.count.foot'), t, lang }, (paper) => {
    paragraph(paper, t('documents.count.lead'), { size: 11, after: 2 })
    signatureLines(paper, [t('documents.count.counter'), t('documents.count.round')], { high: 26 })
    space(paper, 6)
    heading(paper, 2, t('documents.count.first'))
    writingBox(paper, t('documents.count.in_box'), 34)
    heading(paper, 2, t('documents.count.second'))
    const lines = [
      ...page.candidates,
      ...(['blank', 'invalid', 'sum'] as const).map((key) => t(`documents.count.${key}`)),
    ]
    const columns = (first: string) => [
      { heading: first, share: 4 },
      { heading: t('documents.count.strokes'), share: 5 },
      { heading: t('documents.count.number'), share: 2 },
    ]
    const rows = lines.map((line) => [line, '', ''])
    const style = { size: 11, rowHeight: 17, grid: true, bold: [lines.length - 1] }
    table(paper, columns(t('documents.count.pile')), rows, style)
    space(paper, 12)
    heading(paper, 2, t('documents.count.invalid_heading'))
    paragraph(paper, t('documents.count.invalid_lead'))
    const reasons = invalidReasons(page.crosses).map((reason) => [
      t(`elections.count.invalid_reasons_list.${reason}`),
      '',
      '',
    ])
    table(paper, columns(t('documents.count.reason')), reasons, { size: 10, rowHeight: 15, grid: true })
    signatureLines(paper, [t('documents.count.signature'), t('documents.count.date')])
  })
}

/** Figures and kinds, never a name and never the time of a voter. */
export function pollingDaySheet(page: SheetPage, t: Translate, lang: Locale): Promise<Buffer> {
  const name = t('documents.day.title')
  return sheet(page, { name, foot: t('documents.day.foot'), t, lang }, (paper) => {
    list(
      paper,
      page.sittings.map((one) => `${formatLongDate(one.held_on, lang)} ${hoursOf(one, lang)}, ${one.place}`),
      { size: 11 },
    )
    heading(paper, 2, t('documents.day.open'))
    paragraph(paper, t('documents.day.open_text'), { after: 0 })
    signatureLines(
      paper,
      [t('documents.day.opened_at'), t('documents.day.witness'), t('documents.day.witness')],
      {
        high: 28,
        each: 3,
      },
    )
    heading(paper, 2, t('documents.day.strokes'))
    paragraph(paper, t('documents.day.strokes_text'))
    if (page.hasPaper) {
      writingBox(paper, t('documents.day.handed_out'), 120)
      writingBox(paper, t('documents.day.exchanged'), 42)
      writingBox(paper, t('documents.day.not_returned'), 42)
    }
    if (page.hasBooth) writingBox(paper, t('documents.day.released'), page.hasPaper ? 60 : 128)
    heading(paper, 2, t('documents.day.help'))
    const help = HELP.map((kind) => [t(`documents.help.${kind}`), '', ''])
    const columns = [
      { heading: t('documents.day.help_kind'), share: 6 },
      { heading: t('documents.day.officials'), share: 2 },
      { heading: t('documents.day.times'), share: 4 },
    ]
    table(paper, columns, help, { rowHeight: 15, grid: true })
    space(paper, 10)
    heading(paper, 2, t('documents.day.pauses'))
    const pauses = ['from', 'until', 'why'].map((key, index) => {
      return { heading: t(`documents.day.${key}`), share: index === 2 ? 6 : 1.5 }
    })
    table(
      paper,
      pauses,
      [1, 2, 3].map(() => ['', '', '']),
      { rowHeight: 16, grid: true, rowHeadings: false },
    )
    space(paper, 10)
    heading(paper, 2, t('documents.day.close'))
    paragraph(paper, t('documents.day.close_text'), { after: 0 })
    signatureLines(
      paper,
      [t('documents.day.closed_at'), t('documents.day.signature'), t('documents.day.signature')],
      {
        high: 28,
        each: 3,
      },
    )
  })
}

export interface RollPage {
  election: string
  polling_on: IsoDate
  /** In Danish order. `note` tells two of the same name apart. */
  entries: readonly { name: string; note: string | null; marked: boolean }[]
}

/** To tick by hand, should the screen fail. Each page says that the roll is to be destroyed. */
export function rollList(page: RollPage, t: Translate, lang: Locale): Promise<Buffer> {
  const name = t('documents.roll.title')
  return sheet(page, { name, foot: t('documents.roll.destroy'), t, lang, onOnePage: false }, (paper) => {
    paragraph(paper, t('documents.roll.destroy'), { size: 11, weight: 'bold' })
    paragraph(paper, t('documents.roll.lead', { count: page.entries.length }), { size: 11, after: 8 })
    const columns = [
      { heading: t('documents.roll.name'), share: 6 },
      { heading: t('documents.roll.note'), share: 4 },
      { heading: t('documents.roll.voted'), share: 2, align: 'center' as const },
    ]
    const rows = page.entries.map((one) => [one.name, one.note ?? '', one.marked ? '×' : ''])
    table(paper, columns, rows, { size: 11, rowHeight: 14, grid: true })
  })
}
