import { allowed, refused, type Verdict } from '../../rules/core/verdict.ts'
import { isOneOf } from '../../core/records.ts'

/** What a candidate may stand under: plain things, of no party, that are not taken for one another. */
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

/** The longest text beside a name. It is read aloud at the booth, and by people who read little. */
export const MOST_WORDS = 20

export type PortraitRefusal = 'statement_too_long' | 'symbol_unknown' | 'symbol_taken'

/** How many words a text has: whatever stands between spaces and holds a letter or a digit. A dash alone is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

/** A text of at most twenty words. */
export function checkStatement(text: string): Verdict<PortraitRefusal> {
  const words = countWords(text)
  return words > MOST_WORDS
    ? refused('statement_too_long', { words, most: MOST_WORDS }, 'statement')
    : allowed
}

/** A symbol from the list that no other candidate stands under in the same election. */
export function checkSymbol(symbol: string, others: readonly (string | null)[]): Verdict<PortraitRefusal> {
  if (!isOneOf(SYMBOLS, symbol)) return refused('symbol_unknown', undefined, 'symbol')
  return others.includes(symbol) ? refused('symbol_taken', undefined, 'symbol') : allowed
}
