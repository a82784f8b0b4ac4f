import type { Area, RuleValue } from './schema.ts'

/** The fewest and the most seats that the council may have. A fixed number is both. */
export interface SeatRange {
  min: number
  max: number
}

/** What the rule on the number of seats allows; one seat for each place means as many as the areas have now. */
export function seatRange(rule: RuleValue<'seats'>, areas: readonly Pick<Area, 'seats'>[]): SeatRange {
  if (typeof rule === 'number') return { min: rule, max: rule }
  if (rule === 'one_per_place') return { min: seatsIn(areas), max: seatsIn(areas) }
  return rule
}

/** The number of seats that the areas have together. */
export function seatsIn(areas: readonly Pick<Area, 'seats'>[]): number {
  return areas.reduce((sum, { seats }) => sum + seats, 0)
}

/** How many members the council lacks for the fewest that its statutes ask for; 0 when it has enough. */
export function membersLacking(range: SeatRange, members: number): number {
  return Math.max(0, range.min - members)
}
