import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import type { LostGround } from '../../../models/council/grounds/tables.ts'

export interface PersonAttendance {
  term: string
  lines: string[]
}

const MARKS = ['excused', 'absent', 'left'] as const

/** How often the person came, term by term. What nobody has written down is said as that, not as absence. */
export function attendanceOf(req: Request, { attendance }: PersonLife): PersonAttendance[] {
  return attendance.map(({ term, meetings, present, unknown, ...sums }) => ({
    term: req.t('nominations.term', { term: yearsOf(term).replace('-', '–') }),
    lines: [
      req.t('insight.life.present', { present, count: meetings }),
      ...MARKS.map((mark) => numbered(req.t(`attendance.status.${mark}`), sums[mark])),
      numbered(req.t('attendance.status.none'), unknown),
    ],
  }))
}

function numbered(label: string, number: number): string {
  return `${label}: ${number}`
}

export interface PersonGroundLine {
  lost: LostGround
  learned_on: IsoDate
  note: string | null
  closed: { on: IsoDate; note: string } | null
}

export function groundsOf({ grounds }: PersonLife): PersonGroundLine[] {
  return grounds.map(({ lost, learned_on, note, closing }) => ({
    ...{ lost, learned_on, note },
    closed: closing ? { on: closing.closed_on, note: closing.note } : null,
  }))
}
