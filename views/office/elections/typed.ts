/** What was typed in the fields of a form, as it came. */
export type Typed = Readonly<Record<string, string | string[] | undefined>>

/** What was typed in a field for a figure, for sums that are shown again; null when it is no figure yet. */
export function figureOf(typed: string | string[] | undefined): number | null {
  return typeof typed === 'string' && /^\s*\d{1,7}\s*$/.test(typed) ? Number(typed) : null
}
