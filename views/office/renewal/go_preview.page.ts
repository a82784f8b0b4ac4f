import { formatLongDate, formatTime, formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { Planned } from '../../../models/renewal/in_one_go.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface GoPreviewPage {
  action: string
  elections: { text: string; board: string }[]
  deadline: string
  seats: { name: string; asked: string }[]
  answers: string
  /** The form as it was typed. */
  hidden: { name: string; value: string }[]
}

interface Days {
  polling_on: IsoDate
  candidates_by: IsoDate
  opens_at: string
  closes_at: string
  answer_by: IsoDate
}

const OWN: readonly string[] = ['_csrf', '_once', 'step']

export function previewPage(
  { t, lang }: Reader,
  years: string,
  { elections, seats }: Planned,
  days: Days,
  typed: Readonly<Record<string, string | string[] | undefined>>,
): GoPreviewPage {
  const list = new Intl.ListFormat(lang)
  const on = {
    date: formatLongDate(days.polling_on, lang),
    opens: formatTime(days.opens_at, lang),
    closes: formatTime(days.closes_at, lang).replace('kl. ', ''),
  }
  return {
    action: paths.renewalPlan(years),
    elections: elections.map(({ name, place, board }) => ({
      text: t('renewal.go.election', { ...on, area: name, place }),
      board: t('renewal.go.board', { names: list.format(board) }),
    })),
    deadline: t('renewal.go.deadline', { date: formatDate(days.candidates_by, lang) }),
    seats: seats.map(({ name, asked }) => ({
      name,
      asked: t('renewal.go.asked', { names: list.format(asked) }),
    })),
    answers: t('renewal.go.answers', { date: formatDate(days.answer_by, lang) }),
    hidden: Object.entries(typed)
      .filter(([name]) => !OWN.includes(name))
      .flatMap(([name, values]) => [values ?? []].flat().map((value) => ({ name, value }))),
  }
}
