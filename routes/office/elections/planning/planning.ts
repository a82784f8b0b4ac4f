import type { Request, Response, Router } from 'express'
import { NotFound } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { asksProposal, proposal, type Proposal, timetableFields, timetableFrom } from './timetable.ts'
import { electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'
import { type Again, idFrom, paths, readerOf, requires, submit, userOf } from '../../../web/index.ts'
import { choice, chosenId, chosenIds, date, form, optionalId } from '../../../web/fields.ts'
import { boardPage, callPage, newPage } from '../../../../views/office/elections/index.ts'

const newForm = form(
  chosenId('area_id'),
  chosenId('term_id'),
  date('candidates_by'),
  ...timetableFields,
  choice('roll_kind', elections.ROLL_KINDS),
  chosenIds('board', 'account'),
  optionalId('rerun_of', 'election'),
)

const boardForm = form(chosenIds('board', 'account'))

export function planningRoutes(router: Router): void {
  router.get(paths.newElection, requires('elections.plan'), (req: Request, res: Response) =>
    showNew(req, res),
  )
  router.post(paths.newElection, requires('elections.plan'), newForm, async (req: Request, res: Response) => {
    if (asksProposal(req)) {
      await showNew(req, res, await proposal(req))
      return
    }
    await submit(req, res, newForm, {
      act: (form) => elections.planElection(req.db, officialOf(req), { ...form, ...timetableFrom(form) }),
      again: (shown) => showNew(req, res, shown),
      done: ({ id }) => paths.election(id),
      notice: 'elections.new.done',
    })
  })
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
    choices: await elections.listBoardChoices(req.db, annulled?.area_id),
    annulled: annulled && { election: annulled, board: await elections.listBoard(req.db, annulled.id) },
  }
  showPage(req, res, 'planning/new', newPage(readerOf(req), plannable, days), shown)
}

/** Named by the address or the sent form. */
async function annulledOf(req: Request): Promise<elections.Election | undefined> {
  const asked = req.typed.rerun_of ?? req.query.omvalg
  if (typeof asked !== 'string') return undefined
  const election = await elections.getElection(req.db, userOf(req), idFrom('election', asked))
  if (!elections.facts(election.status).annulled) throw new NotFound(`annulled election ${asked}`)
  return election
}

function callRoutes(router: Router): void {
  router.get('/kontor/valg/:id/indkaldelse', requires('elections.read'), (req: ElectionRequest, res) =>
    showCall(req, res),
  )
  router.post(
    '/kontor/valg/:id/indkaldelse',
    requires('elections.plan'),
    async (req: ElectionRequest, res) => {
      await submit(req, res, form(), {
        act: () => elections.callElection(req.db, officialOf(req), idFrom('election', req.params.id)),
        again: (shown) => showCall(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.call.done',
      })
    },
  )
}

async function showCall(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const sittings = await elections.listSittings(req.db, election)
  showPage(req, res, 'planning/call', callPage(readerOf(req), election, sittings), again)
}

function boardRoutes(router: Router): void {
  router.get('/kontor/valg/:id/valgbestyrelse', requires('elections.plan'), (req: ElectionRequest, res) =>
    showBoard(req, res),
  )
  router.post(
    '/kontor/valg/:id/valgbestyrelse',
    requires('elections.plan'),
    boardForm,
    async (req: ElectionRequest, res: Response) => {
      await submit(req, res, boardForm, {
        act: ({ board }) =>
          elections.changeBoard(req.db, officialOf(req), idFrom('election', req.params.id), board),
        again: (shown) => showBoard(req, res, shown),
        done: ({ id }) => paths.election(id),
        notice: 'elections.board.done',
      })
    },
  )
}

async function showBoard(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const choices = await elections.listBoardChoices(req.db, election.area_id)
  const board = await elections.listBoard(req.db, election.id)
  showPage(req, res, 'planning/board', boardPage(readerOf(req), election, choices, board), again)
}
