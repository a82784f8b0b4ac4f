import { lotOf, totalsOf, type Result } from '../../../models/elections/result/result.ts'
import { hashedOrder } from '../../../models/elections/result/hashed_order.ts'
import type { LotRow } from '../../../models/elections/result/tables.ts'
import type { StepRule } from '../../../models/rules/elections/plurality.ts'
import type { Reader } from '../../reader.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'

export interface ResultStep {
  rule: StepRule
  /** The rule that the step rests on, in words. */
  ruleText: string
  candidates: string[]
  votes: number | null
  seats: number
}

export interface ResultFigures {
  /** In ballot order. */
  candidates: { name: string; votes: number; elected: boolean }[]
  /** With `invalid` null: the sum of both. */
  blank: number
  invalid: number | null
  ballots: number
}

/** `draw` is given when the app drew, so that a reader can check it. */
export interface ShownLot extends Pick<LotRow, 'method' | 'drawn_on'> {
  /** The electoral board was on the telephone while others drew. */
  byTelephone: boolean
  draw: {
    commitment: string
    seed: string
    words: string
    /** In the order drawn; empty when a name may not be shown. */
    lines: { id: CandidacyId; name: string; hash: string }[]
  } | null
}

/** When figures are withheld, no step tells any. */
export function resultSteps({ t }: Pick<Reader, 't'>, result: Result, withheld = false): ResultStep[] {
  const nameOf = (id: CandidacyId) => result.candidates.find((candidate) => candidate.id === id)?.name ?? ''
  return result.steps
    .filter(({ rule }) => !withheld || rule !== 'no_votes')
    .map(({ rule, candidates, votes, seats }) => ({
      rule,
      ruleText: t(`public_election.rule_text.${rule}`),
      candidates: candidates.map(nameOf),
      votes: withheld ? null : votes,
      seats,
    }))
}

/** In ballot order. `asSum`: blank and invalid ballots are not told apart. Returns null when there was no vote. */
export function resultFigures(result: Result, asSum = false): ResultFigures | null {
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
    blank: asSum ? totals.blank + totals.invalid : totals.blank,
    invalid: asSum ? null : totals.invalid,
    ballots: totals.ballots,
  }
}

/** Leaves out the names that were drawn between when one of them may not be shown. */
export function shownLot(result: Result, showNames = true): ShownLot | null {
  const lot = lotOf(result)
  if (!lot) return null
  const { method, drawn_on, draw, telephone } = lot
  const among = result.candidates.filter(({ id }) => lot.among.includes(id))
  const lines = draw && showNames ? hashedOrder(among, draw) : []
  const byTelephone = telephone !== undefined
  return { method, drawn_on, byTelephone, draw: draw ? { ...draw, lines } : null }
}
