import express, { type Request, type Response, type Router } from 'express'
import { Refused } from '../../../../models/core/errors.ts'
import {
  getSubstitute,
  registerSubstitute,
  seatSubstitute,
  withdrawSubstitute,
  type SteppingInForm,
  type SubstituteForm,
} from '../../../../models/council/substitutes/substitutes.ts'
import { registerRunnersUp } from '../../../../models/elections/result/substitutes_by_votes.ts'
import { requires } from '../../../web/access.ts'
import {
  choice,
  chosenId,
  date,
  LONGEST,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { showSeat } from '../seats/seats.ts'
import { substituteInPage, substitutesPage } from './substitutes_page.ts'

type SeatRequest = Request<{ slug: string }>
type IdRequest = Request<{ id: string }>

/** Who stands ready to take a seat, and seating them when it is vacant, as the statutes say. */
export function substituteRoutes(): Router {
  const router = express.Router()
  listRoutes(router)
  steppingInRoutes(router)
  withdrawalRoutes(router)
  return router
}

function listRoutes(router: Router): void {
  router.get('/kontor/pladser/:slug/suppleanter', requires('register.write'), (req: SeatRequest, res) =>
    showSubstitutes(req, res),
  )
  router.post(
    '/kontor/pladser/:slug/suppleanter',
    requires('register.write'),
    choice('from', ['form', 'votes']),
    async (req: SeatRequest, res: Response) => {
      const { slug } = req.params
      const byVotes = req.typed.from === 'votes'
      if (!byVotes)
        for (const check of [chosenId('person_id'), optionalWholeNumber('position')]) await check.run(req)
      await submit<SubstituteForm, unknown>(req, res, {
        act: async (form) =>
          byVotes
            ? registerRunnersUp(req.db, byOf(req), slug)
            : registerSubstitute(req.db, byOf(req), slug, form),
        again: (shown) => showSubstitutes(req, res, shown),
        done: () => paths.substitutes(slug),
        notice: 'statutes_versions.substitutes.registered',
      })
    },
  )
}

function steppingInRoutes(router: Router): void {
  router.get('/kontor/pladser/:slug/suppleant', requires('register.write'), (req: SeatRequest, res) =>
    showSteppingIn(req, res),
  )
  router.post(
    '/kontor/pladser/:slug/suppleant',
    requires('register.write'),
    chosenId('substitute_id'),
    date('starts_on'),
    optionalText('note', LONGEST.text),
    wholeNumber('seen'),
    async (req: SeatRequest, res: Response) => {
      const { slug } = req.params
      await submit<SteppingInForm, unknown>(req, res, {
        act: (form) => seatSubstitute(req.db, byOf(req), slug, form),
        again: (shown) => showSteppingIn(req, res, shown),
        done: () => paths.seat(slug),
        notice: 'statutes_versions.substitutes.seated',
      })
    },
  )
}

function withdrawalRoutes(router: Router): void {
  router.get('/kontor/suppleanter/:id/afmelding', requires('register.write'), (req: IdRequest, res) =>
    showWithdrawal(req, res),
  )
  router.post(
    '/kontor/suppleanter/:id/afmelding',
    requires('register.write'),
    text('note'),
    async (req: IdRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ note: string }, unknown>(req, res, {
        act: ({ note }) => withdrawSubstitute(req.db, byOf(req), id, note),
        again: (shown) => showWithdrawal(req, res, shown),
        done: () => paths.council,
        notice: 'statutes_versions.substitutes.withdrawn_done',
      })
    },
  )
}

async function showSubstitutes(req: SeatRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await substitutesPage(req, req.params.slug)
  const title = req.t('statutes_versions.substitutes.page_heading', { seat: page.label })
  show(req, res, 'office/council/substitutes/substitutes', { title, layout: 'office', page, ...shown })
}

async function showSteppingIn(req: SeatRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  try {
    const page = await substituteInPage(req, req.params.slug)
    const title = req.t('statutes_versions.substitutes.in_heading', { seat: page.label })
    show(req, res, 'office/council/substitutes/substitute_in', { title, layout: 'office', page, ...shown })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Whatever stands in the way is said on the seat's own page, which also says how the seat is filled instead.
    await showSeat(req, res, req.params.slug, { status: 409, errors: shown.errors ?? [explain(req, error)] })
  }
}

async function showWithdrawal(req: IdRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { id, person, area_name } = await getSubstitute(req.db, idFrom(req.params.id))
  const page = { name: person, area: area_name, action: paths.substituteWithdrawal(id), back: paths.council }
  const title = req.t('statutes_versions.substitutes.withdraw_heading', { name: person })
  show(req, res, 'office/council/substitutes/substitute_withdrawal', {
    title,
    layout: 'office',
    page,
    ...shown,
  })
}
