import type { Db } from '../../core/db.ts'
import { NotFound } from '../../core/errors.ts'
import { byName } from '../../rules/elections/candidate_list.ts'
import type { CandidacyRow } from './tables.ts'

/** Everybody who has been a candidate, the withdrawn too, by name; in ballot order once the list is approved. */
export async function listCandidacies(db: Db, electionId: number): Promise<CandidacyRow[]> {
  const rows = byName(await db('candidacies').where({ election_id: electionId }))
  return rows.sort((a, b) => (a.ballot_position ?? 0) - (b.ballot_position ?? 0))
}

/** Those who stand: the withdrawn left out. */
export async function listStanding(db: Db, electionId: number): Promise<CandidacyRow[]> {
  return (await listCandidacies(db, electionId)).filter(({ withdrawn_on }) => withdrawn_on === null)
}

/** The candidacy, if it belongs to this election. */
export async function getCandidacy(db: Db, election: { id: number }, id: number): Promise<CandidacyRow> {
  const candidacy = await db('candidacies').where({ id, election_id: election.id }).first()
  if (!candidacy) throw new NotFound(`candidacy ${id}`)
  return candidacy
}
