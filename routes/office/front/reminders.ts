import express, { type Request, type Response, type Router } from 'express'
import { changeReminding, getAccount } from '../../../models/accounts/index.ts'
import type { Clock, Db } from '../../../models/core/index.ts'
import * as front from '../../../models/front/index.ts'
import * as frontPages from '../../../views/office/front/index.ts'
import { form, ticked } from '../../web/fields.ts'
import * as web from '../../web/index.ts'

const { byOf, paths, readerOf, requires, show, shows, submits, userOf } = web
const remindersForm = form(ticked('wanted'))

export function reminderRoutes(): Router {
  const router = express.Router()
  router.get(paths.placeSheets, requires('elections.run'), async (req: Request, res: Response) => {
    const sheets = await front.listPlaceSheets(req.db, userOf(req), req.clock.today())
    const page = frontPages.placeSheetsPage(readerOf(req), sheets)
    show(req, res, 'office/front/place_sheets', { title: req.t('reminders.sheets_heading'), page })
  })
  router.get(paths.ownReminders, requires('office.enter'), shows(showReminders))
  router.post(
    paths.ownReminders,
    requires('office.enter'),
    submits(remindersForm, {
      act: (req, { wanted }) => changeReminding(req.db, byOf(req), userOf(req).id, wanted),
      again: showReminders,
      done: () => paths.ownAccount,
      notice: 'reminders.saved',
    }),
  )
  return router
}

async function showReminders(req: Request, res: Response, shown?: web.Again): Promise<void> {
  const user = userOf(req)
  const page = frontPages.ownRemindersPage(readerOf(req), await getAccount(req.db, user.id), {
    sends: req.house.mailer !== null,
    last: await front.findReminder(req.db, user),
  })
  show(req, res, 'office/front/own_reminders', { title: req.t('reminders.heading'), page, ...shown })
}

/** In Danish, since an account has no language. Returns how many mails went out: none without a mail server. */
export async function sendReminders(
  db: Db,
  clock: Clock,
  { council, baseUrl, mailer }: Pick<Request['house'], 'baseUrl' | 'mailer'> & { council: { name: string } },
): Promise<number> {
  if (!mailer) return 0
  const reader: Parameters<typeof frontPages.reminderMail>[0] = {
    t: web.translatorFor('da'),
    lang: 'da',
    today: clock.today(),
  }
  const setting = { council: council.name, baseUrl }
  const write = ({ name }: { name: string }, todo: Parameters<typeof frontPages.reminderMail>[2]) =>
    frontPages.reminderMail(reader, { ...setting, name }, todo)
  return front.remindOwners(db, { clock, mailer, write })
}
