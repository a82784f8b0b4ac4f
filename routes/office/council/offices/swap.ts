import express, { type Request, type Response, type Router } from 'express'
import { parseDate, type IsoDate } from '../../../../models/core/dates.ts'
import { Refused } from '../../../../models/core/errors.ts'
import {
  previewSwap,
  SWAP_DECISIONS,
  swapOffices,
  versionOfSwap,
  type SwapDecision,
  type SwapForm,
} from '../../../../models/council/offices/swap.ts'
import { requires } from '../../../web/access.ts'
import { askedDay, refusedDay } from '../../../web/asked_day.ts'
import { choice, date, dateQuery, text } from '../../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../../web/forms.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { councilName } from './office_pages.ts'
import { showOffices } from './offices.ts'

/** office/register/office_swap: first the day of the decision, then who becomes what. */
export interface SwapPage {
  today: IsoDate
  preview: {
    decided_on: IsoDate
    newChair: string
    newViceChair: string
    ends_on: IsoDate
    seen: string
  } | null
  decisions: readonly SwapDecision[]
  decidedBy: string
}

/** Chair and vice chair change places, when the council has decided it and from that day. */
export function swapRoutes(): Router {
  const router = express.Router()
  router.get(paths.officeSwap, requires('offices.write'), dateQuery, (req: Request, res: Response) =>
    chooseDay(req, res),
  )
  router.post(
    paths.officeSwap,
    requires('offices.write'),
    choice('decision', SWAP_DECISIONS),
    date('decided_on'),
    text('decided_by'),
    text('seen'),
    async (req: Request, res: Response) => {
      await submit<SwapForm, { swapped: boolean }>(req, res, {
        act: (form) => swapOffices(req.db, byOf(req), form),
        again: (shown) => showAgain(req, res, shown),
        done: ({ swapped }) => {
          req.session.notice = swapped ? 'register.swap.done' : 'register.swap.nothing'
          return paths.offices
        },
      })
    },
  )
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
  day: IsoDate | undefined,
  shown: Partial<Again>,
): Promise<void> {
  const rest = { today: req.clock.today(), decisions: SWAP_DECISIONS, decidedBy: councilName(req) }
  try {
    render(req, res, { ...rest, preview: day ? await preview(req, day) : null }, shown)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const refused = refusedDay(day ?? '', explain(req, error).message)
    render(req, res, { ...rest, preview: null }, refused)
  }
}

async function preview(req: Request, day: IsoDate): Promise<SwapPage['preview']> {
  const swap = await previewSwap(req.db, byOf(req), day)
  const { chair, viceChair, plan } = swap
  const [begins] = plan.beginnings
  return {
    decided_on: day,
    newChair: viceChair.person,
    newViceChair: chair.person,
    ends_on: begins?.due_on ?? chair.ends_on,
    seen: versionOfSwap(swap),
  }
}

function render(req: Request, res: Response, page: SwapPage, shown: Partial<Again>): void {
  const title = req.t('register.swap.heading')
  show(req, res, 'office/council/offices/office_swap', { title, layout: 'office', page, ...shown })
}
