/** Widths in IBM Plex Sans as parts of the letter's size: the widest of each kind, so that no text takes more. */
const KINDS: readonly (readonly [letters: string, width: number])[] = [
  ["ijl.,:;'|! ", 0.28],
  ['frtI-()[]', 0.4],
  ['mwMWæÆœŒ@%…', 0.92],
]
const WIDTHS = new Map(
  KINDS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
)
const CAPITAL = 0.72
const OTHER = 0.61

/** In pixels, as `size` is: perhaps a little too much, never too little. */
export function roomFor(text: string, size: number): number {
  return Array.from(text, widthOf).reduce((sum, width) => sum + width, 0) * size
}

function widthOf(letter: string): number {
  return WIDTHS.get(letter) ?? (letter === letter.toLowerCase() ? OTHER : CAPITAL)
}

/** Ends in an ellipsis when shortened; empty when too little is left to say anything. */
export function shortenTo(text: string, room: number, size: number): string {
  if (roomFor(text, size) <= room) return text
  const letters = Array.from(text)
  while (letters.length > 0 && roomFor(`${letters.join('').trimEnd()}…`, size) > room) letters.pop()
  return letters.length < 2 ? '' : `${letters.join('').trimEnd()}…`
}
