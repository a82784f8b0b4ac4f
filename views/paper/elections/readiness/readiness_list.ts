import { formatDate, formatLongDate, type IsoDate, type Locale } from '../../../../models/core/dates.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { Readiness } from '../../../../models/elections/readiness/readiness.ts'
import type { ElectionRow } from '../../../../models/elections/tables.ts'
import { seenWords, tickIfNot, tickName } from '../../../partials/elections/readiness.ts'
import type { Translate } from '../../../reader.ts'
import { signatureLines } from '../../kit/by_hand.ts'
import { makeDocument } from '../../kit/document.ts'
import { space, type Paper } from '../../kit/paper.ts'
import { table } from '../../kit/table.ts'
import { heading, list, paragraph } from '../../kit/text.ts'
import { hoursOf } from '../posters/notices.ts'

export interface ReadinessListPage extends Readiness {
  election: string
  means: ElectionRow['means']
  polling_on: IsoDate
  sittings: readonly Sitting[]
  /** When the list was printed: what the program sees may have changed since. */
  seenOn: IsoDate
}

/** To hang up or carry: a box for each thing, and what to do where it is missing. */
export function readinessList(page: ReadinessListPage, t: Translate, lang: Locale): Promise<Buffer> {
  const name = t('elections.readiness.title')
  const about = {
    title: `${name} – ${page.election}`,
    ...{ lang, date: page.polling_on, t, margin: 42 },
    foot: [t('documents.ready.foot', { date: formatDate(page.seenOn, lang) })],
  }
  return makeDocument(about, (paper) => {
    heading(paper, 1, name, { after: 2 })
    paragraph(paper, `${page.election}, ${formatLongDate(page.polling_on, lang)}`, { size: 12, after: 6 })
    const hours = page.sittings.map(
      (one) => `${formatLongDate(one.held_on, lang)} ${hoursOf(one, lang)}, ${one.place}`,
    )
    list(paper, hours, { size: 11 })
    drawSeen(paper, page)
    for (const { place, lines } of page.ticks) {
      const at = place === null ? t('elections.readiness.once') : t('elections.readiness.at', { place })
      heading(paper, 2, at)
      const rows = lines.map(({ key, tick }) => [
        tick ? '×' : '',
        tickName(t, key),
        sentence(tickIfNot(t, key)),
      ])
      table(paper, columnsOf(paper, t('documents.ready.what')), rows, STYLE)
    }
    space(paper, 8)
    signatureLines(paper, [t('documents.ready.looked'), t('documents.ready.when')], { high: 30 })
  })
}

const STYLE = { size: 10, rowHeight: 15, grid: true, rowHeadings: false } as const

function drawSeen(paper: Paper, { lines, means }: ReadinessListPage): void {
  const { t } = paper
  heading(paper, 2, t('elections.readiness.seen_heading'))
  const rows = lines.map((line) => {
    const { name, said, ifNot } = seenWords(t, means, line)
    const whose =
      line.tablet === undefined ? name : `${t('booths.panel.booth', { number: line.tablet })}: ${name}`
    return [line.state === 'ready' ? '×' : '', `${whose}. ${said}`, ifNot]
  })
  table(paper, columnsOf(paper, t('documents.ready.seen')), rows, STYLE)
}

function columnsOf({ t }: Paper, what: string) {
  return [
    { heading: t('documents.ready.yes'), share: 1, align: 'center' as const },
    { heading: what, share: 7 },
    { heading: t('documents.ready.if_not'), share: 6 },
  ]
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
