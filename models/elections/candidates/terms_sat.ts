import type { Db } from '../../core/db.ts'
import { listTermsSat } from '../../council/terms_sat.ts'
import { checkReelection } from '../../rules/council/reelection.ts'
import type { Params } from '../../rules/core/verdict.ts'
import type { CandidacyRow } from './tables.ts'
import type { Election } from '../elections.ts'

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
  const rule = statutes.rules.reelection.value
  if (rule === 'unlimited') return new Map()
  const people = candidacies.flatMap(({ person_id }) => person_id ?? [])
  const sat = await listTermsSat(
    db,
    people,
    candidacies.map(({ id }) => id),
  )
  return new Map(
    candidacies.flatMap(({ id, person_id }) => {
      const verdict = checkReelection(rule, sat.get(person_id ?? 0) ?? [], term_id)
      return verdict.ok || !verdict.params ? [] : [[id, verdict.params] as const]
    }),
  )
}
