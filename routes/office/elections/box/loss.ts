import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { boxLossPage } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits } from '../../../web/index.ts'
import { date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'

const lossForm = form(
  text('decided_by', LONGEST.name),
  date('decided_on', 'past'),
  text('reason', LONGEST.text),
  mustTick('sure'),
)

/** When too few key slips are left, the election is held again after a decision. */
export function boxLossRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmekasse/tabt', requires('elections.plan'), shows(showLoss))
  router.post(
    '/kontor/valg/:id/stemmekasse/tabt',
    requires('elections.plan'),
    submits(lossForm, {
      act: (req, form) => elections.declareBoxLost(req.db, officialOf(req), electionId(req), form),
      again: showLoss,
      done: (req) => paths.election(electionId(req)),
      notice: 'box.lost.done',
    }),
  )
}

async function showLoss(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const page = boxLossPage(readerOf(req), election, {
    key: await elections.findBoxKey(req.db, election.id),
    isOpened: (await elections.findOpenedBox(req.db, election.id)).opening !== null,
    loss: await elections.findBoxLoss(req.db, election.id),
    isDoubted: (await elections.findBoxDoubt(req.db, election.id)) !== undefined,
  })
  showTitled(req, res, 'box/box_loss', req.t(page.heading), page, shown)
}
