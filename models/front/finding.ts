import { foldName } from '../rules/elections/roll_names.ts'

/** In characters. */
export const LONGEST_SEARCH = 200
/** Of each kind. */
export const MOST_SHOWN = 50

/** Cyrillic and Greek letters that look Latin: a name pasted from another source may hold one unseen. */
const LOOKALIKES = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c' },
    ...{ ѕ: 's', т: 't', у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w' },
    ...{ α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i', κ: 'k', τ: 't', υ: 'u', χ: 'x', ς: 'σ' },
  }),
)

/**
 * Folds a text like a name on a roll, and further, for readers without å or ø: å and aa become a, ø and oe become o.
 * Folding twice changes nothing, and the beginning of a word folds to the beginning of the folded word.
 */
export function foldForSearch(text: string): string {
  const plain = Array.from(text.toLowerCase().normalize('NFD'), (letter) => LOOKALIKES.get(letter) ?? letter)
  return foldName(plain.join('')).replace(/a{2,}/g, 'a').replace(/oe+/g, 'o')
}

/** Returns no words when the text has no letter and no figure. */
export function searchWords(text: string): string[] {
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** The texts are all that find the thing, its present name first. */
export interface Findable<T> {
  what: T
  texts: readonly string[]
}

/** The texts are folded once and searched often. */
export interface SearchIndex<T> {
  entries: readonly { what: T; texts: readonly { text: string; words: readonly string[] }[] }[]
}

/** The order of the findables decides between those that fit equally well, so it should tell any two apart. */
export function searchIndex<T>(findables: readonly Findable<T>[]): SearchIndex<T> {
  return {
    entries: findables.map(({ what, texts }) => ({
      what,
      texts: texts.map((text) => ({ text, words: searchWords(text) })),
    })),
  }
}

export interface Found<T> {
  what: T
  /** The text that fits, and whether it is the present name. */
  by: string
  byFirst: boolean
}

/** Each typed word must begin a word of the text. Sorted by fit, then present names first, then by the index. */
export function find<T>(index: SearchIndex<T>, typed: string): Found<T>[] {
  const wanted = searchWords(typed)
  if (wanted.length === 0) return []
  return index.entries
    .flatMap(({ what, texts }, place) => {
      const fits = texts.map(({ words }) => fit(wanted, words))
      const best = Math.min(...fits)
      if (best === Infinity) return []
      const at = fits.indexOf(best)
      return [{ what, by: texts[at]?.text ?? '', byFirst: at === 0, key: [best, Math.min(at, 1), place] }]
    })
    .sort((a, b) => comparedKeys(a.key, b.key))
    .map(({ what, by, byFirst }) => ({ what, by, byFirst }))
}

/** 0: exactly these words. 1: whole words. 2: beginnings of words. Infinity: a typed word is missing. */
function fit(wanted: readonly string[], words: readonly string[]): number {
  if (!wanted.every((start) => words.some((word) => word.startsWith(start)))) return Infinity
  if (wanted.join(' ') === words.join(' ')) return 0
  return wanted.every((whole) => words.includes(whole)) ? 1 : 2
}

function comparedKeys(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((part, at) => part !== b[at])
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0)
}
