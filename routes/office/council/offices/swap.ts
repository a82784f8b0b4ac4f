import express, { type Request, type Response, type Router } from 'express'
import { type IsoDate, Refused } from '../../../../models/core/index.ts'
import { previewSwap, SWAP_DECISIONS, swapOffices, versionOfSwap } from '../../../../models/council/index.ts'
import { officeSwapPage } from '../../../../views/office/council/index.ts'
import * as web from '../../../web/index.ts'
import { choice, date, dateQuery, form, text } from '../../../web/fields.ts'
import { showOffices } from './offices.ts'

const swapForm = form(
  choice('decision', SWAP_DECISIONS),
  date('decided_on'),
  text('decided_by'),
  text('seen'),
)

export function swapRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.officeSwap, web.requires('offices.write'), dateQuery, web.shows(chooseDay))
  router.post(
    web.paths.officeSwap,
    web.requires('offices.write'),
    web.submits(swapForm, {
      act: (req, typed) => swapOffices(req.db, web.byOf(req), typed),
      again: showAgain,
      done: () => web.paths.offices,
      notice: (_req, { swapped }) => (swapped ? 'register.swap.done' : 'register.swap.nothing'),
    }),
  )
  return router
}

async function chooseDay(req: Request, res: Response): Promise<void> {
  const { day, refused } = web.askedDay(req)
  await showSwap(req, res, day, refused)
}

async function showAgain(req: Request, res: Response, shown: web.Again): Promise<void> {
  if (shown.status === 409) {
    await showOffices(req, res, shown)
    return
  }
  await showSwap(req, res, web.dayFrom(req, req.typed.decided_on), shown)
}

async function showSwap(
  req: Request,
  res: Response,
  on: IsoDate | undefined,
  shown: web.Shown,
): Promise<void> {
  const render = (planned: Parameters<typeof officeSwapPage>[2], more: web.Shown) => {
    const page = officeSwapPage(web.readerOf(req), req.house.council.name, planned)
    const title = req.t('register.swap.heading')
    web.show(req, res, 'office/council/offices/office_swap', { title, page, ...more })
  }
  try {
    const swap = on && (await previewSwap(req.db, web.byOf(req), on))
    render(on && swap && { on, swap, seen: versionOfSwap(swap) }, shown)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    render(undefined, web.refusedDay(web.typedDay(req, on), web.explain(req, error).message))
  }
}
