import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { ShownPanel } from './parts.ts'

export interface BoothsPage {
  head: ElectionHead
  panel: ShownPanel
  hasBooth: boolean
  mayPair: boolean
  boxReady: boolean
  code: string | null
  minutes: number
  /** Where the code is typed on the tablet. */
  address: string
}

export interface BoothsRows {
  panel: BoothPanel
  boxReady: boolean
  minutes: number
  address: string
}

export function boothsPage(
  reader: Reader,
  election: Election,
  { panel, ...rows }: BoothsRows,
  code?: string,
): BoothsPage {
  const mayRun = reader.can['elections.run']
  return {
    head: headOf(reader, election),
    panel: { ...panel, mayRun },
    hasBooth: hasBooth(election),
    mayPair: mayRun && hasBooth(election) && allows(election.status, 'pairTablet'),
    code: code === undefined ? null : `${code.slice(0, 3)} ${code.slice(3)}`,
    ...rows,
  }
}
