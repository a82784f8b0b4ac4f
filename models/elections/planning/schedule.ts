import type { IsoDate } from '../../core/dates.ts'
import type { Trx } from '../../core/db.ts'
import { Refused } from '../../core/errors.ts'
import { statutesOn } from '../../statutes/versions.ts'
import { complaintDeadline } from '../../rules/elections/complaint_period.ts'
import { timetableRefusals, type SittingTime } from '../../rules/elections/timetable.ts'
import type { TermRow } from '../../council/tables.ts'
import type { ElectionRow } from '../tables.ts'
import type { Official } from '../reach.ts'
import type { Sitting } from './sittings.ts'

export interface TimetableForm {
  polling_on: IsoDate
  candidates_by: IsoDate
  place: string
  opens_at: string
  closes_at: string
  /** Further times to vote, in any order. */
  more?: readonly Omit<Sitting, 'number'>[] | undefined
  /** On paper when left out. */
  means?: ElectionRow['means'] | undefined
}

type Column =
  | 'polling_on'
  | 'candidates_by'
  | 'place'
  | 'opens_at'
  | 'closes_at'
  | 'statutes_version_id'
  | 'complaints_until'

export interface Schedule {
  /** They follow from the timetable, by the statutes of the polling day. */
  columns: Pick<ElectionRow, Column>
  /** Ordered by day and time. */
  sittings: readonly Omit<Sitting, 'number'>[]
}

/** Day, closing hour and place are the last sitting's, whose box is counted; the opening hour is the first one's. */
export async function schedule(
  trx: Trx,
  by: Official,
  form: TimetableForm,
  term: TermRow,
  announcedDeadline?: IsoDate,
): Promise<Schedule> {
  const { polling_on, candidates_by, place, opens_at, closes_at, more = [] } = form
  const own = { held_on: polling_on, opens_at, closes_at, place }
  const [wrong] = timetableRefusals(
    { sittings: [timeOf(own), ...more.map(timeOf)], candidatesBy: candidates_by },
    { today: by.clock.today(), termEndsOn: term.ends_on, announcedDeadline },
  )
  if (wrong) throw new Refused(wrong.reason, wrong.params, wrong.field)
  const sittings = [own, ...more].sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
  const first = sittings[0] ?? own
  const last = sittings.at(-1) ?? own
  const { id, statutes } = await statutesOn(trx, last.held_on)
  const columns = {
    polling_on: last.held_on,
    candidates_by,
    place: last.place,
    opens_at: first.opens_at,
    closes_at: last.closes_at,
    statutes_version_id: id,
    complaints_until: complaintDeadline(last.held_on, statutes.rules.complaintDays.value),
  }
  return { columns, sittings }
}

function timeOf({ held_on, opens_at, closes_at }: Omit<Sitting, 'number'>): SittingTime {
  return { heldOn: held_on, opensAt: opens_at, closesAt: closes_at }
}

function momentOf({ held_on, opens_at }: Omit<Sitting, 'number'>): string {
  return `${held_on} ${opens_at}`
}
