import { createHash } from 'node:crypto'
import { facts } from '../../rules/elections/state.ts'
import type { Db } from '../../core/db.ts'
import { electionStatus } from '../elections.ts'

/**
 * The codes of all sealed ballots, sorted, once polling has closed: whoever noted one can see that the ballot is in the
 * box. The same list before and after the box is opened.
 */
export async function listCodes(db: Db, electionId: number): Promise<string[]> {
  const status = await electionStatus(db, electionId)
  // Before and while people vote nothing is listed: two lists would tell which ballot came in between.
  if (status === undefined || !facts(status).pollingOver) return []
  const opened = await db('box_openings').where({ election_id: electionId }).first('election_id')
  const codes = await db(opened ? 'box_codes' : 'envelopes')
    .where({ election_id: electionId })
    .pluck<string[]>('code')
  return codes.sort()
}

/** One hash for all codes of a box, for the record: of the sorted codes, one a line. */
export function codesHash(codes: readonly string[]): string {
  return createHash('sha256')
    .update([...codes].sort().join('\n'))
    .digest('hex')
}
