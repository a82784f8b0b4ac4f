/** @article voters, oneVoteAcrossPlaces */

import { allowed, firstRefusal, refused, type Verdict } from '../core/verdict.ts'

export type RollNameRefusal =
  'roll_name_missing' | 'roll_name_too_long' | 'roll_note_too_long' | 'looks_like_cpr'

/** The longest name and note on a roll, in characters. */
export const LONGEST_ROLL_NAME = 120
export const LONGEST_ROLL_NOTE = 200

/**
 * Letters that are more than a letter with an accent, matched when accents are taken apart: a ring or two dots may have
 * other accents before them.
 */
const LETTERS: readonly (readonly [letter: RegExp, plain: string])[] = [
  [/a\p{M}*?\u030a/gu, 'aa'],
  [/([ao])\p{M}*?\u0308/gu, '$1e'],
  [/æ/g, 'ae'],
  [/ø/g, 'oe'],
  [/ß/g, 'ss'],
  [/[ðđ]/g, 'd'],
  [/þ/g, 'th'],
  [/ł/g, 'l'],
  [/ı/g, 'i'],
]

/**
 * A name as it is searched and compared: small letters without accents, æ ø å as ae oe aa (people type them both ways),
 * words separated by one space. Letters of other scripts are kept. A folded name folds to itself.
 */
export function foldName(text: string): string {
  const apart = text.toLowerCase().normalize('NFD')
  return LETTERS.reduce((folded, [letter, plain]) => folded.replace(letter, plain), apart)
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The keys that find an entry: the rest of its name, and of its note, from each word on. "Maja Lund" gives "maja lund"
 * and "lund", so that the beginning of a key is the beginning of any word, or of several in a row.
 */
export function searchKeys({ name, note }: { name: string; note?: string | null | undefined }): string[] {
  return [...new Set([...endings(foldName(name)), ...endings(foldName(note ?? ''))])]
}

function endings(folded: string): string[] {
  const words = folded.split(' ').filter((word) => word !== '')
  return words.map((_word, index) => words.slice(index).join(' '))
}

/** The keys that begin with the text lie from `from` up to, but not at, `to` when text is compared byte by byte. */
export function keysFrom(text: string): { from: string; to: string } {
  return { from: text, to: `${text}\u{10ffff}` }
}

/** Two entries with equal keys are one person twice: the roll cannot tell them apart. */
export function sameOnRoll({ name, note }: { name: string; note?: string | null | undefined }): string {
  return `${foldName(name)}|${foldName(note ?? '')}`
}

/** Whether a name and its note may stand on a roll. A roll holds no CPR numbers: nothing in an election needs one. */
export function checkRollEntry(entry: {
  name: string
  note?: string | null | undefined
}): Verdict<RollNameRefusal> {
  const { name } = entry
  const note = entry.note ?? ''
  return firstRefusal<RollNameRefusal>(
    foldName(name) === '' ? refused('roll_name_missing', undefined, 'name') : allowed,
    name.length > LONGEST_ROLL_NAME
      ? refused('roll_name_too_long', { most: LONGEST_ROLL_NAME }, 'name')
      : allowed,
    note.length > LONGEST_ROLL_NOTE
      ? refused('roll_note_too_long', { most: LONGEST_ROLL_NOTE }, 'note')
      : allowed,
    looksLikeCpr(name) ? refused('looks_like_cpr', undefined, 'name') : allowed,
    looksLikeCpr(note) ? refused('looks_like_cpr', undefined, 'note') : allowed,
  )
}

/** The first two digits of the year of birth of any person on a roll or in its papers. */
const CENTURIES = ['18', '19', '20']

/**
 * Whether a text holds ten digits that could be a CPR number: a day (or a day with 60 added, as in the numbers given to
 * people without one) and a month, two digits for the year, and four more; twelve digits with the year in full. Signs
 * between the digits do not hide it. A telephone number with its country code is left alone.
 */
export function looksLikeCpr(text: string): boolean {
  const runs = text.replace(/(?<=\d)[\s.,/–-]+(?=\d)/g, '').matchAll(/\d+/g)
  return [...runs].some(([digits]) => {
    const day = Number(digits.slice(0, 2))
    const month = Number(digits.slice(2, 4))
    const isDay = (day >= 1 && day <= 31) || (day >= 61 && day <= 91)
    const isNumber = digits.length === 10 || (digits.length === 12 && CENTURIES.includes(digits.slice(4, 6)))
    return isNumber && isDay && month >= 1 && month <= 12
  })
}
