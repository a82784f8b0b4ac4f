import type { Request, Response } from 'express'
import { listBoard, listBoardChoices, type BoardChoice } from '../../../models/elections/board.ts'
import { listPlaceAreas, type PlaceToElect } from '../../../models/elections/places_to_elect.ts'
import type { TimetableForm } from '../../../models/elections/planning.ts'
import type { TermRow } from '../../../models/tables.ts'
import { canOf, userOf } from '../../access.ts'
import type { Again } from '../../forms.ts'
import { paths } from '../../paths.ts'
import { electionOf, headOf, showPage, type ElectionHead, type ElectionRequest } from './shared.ts'

/** office/elections/new */
export interface NewElectionPage {
  areas: PlaceToElect[]
  terms: TermRow[]
  chosen: { area_id: number | null; term_id: number | null; place: string }
  board: BoardOption[]
  usual: string[]
}

export interface BoardOption {
  value: string
  text: string
  hint: string
}

/** Shows the page, after a refusal with what was typed. */
export async function showNew(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { areas, terms } = await listPlaceAreas(req.db, req.clock.today())
  const slug = req.query.omraade
  const area = areas.find((one) => one.slug === slug)
  const choices = await listBoardChoices(req.db)
  const page: NewElectionPage = {
    areas,
    terms,
    chosen: {
      area_id: area?.id ?? null,
      term_id: (area ?? areas[0])?.open_term_id ?? terms[0]?.id ?? null,
      place: area?.name ?? '',
    },
    board: boardOptions(req, choices),
    usual: choices.filter(({ usual }) => usual).map(({ id }) => `${id}`),
  }
  showPage(req, res, 'new', page, shown)
}

function boardOptions(req: Request, choices: readonly BoardChoice[]): BoardOption[] {
  return choices.map(({ id, name, role, places }) => {
    const hint = [req.t(`roles.${role}`), ...places].join(', ')
    return { value: `${id}`, text: name, hint }
  })
}

/** office/elections/call */
export interface CallPage {
  head: ElectionHead
  called: boolean
  mayCall: boolean
}

/** Shows the page, after a refusal with what was typed. */
export async function showCall(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const mayCall = election.status === 'planned' && canOf(userOf(req))['elections.plan']
  const page: CallPage = { head: headOf(req, election), called: election.status !== 'planned', mayCall }
  showPage(req, res, 'call', page, shown)
}

/** office/elections/plan and office/elections/call_again: the same fields, for another reason. */
export interface TimetablePage {
  head: ElectionHead
  action: string
  /** The form is there only while it can be used. */
  mayChange: boolean
  /** The deadline stands once the list is approved. */
  asksDeadline: boolean
  stored: Partial<TimetableForm>
}

/** Shows the page, after a refusal with what was typed. */
export async function showTimetable(
  req: ElectionRequest,
  res: Response,
  view: 'plan' | 'call_again',
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, place, opens_at, closes_at, polling_on, candidates_by, status } = election
  const again = view === 'call_again'
  const page: TimetablePage = {
    head: headOf(req, election),
    action: again ? paths.electionCallAgain(id) : paths.electionPlan(id),
    mayChange: again ? status === 'unfilled' : ['planned', 'nominating', 'listed'].includes(status),
    asksDeadline: status !== 'listed',
    stored: again
      ? { place, opens_at, closes_at }
      : { place, opens_at, closes_at, polling_on, candidates_by },
  }
  showPage(req, res, view, page, shown)
}

/** office/elections/board */
export interface BoardPage {
  head: ElectionHead
  board: BoardOption[]
  chosen: string[]
}

/** Shows the page, after a refusal with what was typed. */
export async function showBoard(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const page: BoardPage = {
    head: headOf(req, election),
    board: boardOptions(req, await listBoardChoices(req.db, election.area_id)),
    chosen: (await listBoard(req.db, election.id)).map(({ id }) => `${id}`),
  }
  showPage(req, res, 'board', page, shown)
}
