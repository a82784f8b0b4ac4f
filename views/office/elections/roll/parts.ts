import type { NamesTwice } from './twice.ts'

export interface RollTwicePart {
  options: NamesTwice
}
