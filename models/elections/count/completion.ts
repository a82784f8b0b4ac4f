import type { Trx } from '../../core/db.ts'
import { isEntered } from '../box/entering/entry.ts'
import { findMerger } from '../box/papers/merging.ts'
import { findBoothCount } from './booth_count.ts'
import { loadCounting } from './rounds.ts'
import { moveElection, type Election } from '../elections.ts'
import { carryLot } from '../result/lots.ts'
import { getResult } from '../result/loading.ts'
import type { Result } from '../result/result.ts'
import { hasPaper, hasBooth } from '../means.ts'

export interface Completion {
  /** Undefined when everything is counted. */
  waitsFor: 'paper' | 'booth' | undefined
  /** The result, once everything is counted. */
  result?: Result
}

/** Both acts that can come last call it: the agreeing count on paper, and the opening of the tablet box. */
export async function completeCount(trx: Trx, election: Election): Promise<Completion> {
  const countsPapers = hasPaper(election) && !(await isEntered(trx, election.id))
  if (countsPapers && !(await loadCounting(trx, election.id)).agreed) return { waitsFor: 'paper' }
  const isMerged = (await findMerger(trx, election.id)) !== undefined
  if (hasBooth(election) && !isMerged && !(await findBoothCount(trx, election.id)))
    return { waitsFor: 'booth' }
  const counted = await moveElection(trx, election, 'completeCount')
  const result = await getResult(trx, counted)
  if (result.outcome !== 'lot_required') return { waitsFor: undefined, result }
  if (await carryLot(trx, counted, result))
    return { waitsFor: undefined, result: await getResult(trx, counted) }
  await moveElection(trx, counted, 'findTie')
  return { waitsFor: undefined, result }
}
