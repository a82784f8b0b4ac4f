import express, { type Request, type Response, type Router } from 'express'
import { parseDate, type IsoDate } from '../../../../models/core/dates.ts'
import { Conflict, Refused } from '../../../../models/core/errors.ts'
import { appointFormally } from '../../../../models/council/formal/appointing.ts'
import { getFormalAppointment } from '../../../../models/council/formal/formal_appointments.ts'
import { flagGround, listOpenFlags, settleGround } from '../../../../models/council/grounds/flags.ts'
import { endMembership, previewLeaving, voidMembership } from '../../../../models/council/leaving.ts'
import { getMembership } from '../../../../models/council/memberships.ts'
import { listOfficersOn } from '../../../../models/council/offices/offices.ts'
import { END_REASONS } from '../../../../models/rules/council/membership.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { formalPage } from '../../../../views/office/council/seats/formal.page.ts'
import { groundPage } from '../../../../views/office/council/seats/ground.page.ts'
import { leavingPage, type LeavingOnDay } from '../../../../views/office/council/seats/leaving.page.ts'
import { membershipVoidPage } from '../../../../views/office/council/seats/membership_void.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { askedDay, refusedDay } from '../../../web/asked_day.ts'
import { chosenId, choice, date, dateQuery, form, LONGEST, optionalText } from '../../../web/fields.ts'
import { text, ticked } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from './seats.ts'

type MembershipRequest = Request<{ id: string }>

const LEAVING = '/kontor/medlemskaber/:id/udtraeden'
const GROUND = '/kontor/medlemskaber/:id/valgbarhed'
const FORMAL = '/kontor/medlemskaber/:id/bekraeftelse'
const VOID = '/kontor/medlemskaber/:id/fejl'

const leavingForm = form(
  date('ends_on'),
  choice('end_reason', END_REASONS),
  optionalText('end_note', LONGEST.text),
  ticked('end_private'),
)
const groundForm = form(
  choice('lost', ['residence', 'activity']),
  date('learned_on'),
  optionalText('note', LONGEST.text),
)
const settlingForm = form(chosenId('flag_id'), text('settled', LONGEST.text))
const formalForm = form(optionalText('appointing_body'), date('decided_on'), optionalText('case_number'))
const voidForm = form(text('note', LONGEST.text))

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
  router.get(LEAVING, requires('register.write'), dateQuery, (req: MembershipRequest, res: Response) => {
    const { day, refused } = askedDay(req)
    return showLeaving(req, res, day, refused)
  })
  router.post(
    LEAVING,
    requires('register.write'),
    leavingForm,
    async (req: MembershipRequest, res: Response) => {
      const { ends_on } = req.typed
      const day = typeof ends_on === 'string' ? parseDate(ends_on) : undefined
      await submit(req, res, leavingForm, {
        act: (typed) => endMembership(req.db, byOf(req), idFrom(req.params.id), typed),
        again: (shown) =>
          shown.status === 409
            ? showItsSeat(req, res, { status: 409, errors: shown.errors })
            : showLeaving(req, res, day, shown),
        done: ({ seat }) => paths.seat(seat),
        notice: 'register.leaving.done',
      })
    },
  )
}

/** Doubts about a member's residence or activity are noted, and never acted on by themselves. */
function groundRoutes(router: Router): void {
  router.get(GROUND, requires('register.write'), (req: MembershipRequest, res: Response) =>
    showGround(req, res),
  )
  router.post(
    GROUND,
    requires('register.write'),
    groundForm,
    async (req: MembershipRequest, res: Response) => {
      const { id, seat } = await getMembership(req.db, idFrom(req.params.id))
      await submit(req, res, groundForm, {
        act: (typed) => flagGround(req.db, byOf(req), id, typed),
        again: (shown) => showGround(req, res, shown),
        done: () => paths.seat(seat.slug),
        notice: 'vacancy.ground.flagged',
      })
    },
  )
  router.post(
    `${GROUND}/afklaring`,
    requires('register.write'),
    settlingForm,
    async (req: MembershipRequest, res: Response) => {
      const { seat } = await getMembership(req.db, idFrom(req.params.id))
      await submit(req, res, settlingForm, {
        act: ({ flag_id, settled }) => settleGround(req.db, byOf(req), flag_id, settled),
        again: (shown) => showGround(req, res, shown),
        done: () => paths.seat(seat.slug),
        notice: 'vacancy.ground.settled',
      })
    },
  )
}

