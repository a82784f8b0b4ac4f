import type { Screen } from './screen.ts'

/** A showing that cannot vote. */
export interface EndedPage extends Screen {
  why: 'voided' | 'unknown' | 'unpaired' | 'failed'
}
