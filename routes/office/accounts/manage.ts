import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import { changeAccount, inviteAccount, ROLES, type AccountForm } from '../../../models/accounts/accounts.ts'
import type { Role } from '../../../models/accounts/tables.ts'
import { requires, userOf } from '../../web/access.ts'
import { allows } from '../../../models/accounts/permissions.ts'
import { choice, chosenIds, email, LONGEST, optionalId, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { accountFormPage, accountPage, accountsPage } from './pages.ts'

const accountFields = [
  text('name', LONGEST.name),
  email('email'),
  choice('role', ROLES),
  chosenIds('places'),
  optionalId('person_id'),
]

interface TypedAccount {
  name: string
  email: string
  role: Role
  places: number[]
  person_id?: number | ''
}

/** The accounts: who has one, a new one, and what one may do. */
export function manageRoutes(): Router {
  const router = express.Router()
  router.get(paths.accounts, requires('accounts.read'), async (req: Request, res: Response) => {
    const page = await accountsPage(req)
    show(req, res, 'office/accounts/accounts', { title: req.t('accounts.heading'), layout: 'office', page })
  })
  router.get(paths.newAccount, requires('accounts.manage'), async (req: Request, res: Response) => {
    await showNew(req, res)
  })
  router.post(
    paths.newAccount,
    requires('accounts.manage'),
    ...accountFields,
    async (req: Request, res: Response) => {
      await submit<TypedAccount, { id: number }>(req, res, {
        act: (form) => inviteAccount(req.db, byOf(req), formOf(form)),
        done: ({ id }) => paths.account(id),
        again: (shown) => showNew(req, res, shown),
        notice: 'accounts.invited',
      })
    },
  )
  router.get(
    '/kontor/konti/:id',
    requires('accounts.manage'),
    async (req: Request<{ id: string }>, res: Response) => {
      await showAccount(req, res)
    },
  )
  router.post(
    '/kontor/konti/:id',
    requires('accounts.manage'),
    ...accountFields,
    body('seen').isString(),
    async (req: Request<{ id: string }>, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedAccount & { seen: string }, unknown>(req, res, {
        act: (form) => changeAccount(req.db, byOf(req), id, { ...formOf(form), seen: form.seen }),
        done: () => nextPage(req, id),
        again: (shown) => showAccount(req, res, shown),
        notice: 'accounts.changed',
      })
    },
  )
  return router
}

/** Whoever has just taken the accounts away from themselves cannot be led back to them. */
function nextPage(req: Request<{ id: string }>, id: number): string {
  const { role } = req.body as { role: Role }
  return userOf(req).id === id && !allows(role, 'accounts.manage') ? paths.office : paths.accounts
}

function formOf({ person_id, ...form }: TypedAccount): AccountForm {
  return { ...form, personId: person_id === undefined || person_id === '' ? null : person_id }
}

async function showNew(req: Request, res: Response, shown?: Again): Promise<void> {
  const page = await accountFormPage(req)
  const title = req.t('accounts.new_heading')
  show(req, res, 'office/accounts/new', { title, layout: 'office', page, ...shown })
}

async function showAccount(req: Request<{ id: string }>, res: Response, shown?: Again): Promise<void> {
  const page = await accountPage(req, idFrom(req.params.id))
  show(req, res, 'office/accounts/account', { title: page.account.name, layout: 'office', page, ...shown })
}
