export type Typed = Readonly<Record<string, string | string[] | undefined>>

/** For sums that are shown again; null when the text is no figure. */
export function figureOf(typed: string | string[] | undefined): number | null {
  return typeof typed === 'string' && /^\s*\d{1,7}\s*$/.test(typed) ? Number(typed) : null
}
