/** A field that is sent again as it is. */
export interface HiddenField {
  name: string
  value: string
}

/** What was typed, to be sent again from another page; the tokens are those of the new page. */
export function hiddenFields(
  typed: Readonly<Record<string, string | readonly string[] | undefined>>,
): HiddenField[] {
  return Object.entries(typed)
    .filter(([name]) => !name.startsWith('_') && name !== 'step')
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => ({ name, value: one })))
}
