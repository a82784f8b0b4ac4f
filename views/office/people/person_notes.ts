import { formatDate } from '../../../models/core/dates.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import type { Fact } from '../../partials/parts.ts'
import type { Reader } from '../../reader.ts'

const MARKS = ['excused', 'absent', 'left'] as const

/** Term by term. Attendance that was not written down is said as that, not as absence. */
export function attendanceOf({ t }: Reader, { attendance }: PersonLife): Fact[] {
  return attendance.map(({ term, meetings, present, unknown, ...sums }) => ({
    label: t('nominations.term', { term: yearsOf(term).replace('-', '–') }),
    value: [
      t('insight.life.present', { present, count: meetings }),
      ...MARKS.map((mark) => `${t(`attendance.status.${mark}`)}: ${sums[mark]}`),
      `${t('attendance.status.none')}: ${unknown}`,
    ],
  }))
}

export interface PersonGroundLine {
  lost: string
  since: string
  note: string | null
  /** The day, and what was written about it. */
  settled: { on: string; note: string } | null
}

export function groundsOf({ t, lang }: Reader, { grounds }: PersonLife): PersonGroundLine[] {
  return grounds.map(({ lost, learned_on, note, closing }) => ({
    lost: t(`vacancy.ground.lost.${lost}`),
    since: t('vacancy.ground.since', { date: formatDate(learned_on, lang) }),
    note,
    settled: closing
      ? { on: t('insight.life.settled', { date: formatDate(closing.closed_on, lang) }), note: closing.note }
      : null,
  }))
}
