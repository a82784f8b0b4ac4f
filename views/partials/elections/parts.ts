import type { IsoDate } from '../../../models/core/dates.ts'
import type { ShownCorrection } from './correction.ts'
import type { WhoShown } from './who.ts'
import type { ResultFigures, ResultStep, ShownLot } from './result.ts'

export type { ResultStep } from './result.ts'

export interface CorrectionPart {
  options: { correction: ShownCorrection; id: string }
}

export interface DrawProofPart {
  options: { draw: NonNullable<ShownLot['draw']> }
}

export interface ResultStepsPart {
  options: {
    steps: readonly ResultStep[]
    lot: ShownLot | null
    /** Who watched the lot. Only where the reader works with the election. */
    witnesses?: string | null
    uncontested: { body: string; decided_on: IsoDate } | null
  }
}

/** The state is said in words too, never by colour alone. */
export interface GuideStep {
  label: string
  state: 'done' | 'current' | 'todo'
  date?: IsoDate | undefined
  note?: string | undefined
  href?: string | undefined
}

export interface WhoPart {
  options: { who: WhoShown }
}

export interface StepGuidePart {
  options: { label: string; steps: readonly GuideStep[] }
}

export interface SymbolPart {
  /** A symbol that stands alone has a name; one beside its own word has none. */
  options: { path: string; name?: string }
}

export interface VotesChartPart {
  options: { figures: ResultFigures }
}

export interface VotesTablePart {
  options: { figures: ResultFigures; caption: string }
}
