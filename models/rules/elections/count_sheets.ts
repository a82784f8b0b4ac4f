/** @article polling */

import { checkFigure, type Entered, type FigureRefusal } from '../core/figures.ts'
import {
  invalidBallotRefusals,
  invalidReasons,
  sameReasons,
  type EnteredInvalidBallot,
  type InvalidBallot,
  type InvalidBallotRefusal,
} from './invalid_ballots.ts'
import { crossesOn, type Crosses } from './marks.ts'
import { allowed, refused, type Refusal, type Verdict } from '../core/verdict.ts'
import type { CandidacyId } from '../../core/ids.ts'

export interface CandidacyVotes {
  candidacy_id: CandidacyId
  votes: number
}

/** One counter's figures for one election. */
export interface CountSheet {
  ballots_in_box: number
  blank: number
  invalid: number
  votes: CandidacyVotes[]
  /** The reason of each invalid ballot, as many as there are invalid ballots. */
  invalid_ballots: InvalidBallot[]
}

/** A count sheet as the form sent it: a field may be missing. */
export interface EnteredSheet {
  ballots_in_box: Entered
  blank: Entered
  invalid: Entered
  votes: { candidacy_id: CandidacyId; votes: Entered }[]
  invalid_ballots: EnteredInvalidBallot[]
}

export interface CountContext {
  handed_out: number
  /** Spoiled papers that were exchanged for new ones: handed out, but not in the box. */
  exchanged?: number
  crosses: Crosses
  candidacyIds: readonly CandidacyId[]
  /** Why there are more ballots in the box than were handed out, written for the record. */
  difference_reason?: string | undefined
}

export type CountSheetRefusal =
  | FigureRefusal
  | InvalidBallotRefusal
  | 'unknown_candidate'
  | 'candidate_twice'
  | 'ballots_missing'
  | 'too_many_ballots'
  | 'votes_do_not_fit'
  | 'too_few_votes'
  | 'more_ballots_than_handed_out'

/** A line on which two counters differ. It never carries their figures: both must count again, not agree. */
export interface DifferingLine {
  line: 'ballots_in_box' | 'blank' | 'invalid' | 'invalid_reasons' | 'candidate'
  candidacy_id?: CandidacyId
}

/** Whether the sheet can be entered; a refusal names the first thing wrong with it. */
export function checkCountSheet(sheet: EnteredSheet, context: CountContext): Verdict<CountSheetRefusal> {
  return countSheetRefusals(sheet, context)[0] ?? allowed
}

/** Everything wrong with the sheet, for a form to show at once. Sums are checked when no figure is missing. */
export function countSheetRefusals(sheet: EnteredSheet, context: CountContext): Refusal<CountSheetRefusal>[] {
  const perLine = [...figureRefusals(sheet), ...candidateRefusals(sheet, context.candidacyIds)]
  if (perLine.length > 0) return perLine
  const complete = sheet as CountSheet
  return [
    ...[sumVerdict(complete, context.crosses), boxVerdict(complete, context)].filter(
      (verdict) => !verdict.ok,
    ),
    ...invalidBallotRefusals(complete.invalid, sheet.invalid_ballots, invalidReasons(context.crosses)),
  ]
}

/**
 * The lines on which two sheets differ: the totals, then the candidacies. Empty when the sheets agree. Two counters
 * with the same number of invalid ballots must also have found the same reasons.
 */
export function compareSheets(a: CountSheet, b: CountSheet): DifferingLine[] {
  const totals = (['ballots_in_box', 'blank', 'invalid'] as const).filter((line) => a[line] !== b[line])
  const reasonsDiffer = a.invalid === b.invalid && !sameReasons(a.invalid_ballots, b.invalid_ballots)
  const candidacies = [...new Set([...a.votes, ...b.votes].map(({ candidacy_id }) => candidacy_id))]
  return [
    ...totals.map((line) => ({ line })),
    ...(reasonsDiffer ? [{ line: 'invalid_reasons' as const }] : []),
    ...candidacies
      .sort((first, second) => first - second)
      .filter((id) => votesFor(a, id) !== votesFor(b, id))
      .map((candidacy_id) => ({ line: 'candidate' as const, candidacy_id })),
  ]
}

function figureRefusals(sheet: EnteredSheet): Refusal<FigureRefusal>[] {
  return [
    checkFigure(sheet.ballots_in_box, 'ballots_in_box'),
    checkFigure(sheet.blank, 'blank'),
    checkFigure(sheet.invalid, 'invalid'),
    ...sheet.votes.map(({ candidacy_id, votes }) => checkFigure(votes, voteField(candidacy_id))),
  ].filter((verdict) => !verdict.ok)
}

function candidateRefusals(
  sheet: EnteredSheet,
  candidacyIds: readonly CandidacyId[],
): Refusal<CountSheetRefusal>[] {
  const entered = sheet.votes.map(({ candidacy_id }) => candidacy_id)
  const missing = candidacyIds.filter((id) => !entered.includes(id))
  const unknown = entered.filter((id) => !candidacyIds.includes(id))
  const twice = entered.filter((id, index) => entered.indexOf(id) < index)
  return [
    ...missing.map((id) => refused('not_entered' as const, undefined, voteField(id))),
    ...unknown.map((id) => refused('unknown_candidate' as const, undefined, voteField(id))),
    ...twice.map((id) => refused('candidate_twice' as const, undefined, voteField(id))),
  ]
}

/** With one cross per ballot, every ballot is one vote, blank or invalid. With more, only bounds can be checked. */
function sumVerdict(sheet: CountSheet, crosses: Crosses): Verdict<CountSheetRefusal> {
  const { min, max } = crosses
  const votes = sheet.votes.reduce((sum, line) => sum + line.votes, 0)
  const valid = sheet.ballots_in_box - sheet.blank - sheet.invalid
  const { least, most } = crossesOn(valid, crosses)
  if (votes > most) {
    const reason = max === 1 ? 'too_many_ballots' : 'votes_do_not_fit'
    return refused(reason, { count: votes - most }, 'ballots_in_box')
  }
  if (votes < least) {
    const reason = min === 1 ? 'ballots_missing' : 'too_few_votes'
    return refused(reason, { count: least - votes }, 'ballots_in_box')
  }
  const above = sheet.votes.find((line) => line.votes > valid)
  return above
    ? refused('votes_do_not_fit', { count: above.votes - valid }, voteField(above.candidacy_id))
    : allowed
}

function boxVerdict(sheet: CountSheet, context: CountContext): Verdict<CountSheetRefusal> {
  const extra = sheet.ballots_in_box - (context.handed_out - (context.exchanged ?? 0))
  if (extra <= 0 || context.difference_reason?.trim()) return allowed
  return refused('more_ballots_than_handed_out', { count: extra }, 'ballots_in_box')
}

function votesFor(sheet: CountSheet, candidacyId: CandidacyId): number | undefined {
  return sheet.votes.find(({ candidacy_id }) => candidacy_id === candidacyId)?.votes
}

function voteField(candidacyId: CandidacyId): string {
  return `votes.${candidacyId}`
}
