import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { ElectionRow } from '../../../../models/elections/tables.ts'
import { sittingField } from '../../../../models/rules/elections/timetable.ts'

/** What the fields of a timetable show before anything is typed. */
export interface StoredTimetable {
  candidates_by?: IsoDate
  means?: ElectionRow['means']
  /** By the names of the fields: `polling_on`, `sitting_2_on` and so on. */
  sittings: Record<string, string>
}

/** The sittings that are stored, by the names of their fields. */
export function storedSittings(sittings: readonly Omit<Sitting, 'number'>[]): Record<string, string> {
  return Object.fromEntries(
    sittings.flatMap(({ held_on, opens_at, closes_at, place }, index) => [
      [sittingField(index, 'on'), held_on],
      [sittingField(index, 'opens'), opens_at],
      [sittingField(index, 'closes'), closes_at],
      [sittingField(index, 'place'), place],
    ]),
  )
}
