import express, { type Request, type Response, type Router } from 'express'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import {
  publicDifference,
  publicHistory,
  type PublicHeld,
  type PublicHistory,
  type PublicSeatThen,
} from '../../../models/council/history/publication.ts'
import { listOffices } from '../../../models/statutes/versions.ts'
import { differencesPage, type SeatShown } from '../../../views/partials/council/differences_page.ts'
import { timelinePage } from '../../../views/partials/council/timeline_page.ts'
import type { HeldToShow, SeatToShow } from '../../../views/partials/council/timeline_words.ts'
import { anyone } from '../../web/access.ts'
import { askedDays, daysQuery } from './asked_days.ts'
import { askedHistory, spanQuery } from './asked_span.ts'
import { paths } from '../../../views/paths.ts'
import { show, showKept, type Rendering } from '../../web/views.ts'

/** The council over time: every seat and its holders, and what is otherwise on one of two days than on the other. */
export function historyRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicTimeline, anyone, ...spanQuery, async (req: Request, res: Response) => {
    if (req.originalUrl !== paths.publicTimeline) {
      show(req, res, 'public/council/timeline', await timeline(req))
      return
    }
    const key = req.clock.today()
    await showKept(req, res, 'public/council/timeline', { key, make: () => timeline(req) })
  })
  router.get(paths.publicDifferences, anyone, ...daysQuery, async (req: Request, res: Response) => {
    const { from, until, shown } = await askedDays(req)
    const key = `public-differences:${from}:${until}:${req.lang}`
    const page = await req.answers.get(key, () => differences(req, from, until))
    const title = req.t('history.differences.heading')
    show(req, res, 'public/council/differences', { title, page, ...shown })
  })
  return router
}

async function timeline(req: Request): Promise<Rendering> {
  const { day, today, read } = askedHistory(req)
  const history = await req.answers.get(`public-history:${today}:${day}`, () =>
    publicHistory(req.db, today, day),
  )
  const held = history.seats.flatMap(({ stretches }) =>
    stretches.flatMap((one) => (one.kind === 'held' ? one.held : [])),
  )
  const { span, asked, shown } = read(held, history.terms)
  const page = timelinePage(req.t, req.lang, {
    ...{ seats: seatsToShow(req, history), terms: history.terms, span, asked, today, day },
    offices: await listOffices(req.db),
    hrefs: { here: paths.publicTimeline, differences: paths.publicDifferences, empty: null },
  })
  return { title: req.t('history.heading'), page, ...shown }
}

function seatsToShow(req: Request, { seats }: PublicHistory): SeatToShow[] {
  return seats.map(({ area, kind, stretches }) => ({
    ...{ label: area, href: null, kind },
    stretches: stretches.map((one) => (one.kind === 'held' ? heldToShow(req, one.held) : one)),
  }))
}

function heldToShow(req: Request, held: PublicHeld): HeldToShow {
  const { t, lang } = req
  const { name, starts_on, ends_on, early, offices, nominatedBy, chosen, chosen_on } = held
  const organisations = new Intl.ListFormat(lang).format(nominatedBy)
  return {
    ...{
      kind: 'held',
      name: name ?? t('front.name_withheld'),
      href: null,
      starts_on,
      ends_on,
      early,
      offices,
    },
    notes: [
      ...(nominatedBy.length > 0 ? [t('front.nominated_by', { organisations })] : []),
      chosen_on
        ? t(`front.chosen_on.${chosen}`, { date: formatDate(chosen_on, lang) })
        : t(`front.chosen.${chosen}`),
      ...(early ? [t(ends_on < req.clock.today() ? 'history.left_early' : 'history.leaves_early')] : []),
    ],
  }
}

async function differences(req: Request, from: IsoDate, until: IsoDate): Promise<object> {
  const { seats, people, offices, names, statutes } = await publicDifference(req.db, from, until)
  const withheld = req.t('front.name_withheld')
  const named = (held: { name: string | null }) => ({ name: held.name ?? withheld, href: null })
  const seat = ({ area, kind, state }: PublicSeatThen): SeatShown => ({
    ...{ label: area, href: null, kind },
    state: state.is === 'held' ? { is: 'held', member: named(state) } : state,
  })
  return differencesPage(req.t, req.lang, {
    ...{ from, until, names, statutes, knownOffices: await listOffices(req.db) },
    seats: seats.map(({ change, before, after }) => ({
      ...{ change, before: before && seat(before), after: after && seat(after) },
    })),
    came: people.came.map(seat),
    left: people.left.map(seat),
    moved: people.moved.map(({ before, after }) => ({ before: seat(before), after: seat(after) })),
    offices: offices.map(({ before, after }) => ({
      before: before && { ...before, ...named(before) },
      after: after && { ...after, ...named(after) },
    })),
    hrefs: { here: paths.publicDifferences, timeline: paths.publicTimeline, council: paths.front },
  })
}
