import type { Markup } from './locals.ts'

/** Names as they stand in HTML, by their first word. */
export type KnownNames = ReadonlyMap<string, readonly KnownName[]>

interface KnownName {
  text: string
  /** Where its first word begins: a name may begin with a quotation mark. */
  wordAt: number
}

interface Place {
  from: number
  until: number
}

export const NO_NAMES: KnownNames = new Map()

const MARK = ' translate="no"'
const TAG_OR_TEXT = /<[^>]*>|[^<]+/g
const OPENING = /^<([a-z][a-z0-9]*)/
const WORD = /[\p{L}\p{N}]+/gu
/** A name ends before what is no letter; a Danish genitive may end in an s. */
const NAME_ENDS = /^s?(?![\p{L}\p{N}])/u
/** What is no text of the page, and what people write in. */
const UNREAD = new Set(['script', 'style', 'textarea'])
/** A button lays its parts side by side, without the spaces between them: its words must stay one part. */
const BUTTON = / class="button[ "]/
/** Elements in which no other may stand, so that they carry the mark themselves. */
const WITHOUT_ELEMENTS = new Set(['option', 'text', 'title'])

/** Adds names to those known; `escape` is how the pages make HTML of a text. */
export function knownNames(
  names: Iterable<string>,
  escape: (text: string) => string,
  known: KnownNames,
): KnownNames {
  const all = new Map(known)
  for (const name of new Set(names)) {
    const text = escape(name)
    const first = text.match(WORD)?.[0]
    if (first === undefined) continue
    const alike = [...(all.get(first) ?? []), { text, wordAt: text.indexOf(first) }]
    // The longest first: Nordbyen is a part of Helhedsplanen for Nordbyen.
    all.set(
      first,
      alike.sort((a, b) => b.text.length - a.text.length),
    )
  }
  return all
}

/** Tells a machine translation to leave each known name in the text alone. Readers see the same page as before. */
export function markNames(html: string, names: KnownNames): Markup {
  if (names.size === 0) return html as Markup
  const parts: string[] = html.match(TAG_OR_TEXT) ?? []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    const tag = tagOf(part)
    if (tag !== undefined && (UNREAD.has(tag) || part.includes(MARK))) at = endOf(parts, at, tag)
    else if (!part.startsWith('<')) markPart(parts, at, placesOf(part, names))
  }
  return parts.join('') as Markup
}

function tagOf(part: string | undefined): string | undefined {
  return OPENING.exec(part ?? '')?.[1]
}

/** Where the element ends that begins at `at`; an element without an end is its tag alone. */
function endOf(parts: readonly string[], at: number, tag: string): number {
  let open = 0
  for (let index = at; index < parts.length; index++) {
    if (tagOf(parts[index]) === tag) open += 1
    else if (parts[index] === `</${tag}>`) open -= 1
    if (open === 0) return index
  }
  return at
}

function placesOf(text: string, names: KnownNames): Place[] {
  const places: Place[] = []
  let until = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const name = beginningWith(word, names)?.find((one) => {
      const from = index - one.wordAt
      const rest = text.slice(from + one.text.length, from + one.text.length + 2)
      return from >= until && text.startsWith(one.text, from) && NAME_ENDS.test(rest)
    })
    if (name === undefined) continue
    const from = index - name.wordAt
    until = from + name.text.length
    places.push({ from, until })
  }
  return places
}

/** A name of one word may have its genitive's s. */
function beginningWith(word: string, names: KnownNames): readonly KnownName[] | undefined {
  return names.get(word) ?? (word.endsWith('s') ? names.get(word.slice(0, -1)) : undefined)
}

/** An element that holds a name and nothing else carries the mark; a name in a sentence gets an element of its own. */
function markPart(parts: string[], at: number, places: readonly Place[]): void {
  const text = parts[at] ?? ''
  const [first] = places
  if (first === undefined) return
  const before = parts[at - 1] ?? ''
  const tag = tagOf(before)
  const isAlone = text.trim() === text.slice(first.from, first.until) && parts[at + 1] === `</${tag}>`
  if (tag !== undefined && (isAlone || WITHOUT_ELEMENTS.has(tag))) {
    parts[at - 1] = `<${tag}${MARK}${before.slice(tag.length + 1)}`
    return
  }
  const marked = withMarks(text, places)
  parts[at] = BUTTON.test(before) ? `<span>${marked}</span>` : marked
}

function withMarks(text: string, places: readonly Place[]): string {
  let done = 0
  const pieces = places.map(({ from, until }) => {
    const piece = `${text.slice(done, from)}<bdi${MARK}>${text.slice(from, until)}</bdi>`
    done = until
    return piece
  })
  return pieces.join('') + text.slice(done)
}
