import type { Db } from '../core/db.ts'
import { type CandidacyId, NO_ID, type PersonId, type TermId } from '../core/ids.ts'
import { require } from '../core/errors.ts'
import { checkReelection, type TermSat } from '../rules/council/reelection.ts'
import type { Statutes } from '../statutes/document.ts'
import { standing } from './in_office.ts'

/** By person, once for each seat. Leaves out struck-out memberships and those of the given candidacies. */
export async function listTermsSat(
  db: Db,
  people: readonly PersonId[],
  notFrom: readonly CandidacyId[] = [],
): Promise<ReadonlyMap<PersonId, TermSat[]>> {
  const rows = await db('memberships')
    .join('terms', 'terms.id', 'memberships.term_id')
    .whereIn('memberships.person_id', [...people])
    .where(standing())
    .orderBy('terms.starts_on')
    .select<(TermSat & { person_id: PersonId; candidacy_id: CandidacyId | null })[]>(
      'memberships.person_id',
      'memberships.candidacy_id',
      'terms.id',
      'terms.starts_on',
      'terms.ends_on',
    )
  const counted = rows.filter(({ candidacy_id }) => !notFrom.includes(candidacy_id ?? NO_ID))
  return new Map(people.map((person) => [person, counted.filter(({ person_id }) => person_id === person)]))
}

/** The person's terms, once for each seat. */
export async function listTermsOf(db: Db, personId: PersonId): Promise<readonly TermSat[]> {
  return (await listTermsSat(db, [personId])).get(personId) ?? []
}

/** Throws Refused when the person has sat the most terms allowed and this term is not among them. */
export async function requireTermLeft(
  db: Db,
  { rules }: Statutes,
  { personId, termId }: { personId: PersonId; termId: TermId },
): Promise<void> {
  const rule = rules.reelection.value
  if (rule === 'unlimited') return
  require(checkReelection(rule, await listTermsOf(db, personId), termId))
}
