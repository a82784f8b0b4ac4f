import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { CountedBooth } from '../result/result.ts'

/** Returns undefined until the box is opened, and when its ballots are counted among the papers. */
export async function findBoothCount(
  db: Db,
  electionId: ElectionId,
): Promise<Omit<CountedBooth, 'lot' | 'round'> | undefined> {
  const opening = await db('box_openings').where({ election_id: electionId }).first()
  if (!opening) return undefined
  if (await db('box_mergers').where({ election_id: electionId }).first('election_id')) return undefined
  const lines = await db('box_lines').where({ election_id: electionId }).select('candidacy_id', 'votes')
  const end = await db('paper_entry_ends')
    .where({ election_id: electionId })
    .orderBy('number', 'desc')
    .first('papers')
  const { releases, voided, envelopes, blank, invalid, codes_hash, opened_by, opened_on } = opening
  const votes = lines.sort((a, b) => a.candidacy_id - b.candidacy_id)
  return {
    ...{ releases, voided, envelopes, blank, invalid, votes, codes_hash, opened_by, opened_on },
    ...(end && { from_papers: end.papers }),
  }
}
