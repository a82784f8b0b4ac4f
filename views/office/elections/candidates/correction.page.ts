import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface CorrectionPage {
  head: ElectionHead
  name: string
  action: string
  backHref: string
  mayCorrect: boolean
}

/** A name on the ballot can be put right until the list is approved. */
export function correctionPage(reader: Reader, election: Election, candidacy: CandidacyRow): CorrectionPage {
  const { id, name, withdrawn_on } = candidacy
  return {
    head: headOf(reader, election),
    name,
    action: paths.candidateName(election.id, id),
    backHref: paths.candidates(election.id),
    mayCorrect: allows(election.status, 'correctName') && withdrawn_on === null,
  }
}
