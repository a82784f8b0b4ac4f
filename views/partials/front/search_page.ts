import type { Reader } from '../../reader.ts'

export interface SearchPage {
  action: string
  typed: string
  /** What there is to search through, in words; empty when there is nothing. */
  among: string
  /** `unreadable`: the typed text has neither a letter nor a figure. */
  state: 'empty' | 'unreadable' | 'searched'
  /** Only kinds with a hit. */
  groups: SearchGroup[]
}

export type SearchKind = 'people' | 'seats' | 'places' | 'organisations' | 'elections' | 'meetings'

export interface SearchGroup {
  kind: SearchKind
  hits: Hit[]
  /** More than the hits when there are very many. */
  total: number
}

export interface Hit {
  name: string
  href: string
  /** What the hit is, and what tells it from another of the same name. */
  lines: string[]
}

export interface Searched {
  action: string
  typed: string
  /** Longer than any name is. */
  tooLong: boolean
  /** The kinds that this reader may search through. */
  kinds: readonly SearchKind[]
  /** null when there was nothing to search for. */
  groups: SearchGroup[] | null
}

export function searchPage(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  { action, typed, tooLong, kinds, groups }: Searched,
): SearchPage {
  const nothing = typed === '' || tooLong ? 'empty' : 'unreadable'
  return {
    action,
    typed,
    among: new Intl.ListFormat(lang).format(kinds.map((kind) => t(`search.among.${kind}`))),
    groups: (groups ?? []).filter(({ total }) => total > 0),
    state: groups ? 'searched' : nothing,
  }
}
