/** What is looked at, in the order in which a reader meets it. */
export const CHECKS = [
  'seal',
  'attachment',
  'form',
  'code',
  'parts',
  'sheets',
  'papers',
  'box',
  'totals',
  'outcome',
  'result',
  'draws',
  'corrections',
  'certified',
  'codes',
  'chain',
  'head',
  'logged',
] as const

export type Check = (typeof CHECKS)[number]

/** `left_out`: what it needs was not given, or the election had no such thing. */
export interface Finding {
  check: Check
  result: 'fits' | 'wrong' | 'left_out'
  /** Where it does not fit: a key of the texts, and the words for its holes. */
  why?: Why
}

export interface Why {
  key: string
  words?: Record<string, string | number>
}

export const fits = (check: Check): Finding => ({ check, result: 'fits' })
export const leftOut = (check: Check): Finding => ({ check, result: 'left_out' })

export function wrong(check: Check, key: string, words?: Why['words']): Finding {
  return { check, result: 'wrong', why: words === undefined ? { key } : { key, words } }
}

/** The first thing that does not hold, or that all hold. */
export function firstWrong(check: Check, faults: readonly (Finding | undefined)[]): Finding {
  return faults.find((one) => one !== undefined) ?? fits(check)
}
