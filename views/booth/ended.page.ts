import type { Screen } from './screen.ts'

export interface EndedPage extends Screen {
  /** `already`: a form is sent again, by the voter or by the next one, who must not take it for their own. */
  why: 'already' | 'earlier' | 'voided' | 'unknown' | 'unpaired' | 'failed'
}
