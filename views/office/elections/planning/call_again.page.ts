import type { Election } from '../../../../models/elections/elections.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { storedSittings, type StoredTimetable } from './timetable.ts'

export interface CallAgainPage {
  head: ElectionHead
  action: string
  /** The form is there only while it can be used. */
  mayChange: boolean
  stored: StoredTimetable
  /** null until the reader asks which days follow from the polling day. */
  days: ProposedDays | null
}

/** The list was closed empty. `days` are proposed ones. */
export function callAgainPage(
  reader: Reader,
  election: Election,
  sittings: readonly Sitting[],
  days?: ProposedDays,
): CallAgainPage {
  const { id, status, means } = election
  // A new call has new days, at the same place and hours.
  const sameAgain = { ...storedSittings(sittings.slice(0, 1)), days: {} }
  return {
    head: headOf(reader, election),
    action: paths.electionCallAgain(id),
    mayChange: allows(status, 'callAgain'),
    stored: { means, ...sameAgain },
    days: days ?? null,
  }
}
