import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import * as accounts from '../../../models/accounts/index.ts'
import { listBodies } from '../../../models/bodies/index.ts'
import { listPeople } from '../../../models/council/index.ts'
import { ownAccountRoutes } from './own.ts'
import * as web from '../../web/index.ts'
import * as fields from '../../web/fields.ts'
import * as accountsPages from '../../../views/office/accounts/index.ts'

type AccountRequest = Request<{ id: string }>
const accountId = web.idIn('account')

const accountFields = [
  fields.text('name', fields.LONGEST.name),
  fields.email('email'),
  fields.optionalPhone('phone'),
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
  router.get(web.paths.accounts, web.requires('accounts.read'), async (req: Request, res: Response) => {
    const page = accountsPages.accountsPage(
      web.readerOf(req),
      await accounts.listAccounts(req.db),
      await listBodies(req.db, req.clock.today()),
    )
    web.show(req, res, 'office/accounts/accounts', { title: req.t('accounts.heading'), page })
  })
  router.get(web.paths.newAccount, web.requires('accounts.manage'), web.shows(showNew))
  router.post(
    web.paths.newAccount,
    web.requires('accounts.manage'),
    web.submits(newForm, {
      act: (req, typed) => accounts.inviteAccount(req.db, web.byOf(req), accountFrom(typed)),
      again: showNew,
      done: (_req, { id }) => web.paths.account(id),
      notice: 'accounts.invited',
    }),
  )
  router.get('/kontor/konti/:id', web.requires('accounts.manage'), web.shows(showAccount))
  router.post(
    '/kontor/konti/:id',
    web.requires('accounts.manage'),
    web.submits(changeForm, {
      act: async (req, { seen, ...typed }) => {
        await accounts.changeAccount(req.db, web.byOf(req), accountId(req), { ...accountFrom(typed), seen })
        return typed
      },
      again: showAccount,
      // An administrator who has just given up that role may not see the accounts any more.
      done: (req, { role }) =>
        web.userOf(req).id === accountId(req) && !accounts.allows(role, 'accounts.manage')
          ? web.paths.office
          : web.paths.accounts,
      notice: 'accounts.changed',
    }),
  )
  return router
}

function accountFrom({ person_id, phone, ...typed }: fields.FormOf<typeof newForm>): accounts.AccountForm {
  return { ...typed, phone: phone ?? null, personId: person_id ?? null }
}

async function showNew(req: Request, res: Response, shown?: web.Again): Promise<void> {
  const page = await choicesFor(req)
  web.show(req, res, 'office/accounts/new', { title: req.t('accounts.new_heading'), page, ...shown })
}

async function showAccount(req: AccountRequest, res: Response, shown?: web.Shown): Promise<void> {
  const account = await accounts.getAccount(req.db, accountId(req))
  const page = accountsPages.accountPage(
    web.readerOf(req),
    await choicesFor(req),
    account,
    accounts.versionOf(account),
  )
  web.show(req, res, 'office/accounts/account', { title: account.name, page, ...shown })
}

async function choicesFor(req: Request): Promise<accountsPages.NewPage> {
  const today = req.clock.today()
  return accountsPages.newPage(
    web.readerOf(req),
    await listPeople(req.db, today),
    await listBodies(req.db, today),
  )
}

function accountActRoutes(): Router {
  const router = express.Router()
  router.post(
    '/kontor/konti/:id/link',
    web.requires('accounts.manage'),
    web.submits(confirmed, {
      act: (req) => accounts.renewLink(req.db, web.byOf(req), accountId(req)),
      again: showRefused,
      answer: (req, res, token) => showLink(req, res, token),
    }),
  )
  router.get('/kontor/konti/:id/lukning', web.requires('accounts.manage'), web.shows(showClosing))
  router.post(
    '/kontor/konti/:id/lukning',
    web.requires('accounts.manage'),
    web.submits(confirmed, {
      act: (req) => accounts.closeAccount(req.db, web.byOf(req), accountId(req)),
      again: showRefused,
      done: () => web.paths.accounts,
      notice: 'accounts.closed',
    }),
  )
  router.post(
    '/kontor/konti/:id/aabning',
    web.requires('accounts.manage'),
    web.submits(confirmed, {
      act: (req) => accounts.reopenAccount(req.db, web.byOf(req), accountId(req)),
      again: showRefused,
      done: (req) => web.paths.account(accountId(req)),
      notice: 'accounts.reopened',
    }),
  )
  return router
}

async function showLink(req: AccountRequest, res: Response, token: string): Promise<void> {
  const account = await accounts.getAccount(req.db, accountId(req))
  const link = `${req.house.baseUrl}${web.paths.choosePassword(token)}`
  web.show(req, res, 'office/accounts/link', {
    title: req.t('accounts.link_heading', { name: account.name }),
    page: accountsPages.linkPage(web.readerOf(req), account, link, accounts.LINK_DAYS),
  })
}

async function showClosing(req: AccountRequest, res: Response): Promise<void> {
  const account = await accounts.getAccount(req.db, accountId(req))
  if (account.closed_on !== null) {
    res.redirect(303, web.paths.account(account.id))
    return
  }
  const title = req.t('accounts.close_heading', { name: account.name })
  web.show(req, res, 'office/accounts/closing', { title, page: accountsPages.closingPage(account) })
}

/** The page's own form was not the one that was sent, so its fields are as stored. */
async function showRefused(req: AccountRequest, res: Response, { status, errors }: web.Again): Promise<void> {
  await showAccount(req, res, { status, errors: errors.map(({ message }) => ({ message })) })
}
