import express, { type Request, type Response, type Router } from 'express'
import { Conflict, Refused } from '../../../../models/core/errors.ts'
import { newestMembershipOf } from '../../../../models/council/memberships.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import {
  getSubstitute,
  registerSubstitute,
  seatSubstitute,
  substituteFor,
  substitutesAt,
  substitutesForSeat,
  withdrawSubstitute,
} from '../../../../models/council/substitutes/substitutes.ts'
import { findTermOn } from '../../../../models/council/terms.ts'
import { listRunnersUp, registerRunnersUp } from '../../../../models/elections/result/substitutes_by_votes.ts'
import {
  substituteInPage,
  type SteppingIn,
} from '../../../../views/office/council/substitutes/substitute_in.page.ts'
import { substituteWithdrawalPage } from '../../../../views/office/council/substitutes/substitute_withdrawal.page.ts'
import { substitutesPage } from '../../../../views/office/council/substitutes/substitutes.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { choice, chosenId, date, dependent, form, LONGEST } from '../../../web/fields.ts'
import { optionalText, optionalWholeNumber, text, wholeNumber } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from '../seats/seats.ts'

type SeatRequest = Request<{ slug: string }>
type IdRequest = Request<{ id: string }>

const READY = '/kontor/pladser/:slug/suppleanter'
const STEPPING_IN = '/kontor/pladser/:slug/suppleant'
const WITHDRAWAL = '/kontor/suppleanter/:id/afmelding'

const personForm = form(chosenId('person_id'), optionalWholeNumber('position'))
const readyForm = form(
  choice('from', ['form', 'votes']),
  dependent((req: Request) => (req.typed.from === 'votes' ? undefined : personForm)),
)
const steppingInForm = form(
  chosenId('substitute_id'),
  date('starts_on'),
  optionalText('note', LONGEST.text),
  wholeNumber('seen'),
)
const withdrawalForm = form(text('note'))

export function substituteRoutes(): Router {
  const router = express.Router()
  readyRoutes(router)
  steppingInRoutes(router)
  withdrawalRoutes(router)
  return router
}

function readyRoutes(router: Router): void {
  router.get(READY, requires('register.write'), (req: SeatRequest, res: Response) => showReady(req, res))
  router.post(READY, requires('register.write'), readyForm, async (req: SeatRequest, res: Response) => {
    const { slug } = req.params
    await submit(req, res, readyForm, {
      act: async ({ person_id, position }) =>
        person_id === undefined
          ? registerRunnersUp(req.db, byOf(req), slug)
          : registerSubstitute(req.db, byOf(req), slug, { person_id, position }),
      again: (shown) => showReady(req, res, shown),
      done: () => paths.substitutes(slug),
      notice: 'statutes_versions.substitutes.registered',
    })
  })
}

function steppingInRoutes(router: Router): void {
  router.get(STEPPING_IN, requires('register.write'), (req: SeatRequest, res: Response) =>
    showSteppingIn(req, res),
  )
  router.post(
    STEPPING_IN,
    requires('register.write'),
    steppingInForm,
    async (req: SeatRequest, res: Response) => {
      const { slug } = req.params
      await submit(req, res, steppingInForm, {
        act: (typed) => seatSubstitute(req.db, byOf(req), slug, typed),
        again: (shown) => showSteppingIn(req, res, shown),
        done: () => paths.seat(slug),
        notice: 'statutes_versions.substitutes.seated',
      })
    },
  )
}

function withdrawalRoutes(router: Router): void {
  router.get(WITHDRAWAL, requires('register.write'), (req: IdRequest, res: Response) =>
    showWithdrawal(req, res),
  )
  router.post(
    WITHDRAWAL,
    requires('register.write'),
    withdrawalForm,
    async (req: IdRequest, res: Response) => {
      await submit(req, res, withdrawalForm, {
        act: ({ note }) => withdrawSubstitute(req.db, byOf(req), idFrom(req.params.id), note),
        again: (shown) => showWithdrawal(req, res, shown),
        done: () => paths.council,
        notice: 'statutes_versions.substitutes.withdrawn_done',
      })
    },
  )
}

async function showReady(req: SeatRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const today = req.clock.today()
  const { seat, term, statutes, kind } = await substitutesAt(req.db, req.params.slug, today)
  const page = substitutesPage(readerOf(req), {
    ...{ seat, statutes, kind },
    ...(await substitutesForSeat(req.db, seat, today)),
    runnersUp: kind === 'vote_order' ? await listRunnersUp(req.db, seat, term.id) : [],
    people: await listPeople(req.db, today),
  })
  const title = page.heading
  show(req, res, 'office/council/substitutes/substitutes', { title, layout: 'office', page, ...shown })
}

/** A refusal is shown on the seat's own page, which also says how the seat is filled instead. */
async function showSteppingIn(req: SeatRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  try {
    const page = substituteInPage(readerOf(req), await steppingInOn(req))
    const title = page.heading
    show(req, res, 'office/council/substitutes/substitute_in', { title, layout: 'office', page, ...shown })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await showSeat(req, res, req.params.slug, { status: 409, errors: shown.errors ?? [explain(req, error)] })
  }
}

/** Throws Refused when the seat is not vacant, or when no substitute steps in. */
async function steppingInOn(req: SeatRequest): Promise<SteppingIn> {
  const today = req.clock.today()
  const seat = await getSeat(req.db, req.params.slug)
  const line = (await rosterOn(req.db, today)).find((one) => one.seat.id === seat.id)
  if (!line?.vacancy || line.vacancy.next) throw new Conflict('register_changed')
  if (line.vacancy.filling.by !== 'substitute') throw new Refused('substitute_does_not_step_in')
  const stepsIn = await substituteFor(req.db, seat, today)
  const term = await findTermOn(req.db, today, seat.area_id)
  if (stepsIn.by === 'nobody' || !term) throw new Conflict('substitute_gone')
  return {
    seat,
    statutes: (await substitutesAt(req.db, seat.slug, today)).statutes,
    by: stepsIn.by,
    among: stepsIn.by === 'substitute' ? [stepsIn.substitute] : stepsIn.among,
    dueOn: term.ends_on,
    seen: await newestMembershipOf(req.db, seat.id),
  }
}

async function showWithdrawal(req: IdRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = substituteWithdrawalPage(readerOf(req), await getSubstitute(req.db, idFrom(req.params.id)))
  const title = page.heading
  show(req, res, 'office/council/substitutes/substitute_withdrawal', {
    title,
    layout: 'office',
    page,
    ...shown,
  })
}
