import { WITHDRAWN_BECAUSE } from '../../../../models/elections/candidates/candidacies.ts'
import type { CandidacyRow, WithdrawnBecause } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface WithdrawalPage {
  head: ElectionHead
  name: string
  action: string
  mayWithdraw: boolean
  because: readonly WithdrawnBecause[]
}

/** A candidate can withdraw until the list is approved. */
export function withdrawalPage(reader: Reader, election: Election, candidacy: CandidacyRow): WithdrawalPage {
  const { id, name, withdrawn_on } = candidacy
  return {
    head: headOf(reader, election),
    name,
    action: paths.candidateWithdrawal(election.id, id),
    mayWithdraw: allows(election.status, 'withdrawCandidate') && withdrawn_on === null,
    because: WITHDRAWN_BECAUSE,
  }
}
