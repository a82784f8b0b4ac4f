import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import {
  councilHistory,
  type HeldInFull,
  type SeatHistory,
} from '../../../../models/council/history/council_history.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { compareDays, type SeatThen } from '../../../../models/council/history/two_days.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { differencesPage, type SeatShown } from '../../../../views/partials/council/differences_page.ts'
import { timelinePage } from '../../../../views/partials/council/timeline_page.ts'
import type { HeldToShow, SeatToShow } from '../../../../views/partials/council/timeline_words.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { askedDays, daysQuery } from '../../../public/council/asked_days.ts'
import { askedHistory, spanQuery } from '../../../public/council/asked_span.ts'
import { paths } from '../../../../views/paths.ts'
import { show, showWithKeptMain, type Rendering } from '../../../web/views.ts'
import { chosenText } from '../../../../views/partials/council/seat_words.ts'

/** The council over time and the difference between two days, with everybody's name. */
export function historyRoutes(): Router {
  const router = express.Router()
  router.get(paths.timeline, requires('register.read'), ...spanQuery, async (req: Request, res: Response) => {
    if (req.originalUrl !== paths.timeline) {
      show(req, res, 'office/council/history/timeline', await timeline(req))
      return
    }
    const can = canOf(userOf(req))
    const key = `${req.clock.today()}:${can['contacts.read']}:${can['exchange.import']}`
    await showWithKeptMain(req, res, 'office/council/history/timeline', { key, make: () => timeline(req) })
  })
  router.get(
    paths.differences,
    requires('register.read'),
    ...daysQuery,
    async (req: Request, res: Response) => {
      const { from, until, shown } = await askedDays(req)
      const key = `differences:${from}:${until}:${req.lang}`
      const page = await req.answers.get(key, () => differences(req, from, until))
      const title = req.t('history.differences.heading')
      show(req, res, 'office/council/history/differences', { title, layout: 'office', page, ...shown })
    },
  )
  return router
}

async function timeline(req: Request): Promise<Rendering> {
  const { day, today, read } = askedHistory(req)
  const history = await req.answers.get(`history:${today}:${day}`, () => councilHistory(req.db, today, day))
  const { seats, terms } = history
  const held = seats.flatMap(({ stretches }) =>
    stretches.flatMap((one) => (one.kind === 'held' ? one.held : [])),
  )
  const { statutes } = await statutesOn(req.db, today)
  const { span, asked, shown } = read(held, terms)
  const empty = canOf(userOf(req))['exchange.import'] ? paths.inAndOut : null
  const page = timelinePage(req.t, req.lang, {
    ...{ seats: seats.map((seat) => seatToShow(req, statutes, seat)), terms, span, asked, today, day },
    offices: await listOffices(req.db),
    hrefs: { here: paths.timeline, differences: paths.differences, empty },
  })
  return { title: req.t('history.heading'), layout: 'office', page, ...shown }
}

function seatToShow(req: Request, statutes: Statutes, { seat, stretches }: SeatHistory): SeatToShow {
  return {
    ...{ label: seat.label, href: paths.seat(seat.slug), kind: seat.area_kind },
    stretches: stretches.map((one) =>
      one.kind === 'held' ? heldToShow(req, statutes, seat, one.held) : one,
    ),
  }
}

function heldToShow(req: Request, statutes: Statutes, seat: SeatInArea, held: HeldInFull): HeldToShow {
  const { t, lang } = req
  const { person: name, person_id, starts_on, ends_on, end_reason, offices, nominatedBy } = held
  const organisations = new Intl.ListFormat(lang).format(nominatedBy)
  return {
    ...{ kind: 'held', name, href: paths.person(person_id), starts_on, ends_on, offices },
    early: end_reason !== null,
    notes: [
      ...(nominatedBy.length > 0 ? [t('front.nominated_by', { organisations })] : []),
      `${chosenText(req, statutes, seat, held.chosen)}.`,
      ...(end_reason === null ? [] : [leftText(req, held)]),
    ],
  }
}

/** Why somebody left; not where they asked that it is kept private. */
function leftText(req: Request, { end_private, end_reason, ends_on }: HeldInFull): string {
  if (end_private && !canOf(userOf(req))['contacts.read']) return req.t('vacancy.left_private')
  const reason = req.t(`end_reasons.${end_reason ?? 'other'}`)
  return req.t(ends_on < req.clock.today() ? 'history.left_because' : 'history.leaves_because', { reason })
}

async function differences(req: Request, from: IsoDate, until: IsoDate): Promise<object> {
  const { seats, people, offices, names, statutes } = await compareDays(req.db, from, until)
  return differencesPage(req.t, req.lang, {
    ...{ from, until, names, statutes, knownOffices: await listOffices(req.db) },
    seats: seats.map(({ change, before, after }) => ({
      ...{ change, before: before && seatShown(before), after: after && seatShown(after) },
    })),
    came: people.came.map(seatShown),
    left: people.left.map(seatShown),
    moved: people.moved.map(({ before, after }) => ({ before: seatShown(before), after: seatShown(after) })),
    offices: offices.map(({ before, after }) => ({
      before: before && { office: before.office, ...nameShown(before) },
      after: after && { office: after.office, ...nameShown(after) },
    })),
    hrefs: { here: paths.differences, timeline: paths.timeline, council: paths.council },
  })
}

function seatShown({ seat, state }: SeatThen): SeatShown {
  return {
    ...{ label: seat.label, href: paths.seat(seat.slug), kind: seat.area_kind },
    state: state.is === 'held' ? { is: 'held', member: nameShown(state.member) } : state,
  }
}

function nameShown({ person, person_id }: { person: string; person_id: number }) {
  return { name: person, href: paths.person(person_id) }
}
