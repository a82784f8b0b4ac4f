import express, { type Request, type Response, type Router } from 'express'
import type { BodyInFull } from '../../../models/bodies/index.ts'
import * as front from '../../../models/front/index.ts'
import { search, searchQuery, source, type Source } from '../../public/front/search.ts'
import { paths, readerOf, requires, show, showWithKeptMain, userOf } from '../../web/index.ts'
import * as frontPages from '../../../views/office/front/index.ts'
import { electionWords, meetingWords } from '../../../views/partials/front/search_words.ts'
import type { Reader } from '../../../views/reader.ts'

export function searchRoutes(): Router {
  const router = express.Router()
  router.get(paths.search, requires('office.enter'), searchQuery, async (req: Request, res: Response) => {
    const { page, refused } = await search(req, paths.search, officeSources(req))
    show(req, res, 'office/front/search', { title: req.t('search.heading'), page, ...refused })
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
    load: async () => (await front.bodiesToFind(req.db, today)).filter(({ what }) => what.kind === kind),
    hit: (found: front.Found<BodyInFull>) => frontPages.bodyHit(reader, found),
  })
  return [
    source(req, 'people', {
      key: today,
      load: () => front.peopleToFind(req.db, today),
      hit: (found) => frontPages.personHit(reader, found),
    }),
    source(req, 'seats', {
      key: today,
      load: () => front.seatsToFind(req.db, today),
      hit: (found) => frontPages.seatHit(reader, found),
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
    load: () => front.electionsToFind(req.db, user, (one, area) => electionWords(reader, one, area)),
    hit: (found) => frontPages.electionHit(reader, found),
  })
}

function meetingSource(req: Request, reader: Reader): Source {
  return source(req, 'meetings', {
    key: reader.lang,
    load: () => front.meetingsToFind(req.db, (meeting) => meetingWords(reader, meeting)),
    hit: (found) => frontPages.meetingHit(reader, found),
  })
}

export function todoRoutes(): Router {
  const router = express.Router()
  router.get(paths.office, requires('office.enter'), async (req: Request, res: Response) => {
    const user = userOf(req)
    const today = req.clock.today()
    // The page changes by acts alone, so it holds until the next act, or until tomorrow.
    await showWithKeptMain(req, res, 'office/front/todo', {
      key: `${user.id}:${today}`,
      make: async () => ({
        title: req.t('todo.heading'),
        page: frontPages.todoPage(readerOf(req), await front.whatToDo(req.db, user, today)),
      }),
    })
  })
  return router
}
