import type { Db } from '../../core/db.ts'
import { listTermsSat } from '../../council/terms_sat.ts'
import type { Params } from '../../rules/core/verdict.ts'
import type { CandidacyRow } from './tables.ts'
import type { Election } from '../elections.ts'
import { candidacyRefusals } from '../../rules/elections/candidacy.ts'

/**
 * Which candidates have sat in as many terms as the statutes of the election allow, by candidacy, and in which. To be said
 * early, since it stops no result. The seat that this very election gave does not count, and those who are not linked to
 * the register are not known.
 */
export async function listBeyondTerms(
  db: Db,
  { statutes, term_id }: Election,
  candidacies: readonly CandidacyRow[],
): Promise<ReadonlyMap<number, Params>> {
  const people = candidacies.flatMap(({ person_id }) => person_id ?? [])
  const sat = await listTermsSat(
    db,
    people,
    candidacies.map(({ id }) => id),
  )
  return new Map(
    candidacies.flatMap(({ id, person_id }) => {
      const terms = { sat: sat.get(person_id ?? 0) ?? [], termId: term_id }
      return candidacyRefusals({ statutes, terms }).map(({ params = {} }) => [id, params] as const)
    }),
  )
}
