import type { Election } from '../../../../models/elections/elections.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { TableState } from './polling_table.ts'

export interface PollingPausePage {
  head: ElectionHead
  action: string
  state: TableState
}

export function pollingPausePage(reader: Reader, election: Election, state: TableState): PollingPausePage {
  return { head: headOf(reader, election), action: paths.pollingPause(election.id), state }
}
