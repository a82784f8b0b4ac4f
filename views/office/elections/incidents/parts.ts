import type { ShownIncident } from './shown.ts'

export interface FactsPart {
  one: ShownIncident
}
