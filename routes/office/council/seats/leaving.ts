import express, { type Request, type Response, type Router } from 'express'
import { parseDate, type IsoDate } from '../../../../models/core/dates.ts'
import { Conflict, Refused } from '../../../../models/core/errors.ts'
import { endMembership, previewLeaving, type LeavingForm } from '../../../../models/council/leaving.ts'
import { getMembership } from '../../../../models/council/memberships.ts'
import { listOfficersOn } from '../../../../models/council/offices/offices.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { END_REASONS, type EndReason } from '../../../../models/rules/council/membership.ts'
import { leadersIn } from '../../../../models/statutes/offices.ts'
import { officeInSentence } from '../../../../views/partials/statutes/office_words.ts'
import { requires } from '../../../web/access.ts'
import { askedDay, refusedDay } from '../../../web/asked_day.ts'
import { choice, date, dateQuery, LONGEST, optionalText, ticked } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from './seats.ts'
import { fillingLines } from '../../../../views/partials/council/seat_words.ts'

type MembershipRequest = Request<{ id: string }>

/** office/register/leaving: first the day, then what follows from it. */
export interface LeavingPage {
  name: string
  seat: string
  action: string
  back: string
  starts_on: IsoDate
  due_on: IsoDate
  today: IsoDate
  /** What follows; null until a day has been chosen. */
  follows: {
    ends_on: IsoDate
    vacantFrom: IsoDate
    offices: string[]
    /** The one who leads the meetings leaves. */
    chairLeaves: boolean
    lines: string[]
    nextFrom: IsoDate | null
    /** The vice chair, who acts where the chair leaves. */
    acting: string | null
  } | null
  reasons: readonly EndReason[]
}

/** Leaving a seat before the membership is due. */
export function leavingRoutes(): Router {
  const router = express.Router()
  router.get(
    '/kontor/medlemskaber/:id/udtraeden',
    requires('register.write'),
    dateQuery,
    (req: MembershipRequest, res: Response) => chooseDay(req, res),
  )
  router.post(
    '/kontor/medlemskaber/:id/udtraeden',
    requires('register.write'),
    date('ends_on'),
    choice('end_reason', END_REASONS),
    optionalText('end_note', LONGEST.text),
    ticked('end_private'),
    async (req: MembershipRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<LeavingForm, { seat: string }>(req, res, {
        act: (form) => endMembership(req.db, byOf(req), id, form),
        again: (shown) => showLeavingAgain(req, res, shown),
        done: ({ seat }) => paths.seat(seat),
        notice: 'register.leaving.done',
      })
    },
  )
  return router
}

/** The day first, by a plain link that can be gone back to; then the page says what it means. */
async function chooseDay(req: MembershipRequest, res: Response): Promise<void> {
  const { day, refused } = askedDay(req)
  await showLeaving(req, res, day, refused)
}

async function showLeavingAgain(req: MembershipRequest, res: Response, shown: Again): Promise<void> {
  if (shown.status === 409) {
    const { seat } = await getMembership(req.db, idFrom(req.params.id))
    await showSeat(req, res, seat.slug, { status: 409, errors: shown.errors })
    return
  }
  const { ends_on } = req.typed
  const day = typeof ends_on === 'string' ? parseDate(ends_on) : undefined
  await showLeaving(req, res, day, shown)
}

async function showLeaving(
  req: MembershipRequest,
  res: Response,
  day: IsoDate | undefined,
  shown: Partial<Again>,
): Promise<void> {
  const id = idFrom(req.params.id)
  try {
    const page = { ...(await leavingPage(req, id)), follows: day ? await followsFrom(req, id, day) : null }
    renderLeaving(req, res, page, shown)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { message } = explain(req, error)
    if (error instanceof Conflict) {
      const { seat } = await getMembership(req.db, id)
      await showSeat(req, res, seat.slug, { status: 409, errors: [{ message }] })
      return
    }
    const page = { ...(await leavingPage(req, id)), follows: null }
    renderLeaving(req, res, page, refusedDay(day ?? '', message))
  }
}

function renderLeaving(req: Request, res: Response, page: LeavingPage, shown: Partial<Again>): void {
  const title = req.t('register.leaving.heading', { name: page.name })
  show(req, res, 'office/council/seats/leaving', { title, layout: 'office', page, ...shown })
}

async function leavingPage(req: Request, id: number): Promise<Omit<LeavingPage, 'follows'>> {
  const { person, seat, starts_on, due_on } = await getMembership(req.db, id)
  return {
    name: person,
    seat: seat.label,
    action: paths.leaving(id),
    back: paths.seat(seat.slug),
    ...{ starts_on, due_on, today: req.clock.today() },
    // An annulled election ends a membership by itself, in the act that annuls it.
    reasons: END_REASONS.filter((reason) => reason !== 'election_annulled'),
  }
}

async function followsFrom(req: Request, id: number, day: IsoDate): Promise<LeavingPage['follows']> {
  const { vacantFrom, offices, filling, hasSubstitutes, nextFrom } = await previewLeaving(req.db, id, day)
  const { statutes } = await statutesOn(req.db, vacantFrom)
  const { leading, deputy } = leadersIn(statutes)
  const acting = (await listOfficersOn(req.db, vacantFrom)).find(deputy)
  const known = await listOffices(req.db)
  return {
    ends_on: day,
    vacantFrom,
    offices: offices.map(({ office }) => officeInSentence(req, known, office)),
    chairLeaves: offices.some(leading),
    lines: fillingLines(req, statutes, filling, hasSubstitutes),
    nextFrom: nextFrom ?? null,
    acting: acting?.person ?? null,
  }
}
