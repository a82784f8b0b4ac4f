import express, { type Request, type Response, type Router } from 'express'
import * as bodies from '../../../models/bodies/index.ts'
import { mergerPage, mergersPage } from '../../../views/office/bodies/index.ts'
import { byOf, idIn, paths, readerOf, requires, show, type Shown, shows, submits } from '../../web/index.ts'
import { choice, chosenIds, date, form, LONGEST, optionalText, text } from '../../web/fields.ts'

type MergerRequest = Request<{ id: string }>
const proposalId = idIn('proposal')

const proposalForm = form(
  chosenIds('bodies', 'body'),
  text('proposed_by'),
  date('proposed_on', 'past'),
  text('text', LONGEST.text),
)

const decisionForm = form(
  choice('outcome', ['rejected', 'adopted']),
  text('decided_by'),
  date('decided_on', 'past'),
  optionalText('case_number'),
  optionalText('note', LONGEST.text),
)

/** Mergers are recorded as proposals, so that nothing changes when they come to nothing. */
export function mergerRoutes(): Router {
  const router = express.Router()
  router.get(paths.mergers, requires('register.read'), shows(showList))
  router.post(
    paths.mergers,
    requires('register.write'),
    submits(proposalForm, {
      act: (req, typed) => bodies.proposeMerger(req.db, byOf(req), typed),
      again: showList,
      done: (_req, { id }) => paths.merger(id),
      notice: 'bodies.merger.proposed',
    }),
  )
  router.get('/kontor/sammenlaegninger/:id', requires('register.read'), shows(showMerger))
  router.post(
    '/kontor/sammenlaegninger/:id',
    requires('register.write'),
    submits(decisionForm, {
      act: (req, typed) => bodies.decideMerger(req.db, byOf(req), proposalId(req), typed),
      again: showMerger,
      done: (req) => paths.merger(proposalId(req)),
      notice: 'bodies.merger.decided',
    }),
  )
  return router
}

async function showList(req: Request, res: Response, shown: Shown = {}): Promise<void> {
  const mergers = await bodies.listMergers(req.db)
  const page = mergersPage(readerOf(req), mergers, await bodies.listBodies(req.db, req.clock.today()))
  show(req, res, 'office/bodies/mergers', { title: req.t('bodies.merger.heading'), page, ...shown })
}

async function showMerger(req: MergerRequest, res: Response, shown: Shown = {}): Promise<void> {
  const page = mergerPage(readerOf(req), await bodies.getMerger(req.db, proposalId(req)))
  show(req, res, 'office/bodies/merger', { title: page.heading, page, ...shown })
}
