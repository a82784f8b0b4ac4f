import type { Screen } from './screen.ts'

export interface EndedPage extends Screen {
  why: 'voided' | 'unknown' | 'unpaired' | 'failed'
}
