import express, { type Request, type Response, type Router } from 'express'
import { listBodies } from '../../../models/bodies/index.ts'
import type { IsoDate } from '../../../models/core/index.ts'
import { listPeople } from '../../../models/council/index.ts'
import * as peopleModel from '../../../models/people/index.ts'
import { listErasuresOf, personLife } from '../../../models/privacy/index.ts'
import { listOffices, statutesOn } from '../../../models/statutes/index.ts'
import * as peoplePages from '../../../views/office/people/index.ts'
import * as web from '../../web/index.ts'
import * as fields from '../../web/fields.ts'

type PersonRequest = Request<{ id: string }>
const personId = web.idIn('person')

const contactFields = [
  fields.text('name', fields.LONGEST.name),
  fields.choice('contact_by', peopleModel.CONTACT_WAYS),
  fields.optionalId('contact_place_id', 'body'),
  fields.optionalText('phone'),
  fields.optionalEmail('email'),
  fields.optionalText('postal_address'),
  fields.ticked('protected_address'),
] as const

const publicationFields = [
  fields.choice('publish_name', ['ja', 'nej']),
  fields.ticked('publish_phone'),
  fields.ticked('publish_email'),
] as const

const newForm = fields.form(
  ...contactFields,
  ...publicationFields,
  fields.ticked('another'),
  fields.optionalText('plads'),
)
const editForm = fields.form(...contactFields, fields.text('seen'))
const publicationForm = fields.form(...publicationFields, fields.date('decided_on', 'past'))

function publishing(typed: fields.ShapeOf<typeof publicationFields>) {
  return { name: typed.publish_name === 'ja', phone: typed.publish_phone, email: typed.publish_email }
}

export function peopleRoutes(): Router {
  const router = express.Router()
  router.get(
    web.paths.people,
    web.requires('register.read'),
    fields.dateQuery,
    async (req: Request, res: Response) => {
      const { day, refused } = web.askedDay(req)
      const people = await listPeople(req.db, day ?? req.clock.today())
      const page = peoplePages.peoplePage(web.readerOf(req), day, people)
      const title = req.t('register.people.heading')
      web.show(req, res, 'office/people/people', { title, page, ...refused })
    },
  )
  newPersonRoutes(router)
  router.get(
    '/kontor/personer/:id',
    web.requires('register.read'),
    fields.dateQuery,
    (req: PersonRequest, res) => {
      const { day, refused } = web.askedDay(req)
      return showPerson(req, res, refused, day)
    },
  )
  editPersonRoutes(router)
  publicationRoutes(router)
  return router
}

function newPersonRoutes(router: Router): void {
  router.get(web.paths.newPerson, web.requires('register.write'), (req: Request, res: Response) =>
    showNewPerson(req, res, req.query.plads),
  )
  router.post(
    web.paths.newPerson,
    web.requires('register.write'),
    web.submits(newForm, {
      act: (req: Request, typed) =>
        peopleModel.registerPerson(req.db, web.byOf(req), { ...typed, publish: publishing(typed) }),
      again: (req, res, shown) => showNewPerson(req, res, req.typed.plads, shown),
      done: (req, { id }) =>
        typeof req.typed.plads === 'string' && req.typed.plads !== ''
          ? `${web.paths.newMembership(encodeURIComponent(req.typed.plads))}?person=${id}`
          : web.paths.person(id),
      notice: 'register.person.registered',
    }),
  )
}

function editPersonRoutes(router: Router): void {
  router.get('/kontor/personer/:id/ret', web.requires('register.write'), web.shows(showEditPerson))
  router.post(
    '/kontor/personer/:id/ret',
    web.requires('register.write'),
    web.submits(editForm, {
      act: (req, typed) => peopleModel.changePerson(req.db, web.byOf(req), personId(req), typed),
      again: showEditPerson,
      done: (req) => web.paths.person(personId(req)),
      notice: 'register.person.changed',
    }),
  )
}

function publicationRoutes(router: Router): void {
  router.get('/kontor/personer/:id/offentligt', web.requires('register.write'), web.shows(showPublication))
  router.post(
    '/kontor/personer/:id/offentligt',
    web.requires('register.write'),
    web.submits(publicationForm, {
      act: (req, { decided_on, ...typed }) =>
        peopleModel.changePublications(req.db, web.byOf(req), personId(req), {
          ...publishing(typed),
          decided_on,
        }),
      again: showPublication,
      done: (req) => web.paths.person(personId(req)),
      notice: 'register.publication.saved',
    }),
  )
}

async function showPerson(
  req: PersonRequest,
  res: Response,
  shown: web.Shown,
  asked: IsoDate | undefined,
): Promise<void> {
  const id = personId(req)
  const today = req.clock.today()
  const page = peoplePages.personPage(web.readerOf(req), asked, {
    person: await peopleModel.getPerson(req.db, id),
    life: await personLife(req.db, id, { today, by: asked === today ? undefined : asked }),
    statutes: (await statutesOn(req.db, asked ?? today)).statutes,
    known: await listOffices(req.db),
    publications: (await peopleModel.publicationsOf(req.db, [id])).get(id),
    erasures: await listErasuresOf(req.db, id),
    places: await listBodies(req.db, today),
    isOwn: web.userOf(req).personId === id,
  })
  web.show(req, res, 'office/people/person', { title: page.name, page, ...shown })
}

async function showNewPerson(
  req: Request,
  res: Response,
  plads: unknown,
  shown: web.Shown = {},
): Promise<void> {
  const { name } = req.typed
  const sameName = typeof name === 'string' && (await peopleModel.findSameName(req.db, name)) !== undefined
  const places = await listBodies(req.db, req.clock.today())
  const page = peoplePages.newPersonPage(web.readerOf(req), places, {
    seat: typeof plads === 'string' ? plads : '',
    sameName,
  })
  web.show(req, res, 'office/people/person_form', { title: page.heading, page, ...shown })
}

/** After a Conflict the form shows how things stand now, so that the secretary saves over nothing unseen. */
async function showEditPerson(req: PersonRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const conflict = shown.status === 409
  const person = await peopleModel.getPerson(req.db, personId(req))
  const places = await listBodies(req.db, req.clock.today())
  const known = { person, seen: peopleModel.versionOf(person), typed: conflict ? req.typed : {} }
  const page = peoplePages.editPersonPage(web.readerOf(req), places, known)
  web.show(req, res, 'office/people/person_form', {
    ...{ title: page.heading, page, ...shown },
    ...(conflict && { values: {} }),
  })
}

async function showPublication(req: PersonRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const id = personId(req)
  const now = (await peopleModel.publicationsOf(req.db, [id])).get(id)
  const page = peoplePages.publicationPage(web.readerOf(req), await peopleModel.getPerson(req.db, id), now)
  const title = req.t('register.publication.heading')
  web.show(req, res, 'office/people/publication', { title, page, ...shown })
}
