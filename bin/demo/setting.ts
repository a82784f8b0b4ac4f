import type { MovableClock } from '../../rehearsal/kit/clock.ts'
import type { Official } from '../../models/elections/reach.ts'
import type { Staff, Town } from './staff.ts'

/** The chair changes when a new one is elected. */
export interface Setting extends Town {
  clock: MovableClock
  staff: Staff
  /** Certifies elections with the secretary. */
  chair: Official
}
