import type { Election } from '../../../../models/elections/elections.ts'
import type { HelpGivenRow } from '../../../../models/elections/polling/tables.ts'
import type { TableFigures } from '../../../../models/elections/polling/tallies.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface PollingCorrectionPage {
  head: ElectionHead
  action: string
  over: boolean
  /** Papers are counted but voters are not, so that one paper can be taken back by itself. */
  counted: boolean
  figures: TableFigures
  help: HelpGivenRow[]
  /** The voter whose mark is taken back; null when the form did not come from a line on the roll. */
  voter: { entry: string; name: string; means: string } | null
}

export function pollingCorrectionPage(
  reader: Reader,
  election: Election,
  rows: Pick<PollingCorrectionPage, 'figures' | 'help' | 'voter'>,
): PollingCorrectionPage {
  return {
    head: headOf(reader, election),
    action: paths.tableCorrection(election.id),
    over: !facts(election.status).takesVotes,
    counted: election.roll_kind === 'counted',
    ...rows,
  }
}
