import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { boxLossPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit } from '../../../web/index.ts'
import { date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { electionOf, officialOf, showTitled, type ElectionRequest } from '../shared.ts'

const lossForm = form(
  text('decided_by', LONGEST.name),
  date('decided_on'),
  text('reason', LONGEST.text),
  mustTick('sure'),
)

/** When too few key slips are left, the election is held again after a decision. */
export function boxLossRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmekasse/tabt', requires('elections.plan'), (req: ElectionRequest, res) =>
    showLoss(req, res),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/tabt',
    requires('elections.plan'),
    lossForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, lossForm, {
        act: (form) => elections.declareBoxLost(req.db, officialOf(req), id, form),
        again: (shown) => showLoss(req, res, shown),
        done: () => paths.election(id),
        notice: 'box.lost.done',
      })
    },
  )
}

async function showLoss(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const page = boxLossPage(readerOf(req), election, {
    key: await elections.findBoxKey(req.db, election.id),
    isOpened: (await elections.findOpenedBox(req.db, election.id)).opening !== null,
    loss: await elections.findBoxLoss(req.db, election.id),
    isDoubted: (await elections.findBoxDoubt(req.db, election.id)) !== undefined,
  })
  showTitled(req, res, 'box/box_loss', req.t(page.heading), page, shown)
}
