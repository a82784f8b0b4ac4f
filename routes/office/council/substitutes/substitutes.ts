import express, { type Request, type Response, type Router } from 'express'
import { Conflict, Refused } from '../../../../models/core/index.ts'
import * as council from '../../../../models/council/index.ts'
import { listRunnersUp, registerRunnersUp } from '../../../../models/elections/index.ts'
import * as councilPages from '../../../../views/office/council/index.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { showSeat } from '../seats/seats.ts'

type SeatRequest = Request<{ slug: string }>
type IdRequest = Request<{ id: string }>
const substituteId = web.idIn('substitute')

const READY = '/kontor/pladser/:slug/suppleanter'
const STEPPING_IN = '/kontor/pladser/:slug/suppleant'
const WITHDRAWAL = '/kontor/suppleanter/:id/afmelding'

const personForm = fields.form(fields.chosenId('person_id'), fields.optionalWholeNumber('position'))
const readyForm = fields.form(
  fields.choice('from', ['form', 'votes']),
  fields.dependent((req: Request) => (req.typed.from === 'votes' ? undefined : personForm)),
)
const steppingInForm = fields.form(
  fields.chosenId('substitute_id'),
  fields.date('starts_on'),
  fields.optionalText('note', fields.LONGEST.text),
  fields.wholeNumber('seen'),
)
const withdrawalForm = fields.form(fields.text('note'))

export function substituteRoutes(): Router {
  const router = express.Router()
  readyRoutes(router)
  steppingInRoutes(router)
  withdrawalRoutes(router)
  return router
}

function readyRoutes(router: Router): void {
  router.get(READY, web.requires('register.write'), web.shows(showReady))
  router.post(
    READY,
    web.requires('register.write'),
    web.submits(readyForm, {
      act: async (req, { person_id, position }) =>
        person_id === undefined
          ? registerRunnersUp(req.db, web.byOf(req), req.params.slug)
          : council.registerSubstitute(req.db, web.byOf(req), req.params.slug, { person_id, position }),
      again: showReady,
      done: (req) => web.paths.substitutes(req.params.slug),
      notice: 'statutes_versions.substitutes.registered',
    }),
  )
}

function steppingInRoutes(router: Router): void {
  router.get(STEPPING_IN, web.requires('register.write'), web.shows(showSteppingIn))
  router.post(
    STEPPING_IN,
    web.requires('register.write'),
    web.submits(steppingInForm, {
      act: (req, typed) => council.seatSubstitute(req.db, web.byOf(req), req.params.slug, typed),
      again: showSteppingIn,
      done: (req) => web.paths.seat(req.params.slug),
      notice: 'statutes_versions.substitutes.seated',
    }),
  )
}

function withdrawalRoutes(router: Router): void {
  router.get(WITHDRAWAL, web.requires('register.write'), web.shows(showWithdrawal))
  router.post(
    WITHDRAWAL,
    web.requires('register.write'),
    web.submits(withdrawalForm, {
      act: (req, { note }) => council.withdrawSubstitute(req.db, web.byOf(req), substituteId(req), note),
      again: showWithdrawal,
      done: () => web.paths.council,
      notice: 'statutes_versions.substitutes.withdrawn_done',
    }),
  )
}

async function showReady(req: SeatRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const today = req.clock.today()
  const { seat, term, statutes, kind } = await council.substitutesAt(req.db, req.params.slug, today)
  const page = councilPages.substitutesPage(web.readerOf(req), {
    ...{ seat, statutes, kind },
    ...(await council.substitutesForSeat(req.db, seat, today)),
    runnersUp: kind === 'vote_order' ? await listRunnersUp(req.db, seat, term.id) : [],
    people: await council.listPeople(req.db, today),
  })
  web.show(req, res, 'office/council/substitutes/substitutes', { title: page.heading, page, ...shown })
}

/** A refusal is shown on the seat's own page, which also says how the seat is filled instead. */
async function showSteppingIn(req: SeatRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  try {
    const page = councilPages.substituteInPage(web.readerOf(req), await steppingInOn(req))
    web.show(req, res, 'office/council/substitutes/substitute_in', { title: page.heading, page, ...shown })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await showSeat(req, res, req.params.slug, {
      status: 409,
      errors: shown.errors ?? [web.explain(req, error)],
    })
  }
}

/** Throws Refused when the seat is not vacant, or when no substitute steps in. */
async function steppingInOn(req: SeatRequest): Promise<councilPages.SteppingIn> {
  const today = req.clock.today()
  const seat = await council.getSeat(req.db, req.params.slug)
  const line = (await council.rosterOn(req.db, today)).find((one) => one.seat.id === seat.id)
  if (!line?.vacancy || line.vacancy.next) throw new Conflict('register_changed')
  if (line.vacancy.filling.by !== 'substitute') throw new Refused('substitute_does_not_step_in')
  const stepsIn = await council.substituteFor(req.db, seat, today)
  const term = await council.findTermOn(req.db, today, seat.area_id)
  if (stepsIn.by === 'nobody' || !term) throw new Conflict('substitute_gone')
  return {
    seat,
    statutes: (await council.substitutesAt(req.db, seat.slug, today)).statutes,
    by: stepsIn.by,
    among: stepsIn.by === 'substitute' ? [stepsIn.substitute] : stepsIn.among,
    dueOn: term.ends_on,
    seen: await council.newestMembershipOf(req.db, seat.id),
  }
}

async function showWithdrawal(req: IdRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const page = councilPages.substituteWithdrawalPage(
    web.readerOf(req),
    await council.getSubstitute(req.db, substituteId(req)),
  )
  const title = page.heading
  web.show(req, res, 'office/council/substitutes/substitute_withdrawal', { title, page, ...shown })
}
