import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Sitting } from '../../../../models/elections/planning/sittings.ts'
import type { ElectionRow } from '../../../../models/elections/tables.ts'
import { sittingField } from '../../../../models/rules/elections/timetable.ts'

export interface StoredTimetable {
  candidates_by?: IsoDate
  means?: ElectionRow['means']
  /** By the names of their fields: `polling_on`, `sitting_2_on` and so on. */
  days: Readonly<Record<string, IsoDate>>
  /** Hours and places, by the names of their fields. */
  sittings: Readonly<Record<string, string>>
}

export function storedSittings(
  sittings: readonly Omit<Sitting, 'number'>[],
): Pick<StoredTimetable, 'days' | 'sittings'> {
  const days = sittings.map(({ held_on }, index) => [sittingField(index, 'on'), held_on] as const)
  const ways = sittings.flatMap(({ opens_at, closes_at, place }, index): [string, string][] => [
    [sittingField(index, 'opens'), opens_at],
    [sittingField(index, 'closes'), closes_at],
    [sittingField(index, 'place'), place],
  ])
  return { days: Object.fromEntries(days), sittings: Object.fromEntries(ways) }
}
