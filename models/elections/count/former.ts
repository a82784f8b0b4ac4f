import { canonicalOf } from '../../core/canonical.ts'
import type { CountedOutcome } from '../../rules/elections/protocol/correction.ts'
import { facts, type ElectionState } from '../../rules/elections/state.ts'
import { totalsOf, type Result } from '../result/result.ts'

/** The result before the ballots were counted anew. */
export type Former = CountedOutcome & {
  /** It was certified, so the public had been told. */
  certified: boolean
}

/** The text that is stored with what ended the result, in the state that the election had until then. */
export function formerText({ status }: { status: ElectionState }, result: Result): string {
  const was: Former = { certified: facts(status).certified, ...outcomeOf(result) }
  return canonicalOf(was)
}

export function readFormer(text: string): Former {
  return JSON.parse(text) as Former
}

export function outcomeOf(result: Result): CountedOutcome {
  return { elected: result.elected, totals: totalsOf(result) }
}
