import type { Request, Response, Router } from 'express'
import { canOf } from '../../../../models/accounts/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { conductPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

type ObjectionRequest = Request<{ id: string; objection: string }>

const presenceForm = fields.form(
  fields.choice('phase', elections.PHASES),
  fields.text('name', fields.LONGEST.name),
  fields.date('present_on'),
  fields.time('from_at'),
  fields.optionalTime('until_at'),
  fields.optionalId('replaces_id', 'presence'),
)

const objectionForm = fields.form(
  fields.choice('phase', elections.PHASES),
  fields.date('raised_on'),
  fields.text('text', fields.LONGEST.text),
  fields.optionalText('objector', fields.LONGEST.name),
)

const decisionForm = fields.form(
  fields.text('decision', fields.LONGEST.text),
  fields.text('decided_by', fields.LONGEST.name),
  fields.date('decided_on'),
)

export function conductRoutes(router: Router): void {
  router.get('/kontor/valg/:id/tilsyn', requires('elections.read'), (req: ElectionRequest, res) =>
    showConduct(req, res),
  )
  router.post(
    '/kontor/valg/:id/tilsyn/hvem',
    requires('elections.run'),
    presenceForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, presenceForm, {
        act: (form) => elections.recordPresence(req.db, officialOf(req), id, form),
        again: (shown) => showConduct(req, res, shown),
        done: () => paths.conduct(id),
        notice: 'elections.conduct.saved',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/tilsyn/indsigelser',
    requires('elections.run'),
    objectionForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, objectionForm, {
        act: (form) => elections.recordObjection(req.db, officialOf(req), id, form),
        again: (shown) => showConduct(req, res, shown),
        done: () => paths.conduct(id),
        notice: 'elections.conduct.saved',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/tilsyn/indsigelser/:objection',
    requires('elections.run'),
    decisionForm,
    async (req: ObjectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      const objection = idFrom('objection', req.params.objection)
      await submit(req, res, decisionForm, {
        act: (form) => elections.decideObjection(req.db, officialOf(req), id, objection, form),
        again: (shown) => showConduct(req, res, shown),
        done: () => paths.conduct(id),
        notice: 'elections.conduct.saved',
      })
    },
  )
}

async function showConduct(
  req: ElectionRequest | ObjectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const board = await elections.listBoard(req.db, election.id)
  const can = canOf(userOf(req))
  const page = conductPage(readerOf(req), election, {
    presences: await elections.listPresences(req.db, election.id),
    objections: await elections.listObjections(req.db, election.id),
    board,
    readsNames: can['elections.plan'] || can['audit.read'] || elections.sitsOn(board, userOf(req)),
    time: req.clock.time(),
  })
  showPage(req, res, 'conduct/conduct', page, shown)
}
