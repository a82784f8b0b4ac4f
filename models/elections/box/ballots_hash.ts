import { sha256 } from '../../core/canonical.ts'
import type { BallotRow } from './tables.ts'

/** Stands for every open ballot under its random id, so that it tells nothing to those who do not have the ballots. */
export function ballotsHash(ballots: readonly Pick<BallotRow, 'id' | 'marks'>[]): string {
  const lines = ballots.map(({ id, marks }) => `${id} ${marks}`)
  return sha256(lines.sort().join('\n'))
}
