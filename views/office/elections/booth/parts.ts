import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'

export type ShownPanel = BoothPanel & { mayRun: boolean }

export interface BoothsPart {
  options: ShownPanel
}
