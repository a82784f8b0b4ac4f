import express, { type Request, type Response, type Router } from 'express'
import { changeContact, moveBody, registerBody, renameBody } from '../../../models/bodies/acts.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { getBodyInFull, listBodiesInFull, type BodyInFull } from '../../../models/bodies/body_in_full.ts'
import { endBody } from '../../../models/bodies/ending.ts'
import { listMergers } from '../../../models/bodies/mergers.ts'
import type { By } from '../../../models/core/audit.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { listEndingsInTerm } from '../../../models/council/places_over_time.ts'
import { listDecisionsAbout } from '../../../models/council/seat_decisions.ts'
import { addressPage } from '../../../views/office/bodies/address.page.ts'
import { bodiesPage } from '../../../views/office/bodies/bodies.page.ts'
import { bodyPage } from '../../../views/office/bodies/body.page.ts'
import { contactPage } from '../../../views/office/bodies/contact.page.ts'
import { endingPage } from '../../../views/office/bodies/ending.page.ts'
import { namePage } from '../../../views/office/bodies/name.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { choice, date, dateQuery, form, LONGEST, optionalDate, text, type Form } from '../../web/fields.ts'
import { optionalEmail, optionalId, optionalText } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { readerOf } from '../../web/reader.ts'
import { show, type Rendering } from '../../web/views.ts'
import { mergerRoutes } from './mergers.ts'

type BodyRequest = Request<{ slug: string }>

const newForm = form(
  text('name', LONGEST.name),
  choice('kind', ['place', 'organisation']),
  optionalDate('active_from'),
  optionalDate('active_until'),
)

const nameForm = form(text('name', LONGEST.name), date('effective_on'), text('reason', LONGEST.text))

const addressForm = form(text('address'), date('effective_on'), text('reason', LONGEST.text))

const contactForm = form(
  text('name', LONGEST.name),
  optionalEmail('email'),
  optionalText('phone'),
  optionalText('postal_address'),
)

const endingForm = form(
  choice('kind', ['closed', 'replaced', 'merged']),
  date('effective_on'),
  optionalId('into_id'),
  optionalText('into_name', LONGEST.name),
  text('decided_by'),
  date('decided_on'),
  text('reason', LONGEST.text),
)

export function bodyRoutes(): Router {
  const router = express.Router()
  router.get(paths.bodies, requires('register.read'), dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const bodies = await listBodiesInFull(req.db, day ?? req.clock.today())
    const page = bodiesPage(readerOf(req), day, bodies)
    show(req, res, 'office/bodies/bodies', {
      title: req.t('bodies.heading'),
      layout: 'office',
      page,
      ...refused,
    })
  })
  router.get(paths.newBody, requires('register.write'), (req: Request, res: Response) => {
    showNew(req, res)
  })
  router.post(paths.newBody, requires('register.write'), newForm, async (req: Request, res: Response) => {
    await submit(req, res, newForm, {
      act: (typed) => registerBody(req.db, byOf(req), typed),
      again: (shown) => showNew(req, res, shown),
      done: ({ slug }) => paths.body(slug),
      notice: 'bodies.registered',
    })
  })
  router.get(
    '/kontor/organisationer/:slug',
    requires('register.read'),
    dateQuery,
    (req: BodyRequest, res) => {
      const { day, refused } = askedDay(req)
      return showBody(req, res, refused, day)
    },
  )
  changeRoutes(router)
  router.use(mergerRoutes())
  return router
}

/** Each change holds from a day, so that older papers stay true. */
function changeRoutes(router: Router): void {
  changeRoute(router, 'navn', nameForm, renameBody, (req, res, body, shown) => {
    const title = req.t('bodies.form.name')
    show(req, res, 'office/bodies/name', { ...shown, title, page: namePage(readerOf(req), body) })
  })
  changeRoute(router, 'adresse', addressForm, moveBody, (req, res, body, shown) => {
    const title = req.t('bodies.form.address')
    show(req, res, 'office/bodies/address', { ...shown, title, page: addressPage(readerOf(req), body) })
  })
  changeRoute(router, 'kontakt', contactForm, changeContact, (req, res, body, shown) => {
    const title = req.t('bodies.form.contact')
    show(req, res, 'office/bodies/contact', { ...shown, title, page: contactPage(body) })
  })
  changeRoute(router, 'ophoer', endingForm, endBody, async (req, res, body, shown) => {
    const title = req.t('bodies.form.ending')
    const page = endingPage(readerOf(req), body, await listBodies(req.db, req.clock.today()))
    show(req, res, 'office/bodies/ending', { ...shown, title, page })
  })
}

type ShowChange = (
  req: Request,
  res: Response,
  body: BodyInFull,
  shown: Pick<Rendering, 'layout'> & Partial<Again>,
) => Promise<void> | void

function changeRoute<Shape extends object>(
  router: Router,
  tail: string,
  checks: Form<Shape>,
  act: (db: Db, by: By, slug: string, typed: Shape) => Promise<unknown>,
  showChange: ShowChange,
): void {
  const showForm = async (req: BodyRequest, res: Response, shown: Partial<Again> = {}) => {
    const body = await getBodyInFull(req.db, req.params.slug, req.clock.today())
    await showChange(req, res, body, { layout: 'office', ...shown })
  }
  const address = `/kontor/organisationer/:slug/${tail}`
  router.get(address, requires('register.write'), (req: BodyRequest, res: Response) => showForm(req, res))
  router.post(address, requires('register.write'), checks, async (req: BodyRequest, res: Response) => {
    await submit(req, res, checks, {
      act: (typed) => act(req.db, byOf(req), req.params.slug, typed),
      again: (shown) => (shown.status === 409 ? showBody(req, res, shown) : showForm(req, res, shown)),
      done: () => paths.body(req.params.slug),
      notice: 'bodies.saved',
    })
  })
}

function showNew(req: Request, res: Response, shown: Partial<Again> = {}): void {
  show(req, res, 'office/bodies/new', { title: req.t('bodies.new'), layout: 'office', ...shown })
}

/** The page is also shown when an act came too late, with what stood in the way. */
async function showBody(
  req: BodyRequest,
  res: Response,
  shown: Partial<Again> = {},
  asked?: IsoDate,
): Promise<void> {
  const today = req.clock.today()
  const body = await getBodyInFull(req.db, req.params.slug, asked ?? today)
  const page = bodyPage(readerOf(req), asked, {
    body,
    mergers: await listMergers(req.db),
    endings: await listEndingsInTerm(req.db, today),
    decided: await listDecisionsAbout(req.db, body.id),
  })
  show(req, res, 'office/bodies/body', { title: page.name, layout: 'office', page, ...shown })
}
