import type { Request, Response, Router } from 'express'
import { changeBoard } from '../../../../models/elections/board.ts'
import {
  callAgain,
  callElection,
  changeTimetable,
  planElection,
  type PlanForm,
} from '../../../../models/elections/planning/planning.ts'
import { requires } from '../../../web/access.ts'
import { choice, chosenId, chosenIds, date, optionalDate, optionalId } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showBoard, showCall, showNew, showTimetable } from './pages.ts'
import { asksProposal, proposal } from './proposal.ts'
import { checkSittings, timetableChecks, timetableFrom, type TypedTimetable } from './sittings.ts'
import { officialOf, type ElectionRequest } from '../shared.ts'

type TypedPlan = TypedTimetable &
  Pick<PlanForm, 'area_id' | 'term_id' | 'board' | 'roll_kind' | 'rerun_of' | 'candidates_by'>

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
    date('candidates_by'),
    ...timetableChecks,
    checkSittings,
    choice('roll_kind', ['named', 'alias', 'counted']),
    chosenIds('board'),
    optionalId('rerun_of'),
    async (req: Request, res: Response) => {
      if (asksProposal(req)) {
        await showNew(req, res, await proposal(req))
        return
      }
      await submit<TypedPlan, { id: number }>(req, res, {
        act: (form) => planElection(req.db, officialOf(req), planFrom(form)),
        again: (shown) => showNew(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.new.done',
      })
    },
  )
  callRoutes(router)
  changeRoutes(router)
}

function planFrom(form: TypedPlan): PlanForm {
  const { area_id, term_id, board, roll_kind, rerun_of, candidates_by } = form
  return { ...timetableFrom(form), candidates_by, area_id, term_id, board, roll_kind, rerun_of }
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
    date('candidates_by'),
    ...timetableChecks,
    checkSittings,
    async (req: ElectionRequest, res: Response) => {
      if (asksProposal(req)) {
        await showTimetable(req, res, 'call_again', await proposal(req))
        return
      }
      await submit<TypedTimetable & Pick<PlanForm, 'candidates_by'>, { id: number }>(req, res, {
        act: (form) =>
          callAgain(req.db, officialOf(req), idFrom(req.params.id), {
            ...timetableFrom(form),
            candidates_by: form.candidates_by,
          }),
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
    optionalDate('candidates_by'),
    ...timetableChecks,
    checkSittings,
    async (req: ElectionRequest, res: Response) => {
      if (asksProposal(req)) {
        await showTimetable(req, res, 'plan', await proposal(req))
        return
      }
      await submit<TypedTimetable, { id: number }>(req, res, {
        act: (form) => changeTimetable(req.db, officialOf(req), idFrom(req.params.id), timetableFrom(form)),
        again: (shown) => showTimetable(req, res, 'plan', shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.plan.done',
      })
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
