import type { Db } from '../../models/core/db.ts'
import type { OutsideKeys } from '../../models/core/keys.ts'
import type { Official } from '../../models/elections/reach.ts'
import type { MovableClock } from '../../rehearsal/kit/clock.ts'
import type { Staff } from './staff.ts'

/** The chair changes when a new one is elected. */
export interface Setting {
  db: Db
  clock: MovableClock
  keys: OutsideKeys
  staff: Staff
  /** Certifies elections with the secretary. */
  chair: Official
}
