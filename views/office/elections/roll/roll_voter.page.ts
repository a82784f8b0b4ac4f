import type { Election } from '../../../../models/elections/elections.ts'
import type { RollEntryRow } from '../../../../models/elections/roll/tables.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface RollVoterPage {
  head: ElectionHead
  voter: Pick<RollEntryRow, 'name' | 'note'>
  mayChange: boolean
  back: string
  action: string
  removal: string
}

export function rollVoterPage(
  reader: Reader,
  election: Election,
  { id: entry, name, note }: Pick<RollEntryRow, 'id' | 'name' | 'note'>,
): RollVoterPage {
  return {
    head: headOf(reader, election),
    voter: { name, note },
    mayChange: allows(election.status, 'changeRoll'),
    back: paths.roll(election.id),
    action: paths.rollVoter(election.id, entry),
    removal: paths.rollVoterRemoval(election.id, entry),
  }
}
