import express, { type Request, type Response, type Router } from 'express'
import {
  changeContact,
  moveBody,
  renameBody,
  type ContactForm,
  type MoveForm,
  type RenameForm,
} from '../../../models/bodies/acts.ts'
import { endBody, type EndingForm } from '../../../models/bodies/ending.ts'
import { requires } from '../../web/access.ts'
import { choice, date, LONGEST, optionalEmail, optionalId, optionalText, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { formPage } from './forms.ts'
import { showBody } from './list.ts'

type BodyRequest = Request<{ slug: string }>
type Kind = 'name' | 'address' | 'contact' | 'ending'

/** A new name, a new address, another contact, an end: each from a day, so that older papers stay true. */
export function bodyChangeRoutes(): Router {
  const router = express.Router()
  for (const [kind, tail] of [
    ['name', 'navn'],
    ['address', 'adresse'],
    ['contact', 'kontakt'],
    ['ending', 'ophoer'],
  ] as const) {
    router.get(
      `/kontor/organisationer/:slug/${tail}`,
      requires('register.write'),
      (req: BodyRequest, res: Response) => showForm(req, res, kind),
    )
  }
  router.post(
    '/kontor/organisationer/:slug/navn',
    requires('register.write'),
    text('name', LONGEST.name),
    date('effective_on'),
    text('reason', LONGEST.text),
    (req: BodyRequest, res: Response) =>
      submit<RenameForm, unknown>(req, res, {
        act: (form) => renameBody(req.db, byOf(req), req.params.slug, form),
        ...around(req, res, 'name'),
      }),
  )
  router.post(
    '/kontor/organisationer/:slug/adresse',
    requires('register.write'),
    text('address'),
    date('effective_on'),
    text('reason', LONGEST.text),
    (req: BodyRequest, res: Response) =>
      submit<MoveForm, unknown>(req, res, {
        act: (form) => moveBody(req.db, byOf(req), req.params.slug, form),
        ...around(req, res, 'address'),
      }),
  )
  router.post(
    '/kontor/organisationer/:slug/kontakt',
    requires('register.write'),
    text('name', LONGEST.name),
    optionalEmail('email'),
    optionalText('phone'),
    optionalText('postal_address'),
    (req: BodyRequest, res: Response) =>
      submit<ContactForm, unknown>(req, res, {
        act: (form) => changeContact(req.db, byOf(req), req.params.slug, form),
        ...around(req, res, 'contact'),
      }),
  )
  router.post(
    '/kontor/organisationer/:slug/ophoer',
    requires('register.write'),
    choice('kind', ['closed', 'replaced', 'merged']),
    date('effective_on'),
    optionalId('into_id'),
    optionalText('into_name', LONGEST.name),
    text('decided_by'),
    date('decided_on'),
    text('reason', LONGEST.text),
    (req: BodyRequest, res: Response) =>
      submit<EndingForm, unknown>(req, res, {
        act: (form) => endBody(req.db, byOf(req), req.params.slug, form),
        ...around(req, res, 'ending'),
      }),
  )
  return router
}

/** What every one of these forms does besides its act: comes back with what to mend, or goes to the body's page. */
function around(req: BodyRequest, res: Response, kind: Kind) {
  return {
    again: (shown: Again) =>
      shown.status === 409 ? showBody(req, res, shown) : showForm(req, res, kind, shown),
    done: () => paths.body(req.params.slug),
    notice: 'bodies.saved',
  }
}

async function showForm(
  req: BodyRequest,
  res: Response,
  kind: Kind,
  shown: Partial<Again> = {},
): Promise<void> {
  const page = await formPage(req, req.params.slug)
  const title = req.t(`bodies.form.${kind}`)
  show(req, res, `office/bodies/${kind}`, { title, layout: 'office', page, ...shown })
}
