/** Two spellings share a key when they differ only in case, accents, punctuation or aa for å. */
export function soundKey(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replaceAll('å', 'aa')
    .replaceAll('æ', 'ae')
    .replace(/[øö]/g, 'oe')
    .replaceAll('ä', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Finds letters such as a Cyrillic н among Latin letters: they look alike and are not. */
export function mixesAlphabets(text: string): boolean {
  const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]
  return alphabets.filter((letters) => letters.test(text)).length > 1
}

/** Letters decoded wrongly once: `Ã¥` for å, or the mark of a lost letter. */
export function looksGarbled(text: string): boolean {
  return /[ÃÅ][\u0080-\u00BF\u2018-\u203A¦¸]|â€|\uFFFD/.test(text)
}

/** Some spreadsheets read the wide signs of other alphabets as the usual ones. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)
}

/** Names alike but for accents, word order or one letter. A number is no spelling mistake. Each pair once. */
export function alikeNames(names: readonly string[]): [string, string][] {
  const shelves = new Map<string, string[]>()
  const pairs = new Map<string, [string, string]>()
  for (const name of names) {
    for (const mark of marksOf(name)) {
      const shelf = shelves.get(mark)
      if (!shelf) {
        shelves.set(mark, [name])
        continue
      }
      for (const other of shelf) {
        if (other !== name && isAlike(other, name)) pairs.set(`${other}|${name}`, [other, name])
      }
      if (shelf.at(-1) !== name) shelf.push(name)
    }
  }
  return [...pairs.values()]
}

/** Two names that differ in one letter share a mark: themselves without that letter. */
function marksOf(name: string): Set<string> {
  const key = soundKey(name)
  const marks = new Set([key, `words:${inOrder(key)}`])
  for (let at = 0; at < key.length; at += 1) {
    if (/\P{N}/u.test(key[at] ?? '')) marks.add(`${key.slice(0, at)}${key.slice(at + 1)}`)
  }
  return marks
}

function isAlike(a: string, b: string): boolean {
  const [one, two] = [soundKey(a), soundKey(b)]
  if (one === two || inOrder(one) === inOrder(two)) return true
  if (one.replace(/\P{N}/gu, '') !== two.replace(/\P{N}/gu, '')) return false
  return Math.min(one.length, two.length) >= 6 && differsInOneLetter(one, two)
}

function inOrder(key: string): string {
  return key.split(' ').sort().join(' ')
}

function differsInOneLetter(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const rest = (text: string) => text.slice(at + 1)
  return rest(a) === rest(b) || rest(a) === b.slice(at) || a.slice(at) === rest(b)
}
