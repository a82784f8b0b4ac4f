import type { ShownPanel } from './panel.ts'

export interface BoothsPart {
  options: ShownPanel
}
