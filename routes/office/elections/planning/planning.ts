import type { Request, Response, Router } from 'express'
import { NotFound } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { type Proposal, proposes, timetableFields, timetableFrom } from './timetable.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'
import * as web from '../../../web/index.ts'
import { choice, chosenId, chosenIds, date, form, optionalId } from '../../../web/fields.ts'
import { boardPage, callPage, newPage } from '../../../../views/office/elections/index.ts'

const newForm = form(
  chosenId('area_id'),
  chosenId('term_id'),
  date('candidates_by', 'coming'),
  ...timetableFields,
  choice('roll_kind', elections.ROLL_KINDS),
  chosenIds('board', 'account'),
  optionalId('rerun_of', 'election'),
)

const boardForm = form(chosenIds('board', 'account'))

export function planningRoutes(router: Router): void {
  router.get(web.paths.newElection, web.requires('elections.plan'), web.shows(showNew))
  router.post(
    web.paths.newElection,
    web.requires('elections.plan'),
    proposes(showNew),
    web.submits(newForm, {
      act: (req, form) =>
        elections.planElection(req.db, officialOf(req), { ...form, ...timetableFrom(form) }),
      again: showNew,
      done: (_req, { id }) => web.paths.election(id),
      notice: 'elections.new.done',
    }),
  )
  callRoutes(router)
  boardRoutes(router)
}

async function showNew(req: Request, res: Response, again: Proposal = {}): Promise<void> {
  const { areas, terms } = await elections.listPlaceAreas(req.db, req.clock.today())
  const annulled = await annulledOf(req)
  const slug = req.query.omraade
  const area = areas.find((one) => (annulled ? one.id === annulled.area_id : one.slug === slug))
  const { days, ...shown } = again
  const plannable = {
    areas,
    terms,
    area,
    times: area ? await elections.usualTimes(req.db, area) : {},
    choices: await elections.listBoardChoices(req.db, annulled?.area_id, area?.id),
    annulled: annulled && { election: annulled, board: await elections.listBoard(req.db, annulled.id) },
  }
  showPage(req, res, 'planning/new', newPage(web.readerOf(req), plannable, days), shown)
}

/** Named by the address or the sent form. */
async function annulledOf(req: Request): Promise<elections.Election | undefined> {
  const asked = req.typed.rerun_of ?? req.query.omvalg
  if (typeof asked !== 'string') return undefined
  const election = await elections.getElection(req.db, web.userOf(req), web.idFrom('election', asked))
  if (!elections.facts(election.status).annulled) throw new NotFound(`annulled election ${asked}`)
  return election
}

function callRoutes(router: Router): void {
  router.get('/kontor/valg/:id/indkaldelse', web.requires('elections.read'), web.shows(showCall))
  router.post(
    '/kontor/valg/:id/indkaldelse',
    web.requires('elections.plan'),
    web.submits(form(), {
      act: (req) => elections.callElection(req.db, officialOf(req), electionId(req)),
      again: showCall,
      done: (_req, { id }) => web.paths.election(id),
      notice: 'elections.call.done',
    }),
  )
}

async function showCall(req: ElectionRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const sittings = await elections.listSittings(req.db, election)
  showPage(req, res, 'planning/call', callPage(web.readerOf(req), election, sittings), again)
}

function boardRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgbestyrelse', web.requires('elections.plan'), web.shows(showBoard))
  router.post(
    '/kontor/valg/:id/valgbestyrelse',
    web.requires('elections.plan'),
    web.submits(boardForm, {
      act: (req, { board }) => elections.changeBoard(req.db, officialOf(req), electionId(req), board),
      again: showBoard,
      done: (_req, { id }) => web.paths.election(id),
      notice: 'elections.board.done',
    }),
  )
}

async function showBoard(req: ElectionRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const choices = await elections.listBoardChoices(req.db, election.area_id)
  const board = await elections.listBoard(req.db, election.id)
  showPage(req, res, 'planning/board', boardPage(web.readerOf(req), election, choices, board), again)
}
