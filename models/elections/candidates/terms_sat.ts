import type { Db } from '../../core/db.ts'
import type { CandidacyId } from '../../core/ids.ts'
import { listTermsSat } from '../../council/terms_sat.ts'
import type { Params } from '../../rules/core/verdict.ts'
import type { CandidacyRow } from './tables.ts'
import type { Election } from '../elections.ts'
import { candidacyRefusals } from '../../rules/elections/candidacy.ts'

/** Warns, by candidacy, and stops no result. This election's seat and people outside the register do not count. */
export async function listBeyondTerms(
  db: Db,
  { statutes, term_id }: Election,
  candidacies: readonly CandidacyRow[],
): Promise<ReadonlyMap<CandidacyId, Params>> {
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
