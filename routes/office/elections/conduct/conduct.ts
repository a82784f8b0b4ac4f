import type { Request, Response, Router } from 'express'
import { canOf } from '../../../../models/accounts/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { conductPage } from '../../../../views/office/elections/index.ts'
import { idFrom, paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

type ObjectionRequest = Request<{ id: string; objection: string }>

const presenceForm = fields.form(
  fields.choice('phase', elections.PHASES),
  fields.text('name', fields.LONGEST.name),
  fields.date('present_on', 'past'),
  fields.time('from_at'),
  fields.optionalTime('until_at'),
  fields.optionalId('replaces_id', 'presence'),
)

const objectionForm = fields.form(
  fields.choice('phase', elections.PHASES),
  fields.date('raised_on', 'past'),
  fields.text('text', fields.LONGEST.text),
  fields.optionalText('objector', fields.LONGEST.name),
)

const decisionForm = fields.form(
  fields.text('decision', fields.LONGEST.text),
  fields.text('decided_by', fields.LONGEST.name),
  fields.date('decided_on', 'past'),
)

export function conductRoutes(router: Router): void {
  router.get('/kontor/valg/:id/tilsyn', requires('elections.read'), shows(showConduct))
  router.post(
    '/kontor/valg/:id/tilsyn/hvem',
    requires('elections.run'),
    submits(presenceForm, {
      act: (req, form) => elections.recordPresence(req.db, officialOf(req), electionId(req), form),
      again: showConduct,
      done: (req) => paths.conduct(electionId(req)),
      notice: 'elections.conduct.saved',
    }),
  )
  router.post(
    '/kontor/valg/:id/tilsyn/indsigelser',
    requires('elections.run'),
    submits(objectionForm, {
      act: (req, form) => elections.recordObjection(req.db, officialOf(req), electionId(req), form),
      again: showConduct,
      done: (req) => paths.conduct(electionId(req)),
      notice: 'elections.conduct.saved',
    }),
  )
  router.post(
    '/kontor/valg/:id/tilsyn/indsigelser/:objection',
    requires('elections.run'),
    submits(decisionForm, {
      act: (req: ObjectionRequest, form) =>
        elections.decideObjection(
          req.db,
          officialOf(req),
          electionId(req),
          idFrom('objection', req.params.objection),
          form,
        ),
      again: showConduct,
      done: (req) => paths.conduct(electionId(req)),
      notice: 'elections.conduct.saved',
    }),
  )
}

async function showConduct(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
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
