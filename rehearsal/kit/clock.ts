import { clockOf, type Clock } from '../../models/core/dates.ts'

export interface MovableClock extends Clock {
  /** Takes a day, for about ten in the morning in Denmark, or a moment in UTC like `2026-11-21T15:00:00Z`. */
  set(moment: string): void
}

export function movableClock(moment: string): MovableClock {
  let now = momentOf(moment)
  const clock = clockOf(() => now)
  return {
    ...clock,
    set: (next) => {
      now = momentOf(next)
    },
  }
}

function momentOf(moment: string): Date {
  return new Date(moment.length === 10 ? `${moment}T09:00:00Z` : moment)
}
