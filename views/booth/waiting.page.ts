import type { Screen } from './screen.ts'

export interface WaitingPage extends Screen {
  state: 'early' | 'waiting' | 'over'
  number: number
}
