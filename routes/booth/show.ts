import type { Request, Response } from 'express'
import type { BallotCandidate, BoothBallot } from '../../models/elections/booth/ballot.ts'
import type { Choice, Outcome } from '../../models/elections/booth/casting.ts'
import { Refused } from '../../models/core/errors.ts'
import { SYMBOL_PATHS } from '../../views/partials/elections/symbols.ts'
import { explain } from '../web/forms.ts'
import { paths } from '../../views/paths.ts'
import type { BoothFrame } from '../../views/layouts/parts.ts'
import type { PageOf, ViewIn } from '../../views/pages.ts'
import { showNamed } from '../web/views.ts'
import { looksOf, type Looks } from './looks.ts'
import { questionOf } from './words.ts'

/** At most so many candidates on one screen: they must be large, and nobody should have to scroll to be fair. */
const PER_SCREEN = 6

/** What every screen of the booth holds. */
interface Screen {
  looks: Looks
  /** Where a screen goes by itself where there is no JavaScript, and after how many seconds. */
  refresh?: { seconds: number; href: string }
}

/** What a screen that is part of voting holds besides. */
interface VotingScreen extends Screen {
  release: string
  question: string
  marksMax: number
}

export interface Card {
  id: number
  name: string
  photo: string | null
  /** The path of a drawing, as SVG has it. */
  symbol: string | null
  chosen: boolean
}

/** booth/ballot */
export interface BallotScreen extends VotingScreen {
  cards: Card[]
  /** Marks on other screens, carried along. */
  elsewhere: number[]
  screen: number
  screens: number
}

/** booth/confirm */
export interface ConfirmScreen extends VotingScreen {
  chosen: Card[]
  blank: boolean
}

/** booth/waiting */
export interface WaitingScreen extends Screen {
  state: 'early' | 'waiting' | 'over'
  number: number
}

/** booth/thanks */
export interface ThanksScreen extends Screen {
  /** Null where the ballot was put in the box by a request whose answer got lost. */
  code: string | null
}

/** booth/ended */
export interface EndedScreen extends Screen {
  why: 'voided' | 'unknown' | 'unpaired' | 'failed'
}

/** Nothing is being voted on here now. */
export function showWaiting(
  req: Request,
  res: Response,
  page: Pick<WaitingScreen, 'state' | 'number'>,
): void {
  const waiting: WaitingScreen = { ...page, ...screenOf(req, 3) }
  render(req, res, 'waiting', req.t(`booth.waiting.${page.state}`), waiting)
}

/** The ballot, or one screen of it, with a line that says what to mend where something was refused. */
export function showBallot(
  req: Request,
  res: Response,
  { ballot, release, choice, screen, refused }: Voting & { screen: number; refused?: Refused },
): void {
  const screens = Math.max(1, Math.ceil(ballot.candidates.length / PER_SCREEN))
  const at = Math.min(screen, screens - 1)
  const here = ballot.candidates.slice(at * PER_SCREEN, (at + 1) * PER_SCREEN)
  const page: BallotScreen = {
    ...votingScreen(req, ballot, release),
    cards: here.map((candidate) => cardOf(candidate, choice)),
    elsewhere: choice.marks.filter((id) => !here.some((candidate) => candidate.id === id)),
    screen: at,
    screens,
  }
  const errors = refused ? [explain(req, refused)] : []
  render(req, res, 'ballot', page.question, page, { status: refused ? 422 : 200, errors })
}

/** What was chosen, to be said yes to once. */
export function showConfirm(req: Request, res: Response, { ballot, release, choice }: Voting): void {
  const chosen = ballot.candidates.filter(({ id }) => choice.marks.includes(id))
  const page: ConfirmScreen = {
    ...votingScreen(req, ballot, release),
    chosen: chosen.map((candidate) => cardOf(candidate, choice)),
    blank: choice.blank,
  }
  render(req, res, 'confirm', req.t('booth.confirm.title'), page)
}

/** The ballot is in the box. */
export function showThanks(req: Request, res: Response, code: string | null): void {
  const page: ThanksScreen = { ...screenOf(req, 15), code }
  render(req, res, 'thanks', req.t('booth.thanks.title'), page)
}

/** This showing cannot vote, or something went wrong: what that means for the voter, and never what was chosen. */
export function showEnded(req: Request, res: Response, why: EndedScreen['why'], status: number): void {
  const page: EndedScreen = { ...screenOf(req, 15), why }
  render(req, res, 'ended', req.t(`booth.ended.${why}.title`), page, { status })
}

/** The screen for a showing that can no longer vote, by what became of it. */
export function showOutcome(req: Request, res: Response, outcome: Outcome): void {
  if (outcome === 'cast') showThanks(req, res, null)
  else showEnded(req, res, outcome === 'voided' ? 'voided' : 'unknown', 409)
}

interface Voting {
  ballot: BoothBallot
  release: string
  choice: Choice
}

function votingScreen(req: Request, ballot: BoothBallot, release: string): VotingScreen {
  // Long enough for anybody to choose; a screen that is left does not keep what somebody chose for ever.
  return {
    ...screenOf(req, 300),
    release,
    question: questionOf(req, ballot),
    marksMax: ballot.marksMax,
  }
}

function screenOf(req: Request, seconds: number): Screen {
  return { looks: looksOf(req.typed), refresh: { seconds, href: paths.boothDoor } }
}

function cardOf({ id, name, symbol, photo }: BallotCandidate, { marks }: Choice): Card {
  return {
    id,
    name,
    photo: photo === null ? null : `${paths.boothPhoto(id)}?v=${photo.slice(0, 12)}`,
    symbol: symbol === null ? null : ((SYMBOL_PATHS as Record<string, string>)[symbol] ?? null),
    chosen: marks.includes(id),
  }
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
