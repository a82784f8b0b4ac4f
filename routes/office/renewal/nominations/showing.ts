import type { Request, Response } from 'express'
import { getNomination, type Nomination } from '../../../../models/renewal/nominations/nominations.ts'
import { seatsElsewhere } from '../../../../models/renewal/nominations/seat_in_term.ts'
import { nominationPage } from '../../../../views/office/renewal/nominations/nomination.page.ts'
import { paths } from '../../../../views/paths.ts'
import type { Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { show } from '../../../web/views.ts'

export type NominationRequest = Request<{ id: string }>

export async function showNomination(
  req: NominationRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const nomination = await getNomination(req.db, idFrom(req.params.id))
  const page = nominationPage(readerOf(req), nomination, await seatsElsewhere(req.db, nomination))
  const view = 'office/renewal/nominations/nomination'
  show(req, res, view, { title: page.seat, layout: 'office', page, ...again })
}

/** Shows the nomination instead when its form is of no use any more, or not yet. */
export async function whileOpen(
  req: NominationRequest,
  res: Response,
  again: Again | undefined,
  showForm: (nomination: Nomination) => Promise<void> | void,
  isReady: (nomination: Nomination) => boolean = () => true,
): Promise<void> {
  const nomination = await getNomination(req.db, idFrom(req.params.id))
  if (nomination.status === 'open' && isReady(nomination)) await showForm(nomination)
  else if (again) await showNomination(req, res, again)
  else res.redirect(303, paths.nomination(nomination.id))
}
