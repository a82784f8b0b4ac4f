import { bySystem, type By } from '../../../models/core/audit.ts'
import type { Clock } from '../../../models/core/dates.ts'
import { outsideKeysFrom } from '../../../models/core/keys.ts'

export const SECRET = 'a secret for tests that is long enough to be accepted'

/** The keys of every test's server, unless it has settings of its own. */
export const KEYS = outsideKeysFrom([SECRET])

export function asSystem(clock: Clock): By {
  return bySystem(clock, KEYS)
}
