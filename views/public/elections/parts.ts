import type { ShownCorrection } from '../../partials/elections/correction.ts'

export interface CorrectionPart {
  options: {
    one: { state: string; correction: ShownCorrection | null }
    id: string
    /** There is a result that the correction can be held against. */
    isShown: boolean
  }
}
