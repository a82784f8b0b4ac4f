import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { registerBody, type NewBodyForm } from '../../../models/bodies/acts.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { choice, dateQuery, LONGEST, optionalDate, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { bodiesPage, bodyPage } from './pages.ts'

type BodyRequest = Request<{ slug: string }>

/** The list of places and organisations, one of them, and writing in a new one. */
export function bodyListRoutes(): Router {
  const router = express.Router()
  router.get(paths.bodies, requires('register.read'), dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const page = await bodiesPage(req, day)
    show(req, res, 'office/bodies/list', {
      title: req.t('bodies.heading'),
      layout: 'office',
      page,
      ...refused,
    })
  })
  router.get(paths.newBody, requires('register.write'), (req: Request, res: Response) => {
    showNew(req, res)
  })
  router.post(
    paths.newBody,
    requires('register.write'),
    text('name', LONGEST.name),
    choice('kind', ['place', 'organisation']),
    optionalDate('active_from'),
    optionalDate('active_until'),
    async (req: Request, res: Response) => {
      await submit<NewBodyForm, { slug: string }>(req, res, {
        act: ({ name, kind, active_from, active_until }) =>
          registerBody(req.db, byOf(req), {
            ...{ name, kind, active_from: active_from || undefined, active_until: active_until || undefined },
          }),
        again: (shown) => {
          showNew(req, res, shown)
        },
        done: ({ slug }) => paths.body(slug),
        notice: 'bodies.registered',
      })
    },
  )
  router.get(
    '/kontor/organisationer/:slug',
    requires('register.read'),
    dateQuery,
    (req: BodyRequest, res) => {
      const { day, refused } = askedDay(req)
      return showBody(req, res, refused, day)
    },
  )
  return router
}

function showNew(req: Request, res: Response, shown: Partial<Again> = {}): void {
  const page = { action: paths.newBody, back: paths.bodies }
  show(req, res, 'office/bodies/new', { title: req.t('bodies.new'), layout: 'office', page, ...shown })
}

/** A body as it stands, or stood on a day; also where an act came too late, with what stood in the way. */
export async function showBody(
  req: BodyRequest,
  res: Response,
  shown: Partial<Again> = {},
  day?: IsoDate,
): Promise<void> {
  const page = await bodyPage(req, req.params.slug, day)
  show(req, res, 'office/bodies/body', { title: page.name, layout: 'office', page, ...shown })
}
