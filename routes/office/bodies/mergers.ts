import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import {
  decideMerger,
  getMerger,
  listMergers,
  proposeMerger,
  type Merger,
  type MergerDecisionForm,
  type ProposalForm,
} from '../../../models/bodies/mergers.ts'
import { listBodies } from '../../../models/bodies/bodies.ts'
import { requires } from '../../web/access.ts'
import { choice, chosenIds, date, LONGEST, optionalText, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'

type MergerRequest = Request<{ id: string }>

/** office/bodies/mergers and office/bodies/merger. */
export interface MergerLine {
  names: string[]
  href: string
  proposedBy: string
  proposedOn: IsoDate
  text: string
  decision: {
    outcome: 'rejected' | 'adopted'
    by: string
    on: IsoDate
    caseNumber: string | null
    note: string | null
  } | null
  bodies: { name: string; href: string }[]
}

/** Mergers that are proposed: recorded as proposals, so that nothing changes where they come to nothing. */
export function mergerRoutes(): Router {
  const router = express.Router()
  router.get(paths.mergers, requires('register.read'), (req: Request, res: Response) => showList(req, res))
  router.post(
    paths.mergers,
    requires('register.write'),
    chosenIds('bodies'),
    text('proposed_by'),
    date('proposed_on'),
    text('text', LONGEST.text),
    async (req: Request, res: Response) => {
      await submit<ProposalForm, { id: number }>(req, res, {
        act: (form) => proposeMerger(req.db, byOf(req), form),
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
    choice('outcome', ['rejected', 'adopted']),
    text('decided_by'),
    date('decided_on'),
    optionalText('case_number'),
    optionalText('note', LONGEST.text),
    async (req: MergerRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<MergerDecisionForm, unknown>(req, res, {
        act: (form) => decideMerger(req.db, byOf(req), id, form),
        again: (shown) => showMerger(req, res, shown),
        done: () => paths.merger(id),
        notice: 'bodies.merger.decided',
      })
    },
  )
  return router
}

function lineOf({ id, bodies, proposed_by, proposed_on, text, decision }: Merger): MergerLine {
  return {
    names: bodies.map(({ name }) => name),
    href: paths.merger(id),
    proposedBy: proposed_by,
    proposedOn: proposed_on,
    text,
    decision: decision
      ? {
          outcome: decision.outcome,
          by: decision.decided_by,
          on: decision.decided_on,
          caseNumber: decision.case_number,
          note: decision.note,
        }
      : null,
    bodies: bodies.map(({ name, slug }) => ({ name, href: paths.body(slug) })),
  }
}

async function showList(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const today = req.clock.today()
  const active = (await listBodies(req.db, today)).filter(
    ({ active_until }) => active_until === null || active_until >= today,
  )
  const page = {
    mergers: (await listMergers(req.db)).map(lineOf),
    bodies: active.map(({ id, name }) => ({ value: String(id), text: name })),
    today,
    action: paths.mergers,
    back: paths.bodies,
  }
  const title = req.t('bodies.merger.heading')
  show(req, res, 'office/bodies/mergers', { title, layout: 'office', page, ...shown })
}

async function showMerger(req: MergerRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const id = idFrom(req.params.id)
  const page = {
    ...lineOf(await getMerger(req.db, id)),
    action: paths.merger(id),
    back: paths.mergers,
    today: req.clock.today(),
  }
  const title = req.t('bodies.merger.of', { names: new Intl.ListFormat(req.lang).format(page.names) })
  show(req, res, 'office/bodies/merger', { title, layout: 'office', page, ...shown })
}
