import type { NextFunction, Request, Response } from 'express'
import type { Refused } from '../../models/core/index.ts'
import type { Choice, Outcome } from '../../models/elections/index.ts'
import { explain, showNamed, translatorFor } from '../web/index.ts'
import { ballotPage } from '../../views/booth/ballot.page.ts'
import { confirmPage } from '../../views/booth/confirm.page.ts'
import type { EndedPage } from '../../views/booth/ended.page.ts'
import { type Looks, screenOf, type Voting } from '../../views/booth/screen.ts'
import type { WaitingPage } from '../../views/booth/waiting.page.ts'
import type { BoothFrame } from '../../views/layouts/parts.ts'
import type { PageOf, ViewIn } from '../../views/pages.ts'

/** More than any ballot has candidates. */
const MOST_MARKS = 500

const SIZES = [0, 1, 2] as const

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

export function showConfirm(req: Request, res: Response, voting: Voting): void {
  const page = confirmPage(req, looksOf(req.typed), voting)
  render(req, res, 'confirm', req.t('booth.confirm.title'), page)
}

export function showThanks(req: Request, res: Response, code: string | null): void {
  const page = { ...screenOf(looksOf(req.typed), 15), code }
  render(req, res, 'thanks', req.t('booth.thanks.title'), page)
}

/** Says what an ending means for the voter, and never what was chosen. */
export function showEnded(req: Request, res: Response, why: EndedPage['why'], status: number): void {
  const page = { ...screenOf(looksOf(req.typed), 15), why }
  render(req, res, 'ended', req.t(`booth.ended.${why}.title`), page, { status })
}

export function showOutcome(req: Request, res: Response, outcome: Outcome): void {
  if (outcome === 'cast') showThanks(req, res, null)
  else showEnded(req, res, outcome === 'voided' ? 'voided' : 'unknown', 409)
}

function render<V extends ViewIn<'booth'>>(
  req: Request,
  res: Response,
  view: V,
  title: string,
  page: PageOf<`booth/${V}`> & BoothFrame,
  rest: { status?: number; errors?: { message: string }[] } = {},
): void {
  showNamed(req, res, `booth/${view}`, { title, page, layout: 'booth', ...rest })
}

/** Read without checks: voters type nothing, and the rule for choices refuses what is no candidate. */
export function choiceOf(req: Request): Choice {
  const { marks, blank, choose } = req.typed
  if (textOf(choose) === 'blank') return { marks: [], blank: true }
  if (textOf(choose) !== '') return { marks: [idOf(textOf(choose))], blank: false }
  const ids = [marks ?? []].flat().slice(0, MOST_MARKS).map(idOf)
  return { marks: ids, blank: ids.length === 0 && blank === '1' }
}

/** Counted from 0. */
export function pageOf(req: Request): number {
  const asked = /^page:(\d{1,3})$/.exec(textOf(req.typed.go))?.[1] ?? textOf(req.typed.page)
  return /^\d{1,3}$/.test(asked) ? Number(asked) : 0
}

/** Returns 0, which no candidacy has, when the id cannot be read. */
function idOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

/** The looks travel in the form alone, so that they end with the voter. Without any the ballot is Danish and plain. */
export function looksOf(typed: Request['typed']): Looks {
  const [name, value] = textOf(typed.set).split(':')
  const said = {
    ...typed,
    ...(name === 'lang' || name === 'size' || name === 'contrast' ? { [name]: value } : {}),
  }
  return {
    lang: said.lang === 'en' ? 'en' : 'da',
    size: SIZES.find((size) => String(size) === said.size) ?? 0,
    contrast: said.contrast === '1',
  }
}

/** The voter's language, not the tablet's. */
export function speakAsAsked(req: Request, _res: Response, next: NextFunction): void {
  const { lang } = looksOf(req.typed)
  req.lang = lang
  req.t = translatorFor(lang)
  next()
}

export function textOf(typed: string | string[] | undefined): string {
  return typeof typed === 'string' ? typed : ''
}
