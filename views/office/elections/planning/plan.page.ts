import type { Election } from '../../../../models/elections/elections.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import { daysAround, type ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { storedSittings, type StoredTimetable } from './timetable.ts'

export interface PlanPage {
  head: ElectionHead
  action: string
  /** The form is there only while it can be used. */
  mayChange: boolean
  /** False once the list is approved: its deadline stands. */
  asksDeadline: boolean
  /** True once people have been told of the day: moving it then takes a reason. */
  asksReason: boolean
  stored: StoredTimetable
  days: ProposedDays
}

/** `days` are proposed ones. */
export function planPage(
  reader: Reader,
  election: Election,
  sittings: readonly Sitting[],
  days?: ProposedDays,
): PlanPage {
  const { id, status, candidates_by, polling_on, means, statutes } = election
  return {
    head: headOf(reader, election),
    action: paths.electionPlan(id),
    mayChange: allows(status, 'changeTimetable'),
    asksDeadline: allows(status, 'setDeadline'),
    asksReason: facts(status).called,
    stored: { candidates_by, means, ...storedSittings(sittings) },
    days: days ?? daysAround(candidates_by, polling_on, statutes.rules.complaintDays.value),
  }
}
