import type { Request } from 'express'
import { validationResult } from 'express-validator'
import {
  find,
  MOST_SHOWN,
  searchIndex,
  searchWords,
  type Findable,
  type Found,
} from '../../../models/front/finding.ts'
import type { Hit, SearchGroup, SearchKind, SearchPage } from '../../../views/page_types.ts'
import { searchText } from './search_query.ts'
import { translateCheck, type Again } from '../../web/forms.ts'

/** One kind of thing that may be searched through. */
export interface Source {
  kind: SearchKind
  search: (typed: string) => Promise<SearchGroup>
}

/**
 * What there is of a kind is read and folded once and kept until the next act, under a key that names whoever may see
 * just that. `hit` writes only what is shown.
 */
export function source<T>(
  req: Request,
  kind: SearchKind,
  { key, load, hit }: { key: string; load: () => Promise<Findable<T>[]>; hit: (found: Found<T>) => Hit },
): Source {
  return {
    kind,
    search: async (typed) => {
      const index = await req.answers.get(`search:${kind}:${key}`, async () => searchIndex(await load()))
      const found = find(index, typed)
      return { kind, hits: found.slice(0, MOST_SHOWN).map(hit), total: found.length }
    },
  }
}

/** The page of a search on a route with `searchQuery` on its line, and what it shows where the text is too long. */
export async function searchPage(
  req: Request,
  action: string,
  sources: readonly Source[],
): Promise<{ page: SearchPage; refused: Partial<Again> }> {
  const typed = searchText(req.query.q)
  const [wrong] = validationResult(req).array()
  const message = wrong && translateCheck(req, String(wrong.msg))
  const readable = message === undefined && searchWords(typed).length > 0
  const groups = readable ? await Promise.all(sources.map(({ search }) => search(typed))) : []
  const kinds = sources.map(({ kind }) => req.t(`search.among.${kind}`))
  const page = {
    ...{ action, typed },
    among: new Intl.ListFormat(req.lang).format(kinds),
    groups: groups.filter(({ total }) => total > 0),
    state: readable ? ('searched' as const) : stateOf(typed, message),
  }
  if (message === undefined) return { page, refused: {} }
  return {
    page,
    refused: { status: 422, errors: [{ field: 'q', message, check: true }], values: { q: typed } },
  }
}

/** Nothing was typed, only signs were, or it was too long to search for. */
function stateOf(typed: string, message: string | undefined): SearchPage['state'] {
  return typed === '' || message !== undefined ? 'empty' : 'unreadable'
}
