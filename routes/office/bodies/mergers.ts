import express, { type Request, type Response, type Router } from 'express'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { decideMerger, getMerger, listMergers, proposeMerger } from '../../../models/bodies/mergers.ts'
import { mergerPage } from '../../../views/office/bodies/merger.page.ts'
import { mergersPage } from '../../../views/office/bodies/mergers.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { choice, chosenIds, date, form, LONGEST, optionalText, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

type MergerRequest = Request<{ id: string }>

const proposalForm = form(
  chosenIds('bodies'),
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
        act: (typed) => proposeMerger(req.db, byOf(req), typed),
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
      const id = idFrom(req.params.id)
      await submit(req, res, decisionForm, {
        act: (typed) => decideMerger(req.db, byOf(req), id, typed),
        again: (shown) => showMerger(req, res, shown),
        done: () => paths.merger(id),
        notice: 'bodies.merger.decided',
      })
    },
  )
  return router
}

async function showList(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const mergers = await listMergers(req.db)
  const page = mergersPage(readerOf(req), mergers, await listBodies(req.db, req.clock.today()))
  const title = req.t('bodies.merger.heading')
  show(req, res, 'office/bodies/mergers', { title, layout: 'office', page, ...shown })
}

async function showMerger(req: MergerRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = mergerPage(readerOf(req), await getMerger(req.db, idFrom(req.params.id)))
  show(req, res, 'office/bodies/merger', { title: page.heading, layout: 'office', page, ...shown })
}
