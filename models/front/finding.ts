import { foldName } from '../rules/elections/roll_names.ts'

/** The longest text that is searched for, in characters. */
export const LONGEST_SEARCH = 200
/** So many of a kind are shown. */
export const MOST_SHOWN = 50

/** Small Cyrillic and Greek letters that look like Latin ones: a name pasted from elsewhere may hold one unseen. */
const LOOKALIKES = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c' },
    ...{ ѕ: 's', т: 't', у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w' },
    ...{ α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i', κ: 'k', τ: 't', υ: 'u', χ: 'x', ς: 'σ' },
  }),
)

/**
 * A text as it is searched: as names on a roll are folded, and further, so that a reader who leaves the ring or the stroke
 * out finds it as well: å and aa are a, ø and oe are o. What is stored is not changed by it, only compared. A folded text
 * folds to itself, and the beginning of a word folds to the beginning of the folded word.
 */
export function foldForSearch(text: string): string {
  const plain = Array.from(text.toLowerCase().normalize('NFD'), (letter) => LOOKALIKES.get(letter) ?? letter)
  return foldName(plain.join('')).replace(/a{2,}/g, 'a').replace(/oe+/g, 'o')
}

/** The words of a text as they are compared; none when it has no letter and no figure. */
export function searchWords(text: string): string[] {
  return foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')
}

/** Something to find, with every text that it is found by, the one it goes by now first. */
export interface Findable<T> {
  what: T
  texts: readonly string[]
}

/** Folded once and searched often. */
export interface SearchIndex<T> {
  entries: readonly { what: T; texts: readonly { text: string; words: readonly string[] }[] }[]
}

/** The order given decides between what is found equally well, so it should be one that tells any two apart. */
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
  /** The text that it was found by, and whether that is the one it goes by now. */
  by: string
  byFirst: boolean
}

/**
 * Everything that has a text in which each typed word begins a word, in any order. What says exactly that comes
 * first, then where every typed word is a whole word, then the rest; among equals those found by the name they go by now;
 * last the place in the index.
 */
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

/** 0: exactly these words. 1: whole words. 2: beginnings of words. Infinity: something typed is not there. */
function fit(wanted: readonly string[], words: readonly string[]): number {
  if (!wanted.every((start) => words.some((word) => word.startsWith(start)))) return Infinity
  if (wanted.join(' ') === words.join(' ')) return 0
  return wanted.every((whole) => words.includes(whole)) ? 1 : 2
}

function comparedKeys(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((part, at) => part !== b[at])
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0)
}
