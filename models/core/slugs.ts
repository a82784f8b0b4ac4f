/** Keeps lower-case letters, digits and single hyphens. Returns an empty text when nothing of the name is left. */
export function slugOf(name: string): string {
  return name
    .toLocaleLowerCase('da')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

/** The address of a new body, numbered when it is taken. */
export function slugFor(name: string, taken: readonly string[]): string {
  const plain = slugOf(name)
  const base = plain === '' ? 'organisation' : plain
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
