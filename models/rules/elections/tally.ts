/** @article marks */

import type { CandidacyVotes } from './count_sheets.ts'
import { crossesWrong, type Crosses } from './marks.ts'
import type { CandidacyId } from '../../core/ids.ts'

/** The figures of one box, or of all boxes together. Every figure counts ballots. */
export interface Tally {
  ballots: number
  blank: number
  invalid: number
  votes: CandidacyVotes[]
}

/** One paper box: the sheet on which two counters agree. */
interface Sheet extends Omit<Tally, 'ballots'> {
  ballots_in_box: number
}

/** One tablet box whose ballots are opened and counted. */
export interface OpenedBox extends Omit<Tally, 'ballots'> {
  envelopes: number
  /** Papers that were entered into it; left out when none were. */
  from_papers?: number
}

/**
 * The only function that makes the totals of an election: the agreed count sheet and the opened ballots added up, line
 * by line. Returns null when there is neither. The lines come in the order of the first of the two.
 */
export function tally(sheet: Sheet | null | undefined, box: OpenedBox | null | undefined): Tally | null {
  const parts: Tally[] = [
    ...(sheet ? [{ ...sheet, ballots: sheet.ballots_in_box }] : []),
    ...(box ? [{ ...box, ballots: ballotsIn(box) }] : []),
  ]
  if (parts.length === 0) return null
  return parts.reduce(add, { ballots: 0, blank: 0, invalid: 0, votes: [] })
}

/** All that lie in a tablet's box, whatever they were before. */
export function ballotsIn({
  envelopes,
  from_papers = 0,
}: Pick<OpenedBox, 'envelopes' | 'from_papers'>): number {
  return envelopes + from_papers
}

function add(a: Tally, b: Tally): Tally {
  const votes = new Map(a.votes.map((line) => [line.candidacy_id, line.votes]))
  for (const line of b.votes) votes.set(line.candidacy_id, (votes.get(line.candidacy_id) ?? 0) + line.votes)
  return {
    ballots: a.ballots + b.ballots,
    blank: a.blank + b.blank,
    invalid: a.invalid + b.invalid,
    votes: [...votes].map(([candidacy_id, sum]) => ({ candidacy_id, votes: sum })),
  }
}

/** One opened ballot: the ids of its marked candidacies. */
export type Marks = readonly CandidacyId[]

/**
 * Counts opened ballots. A ballot without a mark is blank. A ballot with a mark that the election does not have, with
 * the same mark twice or with fewer or more marks than allowed is invalid, and counts for no candidate.
 */
export function countBallots(
  ballots: Iterable<Marks>,
  election: { candidacyIds: readonly CandidacyId[]; crosses: Crosses },
): OpenedBox {
  const votes = new Map(election.candidacyIds.map((id) => [id, 0]))
  const box = { envelopes: 0, blank: 0, invalid: 0 }
  for (const marks of ballots) {
    box.envelopes += 1
    if (marks.length === 0) box.blank += 1
    else if (!isValid(marks, votes, election.crosses)) box.invalid += 1
    else for (const id of marks) votes.set(id, (votes.get(id) ?? 0) + 1)
  }
  return { ...box, votes: [...votes].map(([candidacy_id, sum]) => ({ candidacy_id, votes: sum })) }
}

function isValid(marks: Marks, known: ReadonlyMap<CandidacyId, number>, crosses: Crosses): boolean {
  return (
    !crossesWrong(marks.length, crosses) &&
    new Set(marks).size === marks.length &&
    marks.every((id) => known.has(id))
  )
}
