import express, { type Request, type Response, type Router } from 'express'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PublicSeat } from '../../../models/council/publication.ts'
import type { Found } from '../../../models/front/finding.ts'
import {
  publicBodiesToFind,
  publicElectionsToFind,
  publicMeetingsToFind,
  publicPeopleToFind,
  publicSeatsToFind,
  type PublicBody,
} from '../../../models/front/search_public.ts'
import type { Hit } from '../../../views/page_types.ts'
import { anyone } from '../../web/access.ts'
import { searchQuery } from './search_query.ts'
import { paths } from '../../../views/paths.ts'
import { searchPage, source, type Source } from './searching.ts'
import {
  electionLine,
  electionName,
  electionWords,
  meetingLine,
  meetingWords,
  otherNameLine,
  sittingLine,
} from './search_words.ts'
import { show } from '../../web/views.ts'

/** Search through what the public pages show. */
export function searchRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicSearch, anyone, searchQuery, async (req: Request, res: Response) => {
    const { page, refused } = await searchPage(req, paths.publicSearch, publicSources(req))
    show(req, res, 'public/front/search', { title: req.t('search.heading'), page, ...refused })
  })
  return router
}

function publicSources(req: Request): Source[] {
  const today = req.clock.today()
  const key = `public:${today}`
  const bodies = (kind: PublicBody['kind']) => ({
    key,
    load: async () => (await publicBodiesToFind(req.db, today)).filter(({ what }) => what.kind === kind),
    hit: (found: Found<PublicBody>) => bodyHit(req, found, today),
  })
  return [
    source(req, 'people', {
      key,
      load: () => publicPeopleToFind(req.db, today),
      hit: ({ what: { name, sitting } }) => ({
        name,
        href: seatAt(sitting.seat.slug, sitting.when === 'past' ? sitting.ends_on : undefined),
        lines: [sittingLine(req, sitting)],
      }),
    }),
    source(req, 'seats', {
      key,
      load: () => publicSeatsToFind(req.db, today),
      hit: (found) => seatHit(req, found),
    }),
    source(req, 'places', bodies('place')),
    source(req, 'organisations', bodies('organisation')),
    electionSource(req),
    source(req, 'meetings', {
      key: `${key}:${req.lang}`,
      load: () => publicMeetingsToFind(req.db, today, (meeting) => meetingWords(req, meeting)),
      hit: ({ what }) => ({
        name: what.title,
        href: `${paths.front}#meeting-heading`,
        lines: [meetingLine(req, what)],
      }),
    }),
  ]
}

/** The seat on the front page, today or on a day when it was as it was found. */
function seatAt(slug: string, day?: IsoDate): string {
  return `${paths.front}${day === undefined ? '' : `?dato=${day}`}#plads-${slug}`
}

function seatHit(req: Request, { what: { slug, area, member, vacancy }, by }: Found<PublicSeat>): Hit {
  const name = member?.name ?? req.t('front.name_withheld')
  const until = member && formatDate(member.ends_on, req.lang)
  const since = vacancy?.since && formatDate(vacancy.since, req.lang)
  const vacant = since ? req.t('front.vacant_since', { date: since }) : req.t('front.vacant')
  return {
    name: area,
    href: seatAt(slug),
    lines: [
      member ? req.t('search.held', { name, until }) : vacant,
      ...(by === area ? [] : [req.t('search.found_by', { name: by })]),
    ],
  }
}

function bodyHit(req: Request, { what, by, byFirst }: Found<PublicBody>, today: IsoDate): Hit {
  const { name, names, kind, seat, active_until } = what
  const ended = active_until !== null && active_until < today ? active_until : undefined
  return {
    name,
    href: seatAt(seat, ended),
    lines: [
      ...(byFirst ? [] : [otherNameLine(req, names, by)]),
      req.t(`search.behind.${kind}`),
      ...(ended === undefined ? [] : [req.t('bodies.ended_on', { date: formatDate(ended, req.lang) })]),
    ],
  }
}

function electionSource(req: Request): Source {
  return source(req, 'elections', {
    key: `public:${req.lang}`,
    load: () => publicElectionsToFind(req.db, (election, area) => electionWords(req, election, area)),
    hit: ({ what, byFirst }) => ({
      name: electionName(req, what, what.area),
      href: paths.publicElection(what.id),
      lines: [electionLine(req, what), ...(byFirst ? [] : [req.t('search.other_name')])],
    }),
  })
}
