import type { ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import type { StoredTimetable } from './timetable.ts'

/** What each part of this folder takes. */

export interface TimetablePart {
  options: {
    stored: StoredTimetable
    /** The days that follow from the polling day, once they are proposed. */
    days?: ProposedDays | null | undefined
    asksDeadline: boolean
  }
}
