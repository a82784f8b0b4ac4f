export interface HiddenField {
  name: string
  value: string
}

/** The tokens are left out: the new page has its own. */
export function hiddenFields(
  typed: Readonly<Record<string, string | readonly string[] | undefined>>,
): HiddenField[] {
  return Object.entries(typed)
    .filter(([name]) => !name.startsWith('_') && name !== 'step')
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => ({ name, value: one })))
}
