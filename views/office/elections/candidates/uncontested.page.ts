import type { IsoDate } from '../../../../models/core/dates.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { listOutcome, type ListOutcome } from '../../../../models/rules/elections/candidate_list.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../head.ts'

export interface UncontestedPage {
  head: ElectionHead
  action: string
  names: string
  count: number
  outcome: ListOutcome
  mayDecide: boolean
  decided: { body: string; decided_on: IsoDate } | null
  pollingHref: string
  today: IsoDate
  assumedRules: string[]
}

/** Possible when there are no more candidates than seats. */
export function uncontestedPage(
  reader: Reader,
  election: Election,
  standing: readonly CandidacyRow[],
): UncontestedPage {
  const { statutes, seats, status, uncontested_body: body, uncontested_on: decided_on } = election
  const outcome = listOutcome(standing.length, seats, statutes.rules.uncontested.value)
  return {
    head: headOf(reader, election),
    action: paths.uncontested(election.id),
    names: listOf(
      reader,
      standing.map(({ name }) => name),
    ),
    count: standing.length,
    outcome,
    mayDecide:
      allows(status, 'decideUncontested') &&
      outcome === 'uncontested_possible' &&
      reader.can['elections.plan'],
    decided: body !== null && decided_on !== null ? { body, decided_on } : null,
    pollingHref: paths.polling(election.id),
    today: reader.today,
    assumedRules: assumedAmong(reader, statutes, ['uncontested']),
  }
}
