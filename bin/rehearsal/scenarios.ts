import { firstCouncil } from './first_council/scenario.ts'
import type { Scenario } from './play.ts'

/** Every scenario that can be played, in the order in which `--list` names them. */
export const SCENARIOS: readonly Scenario[] = [firstCouncil]
