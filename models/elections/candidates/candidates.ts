import type { Db } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { NotFound } from '../../core/errors.ts'
import { byName } from '../../rules/elections/candidate_list.ts'
import type { CandidacyRow } from './tables.ts'

/** Includes the withdrawn. The order is by name, and that of the ballot once the list is approved. */
export async function listCandidacies(db: Db, electionId: ElectionId): Promise<CandidacyRow[]> {
  const rows = byName(await db('candidacies').where({ election_id: electionId }))
  return rows.sort((a, b) => (a.ballot_position ?? 0) - (b.ballot_position ?? 0))
}

/** Leaves the withdrawn out. */
export async function listStanding(db: Db, electionId: ElectionId): Promise<CandidacyRow[]> {
  return (await listCandidacies(db, electionId)).filter(({ withdrawn_on }) => withdrawn_on === null)
}

/** Throws NotFound when the candidacy belongs to another election. */
export async function getCandidacy(
  db: Db,
  election: { id: ElectionId },
  id: CandidacyId,
): Promise<CandidacyRow> {
  const candidacy = await db('candidacies').where({ id, election_id: election.id }).first()
  if (!candidacy) throw new NotFound(`candidacy ${id}`)
  return candidacy
}
