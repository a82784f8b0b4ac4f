import type { Request, Response, Router } from 'express'
import {
  changeBoard,
  listBoard,
  listBoardChoices,
  type BoardChoice,
} from '../../../models/elections/board.ts'
import {
  callAgain,
  callElection,
  changeTimetable,
  planElection,
  type PlanForm,
  type TimetableForm,
} from '../../../models/elections/planning.ts'
import { listPlaceAreas, type PlaceToElect } from '../../../models/elections/places_to_elect.ts'
import type { IsoDate } from '../../../models/dates.ts'
import type { TermRow } from '../../../models/tables.ts'
import { canOf, requires, userOf } from '../../access.ts'
import { chosenId, chosenIds, date, optionalDate, text, time } from '../../fields.ts'
import { submit, type Again } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import {
  electionOf,
  headOf,
  officialOf,
  showPage,
  type ElectionHead,
  type ElectionRequest,
} from './shared.ts'

const hoursAndPlace = [text('place'), time('opens_at'), time('closes_at')]

/** Planning: what is elected where and when, who sits on the board, and the call for candidates. */
export function planningRoutes(router: Router): void {
  router.get(paths.newElection, requires('elections.plan'), (req: Request, res: Response) =>
    showNew(req, res),
  )
  router.post(
    paths.newElection,
    requires('elections.plan'),
    chosenId('area_id'),
    chosenId('term_id'),
    date('polling_on'),
    date('candidates_by'),
    ...hoursAndPlace,
    chosenIds('board'),
    async (req: Request, res: Response) => {
      await submit<PlanForm, { id: number }>(req, res, {
        act: (form) => planElection(req.db, officialOf(req), form),
        again: (shown) => showNew(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.new.done',
      })
    },
  )
  callRoutes(router)
  changeRoutes(router)
}

function callRoutes(router: Router): void {
  router.get('/kontor/valg/:id/indkaldelse', requires('elections.read'), (req: ElectionRequest, res) =>
    showCall(req, res),
  )
  router.post(
    '/kontor/valg/:id/indkaldelse',
    requires('elections.plan'),
    async (req: ElectionRequest, res) => {
      await submit<object, { id: number }>(req, res, {
        act: () => callElection(req.db, officialOf(req), idFrom(req.params.id)),
        again: (shown) => showCall(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.call.done',
      })
    },
  )
  router.get('/kontor/valg/:id/ny-indkaldelse', requires('elections.plan'), (req: ElectionRequest, res) =>
    showTimetable(req, res, 'call_again'),
  )
  router.post(
    '/kontor/valg/:id/ny-indkaldelse',
    requires('elections.plan'),
    date('polling_on'),
    date('candidates_by'),
    ...hoursAndPlace,
    async (req: ElectionRequest, res: Response) => {
      await submit<TimetableForm, { id: number }>(req, res, {
        act: (form) => callAgain(req.db, officialOf(req), idFrom(req.params.id), form),
        again: (shown) => showTimetable(req, res, 'call_again', shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.call_again.done',
      })
    },
  )
}

function changeRoutes(router: Router): void {
  router.get('/kontor/valg/:id/plan', requires('elections.plan'), (req: ElectionRequest, res) =>
    showTimetable(req, res, 'plan'),
  )
  router.post(
    '/kontor/valg/:id/plan',
    requires('elections.plan'),
    date('polling_on'),
    optionalDate('candidates_by'),
    ...hoursAndPlace,
    async (req: ElectionRequest, res: Response) => {
      await submit<Omit<TimetableForm, 'candidates_by'> & { candidates_by?: IsoDate }, { id: number }>(
        req,
        res,
        {
          act: (form) => changeTimetable(req.db, officialOf(req), idFrom(req.params.id), form),
          again: (shown) => showTimetable(req, res, 'plan', shown),
          done: ({ id }) => paths.election(id),
          notice: 'elections.plan.done',
        },
      )
    },
  )
  router.get('/kontor/valg/:id/valgbestyrelse', requires('elections.plan'), (req: ElectionRequest, res) =>
    showBoard(req, res),
  )
  router.post(
    '/kontor/valg/:id/valgbestyrelse',
    requires('elections.plan'),
    chosenIds('board'),
    async (req: ElectionRequest, res: Response) => {
      await submit<{ board: number[] }, { id: number }>(req, res, {
        act: ({ board }) => changeBoard(req.db, officialOf(req), idFrom(req.params.id), board),
        again: (shown) => showBoard(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.board.done',
      })
    },
  )
}

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

async function showNew(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
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

async function showCall(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
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

async function showTimetable(
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

async function showBoard(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const page: BoardPage = {
    head: headOf(req, election),
    board: boardOptions(req, await listBoardChoices(req.db, election.area_id)),
    chosen: (await listBoard(req.db, election.id)).map(({ id }) => `${id}`),
  }
  showPage(req, res, 'board', page, shown)
}
