import type { ShownPanel } from './panel.ts'

/** What each part of this folder takes. */

export interface BoothsPart {
  options: ShownPanel
}
