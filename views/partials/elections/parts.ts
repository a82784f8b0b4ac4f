import type { IsoDate } from '../../../models/core/dates.ts'
import type { ResultFigures, ResultStep, ShownLot } from './result.ts'

export type { ResultStep } from './result.ts'

/** What each partial of this folder takes. */

export interface DrawProofPart {
  options: { draw: NonNullable<ShownLot['draw']> }
}

export interface ResultStepsPart {
  options: {
    steps: readonly ResultStep[]
    lot: ShownLot | null
    uncontested: { body: string; decided_on: IsoDate } | null
  }
}

/** A step on the way. Its state is said in words too, never by colour alone. */
export interface GuideStep {
  label: string
  state: 'done' | 'current' | 'todo'
  date?: IsoDate | undefined
  note?: string | undefined
  href?: string | undefined
}

export interface StepGuidePart {
  options: { label: string; steps: readonly GuideStep[] }
}

export interface SymbolPart {
  /** A name where the symbol stands alone, none beside its own word. */
  options: { path: string; name?: string }
}

export interface VotesChartPart {
  options: { figures: ResultFigures }
}

export interface VotesTablePart {
  options: { figures: ResultFigures; caption: string }
}
