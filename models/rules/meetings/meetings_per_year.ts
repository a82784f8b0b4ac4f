/** @article meetingsPerYear */

import type { IsoDate } from '../../core/dates.ts'
import type { RuleValue } from '../../statutes/schema.ts'

/** The first month in which missing meetings are pointed out: earlier there is time enough to plan them. */
const LATE_IN_THE_YEAR = 10

export interface MeetingsInYear {
  year: number
  /** Meetings on earlier days. */
  held: number
  /** Meetings today and later in the year. */
  planned: number
  min: number
  max: number
  /** How many more must be planned to reach the number of the statutes; 0 until October. */
  missing: number
}

/**
 * The meetings of the calendar year of `today` against the number of the statutes. Extraordinary meetings come on top
 * of that number.
 */
export function meetingsInYear(
  { min, max }: RuleValue<'meetingsPerYear'>,
  meetings: readonly { held_on: IsoDate; extraordinary: 0 | 1 }[],
  today: IsoDate,
): MeetingsInYear {
  const [year = '', month] = today.split('-')
  const counted = meetings.filter(({ held_on, extraordinary }) => !extraordinary && held_on.startsWith(year))
  const held = counted.filter(({ held_on }) => held_on < today).length
  const late = Number(month) >= LATE_IN_THE_YEAR
  return {
    year: Number(year),
    held,
    planned: counted.length - held,
    ...{ min, max },
    missing: late ? Math.max(0, min - counted.length) : 0,
  }
}
