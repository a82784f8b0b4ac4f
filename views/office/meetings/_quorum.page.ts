import type { Attendance } from '../../../models/meetings/attendance.ts'
import { ruleSentence } from '../../partials/statutes/statutes_text.ts'
import type { Reader } from '../../reader.ts'
import { assumedOf, assumedRules, type AssumedRules } from './rule_lines.ts'

export interface QuorumPart {
  options: QuorumBox
}

export interface QuorumBox {
  state: QuorumState
  icon: 'success' | 'warning' | 'info'
  said: string
  figures: string[]
  next: string | null
  rule: string
  assumed: AssumedRules
}

export type QuorumState = 'not_begun' | 'unknown' | 'quorate' | 'not_quorate'

const ICONS = { quorate: 'success', not_quorate: 'warning', unknown: 'info', not_begun: 'info' } as const

export function quorumBox(reader: Reader, attendance: Attendance): QuorumBox {
  const { t } = reader
  const { rules } = attendance
  const state = stateOn(reader, attendance)
  return {
    state,
    icon: ICONS[state],
    said: t(`attendance.${state}`),
    figures: figuresIn(reader, state, attendance),
    next: nextIn(reader, state, attendance),
    rule: ruleSentence(t, 'quorum', rules.quorum.value),
    assumed: assumedRules(reader, assumedOf(rules, ['quorum'])),
  }
}

function stateOn({ today }: Reader, { meeting, quorum: { quorate } }: Attendance): QuorumState {
  if (today < meeting.held_on) return 'not_begun'
  if (quorate === 'unknown') return 'unknown'
  return quorate ? 'quorate' : 'not_quorate'
}

function figuresIn({ t }: Reader, state: QuorumState, { chairs, quorum }: Attendance): string[] {
  const { present, base, required, missing } = quorum
  switch (state) {
    case 'quorate':
      return [t('attendance.of', { present, base }), t('attendance.required', { required })]
    case 'not_quorate':
      return [t('attendance.of', { present, base }), t('attendance.missing', { missing })]
    case 'unknown':
      return []
    case 'not_begun': {
      const excused = chairs.filter(({ member }) => member?.status === 'excused').length
      return [t('attendance.excused', { count: excused })]
    }
  }
}

/** After a meeting without a quorum there is nothing more to do in the room. */
function nextIn({ t, can, today }: Reader, state: QuorumState, { meeting }: Attendance): string | null {
  switch (state) {
    case 'quorate':
      return null
    case 'not_quorate':
      return meeting.held_on < today ? null : t('attendance.allowed')
    case 'unknown':
    case 'not_begun':
      return can['meetings.attendance'] ? t(`attendance.how_${state}`) : null
  }
}
