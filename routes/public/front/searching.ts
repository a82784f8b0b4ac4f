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

export const searchQuery = query('q')
  .custom((typed: unknown) => searchText(typed).length <= LONGEST_SEARCH)
  .withMessage(`invalid.too_long|most=${LONGEST_SEARCH}`)

/** A `?q=` that is there twice gives both texts. */
function searchText(typed: unknown): string {
  return [typed]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .trim()
}

export interface Source {
  kind: SearchKind
  search: (typed: string) => Promise<SearchGroup>
}

/** Reads and folds a kind once until the next act. `key` names the readers who may see just that. */
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

/** Needs `searchQuery` on the route line. `refused` says when the text is too long. */
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
