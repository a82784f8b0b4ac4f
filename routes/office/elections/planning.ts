import type { Request, Response, Router } from 'express'
import type { IsoDate } from '../../../models/dates.ts'
import { changeBoard } from '../../../models/elections/board.ts'
import {
  callAgain,
  callElection,
  changeTimetable,
  planElection,
  type PlanForm,
  type TimetableForm,
} from '../../../models/elections/planning.ts'
import { requires } from '../../access.ts'
import { chosenId, chosenIds, date, optionalDate, text, time } from '../../fields.ts'
import { submit } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import { showBoard, showCall, showNew, showTimetable } from './planning_pages.ts'
import { officialOf, type ElectionRequest } from './shared.ts'

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
