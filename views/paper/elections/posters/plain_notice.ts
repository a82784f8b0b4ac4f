import { formatLongDate, type Locale } from '../../../../models/core/dates.ts'
import { crossesSaid } from '../../../partials/elections/crosses.ts'
import { ruleSentence, type Translate } from '../../../partials/statutes/statutes_text.ts'
import { makeDocument } from '../../kit/document.ts'
import { space, type Paper, type PaperSize } from '../../kit/paper.ts'
import { fitOnOnePage } from '../../kit/fit.ts'
import { askLines, atOf, changedLines, sittingLines, standLines, type NoticePage } from './notices.ts'
import { heading, list, paragraph } from '../../kit/text.ts'

/** The whole way in plain words, for a reader who wants to know more than a poster says. */
export function plainNotice(page: NoticePage, size: PaperSize, t: Translate, lang: Locale): Promise<Buffer> {
  const larger = size === 'A3' ? Math.SQRT2 : 1
  const at = atOf(page, t)
  const title = t('documents.notice.title', { at })
  const about = { title, lang, date: page.polling_on, t, size }
  const by = formatLongDate(page.candidates_by, lang)
  const section = (paper: Paper, key: string, lines: readonly string[]) => {
    heading(paper, 2, t(`documents.notice.${key}`), { size: 17, before: 0, after: 3 })
    list(paper, lines, { size: 13, lead: 3, after: 3 })
    space(paper, 8)
  }
  const said = crossesSaid(page.crosses)
  const draw = (paper: Paper) => {
    heading(paper, 1, title, { size: 30 })
    paragraph(paper, t('documents.notice.lead', { council: page.council, at }), {
      size: 15,
      lead: 4,
      after: 14,
    })
    for (const line of changedLines(page, t, lang))
      paragraph(paper, line, { size: 13, weight: 'medium', after: 8 })
    section(paper, 'stand', [
      ...standLines(page, t),
      t('documents.notice.say_so', { by }),
      t('documents.notice.consent'),
      t('documents.notice.portrait'),
      t('documents.notice.withdraw'),
    ])
    const when = sittingLines(page, lang).map((line) => line.join(' '))
    section(paper, 'vote', [ruleSentence(t, 'voters', page.voters), ...when, t('documents.notice.come')])
    section(paper, 'ballot', [
      t(`documents.polling.how_${page.means}`),
      t(`documents.notice.crosses.${said.wording}`, said.figures),
      t('documents.polling.secret'),
      t('documents.polling.help'),
      t('documents.notice.mistake'),
    ])
    section(paper, 'after', [
      t('documents.notice.count'),
      ruleSentence(t, 'complaintDays', page.complaintDays),
      t('documents.notice.roll'),
    ])
    section(paper, 'ask', askLines(page, t))
  }
  const foot = [page.council, ...(page.link === null ? [] : [page.link])]
  const make = (fit: number) => makeDocument({ ...about, scale: larger * fit, margin: 50 / fit, foot }, draw)
  return fitOnOnePage(make, [1, 0.94, 0.88, 0.82, 0.76])
}
