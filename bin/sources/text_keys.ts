import type { Texts } from '../../views/texts.ts'
import { builtStrings, HOLE, type BuiltString } from './built_strings.ts'
import type { SourceFile } from './source_files.ts'

/** The keys are those that code asks for. */
export function textsByKey(texts: Texts, group = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]): [string, string][] =>
      typeof text === 'string' ? [[`${group}${name}`, text]] : [...textsByKey(text, `${group}${name}.`)],
    ),
  )
}

export interface Speech {
  strings: readonly BuiltString[]
  /** The strings of the sources, and what can be made of one. */
  written: ReadonlySet<string>
  /** Every word, names of the code included. */
  words: ReadonlySet<string>
}

export function speechOf(sources: readonly SourceFile[]): Speech {
  const strings = sources.flatMap(builtStrings)
  const written = strings.flatMap(({ text }) => [text, underscored(text), ...partsOf(text)])
  const words = sources.flatMap(({ text }) => text.match(/[\p{L}\d_]+/gu) ?? [])
  return { strings, written: new Set(written), words: new Set([...words, ...written]) }
}

/** From `person.changed` and `1/2` a key can be made that says `person_changed` and `1_2`. */
function underscored(text: string): string {
  return text.replaceAll(/[^\p{L}\d]+/gu, '_')
}

/** `election.roll_chosen` is also two words. */
function partsOf(text: string): string[] {
  return /^[\w.]+$/.test(text) ? text.split('.') : []
}

/** A key is used when a string is it, or when the holes of a built string can be filled to make it. */
export function unusedKeys(keys: readonly string[], { strings, written, words }: Speech): string[] {
  const texts = [...new Set(strings.map(({ text }) => keyIn(text)))]
  const built = texts.filter((text) => text.includes(HOLE))
  const patterns = built.filter((text) => /^\w+\./.test(text)).map(pattern)
  const parts = built.filter((text) => /^[\w.…]*[a-z][\w.…]*$/.test(text)).map(pattern)
  const exact = new Set(texts)
  return keys.filter((key) => ![key, singular(key)].some((form) => exact.has(form) || isBuilt(form)))

  function isBuilt(key: string): boolean {
    return patterns.some((one) => fits(one, key, isKnown))
  }

  function isKnown(filling: string): boolean {
    return isWord(filling) || parts.some((part) => fits(part, filling, isWord)) || isJoined(filling)
  }

  function isWord(text: string): boolean {
    return words.has(text) || isNumber(text)
  }

  /** `soft` and `at_least`, `roll_chosen` and `_named`, `active` and `_or_` and `resident`. */
  function isJoined(text: string): boolean {
    return [...text.matchAll(/_/g)].some(({ index }) => {
      const rest = text.slice(index)
      const joint = /^_[a-z]+_/.exec(rest)?.[0] ?? '_'
      const ends = [rest, rest.slice(1), ...(written.has(joint) ? [rest.slice(joint.length)] : [])]
      return written.has(text.slice(0, index)) && ends.some((end) => written.has(end))
    })
  }
}

export function missingKeys(keys: readonly string[], { strings }: Speech): BuiltString[] {
  const known = [...new Set(keys.flatMap((key) => [key, singular(key)]))]
  const exact = new Set(known)
  return strings.filter(isAsked).filter(({ text }) => {
    const key = keyIn(text)
    return key.includes(HOLE) ? !known.some((one) => pattern(key).test(one)) : !exact.has(key)
  })
}

function isAsked({ text, givenTo }: BuiltString): boolean {
  return givenTo === 't' || givenTo === 'notice' || text.startsWith('invalid.')
}

/** The forms of a plural are one key. */
function singular(key: string): string {
  return key.replace(/_(zero|one|other)$/, '')
}

/** A check's message has its parameters after a bar. */
function keyIn(text: string): string {
  return text.split('|', 1)[0] ?? ''
}

/** Holes with `_` between them are one, since where the first ends cannot be seen. */
function pattern(text: string): RegExp {
  const parts = text
    .replaceAll(/…(_…)+/g, HOLE)
    .split(HOLE)
    .map((part) => part.replaceAll(/[^\p{L}\d_ ]/gu, '\\$&'))
  return new RegExp(`^${parts.join('(.+)')}$`, 'u')
}

function fits(pattern: RegExp, text: string, isFilling: (text: string) => boolean): boolean {
  return pattern.exec(text)?.slice(1).every(isFilling) ?? false
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text)
}
