import express, { type Response, type Router } from 'express'
import { closeAccount, getAccount, reopenAccount } from '../../../models/accounts/accounts.ts'
import { renewLink } from '../../../models/accounts/credentials.ts'
import { LINK_DAYS } from '../../../models/accounts/links.ts'
import { closingPage } from '../../../views/office/accounts/closing.page.ts'
import { linkPage } from '../../../views/office/accounts/link.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { form } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'
import { showAccount, type AccountRequest } from './manage.ts'

const confirmed = form()

export function accountActRoutes(): Router {
  const router = express.Router()
  router.post('/kontor/konti/:id/link', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom(req.params.id)
    await submit(req, res, confirmed, {
      act: () => renewLink(req.db, byOf(req), id),
      answer: (token) => showLink(req, res, token),
      again: (shown) => showRefused(req, res, shown),
    })
  })
  router.get('/kontor/konti/:id/lukning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    await showClosing(req, res)
  })
  router.post('/kontor/konti/:id/lukning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom(req.params.id)
    await submit(req, res, confirmed, {
      act: () => closeAccount(req.db, byOf(req), id),
      done: () => paths.accounts,
      again: (shown) => showRefused(req, res, shown),
      notice: 'accounts.closed',
    })
  })
  router.post('/kontor/konti/:id/aabning', requires('accounts.manage'), async (req: AccountRequest, res) => {
    const id = idFrom(req.params.id)
    await submit(req, res, confirmed, {
      act: () => reopenAccount(req.db, byOf(req), id),
      done: () => paths.account(id),
      again: (shown) => showRefused(req, res, shown),
      notice: 'accounts.reopened',
    })
  })
  return router
}

async function showLink(req: AccountRequest, res: Response, token: string): Promise<void> {
  const account = await getAccount(req.db, idFrom(req.params.id))
  const link = `${req.house.baseUrl}${paths.choosePassword(token)}`
  show(req, res, 'office/accounts/link', {
    title: req.t('accounts.link_heading', { name: account.name }),
    layout: 'office',
    page: linkPage(readerOf(req), account, link, LINK_DAYS),
  })
}

async function showClosing(req: AccountRequest, res: Response): Promise<void> {
  const account = await getAccount(req.db, idFrom(req.params.id))
  if (account.closed_on !== null) {
    res.redirect(303, paths.account(account.id))
    return
  }
  const title = req.t('accounts.close_heading', { name: account.name })
  show(req, res, 'office/accounts/closing', { title, layout: 'office', page: closingPage(account) })
}

/** The page's own form was not the one that was sent, so its fields are as stored. */
async function showRefused(req: AccountRequest, res: Response, { status, errors }: Again): Promise<void> {
  await showAccount(req, res, { status, errors: errors.map(({ message }) => ({ message })) })
}
