import type { Response, Router } from 'express'
import { findBoxKey } from '../../../../models/elections/box/keys.ts'
import { declareBoxLost, findBoxLoss } from '../../../../models/elections/box/loss.ts'
import { findBoothCount } from '../../../../models/elections/count/booth_count.ts'
import { boxLossPage } from '../../../../views/office/elections/box/box_loss.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { date, form, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
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
      const id = idFrom(req.params.id)
      await submit(req, res, lossForm, {
        act: (form) => declareBoxLost(req.db, officialOf(req), id, form),
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
    key: await findBoxKey(req.db, election.id),
    isOpened: (await findBoothCount(req.db, election.id)) !== undefined,
    loss: await findBoxLoss(req.db, election.id),
  })
  showTitled(req, res, 'box/box_loss', req.t('box.lost.title'), page, shown)
}
