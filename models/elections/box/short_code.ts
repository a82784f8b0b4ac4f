/** The part of a code that a voter is shown: eight signs in two groups, like `3F9A 07C2`. */
export function shortCode(code: string): string {
  const head = code.slice(0, 8).toUpperCase()
  return `${head.slice(0, 4)} ${head.slice(4)}`
}
