import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import * as accounts from '../../../models/accounts/index.ts'
import { listBodies } from '../../../models/bodies/index.ts'
import { listPeople } from '../../../models/council/index.ts'
import { ownAccountRoutes } from './own.ts'
import { type Again, byOf, idFrom, paths, readerOf, requires, show, submit, userOf } from '../../web/index.ts'
import * as fields from '../../web/fields.ts'
import * as accountsPages from '../../../views/office/accounts/index.ts'

type AccountRequest = Request<{ id: string }>

const accountFields = [
  fields.text('name', fields.LONGEST.name),
  fields.email('email'),
  fields.choice('role', accounts.ROLES),
  fields.chosenIds('places', 'body'),
  fields.optionalId('person_id'),
] as const

const newForm = fields.form(...accountFields)

const changeForm = fields.form(...accountFields, fields.field<{ seen: string }>(body('seen').isString()))

const confirmed = fields.form()

export function accountRoutes(): Router {
  const router = express.Router()
  router.use(manageRoutes())
  router.use(accountActRoutes())
  router.use(ownAccountRoutes())
  return router
}

function manageRoutes(): Router {
  const router = express.Router()
  router.get(paths.accounts, requires('accounts.read'), async (req: Request, res: Response) => {
    const page = accountsPages.accountsPage(
      readerOf(req),
      await accounts.listAccounts(req.db),
      await listBodies(req.db, req.clock.today()),
    )
    show(req, res, 'office/accounts/accounts', { title: req.t('accounts.heading'), layout: 'office', page })
  })
  router.get(paths.newAccount, requires('accounts.manage'), async (req: Request, res: Response) => {
    await showNew(req, res)
  })
  router.post(paths.newAccount, requires('accounts.manage'), newForm, async (req: Request, res: Response) => {
    await submit(req, res, newForm, {
      act: (typed) => accounts.inviteAccount(req.db, byOf(req), accountFrom(typed)),
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
      const id = idFrom('account', req.params.id)
      await submit(req, res, changeForm, {
        act: async ({ seen, ...typed }) => {
          await accounts.changeAccount(req.db, byOf(req), id, { ...accountFrom(typed), seen })
          return typed
        },
        // An administrator who has just given up that role may not see the accounts any more.
        done: ({ role }) =>
          userOf(req).id === id && !accounts.allows(role, 'accounts.manage') ? paths.office : paths.accounts,
        again: (shown) => showAccount(req, res, shown),
        notice: 'accounts.changed',
      })
    },
  )
  return router
}

function accountFrom({ person_id, ...typed }: fields.FormOf<typeof newForm>): accounts.AccountForm {
  return { ...typed, personId: person_id ?? null }
}

async function showNew(req: Request, res: Response, shown?: Again): Promise<void> {
  const page = await choicesFor(req)
  const title = req.t('accounts.new_heading')
  show(req, res, 'office/accounts/new', { title, layout: 'office', page, ...shown })
}

async function showAccount(req: AccountRequest, res: Response, shown?: Partial<Again>): Promise<void> {
  const account = await accounts.getAccount(req.db, idFrom('account', req.params.id))
  const page = accountsPages.accountPage(
    readerOf(req),
    await choicesFor(req),
    account,
    accounts.versionOf(account),
  )
  show(req, res, 'office/accounts/account', { title: account.name, layout: 'office', page, ...shown })
}

async function choicesFor(req: Request): Promise<accountsPages.NewPage> {
  const today = req.clock.today()
  return accountsPages.newPage(
    readerOf(req),
    await listPeople(req.db, today),
    await listBodies(req.db, today),
  )
}

function accountActRoutes(): Router {
  const router = express.Router()
  router.post('/kontor/konti/:id/link', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom('account', req.params.id)
    await submit(req, res, confirmed, {
      act: () => accounts.renewLink(req.db, byOf(req), id),
      answer: (token) => showLink(req, res, token),
      again: (shown) => showRefused(req, res, shown),
    })
  })
  router.get('/kontor/konti/:id/lukning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    await showClosing(req, res)
  })
  router.post('/kontor/konti/:id/lukning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom('account', req.params.id)
    await submit(req, res, confirmed, {
      act: () => accounts.closeAccount(req.db, byOf(req), id),
      done: () => paths.accounts,
      again: (shown) => showRefused(req, res, shown),
      notice: 'accounts.closed',
    })
  })
  router.post('/kontor/konti/:id/aabning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom('account', req.params.id)
    await submit(req, res, confirmed, {
      act: () => accounts.reopenAccount(req.db, byOf(req), id),
      done: () => paths.account(id),
      again: (shown) => showRefused(req, res, shown),
      notice: 'accounts.reopened',
    })
  })
  return router
}

async function showLink(req: AccountRequest, res: Response, token: string): Promise<void> {
  const account = await accounts.getAccount(req.db, idFrom('account', req.params.id))
  const link = `${req.house.baseUrl}${paths.choosePassword(token)}`
  show(req, res, 'office/accounts/link', {
    title: req.t('accounts.link_heading', { name: account.name }),
    layout: 'office',
    page: accountsPages.linkPage(readerOf(req), account, link, accounts.LINK_DAYS),
  })
}

async function showClosing(req: AccountRequest, res: Response): Promise<void> {
  const account = await accounts.getAccount(req.db, idFrom('account', req.params.id))
  if (account.closed_on !== null) {
    res.redirect(303, paths.account(account.id))
    return
  }
  const title = req.t('accounts.close_heading', { name: account.name })
  show(req, res, 'office/accounts/closing', {
    title,
    layout: 'office',
    page: accountsPages.closingPage(account),
  })
}

/** The page's own form was not the one that was sent, so its fields are as stored. */
async function showRefused(req: AccountRequest, res: Response, { status, errors }: Again): Promise<void> {
  await showAccount(req, res, { status, errors: errors.map(({ message }) => ({ message })) })
}
