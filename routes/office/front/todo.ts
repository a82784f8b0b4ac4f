import express, { type Request, type Response, type Router } from 'express'
import { whatToDo } from '../../../models/front/todo.ts'
import { todoPage } from '../../../views/office/front/todo.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires, userOf } from '../../web/access.ts'
import { readerOf } from '../../web/reader.ts'
import { showWithKeptMain } from '../../web/views.ts'

export function todoRoutes(): Router {
  const router = express.Router()
  router.get(paths.office, requires('office.enter'), async (req: Request, res: Response) => {
    const user = userOf(req)
    const today = req.clock.today()
    // The page changes by acts alone, so it holds until the next act, or until tomorrow.
    await showWithKeptMain(req, res, 'office/front/todo', {
      key: `${user.id}:${today}`,
      make: async () => ({
        title: req.t('todo.heading'),
        layout: 'office',
        page: todoPage(readerOf(req), await whatToDo(req.db, user, today)),
      }),
    })
  })
  return router
}
