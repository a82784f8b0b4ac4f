import { formatLongDate, type IsoDate, type Locale } from '../../../../models/core/dates.ts'
import type { Translate } from '../../../partials/statutes/statutes_text.ts'
import { crossesSaid } from '../../../partials/elections/crosses.ts'
import { capital } from '../../../words.ts'
import { atOf, changedLines, sittingLines, type NoticePage } from './notices.ts'

export type ScreenStage = 'call' | 'vote' | 'uncontested' | 'unfilled' | 'called_off' | 'result'

export interface ScreenPage {
  stage: ScreenStage
  notice: NoticePage
  elected: readonly string[]
  /** null when the result is final. */
  provisionalUntil: IsoDate | null
}

export function infoScreen({ stage, notice, ...page }: ScreenPage, t: Translate, lang: Locale): string {
  const at = atOf(notice, t)
  const names = (list: readonly string[]) => new Intl.ListFormat(lang).format(list)
  const when = sittingLines(notice, lang).map((line) => line.join(' '))
  const by = formatLongDate(notice.candidates_by, lang)
  const lines: Record<ScreenStage, () => string[]> = {
    call: () => [
      t('documents.call.headline', { at }),
      t('documents.call.by', { by }),
      t('documents.screen.vote'),
      ...when,
      ...changedLines(notice, t, lang),
    ],
    vote: () => [
      t('documents.polling.headline', { at }),
      ...when,
      ...(notice.candidates.length > 0
        ? [t('documents.screen.candidates', { names: names(notice.candidates) })]
        : []),
      ...crossesLine(notice, t),
      t('documents.polling.secret'),
      ...changedLines(notice, t, lang),
    ],
    uncontested: () => [
      t('documents.uncontested.headline', { at }),
      t('documents.uncontested.text', { names: names(notice.candidates), count: notice.candidates.length }),
    ],
    unfilled: () => [
      t('documents.unfilled.headline', { at }),
      t('documents.unfilled.text', { count: notice.seats }),
      t('documents.unfilled.then'),
    ],
    called_off: () => [
      t('documents.called_off.headline', { at }),
      t('documents.called_off.text', { day: formatLongDate(notice.polling_on, lang) }),
      t('documents.called_off.then'),
    ],
    result: () => [
      t(`documents.result.${notice.uncontested ? 'uncontested' : 'elected'}`, {
        ...{ names: names(page.elected), at, count: page.elected.length },
      }),
      ...(page.provisionalUntil === null
        ? []
        : [t('documents.result.provisional', { until: formatLongDate(page.provisionalUntil, lang) })]),
    ],
  }
  const last = notice.link === null ? t('documents.ask.staff') : t('documents.more', { link: notice.link })
  return `${[...lines[stage](), last].map(capital).join('\n')}\n`
}

/** One cross is what everybody expects; on a tablet the screen itself says how many there are. */
function crossesLine({ crosses, means }: NoticePage, t: Translate): string[] {
  const said = crossesSaid(crosses)
  return crosses.max > 1 && means !== 'booth'
    ? [t(`documents.ballot.crosses.${said.wording}`, said.figures)]
    : []
}
