import { MOST_INVALID } from '../../../../models/rules/elections/invalid_ballots.ts'
import { figureOf, type Typed } from '../typed.ts'
import type { CandidacyId } from '../../../../models/core/ids.ts'

export function voteField({ id }: { id: CandidacyId }): `votes_${number}` {
  return `votes_${id}`
}

/** 1, 2, … for the invalid ballots that have been typed, up to as many as there are lines for. */
export function invalidNumbers(values: Typed): number[] {
  return numbersTo(Math.min(figureOf(values.invalid) ?? 0, MOST_INVALID))
}

export function numbersTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1)
}

export function withZeros(
  values: Typed,
  fields: readonly string[],
): Record<string, string | string[] | undefined> {
  const empty = fields.filter((field) => [values[field] ?? ''].flat().join('').trim() === '')
  return { ...values, ...Object.fromEntries(empty.map((field) => [field, '0'])) }
}
