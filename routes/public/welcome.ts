import express, { type Request, type Response, type Router } from 'express'
import { body, type ValidationChain } from 'express-validator'
import { choosePassword, makeFirstAccount } from '../../models/accounts/accounts.ts'
import { findLink } from '../../models/accounts/links.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../models/accounts/passwords.ts'
import type { By } from '../../models/audit.ts'
import { NotFound } from '../../models/errors.ts'
import { anyone } from '../access.ts'
import { email, LONGEST, text } from '../fields.ts'
import { submit, type Again } from '../forms.ts'
import { paths } from '../paths.ts'
import { show } from '../views.ts'

const newPassword: ValidationChain[] = [
  body('password')
    .isString()
    .bail()
    .withMessage('invalid.required')
    .isLength({ min: SHORTEST_PASSWORD })
    .withMessage(`invalid.password_too_short|least=${SHORTEST_PASSWORD}`)
    .isLength({ max: LONGEST_PASSWORD })
    .withMessage(`invalid.too_long|most=${LONGEST_PASSWORD}`),
  body('password_again')
    .custom((again: unknown, { req }) => again === (req.body as { password?: unknown }).password)
    .withMessage('invalid.passwords_differ'),
]

/** The one-time links: the first account of an installation, and a password for one that somebody was invited to. */
export function welcomeRoutes(): Router {
  const router = express.Router()

  router.get('/start/:token', anyone, async (req: Request<{ token: string }>, res) => {
    await requireLink(req, 'first_account')
    showFirstAccount(req, res)
  })
  router.post(
    '/start/:token',
    anyone,
    text('name', LONGEST.name),
    email('email'),
    ...newPassword,
    async (req: Request<{ token: string }>, res: Response) => {
      await requireLink(req, 'first_account')
      const { token } = req.params
      await submit<{ name: string; email: string; password: string }, unknown>(req, res, {
        act: (form) => makeFirstAccount(req.db, systemBy(req), { ...form, token }),
        again: (shown) => {
          showFirstAccount(req, res, shown)
        },
        done: () => paths.signIn,
      })
    },
  )

  router.get('/adgangskode/:token', anyone, async (req: Request<{ token: string }>, res) => {
    await requireLink(req, 'password')
    showInvitation(req, res)
  })
  router.post(
    '/adgangskode/:token',
    anyone,
    ...newPassword,
    async (req: Request<{ token: string }>, res: Response) => {
      await requireLink(req, 'password')
      const { token } = req.params
      await submit<{ password: string }, unknown>(req, res, {
        act: ({ password }) => choosePassword(req.db, systemBy(req), token, password),
        again: (shown) => {
          showInvitation(req, res, shown)
        },
        done: () => paths.signIn,
      })
    },
  )
  return router
}

/** A link that is used, too old or made up leads nowhere. */
async function requireLink(
  req: Request<{ token: string }>,
  purpose: 'first_account' | 'password',
): Promise<void> {
  if (!(await findLink(req.db, req.params.token, purpose, req.clock))) throw new NotFound('link')
}

function systemBy(req: Request<{ token: string }>): By {
  return { accountId: null, name: req.t('roles.link_owner'), clock: req.clock }
}

function showFirstAccount(req: Request<{ token: string }>, res: Response, shown?: Again): void {
  const page = { action: req.path, shortestPassword: SHORTEST_PASSWORD }
  show(req, res, 'public/first_account', { title: req.t('first_account.title'), page, ...shown })
}

function showInvitation(req: Request<{ token: string }>, res: Response, shown?: Again): void {
  const page = { action: req.path, shortestPassword: SHORTEST_PASSWORD }
  show(req, res, 'public/invitation', { title: req.t('invitation.title'), page, ...shown })
}
