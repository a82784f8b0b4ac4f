import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import {
  changeAccount,
  getAccount,
  inviteAccount,
  listAccounts,
  versionOf,
  type AccountForm,
} from '../../../models/accounts/accounts.ts'
import { allows, ROLES } from '../../../models/accounts/permissions.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { listPeople } from '../../../models/council/people_with_seats.ts'
import { accountPage } from '../../../views/office/accounts/account.page.ts'
import { accountsPage } from '../../../views/office/accounts/accounts.page.ts'
import { newPage, type NewPage } from '../../../views/office/accounts/new.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires, userOf } from '../../web/access.ts'
import {
  choice,
  chosenIds,
  email,
  field,
  form,
  LONGEST,
  optionalId,
  text,
  type FormOf,
} from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

export type AccountRequest = Request<{ id: string }>

const accountFields = [
  text('name', LONGEST.name),
  email('email'),
  choice('role', ROLES),
  chosenIds('places'),
  optionalId('person_id'),
] as const
const newForm = form(...accountFields)
const changeForm = form(...accountFields, field<{ seen: string }>(body('seen').isString()))

export function manageRoutes(): Router {
  const router = express.Router()
  router.get(paths.accounts, requires('accounts.read'), async (req: Request, res: Response) => {
    const page = accountsPage(
      readerOf(req),
      await listAccounts(req.db),
      await listBodies(req.db, req.clock.today()),
    )
    show(req, res, 'office/accounts/accounts', { title: req.t('accounts.heading'), layout: 'office', page })
  })
  router.get(paths.newAccount, requires('accounts.manage'), async (req: Request, res: Response) => {
    await showNew(req, res)
  })
  router.post(paths.newAccount, requires('accounts.manage'), newForm, async (req: Request, res: Response) => {
    await submit(req, res, newForm, {
      act: (typed) => inviteAccount(req.db, byOf(req), accountFrom(typed)),
      done: ({ id }) => paths.account(id),
      again: (shown) => showNew(req, res, shown),
      notice: 'accounts.invited',
    })
  })
  router.get('/kontor/konti/:id', requires('accounts.manage'), async (req: AccountRequest, res: Response) => {
    await showAccount(req, res)
  })
  router.post(
    '/kontor/konti/:id',
    requires('accounts.manage'),
    changeForm,
    async (req: AccountRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, changeForm, {
        act: async ({ seen, ...typed }) => {
          await changeAccount(req.db, byOf(req), id, { ...accountFrom(typed), seen })
          return typed
        },
        // An administrator who has just given up that role may not see the accounts any more.
        done: ({ role }) =>
          userOf(req).id === id && !allows(role, 'accounts.manage') ? paths.office : paths.accounts,
        again: (shown) => showAccount(req, res, shown),
        notice: 'accounts.changed',
      })
    },
  )
  return router
}

function accountFrom({ person_id, ...typed }: FormOf<typeof newForm>): AccountForm {
  return { ...typed, personId: person_id ?? null }
}

async function showNew(req: Request, res: Response, shown?: Again): Promise<void> {
  const page = await choicesFor(req)
  const title = req.t('accounts.new_heading')
  show(req, res, 'office/accounts/new', { title, layout: 'office', page, ...shown })
}

export async function showAccount(req: AccountRequest, res: Response, shown?: Partial<Again>): Promise<void> {
  const account = await getAccount(req.db, idFrom(req.params.id))
  const page = accountPage(readerOf(req), await choicesFor(req), account, versionOf(account))
  show(req, res, 'office/accounts/account', { title: account.name, layout: 'office', page, ...shown })
}

async function choicesFor(req: Request): Promise<NewPage> {
  const today = req.clock.today()
  return newPage(readerOf(req), await listPeople(req.db, today), await listBodies(req.db, today))
}
