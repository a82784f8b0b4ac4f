import express, { type Request, type Response, type Router } from 'express'
import * as bodiesModel from '../../../models/bodies/index.ts'
import type { By, Db, IsoDate } from '../../../models/core/index.ts'
import { listDecisionsAbout, listEndingsInTerm } from '../../../models/council/index.ts'
import * as bodiesPages from '../../../views/office/bodies/index.ts'
import * as web from '../../web/index.ts'
import * as fields from '../../web/fields.ts'
import { mergerRoutes } from './mergers.ts'

type BodyRequest = Request<{ slug: string }>

const newForm = fields.form(
  fields.text('name', fields.LONGEST.name),
  fields.choice('kind', ['place', 'organisation']),
  fields.optionalDate('active_from'),
  fields.optionalDate('active_until'),
)

const nameForm = fields.form(
  fields.text('name', fields.LONGEST.name),
  fields.date('effective_on'),
  fields.text('reason', fields.LONGEST.text),
)

const addressForm = fields.form(
  fields.text('address'),
  fields.date('effective_on'),
  fields.text('reason', fields.LONGEST.text),
)

const contactForm = fields.form(
  fields.text('name', fields.LONGEST.name),
  fields.optionalEmail('email'),
  fields.optionalText('phone'),
  fields.optionalText('postal_address'),
)

const endingForm = fields.form(
  fields.choice('kind', ['closed', 'replaced', 'merged']),
  fields.date('effective_on'),
  fields.optionalId('into_id', 'body'),
  fields.optionalText('into_name', fields.LONGEST.name),
  fields.text('decided_by'),
  fields.date('decided_on', 'past'),
  fields.text('reason', fields.LONGEST.text),
)

export function bodyRoutes(): Router {
  const router = express.Router()
  router.get(
    web.paths.bodies,
    web.requires('register.read'),
    fields.dateQuery,
    async (req: Request, res: Response) => {
      const { day, refused } = web.askedDay(req)
      const bodies = await bodiesModel.listBodiesInFull(req.db, day ?? req.clock.today())
      const page = bodiesPages.bodiesPage(web.readerOf(req), day, bodies)
      web.show(req, res, 'office/bodies/bodies', { title: req.t('bodies.heading'), page, ...refused })
    },
  )
  router.get(web.paths.newBody, web.requires('register.write'), web.shows(showNew))
  router.post(
    web.paths.newBody,
    web.requires('register.write'),
    web.submits(newForm, {
      act: (req, typed) => bodiesModel.registerBody(req.db, web.byOf(req), typed),
      again: showNew,
      done: (_req, { slug }) => web.paths.body(slug),
      notice: 'bodies.registered',
    }),
  )
  router.get(
    '/kontor/organisationer/:slug',
    web.requires('register.read'),
    fields.dateQuery,
    (req: BodyRequest, res) => {
      const { day, refused } = web.askedDay(req)
      return showBody(req, res, refused, day)
    },
  )
  changeRoutes(router)
  router.use(mergerRoutes())
  return router
}

/** Each change holds from a day, so that older papers stay true. */
function changeRoutes(router: Router): void {
  changeRoute(router, 'navn', nameForm, bodiesModel.renameBody, (req, res, body, shown) => {
    const title = req.t('bodies.form.name')
    const page = bodiesPages.namePage(web.readerOf(req), body)
    web.show(req, res, 'office/bodies/name', { ...shown, title, page })
  })
  changeRoute(router, 'adresse', addressForm, bodiesModel.moveBody, (req, res, body, shown) => {
    const title = req.t('bodies.form.address')
    const page = bodiesPages.addressPage(web.readerOf(req), body)
    web.show(req, res, 'office/bodies/address', { ...shown, title, page })
  })
  changeRoute(router, 'kontakt', contactForm, bodiesModel.changeContact, (req, res, body, shown) => {
    const title = req.t('bodies.form.contact')
    web.show(req, res, 'office/bodies/contact', { ...shown, title, page: bodiesPages.contactPage(body) })
  })
  changeRoute(router, 'ophoer', endingForm, bodiesModel.endBody, async (req, res, body, shown) => {
    const title = req.t('bodies.form.ending')
    const page = bodiesPages.endingPage(
      web.readerOf(req),
      body,
      await bodiesModel.listBodies(req.db, req.clock.today()),
    )
    web.show(req, res, 'office/bodies/ending', { ...shown, title, page })
  })
}

type ShowChange = (
  req: Request,
  res: Response,
  body: bodiesModel.BodyInFull,
  shown: web.Shown,
) => Promise<void> | void

function changeRoute<Shape extends object>(
  router: Router,
  tail: string,
  checks: fields.Form<Shape>,
  act: (db: Db, by: By, slug: string, typed: Shape) => Promise<unknown>,
  showChange: ShowChange,
): void {
  const showForm = async (req: BodyRequest, res: Response, shown: web.Shown = {}) => {
    const body = await bodiesModel.getBodyInFull(req.db, req.params.slug, req.clock.today())
    await showChange(req, res, body, shown)
  }
  const address = `/kontor/organisationer/:slug/${tail}`
  router.get(address, web.requires('register.write'), web.shows(showForm))
  router.post(
    address,
    web.requires('register.write'),
    web.submits(checks, {
      act: (req: BodyRequest, typed) => act(req.db, web.byOf(req), req.params.slug, typed),
      again: (req, res, shown) =>
        shown.status === 409 ? showBody(req, res, shown) : showForm(req, res, shown),
      done: (req) => web.paths.body(req.params.slug),
      notice: 'bodies.saved',
    }),
  )
}

function showNew(req: Request, res: Response, shown: web.Shown = {}): void {
  web.show(req, res, 'office/bodies/new', { title: req.t('bodies.new'), ...shown })
}

/** The page is also shown when an act came too late, with what stood in the way. */
async function showBody(
  req: BodyRequest,
  res: Response,
  shown: web.Shown = {},
  asked?: IsoDate,
): Promise<void> {
  const today = req.clock.today()
  const body = await bodiesModel.getBodyInFull(req.db, req.params.slug, asked ?? today)
  const page = bodiesPages.bodyPage(web.readerOf(req), asked, {
    body,
    mergers: await bodiesModel.listMergers(req.db),
    endings: await listEndingsInTerm(req.db, today),
    decided: await listDecisionsAbout(req.db, body.id),
  })
  web.show(req, res, 'office/bodies/body', { title: page.name, page, ...shown })
}
