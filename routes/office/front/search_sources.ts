import type { Request } from 'express'
import { formatDate } from '../../../models/core/dates.ts'
import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { RosterLine } from '../../../models/council/roster.ts'
import type { Found } from '../../../models/front/finding.ts'
import {
  bodiesToFind,
  electionsToFind,
  meetingsToFind,
  peopleToFind,
  seatsToFind,
  type SearchedPerson,
} from '../../../models/front/search.ts'
import type { Hit } from '../../../views/page_types.ts'
import { userOf } from '../../web/access.ts'
import { canOf } from '../../../models/accounts/permissions.ts'
import { paths } from '../../../views/paths.ts'
import { source, type Source } from '../../public/front/searching.ts'
import {
  electionLine,
  electionName,
  electionWords,
  meetingLine,
  meetingWords,
  otherNameLine,
  sittingLine,
} from '../../public/front/search_words.ts'

/** What the person may search through: the register, the elections that exist for them, and the meetings. */
export function officeSources(req: Request): Source[] {
  const can = canOf(userOf(req))
  return [
    ...(can['register.read'] ? registerSources(req) : []),
    ...(can['elections.read'] ? [electionSource(req)] : []),
    ...(can['meetings.read'] ? [meetingSource(req)] : []),
  ]
}

function registerSources(req: Request): Source[] {
  const today = req.clock.today()
  const bodies = (kind: BodyInFull['kind']) => ({
    key: today,
    load: async () => (await bodiesToFind(req.db, today)).filter(({ what }) => what.kind === kind),
    hit: (found: Found<BodyInFull>) => bodyHit(req, found),
  })
  return [
    source(req, 'people', {
      key: today,
      load: () => peopleToFind(req.db, today),
      hit: ({ what }) => personHit(req, what),
    }),
    source(req, 'seats', {
      key: today,
      load: () => seatsToFind(req.db, today),
      hit: (found) => seatHit(req, found),
    }),
    source(req, 'places', bodies('place')),
    source(req, 'organisations', bodies('organisation')),
  ]
}

function personHit(req: Request, { id, name, sitting, registered_on }: SearchedPerson): Hit {
  const registered = req.t('search.registered', { date: formatDate(registered_on, req.lang) })
  return { name, href: paths.person(id), lines: [sitting ? sittingLine(req, sitting) : registered] }
}

function seatHit(req: Request, { what: { seat, member, vacancy }, by }: Found<RosterLine>): Hit {
  const until = member && formatDate(member.ends_on, req.lang)
  const since = vacancy?.neverFilled === false && vacancy.vacantSince
  const vacant = since
    ? req.t('front.vacant_since', { date: formatDate(since, req.lang) })
    : req.t('front.vacant')
  return {
    name: seat.label,
    href: paths.seat(seat.slug),
    lines: [
      member ? req.t('search.held', { name: member.person, until }) : vacant,
      ...(by === seat.label ? [] : [req.t('search.found_by', { name: by })]),
    ],
  }
}

function bodyHit(req: Request, { what, by, byFirst }: Found<BodyInFull>): Hit {
  const { name, slug, kind, areas, active_until: until } = what
  const list = new Intl.ListFormat(req.lang).format(areas.map((area) => area.name))
  const ended = until !== null && until < req.clock.today()
  return {
    name,
    href: paths.body(slug),
    lines: [
      ...(byFirst ? [] : [otherNameLine(req, what.names, by)]),
      areas.length > 0
        ? req.t('bodies.area', { areas: list, count: areas.length })
        : req.t(`bodies.kind.${kind}`),
      ...(ended ? [req.t('bodies.ended_on', { date: formatDate(until, req.lang) })] : []),
    ],
  }
}

/** Each for themselves: a polling officer finds the elections of their own places only. */
function electionSource(req: Request): Source {
  const user = userOf(req)
  return source(req, 'elections', {
    key: `${user.id}:${req.lang}`,
    load: () => electionsToFind(req.db, user, (election, area) => electionWords(req, election, area)),
    hit: ({ what, byFirst }) => ({
      name: electionName(req, what, what.area_name),
      href: paths.election(what.id),
      lines: [
        electionLine(req, what),
        req.t(`elections.status.${what.status}`),
        ...(byFirst ? [] : [req.t('search.other_name')]),
      ],
    }),
  })
}

function meetingSource(req: Request): Source {
  return source(req, 'meetings', {
    key: req.lang,
    load: () => meetingsToFind(req.db, (meeting) => meetingWords(req, meeting)),
    hit: ({ what }) => ({ name: what.title, href: paths.meeting(what.id), lines: [meetingLine(req, what)] }),
  })
}
