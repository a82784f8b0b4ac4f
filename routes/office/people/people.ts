import express, { type Request, type Response, type Router } from 'express'
import {
  changePerson,
  CONTACT_WAYS,
  registerPerson,
  type NewPersonForm,
  type PersonForm,
} from '../../../models/people/people.ts'
import { changePublications } from '../../../models/people/publications.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import {
  choice,
  date,
  dateQuery,
  LONGEST,
  optionalEmail,
  optionalId,
  optionalText,
  text,
  ticked,
} from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { peoplePage } from './people_pages.ts'
import { editPersonPage, newPersonPage, publicationPage } from './person_forms.ts'
import { personPage } from './person_page.ts'

type PersonRequest = Request<{ id: string }>

const contactFields = [
  text('name', LONGEST.name),
  choice('contact_by', CONTACT_WAYS),
  optionalId('contact_place_id'),
  optionalText('phone'),
  optionalEmail('email'),
  optionalText('postal_address'),
  ticked('protected_address'),
]

const publicationFields = [
  choice('publish_name', ['ja', 'nej']),
  ticked('publish_phone'),
  ticked('publish_email'),
]

interface PublicationFields {
  publish_name: 'ja' | 'nej'
  publish_phone: boolean
  publish_email: boolean
}

function publishing({ publish_name, publish_phone, publish_email }: PublicationFields) {
  return { name: publish_name === 'ja', phone: publish_phone, email: publish_email }
}

/** People: registered, read and corrected; and what each has agreed to have shown. */
export function peopleRoutes(): Router {
  const router = express.Router()
  router.get(paths.people, requires('register.read'), dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const page = await peoplePage(req, day)
    const title = req.t('register.people.heading')
    show(req, res, 'office/people/people', { title, layout: 'office', page, ...refused })
  })
  newPersonRoutes(router)
  router.get(
    '/kontor/personer/:id',
    requires('register.read'),
    dateQuery,
    async (req: PersonRequest, res) => {
      const { day, refused } = askedDay(req)
      const page = await personPage(req, idFrom(req.params.id), day)
      show(req, res, 'office/people/person', { title: page.name, layout: 'office', page, ...refused })
    },
  )
  editPersonRoutes(router)
  publicationRoutes(router)
  return router
}

function newPersonRoutes(router: Router): void {
  router.get(paths.newPerson, requires('register.write'), (req: Request, res: Response) =>
    showNewPerson(req, res),
  )
  router.post(
    paths.newPerson,
    requires('register.write'),
    ...contactFields,
    ...publicationFields,
    ticked('another'),
    optionalText('plads'),
    async (req: Request, res: Response) => {
      type Form = Omit<NewPersonForm, 'publish'> & PublicationFields & { plads?: string }
      const seat = typeof req.typed.plads === 'string' ? req.typed.plads : ''
      await submit<Form, { id: number }>(req, res, {
        act: (form) => registerPerson(req.db, byOf(req), { ...form, publish: publishing(form) }),
        again: (shown) => showNewPerson(req, res, shown),
        done: ({ id }) =>
          seat === '' ? paths.person(id) : `${paths.newMembership(encodeURIComponent(seat))}?person=${id}`,
        notice: 'register.person.registered',
      })
    },
  )
}

function editPersonRoutes(router: Router): void {
  router.get('/kontor/personer/:id/ret', requires('register.write'), (req: PersonRequest, res) =>
    showEditPerson(req, res),
  )
  router.post(
    '/kontor/personer/:id/ret',
    requires('register.write'),
    ...contactFields,
    text('seen'),
    async (req: PersonRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<PersonForm & { seen: string }, unknown>(req, res, {
        act: (form) => changePerson(req.db, byOf(req), id, form),
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
    ...publicationFields,
    date('decided_on'),
    async (req: PersonRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<PublicationFields & { decided_on: IsoDate }, unknown>(req, res, {
        act: ({ decided_on, ...form }) =>
          changePublications(req.db, byOf(req), id, { ...publishing(form), decided_on }),
        again: (shown) => showPublication(req, res, shown),
        done: () => paths.person(id),
        notice: 'register.publication.saved',
      })
    },
  )
}

async function showNewPerson(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await newPersonPage(req)
  show(req, res, 'office/people/person_form', { title: page.heading, layout: 'office', page, ...shown })
}

/** After a Conflict the form shows how things stand now, so that nobody saves over what they have not seen. */
async function showEditPerson(req: PersonRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const conflict = shown.status === 409
  const page = await editPersonPage(req, idFrom(req.params.id), conflict)
  const values = conflict ? {} : shown.values
  show(req, res, 'office/people/person_form', {
    ...{ title: page.heading, layout: 'office', page, ...shown },
    ...(values && { values }),
  })
}

async function showPublication(req: PersonRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await publicationPage(req, idFrom(req.params.id))
  const title = req.t('register.publication.heading')
  show(req, res, 'office/people/publication', { title, layout: 'office', page, ...shown })
}
