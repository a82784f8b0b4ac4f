import express, { type Request, type Response, type Router } from 'express'
import { changePassword, changePhone, getAccount } from '../../../models/accounts/index.ts'
import { listBodies } from '../../../models/bodies/index.ts'
import { type Again, byOf, paths, readerOf, requires, show, shows, submits, userOf } from '../../web/index.ts'
import { form, optionalPhone, text } from '../../web/fields.ts'
import { newPassword } from '../../public/accounts/new_password.ts'
import { startSession } from '../../public/accounts/sign_in.ts'
import { ownPage, ownPhonePage } from '../../../views/office/accounts/index.ts'

const phoneForm = form(optionalPhone('phone'))
const passwordForm = form(text('current_password'), ...newPassword)

export function ownAccountRoutes(): Router {
  const router = express.Router()
  router.get(paths.ownAccount, requires('office.enter'), shows(showOwn))
  router.post(
    paths.ownAccount,
    requires('office.enter'),
    submits(passwordForm, {
      act: async (req, { password }) => {
        const user = userOf(req)
        const { current_password: current = '' } = req.typed
        // As typed: a password may begin or end with a space.
        await changePassword(req.db, byOf(req), user.id, { current: String(current), password })
        // The new password ended every session of the account, this one too.
        await startSession(req, user)
      },
      again: showOwn,
      done: () => paths.office,
      notice: 'accounts.password_changed',
    }),
  )
  router.get(paths.ownPhone, requires('office.enter'), shows(showPhone))
  router.post(
    paths.ownPhone,
    requires('office.enter'),
    submits(phoneForm, {
      act: (req, { phone }) => changePhone(req.db, byOf(req), userOf(req).id, phone ?? null),
      again: showPhone,
      done: () => paths.ownAccount,
      notice: 'accounts.phone_changed',
    }),
  )
  return router
}

async function showOwn(req: Request, res: Response, shown?: Again): Promise<void> {
  const user = userOf(req)
  const account = await getAccount(req.db, user.id)
  const page = ownPage(readerOf(req), user, account, await listBodies(req.db, req.clock.today()))
  show(req, res, 'office/accounts/own', { title: req.t('accounts.own_heading'), page, ...shown })
}

async function showPhone(req: Request, res: Response, shown?: Again): Promise<void> {
  const page = ownPhonePage(await getAccount(req.db, userOf(req).id))
  show(req, res, 'office/accounts/own_phone', { title: req.t('accounts.own_phone'), page, ...shown })
}
