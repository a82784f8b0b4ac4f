import { allowed, refused, type Verdict } from '../../rules/core/verdict.ts'
import { isOneOf } from '../../core/records.ts'

/** The symbols are plain things of no party that are not taken for one another. */
export const SYMBOLS = [
  'apple',
  'bell',
  'bicycle',
  'bird',
  'boat',
  'book',
  'bridge',
  'clock',
  'cup',
  'fish',
  'flower',
  'hat',
  'heart',
  'house',
  'key',
  'kite',
  'lamp',
  'leaf',
  'moon',
  'mountain',
  'star',
  'sun',
  'tree',
  'umbrella',
] as const
export type SymbolName = (typeof SYMBOLS)[number]

/** The text is read aloud at the booth, and by voters who read little. */
export const MOST_WORDS = 20

export type PortraitRefusal = 'statement_too_long' | 'symbol_unknown' | 'symbol_taken'

/** A word holds a letter or a digit: a dash alone is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

export function checkStatement(text: string): Verdict<PortraitRefusal> {
  const words = countWords(text)
  return words > MOST_WORDS
    ? refused('statement_too_long', { words, most: MOST_WORDS }, 'statement')
    : allowed
}

/** No other candidate in the election may stand under the symbol. */
export function checkSymbol(symbol: string, taken: readonly (string | null)[]): Verdict<PortraitRefusal> {
  if (!isOneOf(SYMBOLS, symbol)) return refused('symbol_unknown', undefined, 'symbol')
  return taken.includes(symbol) ? refused('symbol_taken', undefined, 'symbol') : allowed
}