/** Some statutes let a body appoint the members who were elected. */
function formalRoutes(router: Router): void {
  router.get(FORMAL, requires('register.write'), (req: MembershipRequest, res: Response) =>
    showFormal(req, res),
  )
  router.post(
    FORMAL,
    requires('register.write'),
    formalForm,
    async (req: MembershipRequest, res: Response) => {
      await submit(req, res, formalForm, {
        act: (typed) => appointFormally(req.db, byOf(req), idFrom(req.params.id), typed),
        again: (shown) => (shown.status === 409 ? showItsSeat(req, res, shown) : showFormal(req, res, shown)),
        done: ({ seat }) => paths.seat(seat),
        notice: 'formal.saved',
      })
    },
  )
}

function voidRoutes(router: Router): void {
  router.get(VOID, requires('register.write'), (req: MembershipRequest, res: Response) => showVoid(req, res))
  router.post(VOID, requires('register.write'), voidForm, async (req: MembershipRequest, res: Response) => {
    await submit(req, res, voidForm, {
      act: ({ note }) => voidMembership(req.db, byOf(req), idFrom(req.params.id), note),
      again: (shown) => showVoid(req, res, shown),
      done: ({ seat }) => paths.seat(seat),
      notice: 'register.void.done',
    })
  })
}

/** Shown when another act was first: the seat's page says how things stand. */
async function showItsSeat(req: MembershipRequest, res: Response, shown: Partial<Again>): Promise<void> {
  const { seat } = await getMembership(req.db, idFrom(req.params.id))
  await showSeat(req, res, seat.slug, shown)
}

async function showLeaving(
  req: MembershipRequest,
  res: Response,
  day: IsoDate | undefined,
  shown: Partial<Again>,
): Promise<void> {
  const membership = await getMembership(req.db, idFrom(req.params.id))
  const render = (leaving: LeavingOnDay | undefined, more: Partial<Again>) => {
    const page = leavingPage(readerOf(req), membership, leaving)
    show(req, res, 'office/council/seats/leaving', { title: page.heading, layout: 'office', page, ...more })
  }
  try {
    render(day && (await leavingOn(req, membership.id, day)), shown)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { message } = explain(req, error)
    if (error instanceof Conflict)
      await showSeat(req, res, membership.seat.slug, { status: 409, errors: [{ message }] })
    else render(undefined, refusedDay(day ?? '', message))
  }
}

async function leavingOn({ db }: Request, id: number, day: IsoDate): Promise<LeavingOnDay> {
  const leaving = await previewLeaving(db, id, day)
  const { statutes } = await statutesOn(db, leaving.vacantFrom)
  const officers = await listOfficersOn(db, leaving.vacantFrom)
  return { ...leaving, day, statutes, officers, known: await listOffices(db) }
}

async function showGround(req: MembershipRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const membership = await getMembership(req.db, idFrom(req.params.id))
  const page = groundPage(readerOf(req), membership, await listOpenFlags(req.db))
  show(req, res, 'office/council/seats/ground', { title: page.heading, layout: 'office', page, ...shown })
}

async function showFormal(req: MembershipRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { member, formal } = await getFormalAppointment(req.db, idFrom(req.params.id))
  if (formal.made) {
    res.redirect(303, paths.seat(member.seat.slug))
    return
  }
  const page = formalPage(readerOf(req), member, formal)
  show(req, res, 'office/council/seats/formal', { title: page.heading, layout: 'office', page, ...shown })
}

async function showVoid(req: MembershipRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const membership = await getMembership(req.db, idFrom(req.params.id))
  if (membership.voided_on !== null) {
    const errors = [explain(req, new Conflict('membership_voided'))]
    await showSeat(req, res, membership.seat.slug, { status: 409, errors })
    return
  }
  const page = membershipVoidPage(readerOf(req), membership)
  const title = page.heading
  show(req, res, 'office/council/seats/membership_void', { title, layout: 'office', page, ...shown })
}
