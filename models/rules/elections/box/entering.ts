/** @article publicationThreshold, marks */

import { type CandidacyId, idOf } from '../../../core/ids.ts'
import { keysOf } from '../../../core/records.ts'
import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { type Actor, isAmong, type Stander, stands } from '../certification.ts'
import { type InvalidReason, invalidReasons } from '../invalid_ballots.ts'
import { crossesWrong, type Crosses } from '../marks.ts'
import type { Marks } from '../tally.ts'

// A paper that is entered into the tablet's box, and who may do it. Two people look at each paper: one enters it, the
// other one holds it against the screen.

/** What the two see on a paper: its crosses, or what it is instead. */
export interface PaperSeen {
  marks: Marks
  kind: 'crosses' | 'blank' | InvalidReason
}

export type PaperWrong =
  | 'paper_without_cross'
  | 'paper_crosses_wrong'
  | 'paper_both'
  | 'paper_unknown_candidate'
  | 'paper_no_such_reason'

/** Whether this can stand on a paper of the election. A paper with too many crosses is invalid, and entered as such. */
export function checkPaper(
  { marks, kind }: PaperSeen,
  { candidacyIds, crosses }: { candidacyIds: readonly CandidacyId[]; crosses: Crosses },
): Verdict<PaperWrong> {
  if (kind !== 'crosses') {
    if (marks.length > 0) return refused('paper_both', undefined, 'marks')
    if (kind === 'blank' || invalidReasons(crosses).includes(kind)) return allowed
    return refused('paper_no_such_reason', undefined, 'kind')
  }
  if (marks.length === 0) return refused('paper_without_cross', undefined, 'marks')
  const isKnown = new Set(marks).size === marks.length && marks.every((id) => candidacyIds.includes(id))
  if (!isKnown) return refused('paper_unknown_candidate', undefined, 'marks')
  if (crossesWrong(marks.length, crosses)) return refused('paper_crosses_wrong', { ...crosses }, 'marks')
  return allowed
}

/** Above every id of a candidacy, so that a ballot with it is invalid in every count; never changed, since it is sealed. */
const REASON_MARKS: Readonly<Record<InvalidReason, number>> = {
  no_cross: 9_000_000_001,
  unclear_candidate: 9_000_000_002,
  too_many_marks: 9_000_000_003,
  too_few_marks: 9_000_000_004,
  recognisable: 9_000_000_005,
  not_official_ballot: 9_000_000_006,
  other: 9_000_000_007,
}

/** What is sealed of a paper. An invalid one has a mark that says why, and is as long as any other. */
export function marksOf({ marks, kind }: PaperSeen): Marks {
  if (kind === 'crosses') return marks
  return kind === 'blank' ? [] : [idOf<CandidacyId>(REASON_MARKS[kind])]
}

/** Whether the same stands on both. The order of the crosses says nothing. */
export function isSamePaper(one: PaperSeen, other: PaperSeen): boolean {
  const textOf = ({ marks, kind }: PaperSeen) => [kind, ...[...marks].sort((a, b) => a - b)].join()
  return textOf(one) === textOf(other)
}

/** What was entered, from what is sealed. */
export function paperWith(marks: Marks): PaperSeen {
  const reason = reasonIn(marks)
  if (reason) return { marks: [], kind: reason }
  return marks.length === 0 ? { marks: [], kind: 'blank' } : { marks, kind: 'crosses' }
}

/** How many opened ballots are invalid for each reason. A ballot from a tablet has none. */
export function reasonsIn(ballots: Iterable<Marks>): { reason: InvalidReason; ballots: number }[] {
  const found = new Map<InvalidReason, number>()
  for (const marks of ballots) {
    const reason = reasonIn(marks)
    if (reason) found.set(reason, (found.get(reason) ?? 0) + 1)
  }
  return [...found].map(([reason, count]) => ({ reason, ballots: count }))
}

function reasonIn([mark, ...rest]: Marks): InvalidReason | undefined {
  return rest.length > 0 ? undefined : keysOf(REASON_MARKS).find((reason) => REASON_MARKS[reason] === mark)
}

/** One of the two, and whether the sign-in with which this one came still lasts. */
export interface AtTheBox extends Actor {
  isHere: boolean
}

/** The first one enters, the second one holds each paper against the screen. */
export type Place = 'first' | 'second'

export interface Pair {
  first: AtTheBox | null
  second: AtTheBox | null
}

export type JoiningRefusal = 'is_a_candidate' | 'entry_same_person' | 'entry_has_two'

/**
 * Where this account can take its place: its own, or one that is free or whose owner has gone, beside somebody else. Who takes
 * a place again is asked as well: another account of the same person may have sat down meanwhile.
 */
export function placeFor(
  account: Actor,
  { first, second }: Pair,
  candidates: readonly Stander[],
): { place: Place } | Exclude<Verdict<JoiningRefusal>, { ok: true }> {
  if (stands(account, candidates)) return refused('is_a_candidate')
  const own = first?.id === account.id ? 'first' : second?.id === account.id ? 'second' : undefined
  const free = !first?.isHere ? 'first' : !second?.isHere ? 'second' : undefined
  const place = own ?? free
  if (!place) return refused('entry_has_two')
  const other = place === 'first' ? second : first
  return other?.isHere && isAmong(account, [other]) ? refused('entry_same_person') : { place }
}

/** Whether the two are there together. */
export function areBothHere({ first, second }: Pair): boolean {
  return first?.isHere === true && second?.isHere === true
}

/** That all papers are in, as one of the two says it. */
export interface Ending {
  by: Place
  /** As counted in the pile. */
  papers: number
  /** Why they are more or fewer than the account says. */
  reason: string | null
  /** Names it while it waits for the other one; null when it was sent back. */
  mark: string | null
}

/** The same that waits already: a second click on a form. */
export function isSameEnding(one: Ending, { by, papers, reason }: Omit<Ending, 'mark'>): boolean {
  return one.mark !== null && one.by === by && one.papers === papers && one.reason === reason
}

/** Nobody says yes to the own end, nor to another one than the page showed. */
export function checkYesToEnd(
  ending: Ending,
  mark: string,
  place: Place,
): Verdict<'end_moved' | 'end_of_your_own'> {
  if (ending.mark === null || ending.mark !== mark) return refused('end_moved')
  return ending.by === place ? refused('end_of_your_own') : allowed
}

/** Whether all papers are entered: as many as the two count in the pile afterwards. */
export function checkAllEntered(entered: number, inPile: number): Verdict<'papers_not_all_entered'> {
  if (entered === inPile) return allowed
  return refused('papers_not_all_entered', { entered, count: inPile }, 'papers')
}

/** Whether the box can be opened: every paper that belongs in it is in it. */
export function checkEntered(entry: { end: object | undefined } | undefined): Verdict<'papers_not_entered'> {
  return entry && entry.end === undefined ? refused('papers_not_entered') : allowed
}
