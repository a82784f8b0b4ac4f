import type { NamesTwice } from './twice.ts'

/** What each part of this folder takes. */

export interface RollTwicePart {
  options: NamesTwice
}
