const HERE = 'http://here.invalid'

/**
 * The address as a path of this house with its query, as a browser reads it; every way back is made here. Returns
 * undefined when a browser would leave the house for it, like `//host/x`.
 */
export function localAddress(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || !typed.startsWith('/') || !URL.canParse(typed, HERE)) return undefined
  const { origin, pathname, search } = new URL(typed, HERE)
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : undefined
}

/** Returns the front page when the address is not of this house. */
export function addressInLanguage(asked: string, lang: string | undefined): string {
  const [here = '/', query = ''] = (localAddress(asked) ?? '/').split('?')
  const search = new URLSearchParams(query)
  if (lang === undefined) search.delete('sprog')
  else search.set('sprog', lang)
  return search.size > 0 ? `${here}?${search.toString()}` : here
}
