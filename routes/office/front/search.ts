import express, { type Request, type Response, type Router } from 'express'
import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { Found } from '../../../models/front/finding.ts'
import {
  bodiesToFind,
  electionsToFind,
  meetingsToFind,
  peopleToFind,
  seatsToFind,
} from '../../../models/front/search.ts'
import {
  bodyHit,
  electionHit,
  meetingHit,
  personHit,
  seatHit,
} from '../../../views/office/front/search.page.ts'
import { electionWords, meetingWords } from '../../../views/partials/front/search_words.ts'
import { paths } from '../../../views/paths.ts'
import type { Reader } from '../../../views/reader.ts'
import { search, searchQuery, source, type Source } from '../../public/front/searching.ts'
import { requires, userOf } from '../../web/access.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

export function searchRoutes(): Router {
  const router = express.Router()
  router.get(paths.search, requires('office.enter'), searchQuery, async (req: Request, res: Response) => {
    const { page, refused } = await search(req, paths.search, officeSources(req))
    const title = req.t('search.heading')
    show(req, res, 'office/front/search', { title, layout: 'office', page, ...refused })
  })
  return router
}

function officeSources(req: Request): Source[] {
  const reader = readerOf(req)
  const { can } = reader
  return [
    ...(can['register.read'] ? registerSources(req, reader) : []),
    ...(can['elections.read'] ? [electionSource(req, reader)] : []),
    ...(can['meetings.read'] ? [meetingSource(req, reader)] : []),
  ]
}

function registerSources(req: Request, reader: Reader): Source[] {
  const { today } = reader
  const bodies = (kind: BodyInFull['kind']) => ({
    key: today,
    load: async () => (await bodiesToFind(req.db, today)).filter(({ what }) => what.kind === kind),
    hit: (found: Found<BodyInFull>) => bodyHit(reader, found),
  })
  return [
    source(req, 'people', {
      key: today,
      load: () => peopleToFind(req.db, today),
      hit: (found) => personHit(reader, found),
    }),
    source(req, 'seats', {
      key: today,
      load: () => seatsToFind(req.db, today),
      hit: (found) => seatHit(reader, found),
    }),
    source(req, 'places', bodies('place')),
    source(req, 'organisations', bodies('organisation')),
  ]
}

/** One source for each account: a polling officer finds the elections of their own places only. */
function electionSource(req: Request, reader: Reader): Source {
  const user = userOf(req)
  return source(req, 'elections', {
    key: `${user.id}:${reader.lang}`,
    load: () => electionsToFind(req.db, user, (one, area) => electionWords(reader, one, area)),
    hit: (found) => electionHit(reader, found),
  })
}

function meetingSource(req: Request, reader: Reader): Source {
  return source(req, 'meetings', {
    key: reader.lang,
    load: () => meetingsToFind(req.db, (meeting) => meetingWords(reader, meeting)),
    hit: (found) => meetingHit(reader, found),
  })
}
