import type { Request, Response } from 'express'
import { Refused } from '../../models/core/index.ts'
import * as elections from '../../models/elections/index.ts'
import { choiceOf, looksOf, pageOf } from './typed.ts'
import { explain, showNamed } from '../web/index.ts'
import { ballotPage } from '../../views/booth/ballot.page.ts'
import { confirmPage } from '../../views/booth/confirm.page.ts'
import type { EndedPage } from '../../views/booth/ended.page.ts'
import { screenOf, type Voting } from '../../views/booth/screen.ts'
import type { WaitingPage } from '../../views/booth/waiting.page.ts'
import type { BoothFrame } from '../../views/layouts/parts.ts'
import type { PageOf, ViewIn } from '../../views/pages.ts'

export function showWaiting(req: Request, res: Response, page: Pick<WaitingPage, 'state' | 'number'>): void {
  const title = req.t(`booth.waiting.${page.state}`)
  render(req, res, 'waiting', title, { ...page, ...screenOf(looksOf(req.typed), 3) })
}

export function showBallot(
  req: Request,
  res: Response,
  { screen, refused, ...voting }: Voting & { screen: number; refused?: Refused },
): void {
  const page = ballotPage(req, looksOf(req.typed), voting, screen)
  const errors = refused ? [explain(req, refused)] : []
  render(req, res, 'ballot', page.question, page, { status: refused ? 422 : 200, errors })
}

export const NOTHING = { marks: [], blank: false }

interface Step extends Omit<Voting, 'choice'> {
  ballot: Voting['ballot'] & Pick<elections.BoothBallot, 'candidacyIds'>
}

/** Shows the next screen: the ballot again, another side of it, or what was chosen. */
export function answerStep(req: Request, res: Response, { ballot, ...step }: Step): void {
  const { choose, go, set, at } = req.typed
  const choice = choiceOf(req)
  const confirms = choose !== undefined || go === 'confirm' || (set !== undefined && at === 'confirm')
  const wrong = confirms ? elections.choiceWrong(choice, ballot) : undefined
  if (confirms && !wrong) {
    showConfirm(req, res, { ballot, choice, ...step })
    return
  }
  const refused = wrong && new Refused(wrong, { count: elections.crossesMeant(wrong, ballot.crosses) })
  // With one cross there is nothing to mend: the voter begins anew.
  const kept = ballot.crosses.max > 1 ? choice : NOTHING
  showBallot(req, res, { ballot, choice: kept, screen: pageOf(req), ...step, ...(refused && { refused }) })
}

export function showConfirm(req: Request, res: Response, voting: Voting): void {
  const page = confirmPage(req, looksOf(req.typed), voting)
  render(req, res, 'confirm', req.t('booth.confirm.title'), page)
}

export function showTrialEnd(req: Request, res: Response): void {
  render(req, res, 'trial_end', req.t('booth.trial.title'), screenOf(looksOf(req.typed), 300))
}

/** Only the form that put the ballot in the box is thanked for: another one may come from the next voter. */
export function showThanks(req: Request, res: Response, code: string): void {
  const page = { ...screenOf(looksOf(req.typed), 15), code }
  render(req, res, 'thanks', req.t('booth.thanks.title'), page)
}

/** Says what an ending means for the voter, and never what was chosen. */
export function showEnded(req: Request, res: Response, why: EndedPage['why'], status: number): void {
  const page = { ...screenOf(looksOf(req.typed), 15), why }
  render(req, res, 'ended', req.t(`booth.ended.${why}.title`), page, { status })
}

export function showOutcome(req: Request, res: Response, outcome: elections.Outcome): void {
  if (outcome === 'cast') showEnded(req, res, 'already', 200)
  else showEnded(req, res, outcome === 'open' ? 'unknown' : outcome, 409)
}

function render<V extends ViewIn<'booth'>>(
  req: Request,
  res: Response,
  view: V,
  title: string,
  page: PageOf<`booth/${V}`> & BoothFrame,
  rest: { status?: number; errors?: { message: string }[] } = {},
): void {
  showNamed(req, res, `booth/${view}`, { title, page, ...rest })
}
