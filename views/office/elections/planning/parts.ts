import type { ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import type { StoredTimetable } from './timetable.ts'

export interface TimetablePart {
  options: {
    stored: StoredTimetable
    days?: ProposedDays | null | undefined
    asksDeadline: boolean
  }
}
