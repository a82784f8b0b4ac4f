import express, { type Request, type Response, type Router } from 'express'
import { type IsoDate, NotFound } from '../../../../models/core/index.ts'
import * as council from '../../../../models/council/index.ts'
import { findLongAbsent } from '../../../../models/meetings/index.ts'
import { underWayFor } from '../../../../models/renewal/index.ts'
import { SEAT_CHOICES } from '../../../../models/bodies/index.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/index.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import * as councilPages from '../../../../views/office/council/index.ts'
import type { Reader } from '../../../../views/reader.ts'

type SeatRequest = Request<{ slug: string }>

const ADDRESS = '/kontor/pladser/:slug/afgoerelse'

const decisionForm = fields.form(
  fields.chosenId('body_id'),
  fields.choice('choice', SEAT_CHOICES),
  fields.optionalDate('ends_on'),
  fields.text('decided_by'),
  fields.date('decided_on', 'past'),
  fields.text('reason', fields.LONGEST.text),
)

const membershipForm = fields.form(
  fields.chosenId('person_id'),
  fields.date('starts_on'),
  fields.optionalDate('due_on'),
  fields.wholeNumber('seen'),
)

export function seatRoutes(): Router {
  const router = express.Router()
  router.get(
    '/kontor/pladser/:slug',
    web.requires('register.read'),
    fields.dateQuery,
    (req: SeatRequest, res) => {
      const { day, refused } = web.askedDay(req)
      return showSeat(req, res, req.params.slug, refused, day)
    },
  )
  router.get(
    '/kontor/pladser/:slug/medlemskab',
    web.requires('register.write'),
    web.shows(showMembershipForm),
  )
  router.post(
    '/kontor/pladser/:slug/medlemskab',
    web.requires('register.write'),
    web.submits(membershipForm, {
      act: (req, typed) => council.startMembership(req.db, web.byOf(req), req.params.slug, typed),
      again: showMembershipForm,
      done: (req) => web.paths.seat(req.params.slug),
      notice: 'register.membership.started',
    }),
  )
  return router
}

/** The page is also shown when an act came too late, with what stood in the way. */
export async function showSeat(
  req: Request,
  res: Response,
  slug: string,
  shown: web.Shown = {},
  asked?: IsoDate,
): Promise<void> {
  const reader = web.readerOf(req)
  const page = councilPages.seatPage(reader, asked, await seatOn(req, reader, slug, asked ?? reader.today))
  web.show(req, res, 'office/council/seats/seat', { title: page.label, page, ...shown })
}

async function seatOn(
  { db }: Request,
  { can, today }: Reader,
  slug: string,
  day: IsoDate,
): Promise<councilPages.SeatOnDay> {
  const isToday = day === today
  const seat = await council.getSeat(db, slug, day)
  const statutes = await council.statutesAsRegistered(db, (await statutesOn(db, day)).statutes, day)
  const story = await council.seatStory(db, seat, day)
  const held = story.flatMap((chapter) => (chapter.kind === 'held' ? chapter.held : []))
  const hasSubstitutes = council.substitutesOf(statutes, seat.area_slug) !== 'none'
  const line = (await council.rosterOn(db, day)).find((one) => one.seat.id === seat.id)
  return {
    ...{ seat, statutes, story, line },
    ahead: isToday && line ? await council.comingVacancy(db, line) : undefined,
    known: await listOffices(db),
    stepped: await council.steppedIn(
      db,
      held.map(({ id }) => id),
    ),
    formal: await council.formalAppointmentsOf(db, held),
    flags: isToday ? await council.listOpenFlags(db) : [],
    absence: isToday && can['contacts.read'] ? await findLongAbsent(db, seat.id, day) : undefined,
    underWay: (await underWayFor(db))(seat),
    decisions: await council.listSeatDecisions(db, seat.id),
    endings: isToday
      ? (await council.listEndingsInTerm(db, day)).filter((one) => one.seat.id === seat.id)
      : [],
    undecided: isToday ? await council.listSeatsToDecide(db, day) : [],
    substitutes:
      isToday && hasSubstitutes ? (await council.substitutesForSeat(db, seat, day)).standing : undefined,
  }
}

async function showMembershipForm(req: SeatRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const today = req.clock.today()
  const seat = await council.getSeat(req.db, req.params.slug)
  const page = councilPages.membershipFormPage(web.readerOf(req), {
    seat,
    line: (await council.rosterOn(req.db, today)).find((one) => one.seat.id === seat.id),
    term: await council.findTermOn(req.db, today, seat.area_id),
    people: await council.listPeople(req.db, today),
    asked: req.query.person,
    seen: await council.newestMembershipOf(req.db, seat.id),
  })
  web.show(req, res, 'office/council/seats/membership_form', { title: page.heading, page, ...shown })
}

/** A seat is decided on when its place or organisation ends inside the term. */
export function seatDecisionRoutes(): Router {
  const router = express.Router()
  router.get(ADDRESS, web.requires('register.write'), (req: SeatRequest, res: Response) =>
    showDecision(req, res, req.query.organisation),
  )
  router.post(
    ADDRESS,
    web.requires('register.write'),
    web.submits(decisionForm, {
      act: async (req: SeatRequest, typed) =>
        council.decideSeat(req.db, web.byOf(req), await council.getSeat(req.db, req.params.slug), typed),
      again: (req, res, shown) =>
        shown.status === 409
          ? showSeat(req, res, req.params.slug, { status: 409, errors: shown.errors })
          : showDecision(req, res, req.typed.body_id, shown),
      done: (req) => web.paths.seat(req.params.slug),
      notice: 'bodies.decision.saved',
    }),
  )
  return router
}

async function showDecision(
  req: SeatRequest,
  res: Response,
  bodyId: unknown,
  shown: web.Shown = {},
): Promise<void> {
  const today = req.clock.today()
  const seat = await council.getSeat(req.db, req.params.slug, today)
  const open = (await council.listSeatsToDecide(req.db, today)).filter((one) => one.seat.id === seat.id)
  const chosen = open.find(({ body }) => bodyId === undefined || String(body.id) === bodyId)
  if (!chosen) throw new NotFound(`nothing to decide about ${seat.slug}`)
  const page = councilPages.seatDecisionPage(web.readerOf(req), seat, chosen)
  const title = req.t('bodies.decision.heading')
  web.show(req, res, 'office/council/seats/seat_decision', { title, page, ...shown })
}
