import express, { type Request, type Response, type Router } from 'express'
import * as core from '../../../../models/core/index.ts'
import * as council from '../../../../models/council/index.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/index.ts'
import * as councilPages from '../../../../views/office/council/index.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { groundRoutes } from './grounds.ts'
import { showSeat } from './seats.ts'

type MembershipRequest = Request<{ id: string }>
const membershipId = web.idIn('membership')

const LEAVING = '/kontor/medlemskaber/:id/udtraeden'
const FORMAL = '/kontor/medlemskaber/:id/bekraeftelse'
const VOID = '/kontor/medlemskaber/:id/fejl'

const leavingForm = fields.form(
  fields.date('ends_on'),
  fields.choice('end_reason', council.END_REASONS),
  fields.optionalText('end_note', fields.LONGEST.text),
  fields.ticked('end_private'),
)
const formalForm = fields.form(
  fields.optionalText('appointing_body'),
  fields.date('decided_on', 'past'),
  fields.optionalText('case_number'),
)
const voidForm = fields.form(fields.text('note', fields.LONGEST.text))

export function membershipRoutes(): Router {
  const router = express.Router()
  leavingRoutes(router)
  groundRoutes(router)
  formalRoutes(router)
  voidRoutes(router)
  return router
}

/** The day is chosen first, by a plain link that can be gone back to; the page then says what it means. */
function leavingRoutes(router: Router): void {
  router.get(
    LEAVING,
    web.requires('register.write'),
    fields.dateQuery,
    (req: MembershipRequest, res: Response) => {
      const { day, refused } = web.askedDay(req)
      return showLeaving(req, res, day, refused)
    },
  )
  router.post(
    LEAVING,
    web.requires('register.write'),
    web.submits(leavingForm, {
      act: (req, typed) => council.endMembership(req.db, web.byOf(req), membershipId(req), typed),
      again: showLeavingAgain,
      done: (_req, { seat }) => web.paths.seat(seat),
      notice: 'register.leaving.done',
    }),
  )
}

async function showLeavingAgain(req: MembershipRequest, res: Response, shown: web.Again): Promise<void> {
  const day = web.dayFrom(req, req.typed.ends_on)
  if (shown.status === 409) await showItsSeat(req, res, { status: 409, errors: shown.errors })
  else await showLeaving(req, res, day, shown)
}

/** Some statutes let a body appoint the members who were elected. */
function formalRoutes(router: Router): void {
  router.get(FORMAL, web.requires('register.write'), web.shows(showFormal))
  router.post(
    FORMAL,
    web.requires('register.write'),
    web.submits(formalForm, {
      act: (req: MembershipRequest, typed) =>
        council.appointFormally(req.db, web.byOf(req), membershipId(req), typed),
      again: (req, res, shown) =>
        shown.status === 409 ? showItsSeat(req, res, shown) : showFormal(req, res, shown),
      done: (_req, { seat }) => web.paths.seat(seat),
      notice: 'formal.saved',
    }),
  )
}

function voidRoutes(router: Router): void {
  router.get(VOID, web.requires('register.write'), web.shows(showVoid))
  router.post(
    VOID,
    web.requires('register.write'),
    web.submits(voidForm, {
      act: (req, { note }) => council.voidMembership(req.db, web.byOf(req), membershipId(req), note),
      again: showVoid,
      done: (_req, { seat }) => web.paths.seat(seat),
      notice: 'register.void.done',
    }),
  )
}

/** Shown when another act was first: the seat's page says how things stand. */
async function showItsSeat(req: MembershipRequest, res: Response, shown: web.Shown): Promise<void> {
  const { seat } = await council.getMembership(req.db, membershipId(req))
  await showSeat(req, res, seat.slug, shown)
}

async function showLeaving(
  req: MembershipRequest,
  res: Response,
  day: core.IsoDate | undefined,
  shown: web.Shown,
): Promise<void> {
  const membership = await council.getMembership(req.db, membershipId(req))
  const render = (leaving: councilPages.LeavingOnDay | undefined, more: web.Shown) => {
    const page = councilPages.leavingPage(web.readerOf(req), membership, leaving)
    web.show(req, res, 'office/council/seats/leaving', { title: page.heading, page, ...more })
  }
  try {
    render(day && (await leavingOn(req, membership.id, day)), shown)
  } catch (error) {
    if (!(error instanceof core.Refused)) throw error
    const { message } = web.explain(req, error)
    if (error instanceof core.Conflict)
      await showSeat(req, res, membership.seat.slug, { status: 409, errors: [{ message }] })
    else render(undefined, web.refusedDay(web.typedDay(req, day), message))
  }
}

async function leavingOn(
  { db }: Request,
  id: core.MembershipId,
  day: core.IsoDate,
): Promise<councilPages.LeavingOnDay> {
  const leaving = await council.previewLeaving(db, id, day)
  const { statutes } = await statutesOn(db, leaving.vacantFrom)
  const officers = await council.listOfficersOn(db, leaving.vacantFrom)
  return { ...leaving, day, statutes, officers, known: await listOffices(db) }
}

async function showFormal(req: MembershipRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const { member, formal } = await council.getFormalAppointment(req.db, membershipId(req))
  if (formal.made) {
    res.redirect(303, web.paths.seat(member.seat.slug))
    return
  }
  const page = councilPages.formalPage(web.readerOf(req), member, formal)
  web.show(req, res, 'office/council/seats/formal', { title: page.heading, page, ...shown })
}

async function showVoid(req: MembershipRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const membership = await council.getMembership(req.db, membershipId(req))
  if (membership.voided_on !== null) {
    const errors = [web.explain(req, new core.Conflict('membership_voided'))]
    await showSeat(req, res, membership.seat.slug, { status: 409, errors })
    return
  }
  const page = councilPages.membershipVoidPage(web.readerOf(req), membership)
  web.show(req, res, 'office/council/seats/membership_void', { title: page.heading, page, ...shown })
}
