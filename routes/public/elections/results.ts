import type { Request } from 'express'
import { orderOf } from '../../../models/elections/result/draws.ts'
import { lotOf, totalsOf, type Result } from '../../../models/elections/result/result.ts'
import type { ResultFigures, ResultStep, ShownLot } from '../../../views/page_types.ts'

/** The reasons for a result, each with its rule in words. Where figures are withheld, no step tells any. */
export function resultSteps(req: Request, result: Result, withheld = false): ResultStep[] {
  const nameOf = (id: number) => result.candidates.find((candidate) => candidate.id === id)?.name ?? ''
  return result.steps
    .filter(({ rule }) => !withheld || rule !== 'no_votes')
    .map(({ rule, candidates, votes, seats }) => ({
      rule,
      ruleText: req.t(`public_election.rule_text.${rule}`),
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

/** The lot behind a result. The names that were drawn between are left out where one of them may not be shown. */
export function shownLot(result: Result, showNames = true): ShownLot | null {
  const lot = lotOf(result)
  if (!lot) return null
  const { method, drawn_on, witnesses, drawn_by, draw } = lot
  const among = result.candidates.filter(({ id }) => lot.among.includes(id))
  const lines = draw && showNames ? orderOf(among, draw) : []
  return { method, drawn_on, witnesses, drawn_by, draw: draw ? { ...draw, lines } : null }
}
