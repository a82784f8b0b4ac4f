import type { Request } from 'express'
import { totalsOf, type Result } from '../models/elections/result.ts'
import type { ResultFigures, ResultStep } from '../views/page_types.ts'
import { ruleTitle } from '../views/statutes_text.ts'

/** The reasons for a result, each with the title of its rule. Where figures are withheld, no step tells any. */
export function resultSteps(req: Request, result: Result, withheld = false): ResultStep[] {
  const nameOf = (id: number) => result.candidates.find((candidate) => candidate.id === id)?.name ?? ''
  return result.steps
    .filter(({ rule }) => !withheld || rule !== 'no_votes')
    .map(({ rule, source, candidates, votes, seats }) => ({
      rule,
      ruleTitle: ruleTitle(req.t, source),
      candidates: candidates.map(nameOf),
      votes: withheld ? null : votes,
      seats,
    }))
}

/** The figures in ballot order; null where nobody voted. */
export function resultFigures(result: Result): ResultFigures | null {
  const { candidates, elected } = result
  const totals = totalsOf(result)
  if (!totals) return null
  const votesOf = new Map(totals.votes.map(({ candidacy_id, votes }) => [candidacy_id, votes]))
  return {
    candidates: candidates.map(({ id, name }) => ({
      name,
      votes: votesOf.get(id) ?? 0,
      elected: elected.includes(id),
    })),
    blank: totals.blank,
    invalid: totals.invalid,
    ballots: totals.ballots,
  }
}
