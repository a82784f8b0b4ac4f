import type { Reader } from '../../reader.ts'

/** The search of both doors. */
export interface SearchPage {
  action: string
  typed: string
  /** What there is to search through, in words; empty when there is nothing. */
  among: string
  /** `unreadable`: there is neither a letter nor a figure in what was typed. */
  state: 'empty' | 'unreadable' | 'searched'
  /** Only those with a hit. */
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
  /** What it is, and what tells it from another of the same name. */
  lines: string[]
}

/** What was typed, whether it can be searched for, and what was found. */
export interface Searched {
  action: string
  typed: string
  /** It is longer than any name is. */
  tooLong: boolean
  /** The kinds that this reader may search through. */
  kinds: readonly SearchKind[]
  /** Null when there was nothing to search for. */
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
