import type { Screen } from './screen.ts'

/** Nothing is being voted on in this booth now. */
export interface WaitingPage extends Screen {
  state: 'early' | 'waiting' | 'over'
  number: number
}
