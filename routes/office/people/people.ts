import express, { type Request, type Response, type Router } from 'express'
import { listBodies } from '../../../models/bodies/bodies.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listPeople } from '../../../models/council/people_with_seats.ts'
import { CONTACT_WAYS } from '../../../models/people/fields.ts'
import {
  changePerson,
  findSameName,
  getPerson,
  registerPerson,
  versionOf,
} from '../../../models/people/people.ts'
import { changePublications, publicationsOf } from '../../../models/people/publications.ts'
import { listErasuresOf } from '../../../models/privacy/erasures.ts'
import { personLife } from '../../../models/privacy/person_life.ts'
import { listOffices, statutesOn } from '../../../models/statutes/versions.ts'
import { peoplePage } from '../../../views/office/people/people.page.ts'
import { personPage } from '../../../views/office/people/person.page.ts'
import { editPersonPage, newPersonPage } from '../../../views/office/people/person_form.page.ts'
import { publicationPage } from '../../../views/office/people/publication.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires, userOf } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { choice, date, dateQuery, form, LONGEST, text, ticked, type ShapeOf } from '../../web/fields.ts'
import { optionalEmail, optionalId, optionalText } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

type PersonRequest = Request<{ id: string }>

const contactFields = [
  text('name', LONGEST.name),
  choice('contact_by', CONTACT_WAYS),
  optionalId('contact_place_id'),
  optionalText('phone'),
  optionalEmail('email'),
  optionalText('postal_address'),
  ticked('protected_address'),
] as const

const publicationFields = [
  choice('publish_name', ['ja', 'nej']),
  ticked('publish_phone'),
  ticked('publish_email'),
] as const

const newForm = form(...contactFields, ...publicationFields, ticked('another'), optionalText('plads'))
const editForm = form(...contactFields, text('seen'))
const publicationForm = form(...publicationFields, date('decided_on'))

function publishing(typed: ShapeOf<typeof publicationFields>) {
  return { name: typed.publish_name === 'ja', phone: typed.publish_phone, email: typed.publish_email }
}

export function peopleRoutes(): Router {
  const router = express.Router()
  router.get(paths.people, requires('register.read'), dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const people = await listPeople(req.db, day ?? req.clock.today())
    const page = peoplePage(readerOf(req), day, people)
    const title = req.t('register.people.heading')
    show(req, res, 'office/people/people', { title, layout: 'office', page, ...refused })
  })
  newPersonRoutes(router)
  router.get('/kontor/personer/:id', requires('register.read'), dateQuery, (req: PersonRequest, res) => {
    const { day, refused } = askedDay(req)
    return showPerson(req, res, refused, day)
  })
  editPersonRoutes(router)
  publicationRoutes(router)
  return router
}

function newPersonRoutes(router: Router): void {
  router.get(paths.newPerson, requires('register.write'), (req: Request, res: Response) =>
    showNewPerson(req, res, req.query.plads),
  )
  router.post(paths.newPerson, requires('register.write'), newForm, async (req: Request, res: Response) => {
    const { plads } = req.typed
    const seat = typeof plads === 'string' ? plads : ''
    await submit(req, res, newForm, {
      act: (typed) => registerPerson(req.db, byOf(req), { ...typed, publish: publishing(typed) }),
      again: (shown) => showNewPerson(req, res, plads, shown),
      done: ({ id }) =>
        seat === '' ? paths.person(id) : `${paths.newMembership(encodeURIComponent(seat))}?person=${id}`,
      notice: 'register.person.registered',
    })
  })
}

function editPersonRoutes(router: Router): void {
  router.get('/kontor/personer/:id/ret', requires('register.write'), (req: PersonRequest, res) =>
    showEditPerson(req, res),
  )
  router.post(
    '/kontor/personer/:id/ret',
    requires('register.write'),
    editForm,
    async (req: PersonRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, editForm, {
        act: (typed) => changePerson(req.db, byOf(req), id, typed),
        again: (shown) => showEditPerson(req, res, shown),
        done: () => paths.person(id),
        notice: 'register.person.changed',
      })
    },
  )
}

function publicationRoutes(router: Router): void {
  router.get('/kontor/personer/:id/offentligt', requires('register.write'), (req: PersonRequest, res) =>
    showPublication(req, res),
  )
  router.post(
    '/kontor/personer/:id/offentligt',
    requires('register.write'),
    publicationForm,
    async (req: PersonRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, publicationForm, {
        act: ({ decided_on, ...typed }) =>
          changePublications(req.db, byOf(req), id, { ...publishing(typed), decided_on }),
        again: (shown) => showPublication(req, res, shown),
        done: () => paths.person(id),
        notice: 'register.publication.saved',
      })
    },
  )
}

async function showPerson(
  req: PersonRequest,
  res: Response,
  shown: Partial<Again>,
  asked: IsoDate | undefined,
): Promise<void> {
  const id = idFrom(req.params.id)
  const today = req.clock.today()
  const page = personPage(readerOf(req), asked, {
    person: await getPerson(req.db, id),
    life: await personLife(req.db, id, { today, by: asked === today ? undefined : asked }),
    statutes: (await statutesOn(req.db, asked ?? today)).statutes,
    known: await listOffices(req.db),
    publications: (await publicationsOf(req.db, [id])).get(id),
    erasures: await listErasuresOf(req.db, id),
    places: await listBodies(req.db, today),
    isOwn: userOf(req).personId === id,
  })
  show(req, res, 'office/people/person', { title: page.name, layout: 'office', page, ...shown })
}

async function showNewPerson(
  req: Request,
  res: Response,
  plads: unknown,
  shown: Partial<Again> = {},
): Promise<void> {
  const { name } = req.typed
  const sameName = typeof name === 'string' && (await findSameName(req.db, name)) !== undefined
  const places = await listBodies(req.db, req.clock.today())
  const page = newPersonPage(readerOf(req), places, {
    seat: typeof plads === 'string' ? plads : '',
    sameName,
  })
  show(req, res, 'office/people/person_form', { title: page.heading, layout: 'office', page, ...shown })
}

/** After a Conflict the form shows how things stand now, so that the secretary saves over nothing unseen. */
async function showEditPerson(req: PersonRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const conflict = shown.status === 409
  const person = await getPerson(req.db, idFrom(req.params.id))
  const places = await listBodies(req.db, req.clock.today())
  const known = { person, seen: versionOf(person), typed: conflict ? req.typed : {} }
  const page = editPersonPage(readerOf(req), places, known)
  show(req, res, 'office/people/person_form', {
    ...{ title: page.heading, layout: 'office', page, ...shown },
    ...(conflict && { values: {} }),
  })
}

async function showPublication(req: PersonRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const id = idFrom(req.params.id)
  const now = (await publicationsOf(req.db, [id])).get(id)
  const page = publicationPage(readerOf(req), await getPerson(req.db, id), now)
  const title = req.t('register.publication.heading')
  show(req, res, 'office/people/publication', { title, layout: 'office', page, ...shown })
}
