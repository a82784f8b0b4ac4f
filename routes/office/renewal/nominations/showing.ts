import type { Request, Response } from 'express'
import { NotFound } from '../../../../models/core/errors.ts'
import { getNomination, type Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import type { Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { answerPage } from './answer_page.ts'
import { appointPage } from './appoint_page.ts'
import { askPage, chooseSeatPage } from './ask_page.ts'
import { nominationPage } from './nomination_page.ts'

type NominationRequest = Request<{ id: string }>

/** The form for one seat, or the list of seats to choose from. */
export async function showAsk(
  req: Request,
  res: Response,
  slug: unknown,
  shown: Partial<Again> = {},
): Promise<void> {
  const title = req.t('nominations.ask_heading')
  if (slug === undefined) {
    const page = await chooseSeatPage(req)
    show(req, res, 'office/renewal/nominations/choose', { title, layout: 'office', page, ...shown })
    return
  }
  if (typeof slug !== 'string') throw new NotFound('seat')
  const page = await askPage(req, slug)
  show(req, res, 'office/renewal/nominations/ask', { title, layout: 'office', page, ...shown })
}

export async function showNomination(
  req: NominationRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const page = await nominationPage(req, idFrom(req.params.id))
  show(req, res, 'office/renewal/nominations/nomination', {
    title: page.seat,
    layout: 'office',
    page,
    ...shown,
  })
}

export async function showAnswer(req: NominationRequest, res: Response, shown?: Again): Promise<void> {
  await whileOpen(req, res, shown, async (nomination) => {
    const page = await answerPage(req, nomination)
    const title = req.t('nominations.answer_heading')
    show(req, res, 'office/renewal/nominations/answer', { title, layout: 'office', page, ...shown })
  })
}

/** Once the organisations have answered; until then the nomination says what is missing. */
export async function showAppointment(req: NominationRequest, res: Response, shown?: Again): Promise<void> {
  const ready = ({ outcome }: Nomination) => outcome.state === 'agreed' || outcome.state === 'disagreement'
  await whileOpen(
    req,
    res,
    shown,
    async (nomination) => {
      const page = await appointPage(req, nomination)
      const title = req.t('nominations.appoint_heading')
      show(req, res, 'office/renewal/nominations/appoint', { title, layout: 'office', page, ...shown })
    },
    ready,
  )
}

export async function showClosing(req: NominationRequest, res: Response, shown?: Again): Promise<void> {
  await whileOpen(req, res, shown, ({ id, seat }) => {
    const page = { seat: seat.label, action: paths.nominationClosing(id), back: paths.nomination(id) }
    const title = req.t('nominations.close_heading')
    show(req, res, 'office/renewal/nominations/close', { title, layout: 'office', page, ...shown })
  })
}

/** Where the form is of no use any more, or not yet: the nomination as it stands, with what was refused. */
export async function whileOpen(
  req: NominationRequest,
  res: Response,
  shown: Again | undefined,
  showForm: (nomination: Nomination) => Promise<void> | void,
  ready: (nomination: Nomination) => boolean = () => true,
): Promise<void> {
  const nomination = await getNomination(req.db, idFrom(req.params.id))
  if (nomination.status === 'open' && ready(nomination)) await showForm(nomination)
  else if (shown) await showNomination(req, res, shown)
  else res.redirect(303, paths.nomination(nomination.id))
}
