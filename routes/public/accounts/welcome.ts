import express, { type Request, type Response, type Router } from 'express'
import * as accounts from '../../../models/accounts/index.ts'
import { NotFound, wasDone } from '../../../models/core/index.ts'
import { type Again, anyone, byOfLinkOwner, paths, show, shows, submit } from '../../web/index.ts'
import { email, form, LONGEST, text } from '../../web/fields.ts'
import { newPassword } from './new_password.ts'

type LinkRequest = Request<{ token: string }>

const firstAccountForm = form(text('name', LONGEST.name), email('email'), ...newPassword)
const passwordForm = form(...newPassword)

/** Links for the first account of an installation, and for the password of an invited one. */
export function welcomeRoutes(): Router {
  const router = express.Router()
  router.get('/start/:token', anyone, shows(showFirstAccount))
  router.post('/start/:token', anyone, firstAccountForm, async (req: LinkRequest, res: Response) => {
    const by = byOfLinkOwner(req, { id: null, name: '' })
    // A used link leads nowhere, but a second click on the form leads to where the first one did.
    if (!(await wasDone(req.db, by))) await requireFirstLink(req)
    await submit(req, res, firstAccountForm, {
      act: (typed) => accounts.makeFirstAccount(req.db, by, { ...typed, token: req.params.token }),
      again: (shown) => showFirstAccount(req, res, shown),
      done: () => paths.signIn,
    })
  })
  router.get('/adgangskode/:token', anyone, shows(showInvitation))
  router.post('/adgangskode/:token', anyone, passwordForm, async (req: LinkRequest, res: Response) => {
    const nobody = byOfLinkOwner(req, { id: null, name: '' })
    const owner = (await wasDone(req.db, nobody)) ? { id: null, name: '' } : await requireLinkOwner(req)
    await submit(req, res, passwordForm, {
      act: ({ password }) =>
        accounts.choosePassword(req.db, byOfLinkOwner(req, owner), req.params.token, password),
      again: (shown) => showInvitation(req, res, shown),
      done: () => paths.signIn,
    })
  })
  return router
}

/** Throws NotFound for a link that is used, too old or made up. */
async function requireFirstLink(req: LinkRequest): Promise<void> {
  if (!(await accounts.opensFirstAccount(req.db, req.params.token, req.clock))) throw new NotFound('link')
}

async function requireLinkOwner(req: LinkRequest) {
  const owner = await accounts.findLinkOwner(req.db, req.params.token, req.clock)
  if (!owner) throw new NotFound('link')
  return owner
}

async function showFirstAccount(req: LinkRequest, res: Response, shown?: Again): Promise<void> {
  await requireFirstLink(req)
  const page = { action: req.path, shortestPassword: accounts.SHORTEST_PASSWORD }
  show(req, res, 'public/accounts/first_account', { title: req.t('first_account.title'), page, ...shown })
}

async function showInvitation(req: LinkRequest, res: Response, shown?: Again): Promise<void> {
  const owner = await requireLinkOwner(req)
  const page = { action: req.path, shortestPassword: accounts.SHORTEST_PASSWORD, email: owner.email }
  show(req, res, 'public/accounts/invitation', { title: req.t('invitation.title'), page, ...shown })
}
