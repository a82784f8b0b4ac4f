import type { IsoDate } from '../../../models/core/dates.ts'
import {
  RENEWAL_STEPS,
  type RenewalStepKind,
  type RenewalTimetable,
} from '../../../models/rules/renewal/renewal.ts'

export interface StepsPart {
  options: {
    steps: readonly StepField[]
    /** No municipal election comes before the term. */
    own: boolean
  }
}

export interface StepField {
  kind: RenewalStepKind
  on: IsoDate
  owner: string
}

export function stepFields(days: RenewalTimetable, owner: (kind: RenewalStepKind) => string): StepField[] {
  return RENEWAL_STEPS.map((kind) => ({ kind, on: days[kind], owner: owner(kind) }))
}
