import type { Area, RuleValue } from './schema.ts'

/** A fixed number of seats is both the least and the most. */
export interface SeatRange {
  min: number
  max: number
}

/** One seat for each place means as many as the areas have now. */
export function seatRange(rule: RuleValue<'seats'>, areas: readonly Pick<Area, 'seats'>[]): SeatRange {
  if (typeof rule === 'number') return { min: rule, max: rule }
  if (rule === 'one_per_place') return { min: seatsIn(areas), max: seatsIn(areas) }
  return rule
}

export function seatsIn(areas: readonly Pick<Area, 'seats'>[]): number {
  return areas.reduce((sum, { seats }) => sum + seats, 0)
}

/** 0 when the council has enough. */
export function membersLacking(range: SeatRange, members: number): number {
  return Math.max(0, range.min - members)
}
