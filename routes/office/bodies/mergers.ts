import express, { type Request, type Response, type Router } from 'express'
import * as bodies from '../../../models/bodies/index.ts'
import { mergerPage, mergersPage } from '../../../views/office/bodies/index.ts'
import { type Again, byOf, idFrom, paths, readerOf, requires, show, submit } from '../../web/index.ts'
import { choice, chosenIds, date, form, LONGEST, optionalText, text } from '../../web/fields.ts'

type MergerRequest = Request<{ id: string }>

const proposalForm = form(
  chosenIds('bodies', 'body'),
  text('proposed_by'),
  date('proposed_on'),
  text('text', LONGEST.text),
)

const decisionForm = form(
  choice('outcome', ['rejected', 'adopted']),
  text('decided_by'),
  date('decided_on'),
  optionalText('case_number'),
  optionalText('note', LONGEST.text),
)

/** Mergers are recorded as proposals, so that nothing changes when they come to nothing. */
export function mergerRoutes(): Router {
  const router = express.Router()
  router.get(paths.mergers, requires('register.read'), (req: Request, res: Response) => showList(req, res))
  router.post(
    paths.mergers,
    requires('register.write'),
    proposalForm,
    async (req: Request, res: Response) => {
      await submit(req, res, proposalForm, {
        act: (typed) => bodies.proposeMerger(req.db, byOf(req), typed),
        again: (shown) => showList(req, res, shown),
        done: ({ id }) => paths.merger(id),
        notice: 'bodies.merger.proposed',
      })
    },
  )
  router.get('/kontor/sammenlaegninger/:id', requires('register.read'), (req: MergerRequest, res: Response) =>
    showMerger(req, res),
  )
  router.post(
    '/kontor/sammenlaegninger/:id',
    requires('register.write'),
    decisionForm,
    async (req: MergerRequest, res: Response) => {
      const id = idFrom('proposal', req.params.id)
      await submit(req, res, decisionForm, {
        act: (typed) => bodies.decideMerger(req.db, byOf(req), id, typed),
        again: (shown) => showMerger(req, res, shown),
        done: () => paths.merger(id),
        notice: 'bodies.merger.decided',
      })
    },
  )
  return router
}

async function showList(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const mergers = await bodies.listMergers(req.db)
  const page = mergersPage(readerOf(req), mergers, await bodies.listBodies(req.db, req.clock.today()))
  const title = req.t('bodies.merger.heading')
  show(req, res, 'office/bodies/mergers', { title, layout: 'office', page, ...shown })
}

async function showMerger(req: MergerRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = mergerPage(readerOf(req), await bodies.getMerger(req.db, idFrom('proposal', req.params.id)))
  show(req, res, 'office/bodies/merger', { title: page.heading, layout: 'office', page, ...shown })
}
