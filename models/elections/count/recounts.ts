import type { Db, Trx } from '../../core/db.ts'
import { Refused } from '../../core/errors.ts'
import { crossesIn } from '../../rules/elections/marks.ts'
import { countBallots, type Marks } from '../../rules/elections/tally.ts'
import { findMerger } from '../box/papers/merging.ts'
import { findBoothCount } from './booth_count.ts'
import { listStanding } from '../candidates/candidates.ts'
import { hasBooth } from '../means.ts'
import { moveElection, type Election } from '../elections.ts'
import { completeCount } from './completion.ts'

/** Opens the count again. What lies in the tablet's box is counted at once; papers wait for their counters. */
export async function countAnew(trx: Trx, election: Election): Promise<void> {
  const closed = await moveElection(trx, election, 'recount')
  await recheckBox(trx, closed)
  await completeCount(trx, closed)
}

/** Throws Refused when the opened ballots do not give the stored figures: one of them was changed since the opening. */
async function recheckBox(trx: Trx, election: Election): Promise<void> {
  // What lies among the papers is counted again with them.
  if (!hasBooth(election) || (await findMerger(trx, election.id))) return
  const same = await boxIsSame(trx, election)
  if (!same) throw new Refused('box_differs', {}, 'outcome')
}

export async function boxIsSame(db: Db, election: Election): Promise<boolean> {
  const stored = await findBoothCount(db, election.id)
  if (!stored) return false
  const rows = await db('ballots').where({ election_id: election.id }).select('marks')
  const candidacyIds = (await listStanding(db, election.id)).map(({ id }) => id)
  const ballots = rows.map(({ marks }) => JSON.parse(marks) as Marks)
  const counted = countBallots(ballots, { candidacyIds, crosses: crossesIn(election) })
  const votesOf = new Map(stored.votes.map(({ candidacy_id, votes }) => [candidacy_id, votes]))
  return (
    counted.envelopes === stored.envelopes + (stored.from_papers ?? 0) &&
    counted.blank === stored.blank &&
    counted.invalid === stored.invalid &&
    counted.votes.every(({ candidacy_id, votes }) => (votesOf.get(candidacy_id) ?? 0) === votes)
  )
}
