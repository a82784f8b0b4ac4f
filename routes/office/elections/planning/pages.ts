import type { Request, Response } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { listBoard, listBoardChoices, type BoardChoice } from '../../../../models/elections/board.ts'
import { getElection, type Election } from '../../../../models/elections/elections.ts'
import {
  listPlaceAreas,
  usualTimes,
  type PlaceToElect,
  type TermToElect,
} from '../../../../models/elections/planning/places_to_elect.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import { NotFound } from '../../../../models/core/errors.ts'
import { daysAround, type ProposedDays } from '../../../../models/rules/elections/timetable_proposal.ts'
import type { ElectionRow } from '../../../../models/elections/tables.ts'
import { whenText } from '../../../../views/partials/elections/election_words.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { typedSittings } from './sittings.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/new */
export interface NewElectionPage {
  areas: PlaceToElect[]
  terms: TermToElect[]
  chosen: { area_id: number | null; term_id: number | null }
  board: BoardOption[]
  usual: string[]
  /** The annulled election that this one replaces; its place and term are given. */
  rerun: { id: number; name: string; area_id: number; term_id: number } | null
  stored: StoredTimetable & { roll_kind?: ElectionRow['roll_kind'] }
  /** What follows from the polling day, once it has been asked for. */
  days: ProposedDays | null
}

export interface BoardOption {
  value: string
  text: string
  hint: string
}

/** What the fields of a timetable show before anything is typed. */
export interface StoredTimetable {
  candidates_by?: IsoDate
  means?: ElectionRow['means']
  /** By the names of the fields: `polling_on`, `sitting_2_on` and so on. */
  sittings: Record<string, string>
}

/** Shows the page, after a refusal with what was typed. */
export async function showNew(
  req: Request,
  res: Response,
  shown: Partial<Again> & { days?: ProposedDays } = {},
): Promise<void> {
  const { areas, terms } = await listPlaceAreas(req.db, req.clock.today())
  const annulled = await annulledOf(req)
  const slug = req.query.omraade
  const area = areas.find((one) => (annulled ? one.id === annulled.area_id : one.slug === slug))
  const choices = await listBoardChoices(req.db, annulled?.area_id)
  const board = annulled ? await listBoard(req.db, annulled.id) : choices.filter(({ usual }) => usual)
  const { days, ...again } = shown
  const page: NewElectionPage = {
    areas,
    terms,
    chosen: {
      area_id: area?.id ?? null,
      term_id: (area ?? areas[0])?.open_term_id ?? terms[0]?.id ?? null,
    },
    board: boardOptions(req, choices),
    usual: board.map(({ id }) => `${id}`),
    rerun: annulled && {
      id: annulled.id,
      name: headOf(req, annulled).name,
      area_id: annulled.area_id,
      term_id: annulled.term_id,
    },
    stored: {
      ...(annulled && { means: annulled.means, roll_kind: annulled.roll_kind }),
      sittings: area ? await usualTimes(req.db, area) : {},
    },
    days: days ?? null,
  }
  showPage(req, res, 'planning/new', page, again)
}

/** The annulled election of the address or of the sent form, as far as it exists for whoever asks. */
async function annulledOf(req: Request): Promise<Election | null> {
  const asked = req.typed.rerun_of ?? req.query.omvalg
  if (typeof asked !== 'string') return null
  const election = await getElection(req.db, userOf(req), idFrom(asked))
  if (!['annulled', 'rerun'].includes(election.status)) throw new NotFound(`annulled election ${asked}`)
  return election
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
  /** Every time at which one can vote, in words. */
  times: string[]
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
  const sittings = await listSittings(req.db, election)
  const page: CallPage = {
    head: headOf(req, election),
    times: sittings.map((one) => `${whenText(req.t, req.lang, one)}, ${one.place}`),
    called: election.status !== 'planned',
    mayCall,
  }
  showPage(req, res, 'planning/call', page, shown)
}

/** office/elections/plan and office/elections/call_again: the same fields, for another reason. */
export interface TimetablePage {
  head: ElectionHead
  action: string
  /** The form is there only while it can be used. */
  mayChange: boolean
  /** The deadline stands once the list is approved. */
  asksDeadline: boolean
  stored: StoredTimetable
  /** What follows from the polling day. */
  days: ProposedDays | null
}

/** Shows the page, after a refusal with what was typed. */
export async function showTimetable(
  req: ElectionRequest,
  res: Response,
  view: 'plan' | 'call_again',
  shown: Partial<Again> & { days?: ProposedDays } = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, polling_on, candidates_by, status, means, statutes } = election
  const again = view === 'call_again'
  const sittings = await listSittings(req.db, election)
  const { complaintDays } = statutes.rules
  const { days, ...rest } = shown
  const page: TimetablePage = {
    head: headOf(req, election),
    action: again ? paths.electionCallAgain(id) : paths.electionPlan(id),
    mayChange: again ? status === 'unfilled' : ['planned', 'nominating', 'listed'].includes(status),
    asksDeadline: status !== 'listed',
    stored: {
      ...(!again && { candidates_by }),
      means,
      // A new call has new days, at the same place and hours.
      sittings: again ? withoutDay(typedSittings(sittings.slice(0, 1))) : typedSittings(sittings),
    },
    days: days ?? (again ? null : daysAround(candidates_by, polling_on, complaintDays.value)),
  }
  showPage(req, res, `planning/${view}`, page, rest)
}

function withoutDay({ polling_on: _day, ...rest }: Record<string, string>): Record<string, string> {
  return rest
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
  showPage(req, res, 'planning/board', page, shown)
}
