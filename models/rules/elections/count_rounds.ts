/** @article polling */

import type { AccountId } from '../../core/ids.ts'
import { COUNTERS_NEEDED, isAmong, type Actor } from './certification.ts'
import { compareSheets, type CountSheet, type DifferingLine } from './count_sheets.ts'

/** One count sheet with its counter and its round. */
export interface RoundSheet {
  round: number
  counter: Actor
  sheet: CountSheet
}

/** The decision to keep one of two sheets that differ, and to send only the other one back. */
export interface KeptSheet {
  /** The round in which the two differed. */
  round: number
  counterId: AccountId
}

/** How far the counting has come. */
export interface Standing<S extends RoundSheet> {
  /** The round that is being counted, or in which two sheets agreed. */
  round: number
  /** The sheets of that round, in the order of entry. */
  entered: S[]
  /** The lines on which the two sheets of the round before differed. */
  differs: DifferingLine[]
  /** Those two sheets, while it is not settled which is right; else none. */
  differing: S[]
  /** The two sheets that agree and end the counting. */
  agreed: [S, S] | undefined
}

/**
 * Where a count stands. Two agreeing sheets of one round end it. When they differ a new round begins: then two sheets
 * agree, or a person who did not count in the round before enters the same, line for line, as one of the two who did.
 * After a recount was decided, only later rounds count. A sheet that was kept counts as entered in the next round too: its
 * counter does not count again, and one sheet more, by anybody else, is held against it.
 *
 * `sheets` are in the order of entry.
 */
export function standingOf<S extends RoundSheet>(
  sheets: readonly S[],
  recountAfter = 0,
  kept: readonly KeptSheet[] = [],
): Standing<S> {
  const counted = withKept(
    sheets.filter(({ round }) => round > recountAfter),
    kept,
  )
  const round = Math.max(recountAfter + 1, ...counted.map((one) => one.round))
  const entered = counted.filter((one) => one.round === round).slice(0, COUNTERS_NEEDED)
  const before = counted.filter((one) => one.round === round - 1).slice(0, COUNTERS_NEEDED)
  const agreed = agreementIn(entered) ?? agreementWith(before, entered)
  if (agreed) return { round, entered, differs: [], differing: [], agreed }
  const isFull = entered.length === COUNTERS_NEEDED
  const differing = isFull ? entered : before
  const differs = differencesIn(differing)
  return {
    ...{ round: isFull ? round + 1 : round, entered: isFull ? [] : entered },
    ...{ differs, differing: differs.length > 0 ? differing : [], agreed },
  }
}

/** A kept sheet comes first in the round after its own, and goes on from round to round as long as it is kept. */
export function withKept<S extends RoundSheet>(sheets: readonly S[], kept: readonly KeptSheet[]): S[] {
  const all = [...sheets]
  for (const { round, counterId } of [...kept].sort((a, b) => a.round - b.round)) {
    const sheet = all.find((one) => one.round === round && one.counter.id === counterId)
    if (sheet) all.unshift({ ...sheet, round: round + 1 })
  }
  return all
}

/** Every counter of the sheets, each once. */
export function countersOf(sheets: readonly RoundSheet[]): Actor[] {
  return sheets
    .map(({ counter }) => counter)
    .filter((counter, index, all) => all.findIndex(({ id }) => id === counter.id) === index)
}

/** The lines on which the two sheets of a round differ; empty when there is only one sheet. */
export function differencesIn([first, second]: readonly RoundSheet[]): DifferingLine[] {
  return first && second ? compareSheets(first.sheet, second.sheet) : []
}

function agreementIn<S extends RoundSheet>([first, second]: readonly S[]): [S, S] | undefined {
  return first && second && agree(first, second) ? [first, second] : undefined
}

/** A third person's sheet that equals one of the two that differed. */
function agreementWith<S extends RoundSheet>(
  before: readonly S[],
  entered: readonly S[],
): [S, S] | undefined {
  const twoBefore = before.map(({ counter }) => counter)
  for (const third of entered) {
    const same = before.find((one) => agree(one, third))
    if (same && !isAmong(third.counter, twoBefore)) return [same, third]
  }
  return undefined
}

function agree(a: RoundSheet, b: RoundSheet): boolean {
  return compareSheets(a.sheet, b.sheet).length === 0
}
