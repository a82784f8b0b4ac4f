import type { Election } from '../../../../models/elections/elections.ts'
import type { RollCount } from '../../../../models/elections/roll/roll.ts'
import type { RollErasureRow } from '../../../../models/elections/roll/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface RollErasurePage {
  head: ElectionHead
  back: string
  action: string
  count: RollCount
  mayErase: boolean
  erasure: RollErasureRow | null
}

export function rollErasurePage(
  reader: Reader,
  election: Election,
  count: RollCount,
  erasure: RollErasureRow | undefined,
): RollErasurePage {
  return {
    head: headOf(reader, election),
    back: paths.roll(election.id),
    action: paths.rollErasure(election.id),
    count,
    mayErase: allows(election.status, 'eraseRoll') && count.entries > 0,
    erasure: erasure ?? null,
  }
}
