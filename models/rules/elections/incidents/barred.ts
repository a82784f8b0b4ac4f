/** @article afterFirstVote */

import type { CandidacyId } from '../../../core/ids.ts'
import { countPlurality, type Plurality, type PluralityResult, type Step, type Votes } from '../plurality.ts'
import type { AfterFirstVote } from './after_first_vote.ts'

/** Candidates who cannot take a seat, and what becomes of a seat that the votes would give one of them. */
export interface Barred {
  candidacies: readonly CandidacyId[]
  seat: Exclude<AfterFirstVote, 'stops'>
}

/**
 * Who is elected when some of those who were voted for cannot take a seat. One of them has enough votes when a seat is
 * left after all who have more, and after all others who have as many: no lot is drawn for somebody who cannot take what
 * it gives. That seat then stays open, or goes to the next by votes. Nothing changes while none of them has enough.
 */
export function countWithBarred(plurality: Plurality, barred: Barred | undefined): PluralityResult {
  if (!barred) return countPlurality(plurality)
  const { candidates, seats } = plurality
  const isBarred = ({ id }: Pick<Votes, 'id'>) => barred.candidacies.includes(id)
  const withEnough = inOrder(candidates, isBarred).slice(0, seats).filter(isBarred)
  const left = barred.seat === 'seat_open' ? seats - withEnough.length : seats
  const able = candidates.filter((candidate) => !isBarred(candidate))
  const count: PluralityResult =
    left === 0
      ? { outcome: 'decided', elected: [], steps: [] }
      : countPlurality({ ...plurality, candidates: able, seats: left })
  const steps = candidates.length > seats ? count.steps.map(byVotes) : count.steps
  return { ...count, steps: [...stepOf(barred.seat, withEnough), ...steps] }
}

/** More stood than there were seats, so those who are left have theirs by their votes. */
function byVotes(step: Step): Step {
  return step.rule === 'enough_seats' ? { ...step, rule: 'most_votes' } : step
}

/** Most votes first, and of equals those first who can take a seat. */
function inOrder(candidates: readonly Votes[], isBarred: (one: Votes) => boolean): Votes[] {
  return [...candidates].sort((a, b) => b.votes - a.votes || Number(isBarred(a)) - Number(isBarred(b)))
}

function stepOf(rule: Barred['seat'], candidates: readonly Votes[]): Step[] {
  const [first, ...rest] = candidates
  if (!first) return []
  const votes = rest.every((other) => other.votes === first.votes) ? first.votes : null
  const ids = candidates.map(({ id }) => id)
  return [{ rule, source: 'afterFirstVote', candidates: ids, votes, seats: ids.length }]
}
