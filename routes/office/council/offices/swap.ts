import express, { type Request, type Response, type Router } from 'express'
import { parseDate, type IsoDate } from '../../../../models/core/dates.ts'
import { Refused } from '../../../../models/core/errors.ts'
import { previewSwap, swapOffices, versionOfSwap } from '../../../../models/council/offices/swap.ts'
import { SWAP_DECISIONS } from '../../../../models/rules/council/office_swap.ts'
import { officeSwapPage } from '../../../../views/office/council/offices/office_swap.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { askedDay, refusedDay } from '../../../web/asked_day.ts'
import { choice, date, dateQuery, form, text } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'
import { showOffices } from './offices.ts'

const swapForm = form(
  choice('decision', SWAP_DECISIONS),
  date('decided_on'),
  text('decided_by'),
  text('seen'),
)

export function swapRoutes(): Router {
  const router = express.Router()
  router.get(paths.officeSwap, requires('offices.write'), dateQuery, (req: Request, res: Response) =>
    chooseDay(req, res),
  )
  router.post(paths.officeSwap, requires('offices.write'), swapForm, async (req: Request, res: Response) => {
    await submit(req, res, swapForm, {
      act: (typed) => swapOffices(req.db, byOf(req), typed),
      again: (shown) => showAgain(req, res, shown),
      done: ({ swapped }) => {
        req.session.notice = swapped ? 'register.swap.done' : 'register.swap.nothing'
        return paths.offices
      },
    })
  })
  return router
}

async function chooseDay(req: Request, res: Response): Promise<void> {
  const { day, refused } = askedDay(req)
  await showSwap(req, res, day, refused)
}

async function showAgain(req: Request, res: Response, shown: Again): Promise<void> {
  if (shown.status === 409) {
    await showOffices(req, res, shown)
    return
  }
  const { decided_on } = req.typed
  await showSwap(req, res, typeof decided_on === 'string' ? parseDate(decided_on) : undefined, shown)
}

async function showSwap(
  req: Request,
  res: Response,
  on: IsoDate | undefined,
  shown: Partial<Again>,
): Promise<void> {
  const render = (planned: Parameters<typeof officeSwapPage>[2], more: Partial<Again>) => {
    const page = officeSwapPage(readerOf(req), req.house.council.name, planned)
    const title = req.t('register.swap.heading')
    show(req, res, 'office/council/offices/office_swap', { title, layout: 'office', page, ...more })
  }
  try {
    const swap = on && (await previewSwap(req.db, byOf(req), on))
    render(on && swap && { on, swap, seen: versionOfSwap(swap) }, shown)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    render(undefined, refusedDay(on ?? '', explain(req, error).message))
  }
}
