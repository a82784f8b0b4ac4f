import { createHash } from 'node:crypto'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { electionStatus } from '../elections.ts'
import { facts } from '../../rules/elections/state.ts'

/** A voter who noted a code sees that the ballot is in the box: the list stays when the box is opened. */
export async function listCodes(db: Db, electionId: ElectionId): Promise<string[]> {
  const status = await electionStatus(db, electionId)
  // Not listed before polling closes: two lists would tell which ballot came in between.
  if (status === undefined || !facts(status).pollingOver) return []
  const opened = await db('box_openings').where({ election_id: electionId }).first('election_id')
  const codes = await db(opened ? 'box_codes' : 'envelopes')
    .where({ election_id: electionId })
    .pluck<string[]>('code')
  return codes.sort()
}

/** The record holds this hash of the sorted codes, one on each line. */
export function codesHash(codes: readonly string[]): string {
  return createHash('sha256')
    .update([...codes].sort().join('\n'))
    .digest('hex')
}

/** The part of a code that a voter is shown: eight signs in two groups, like `3F9A 07C2`. */
export function shortCode(code: string): string {
  const head = code.slice(0, 8).toUpperCase()
  return `${head.slice(0, 4)} ${head.slice(4)}`
}
