import type { Request } from 'express'
import { query, validationResult } from 'express-validator'
import {
  find,
  LONGEST_SEARCH,
  MOST_SHOWN,
  searchIndex,
  searchWords,
  type Findable,
  type Found,
} from '../../../models/front/finding.ts'
import {
  searchPage,
  type Hit,
  type SearchGroup,
  type SearchKind,
  type SearchPage,
} from '../../../views/partials/front/search_page.ts'
import { translateCheck, type Again } from '../../web/forms.ts'
import { readerOf } from '../../web/reader.ts'

/** `?q=` of a page that searches: nothing, or a text that is not too long. */
export const searchQuery = query('q')
  .custom((typed: unknown) => searchText(typed).length <= LONGEST_SEARCH)
  .withMessage(`invalid.too_long|most=${LONGEST_SEARCH}`)

/** What `?q=` says; when it is there twice, both. */
function searchText(typed: unknown): string {
  return [typed]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .trim()
}

/** One kind of thing that may be searched through. */
export interface Source {
  kind: SearchKind
  search: (typed: string) => Promise<SearchGroup>
}

/**
 * What there is of a kind is read and folded once and kept until the next act, under a key that names those who may see
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

/** Searches on a route with `searchQuery` on its line: the page, and what it shows when the text is too long. */
export async function search(
  req: Request,
  action: string,
  sources: readonly Source[],
): Promise<{ page: SearchPage; refused: Partial<Again> }> {
  const typed = searchText(req.query.q)
  const [wrong] = validationResult(req).array()
  const tooLong = wrong !== undefined
  const readable = !tooLong && searchWords(typed).length > 0
  const groups = readable ? await Promise.all(sources.map((one) => one.search(typed))) : null
  const kinds = sources.map(({ kind }) => kind)
  const page = searchPage(readerOf(req), { action, typed, tooLong, kinds, groups })
  if (!tooLong) return { page, refused: {} }
  const message = translateCheck(req, String(wrong.msg))
  return {
    page,
    refused: { status: 422, errors: [{ field: 'q', message, check: true }], values: { q: typed } },
  }
}
