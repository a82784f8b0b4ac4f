import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { formalAppointmentsOf } from '../../../../models/council/formal/formal_appointments.ts'
import { listOpenFlags } from '../../../../models/council/grounds/flags.ts'
import { seatStory } from '../../../../models/council/history/seat_story.ts'
import { newestMembershipOf, startMembership } from '../../../../models/council/memberships.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import {
  asItStands,
  listEndingsInTerm,
  listSeatsToDecide,
} from '../../../../models/council/places_over_time.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { listSeatDecisions } from '../../../../models/council/seat_decisions.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import { steppedIn, substitutesForSeat } from '../../../../models/council/substitutes/substitutes.ts'
import { findTermOn } from '../../../../models/council/terms.ts'
import { findLongAbsent } from '../../../../models/meetings/absences.ts'
import { underWayFor } from '../../../../models/renewal/under_way.ts'
import { substitutesOf } from '../../../../models/rules/council/substitutes.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { membershipFormPage } from '../../../../views/office/council/seats/membership_form.page.ts'
import { seatPage, type SeatOnDay } from '../../../../views/office/council/seats/seat.page.ts'
import { paths } from '../../../../views/paths.ts'
import type { Reader } from '../../../../views/reader.ts'
import { requires } from '../../../web/access.ts'
import { askedDay } from '../../../web/asked_day.ts'
import { chosenId, date, dateQuery, form, optionalDate, wholeNumber } from '../../../web/fields.ts'
import { byOf, submit, type Again } from '../../../web/forms.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'

type SeatRequest = Request<{ slug: string }>

const membershipForm = form(
  chosenId('person_id'),
  date('starts_on'),
  optionalDate('due_on'),
  wholeNumber('seen'),
)

export function seatRoutes(): Router {
  const router = express.Router()
  router.get('/kontor/pladser/:slug', requires('register.read'), dateQuery, (req: SeatRequest, res) => {
    const { day, refused } = askedDay(req)
    return showSeat(req, res, req.params.slug, refused, day)
  })
  router.get('/kontor/pladser/:slug/medlemskab', requires('register.write'), (req: SeatRequest, res) =>
    showMembershipForm(req, res),
  )
  router.post(
    '/kontor/pladser/:slug/medlemskab',
    requires('register.write'),
    membershipForm,
    async (req: SeatRequest, res: Response) => {
      const { slug } = req.params
      await submit(req, res, membershipForm, {
        act: (typed) => startMembership(req.db, byOf(req), slug, typed),
        again: (shown) => showMembershipForm(req, res, shown),
        done: () => paths.seat(slug),
        notice: 'register.membership.started',
      })
    },
  )
  return router
}

/** The page is also shown when an act came too late, with what stood in the way. */
export async function showSeat(
  req: Request,
  res: Response,
  slug: string,
  shown: Partial<Again> = {},
  asked?: IsoDate,
): Promise<void> {
  const reader = readerOf(req)
  const page = seatPage(reader, asked, await seatOn(req, reader, slug, asked ?? reader.today))
  show(req, res, 'office/council/seats/seat', { title: page.label, layout: 'office', page, ...shown })
}

async function seatOn(
  { db }: Request,
  { can, today }: Reader,
  slug: string,
  day: IsoDate,
): Promise<SeatOnDay> {
  const isToday = day === today
  const seat = await getSeat(db, slug, day)
  const statutes = await asItStands(db, (await statutesOn(db, day)).statutes, day)
  const story = await seatStory(db, seat, day)
  const held = story.flatMap((chapter) => (chapter.kind === 'held' ? chapter.held : []))
  const hasSubstitutes = substitutesOf(statutes, seat.area_slug) !== 'none'
  return {
    ...{ seat, statutes, story },
    line: (await rosterOn(db, day)).find((one) => one.seat.id === seat.id),
    known: await listOffices(db),
    stepped: await steppedIn(
      db,
      held.map(({ id }) => id),
    ),
    formal: await formalAppointmentsOf(db, held),
    flags: isToday ? await listOpenFlags(db) : [],
    absence: isToday && can['contacts.read'] ? await findLongAbsent(db, seat.id, day) : undefined,
    underWay: (await underWayFor(db))(seat),
    decisions: await listSeatDecisions(db, seat.id),
    endings: isToday ? (await listEndingsInTerm(db, day)).filter((one) => one.seat.id === seat.id) : [],
    undecided: isToday ? await listSeatsToDecide(db, day) : [],
    substitutes: isToday && hasSubstitutes ? (await substitutesForSeat(db, seat, day)).standing : undefined,
  }
}

async function showMembershipForm(
  req: SeatRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const today = req.clock.today()
  const seat = await getSeat(req.db, req.params.slug)
  const page = membershipFormPage(readerOf(req), {
    seat,
    line: (await rosterOn(req.db, today)).find((one) => one.seat.id === seat.id),
    term: await findTermOn(req.db, today, seat.area_id),
    people: await listPeople(req.db, today),
    asked: req.query.person,
    seen: await newestMembershipOf(req.db, seat.id),
  })
  const title = page.heading
  show(req, res, 'office/council/seats/membership_form', { title, layout: 'office', page, ...shown })
}
