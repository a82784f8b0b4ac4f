import express, { type Request, type Response, type Router } from 'express'
import type { Found } from '../../../models/front/finding.ts'
import {
  publicBodiesToFind,
  publicElectionsToFind,
  publicMeetingsToFind,
  publicPeopleToFind,
  publicSeatsToFind,
  type PublicBody,
} from '../../../models/front/search_public.ts'
import { electionWords, meetingWords } from '../../../views/partials/front/search_words.ts'
import { paths } from '../../../views/paths.ts'
import {
  bodyHit,
  electionHit,
  meetingHit,
  personHit,
  seatHit,
} from '../../../views/public/front/search.page.ts'
import { anyone } from '../../web/access.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'
import { search, searchQuery, source, type Source } from './searching.ts'

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
  const bodies = (kind: PublicBody['kind']) => ({
    key,
    load: async () => (await publicBodiesToFind(req.db, today)).filter(({ what }) => what.kind === kind),
    hit: (found: Found<PublicBody>) => bodyHit(reader, found),
  })
  return [
    source(req, 'people', {
      key,
      load: () => publicPeopleToFind(req.db, today),
      hit: (found) => personHit(reader, found),
    }),
    source(req, 'seats', {
      key,
      load: () => publicSeatsToFind(req.db, today),
      hit: (found) => seatHit(reader, found),
    }),
    source(req, 'places', bodies('place')),
    source(req, 'organisations', bodies('organisation')),
    source(req, 'elections', {
      key: `public:${lang}`,
      load: () => publicElectionsToFind(req.db, (one, area) => electionWords(reader, one, area)),
      hit: (found) => electionHit(reader, found),
    }),
    source(req, 'meetings', {
      key: `${key}:${lang}`,
      load: () => publicMeetingsToFind(req.db, today, (meeting) => meetingWords(reader, meeting)),
      hit: (found) => meetingHit(reader, found),
    }),
  ]
}
