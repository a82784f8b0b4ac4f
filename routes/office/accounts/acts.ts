import express, { type Request, type Response, type Router } from 'express'
import { closeAccount, getAccount, reopenAccount } from '../../../models/accounts/accounts.ts'
import { renewLink } from '../../../models/accounts/credentials.ts'
import { LINK_DAYS } from '../../../models/accounts/links.ts'
import { addDays } from '../../../models/core/dates.ts'
import { requires } from '../../web/access.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { accountPage } from './pages.ts'

type AccountRequest = Request<{ id: string }>

/** What is done to one account: a new one-time link, closing it, opening it again. */
export function accountActRoutes(): Router {
  const router = express.Router()
  router.post('/kontor/konti/:id/link', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom(req.params.id)
    await submit<object, string>(req, res, {
      act: () => renewLink(req.db, byOf(req), id),
      answer: (token) => showLink(req, res, token),
      again: (shown) => showAccount(req, res, shown),
    })
  })
  router.get('/kontor/konti/:id/lukning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    await showClosing(req, res)
  })
  router.post('/kontor/konti/:id/lukning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom(req.params.id)
    await submit<object, unknown>(req, res, {
      act: () => closeAccount(req.db, byOf(req), id),
      done: () => paths.accounts,
      again: (shown) => showAccount(req, res, shown),
      notice: 'accounts.closed',
    })
  })
  router.post('/kontor/konti/:id/aabning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom(req.params.id)
    await submit<object, unknown>(req, res, {
      act: () => reopenAccount(req.db, byOf(req), id),
      done: () => paths.account(id),
      again: (shown) => showAccount(req, res, shown),
      notice: 'accounts.reopened',
    })
  })
  return router
}

/** office/accounts/link: the only time that the link is seen. */
async function showLink(req: AccountRequest, res: Response, token: string): Promise<void> {
  const id = idFrom(req.params.id)
  const { name } = await getAccount(req.db, id)
  const link = `${req.house.baseUrl}${paths.choosePassword(token)}`
  const last_day = addDays(req.clock.today(), LINK_DAYS)
  const page = { name, link, last_day, accountHref: paths.account(id) }
  show(req, res, 'office/accounts/link', {
    title: req.t('accounts.link_heading', { name }),
    layout: 'office',
    page,
  })
}

/** office/accounts/closing: asks first. */
async function showClosing(req: AccountRequest, res: Response): Promise<void> {
  const id = idFrom(req.params.id)
  const { name, closed_on } = await getAccount(req.db, id)
  if (closed_on !== null) {
    res.redirect(303, paths.account(id))
    return
  }
  const page = { name, action: paths.accountClosing(id), accountHref: paths.account(id) }
  show(req, res, 'office/accounts/closing', {
    title: req.t('accounts.close_heading', { name }),
    layout: 'office',
    page,
  })
}

/** Refused: the account as it stands now. The form on it was not the one that was sent. */
async function showAccount(req: AccountRequest, res: Response, shown: Again): Promise<void> {
  const page = await accountPage(req, idFrom(req.params.id))
  const { status, errors } = shown
  show(req, res, 'office/accounts/account', {
    title: page.account.name,
    layout: 'office',
    page,
    status,
    errors: errors.map(({ message }) => ({ message })),
  })
}
