import express, { type Request, type Response, type Router } from 'express'
import { query, validationResult } from 'express-validator'
import * as front from '../../../models/front/index.ts'
import { anyone, paths, readerOf, show, type Shown, translateCheck } from '../../web/index.ts'
import * as pages from '../../../views/partials/front/search_page.ts'
import { electionWords, meetingWords } from '../../../views/partials/front/search_words.ts'
import * as publicPages from '../../../views/public/front/search.page.ts'

export const searchQuery = query('q')
  .custom((typed: unknown) => searchText(typed).length <= front.LONGEST_SEARCH)
  .withMessage(`invalid.too_long|most=${front.LONGEST_SEARCH}`)

export interface Source {
  kind: pages.SearchKind
  search: (typed: string) => Promise<pages.SearchGroup>
}

export function searchRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicSearch, anyone, searchQuery, async (req: Request, res: Response) => {
    const { page, refused } = await search(req, paths.publicSearch, publicSources(req))
    show(req, res, 'public/front/search', { title: req.t('search.heading'), page, ...refused })
  })
  return router
}

function publicSources(req: Request): Source[] {
  const reader = readerOf(req)
  const { today, lang } = reader
  const key = `public:${today}`
  const bodies = (kind: front.PublicBody['kind']) => ({
    key,
    load: async () =>
      (await front.publicBodiesToFind(req.db, today)).filter(({ what }) => what.kind === kind),
    hit: (found: front.Found<front.PublicBody>) => publicPages.bodyHit(reader, found),
  })
  return [
    source(req, 'people', {
      key,
      load: () => front.publicPeopleToFind(req.db, today),
      hit: (found) => publicPages.personHit(reader, found),
    }),
    source(req, 'seats', {
      key,
      load: () => front.publicSeatsToFind(req.db, today),
      hit: (found) => publicPages.seatHit(reader, found),
    }),
    source(req, 'places', bodies('place')),
    source(req, 'organisations', bodies('organisation')),
    source(req, 'elections', {
      key: `public:${lang}`,
      load: () => front.publicElectionsToFind(req.db, (one, area) => electionWords(reader, one, area)),
      hit: (found) => publicPages.electionHit(reader, found),
    }),
    source(req, 'meetings', {
      key: `${key}:${lang}`,
      load: () => front.publicMeetingsToFind(req.db, today, (meeting) => meetingWords(reader, meeting)),
      hit: (found) => publicPages.meetingHit(reader, found),
    }),
  ]
}

/** A `?q=` that is there twice gives both texts. */
function searchText(typed: unknown): string {
  return [typed]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .trim()
}

/** Reads and folds a kind once until the next act. `key` names the readers who may see just that. */
export function source<T>(
  req: Request,
  kind: pages.SearchKind,
  {
    key,
    load,
    hit,
  }: { key: string; load: () => Promise<front.Findable<T>[]>; hit: (found: front.Found<T>) => pages.Hit },
): Source {
  return {
    kind,
    search: async (typed) => {
      const index = await req.answers.get(`search:${kind}:${key}`, async () =>
        front.searchIndex(await load()),
      )
      const found = front.find(index, typed)
      return { kind, hits: found.slice(0, front.MOST_SHOWN).map(hit), total: found.length }
    },
  }
}

/** Needs `searchQuery` on the route line. `refused` says when the text is too long. */
export async function search(
  req: Request,
  action: string,
  sources: readonly Source[],
): Promise<{ page: pages.SearchPage; refused: Shown }> {
  const typed = searchText(req.query.q)
  const [wrong] = validationResult(req).array()
  const tooLong = wrong !== undefined
  const readable = !tooLong && front.searchWords(typed).length > 0
  const groups = readable ? await Promise.all(sources.map((one) => one.search(typed))) : null
  const kinds = sources.map(({ kind }) => kind)
  const page = pages.searchPage(readerOf(req), { action, typed, tooLong, kinds, groups })
  if (!tooLong) return { page, refused: {} }
  const message = translateCheck(req, String(wrong.msg))
  return {
    page,
    refused: { status: 422, errors: [{ field: 'q', message, check: true }], values: { q: typed } },
  }
}
