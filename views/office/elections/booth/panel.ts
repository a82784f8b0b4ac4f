import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'

/** The booths, for a reader who may run them or only look. */
export type ShownPanel = BoothPanel & { mayRun: boolean }
