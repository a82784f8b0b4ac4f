/** @article meetingsPerYear */

import type { IsoDate } from '../../core/dates.ts'
import type { RuleValue } from '../../statutes/schema.ts'

/** From this month on it is said that too few meetings are planned: earlier there is time enough. */
const LATE_IN_THE_YEAR = 10

export interface MeetingsInYear {
  year: number
  /** Of earlier days. */
  held: number
  /** Today and later in the year. */
  planned: number
  min: number
  max: number
  /** How many more must be planned to reach what the statutes ask for; 0 until October. */
  missing: number
}

/**
 * The meetings of the calendar year of `today` against what the statutes ask for. Extraordinary meetings come on top of
 * those that the statutes count.
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
