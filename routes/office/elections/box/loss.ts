import type { Response, Router } from 'express'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { findBoothCount } from '../../../../models/elections/count/booth_count.ts'
import { declareBoxLost, findBoxLoss, type BoxLossForm } from '../../../../models/elections/box/loss.ts'
import { findBoxKey } from '../../../../models/elections/box/keys.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import type { BoxLossRow } from '../../../../models/elections/box/tables.ts'
import { requires } from '../../../web/access.ts'
import { date, LONGEST, mustTick, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { show } from '../../../web/views.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** When too few key slips are left: a decision, after which the election is held again. */
export function boxLossRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmekasse/tabt', requires('elections.plan'), (req: ElectionRequest, res) =>
    showLoss(req, res),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/tabt',
    requires('elections.plan'),
    text('decided_by', LONGEST.name),
    date('decided_on'),
    text('reason', LONGEST.text),
    mustTick('sure'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<BoxLossForm, unknown>(req, res, {
        act: (form) => declareBoxLost(req.db, officialOf(req), id, form),
        again: (shown) => showLoss(req, res, shown),
        done: () => paths.election(id),
        notice: 'box.lost.done',
      })
    },
  )
}

/** office/elections/box_loss */
export interface BoxLossPage {
  head: ElectionHead
  action: string
  backHref: string
  mayDeclare: boolean
  loss: BoxLossRow | null
  /** How many slips open the box, and how many there are. */
  threshold: number
  shares: number
  today: IsoDate
}

async function showLoss(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const { id, status } = election
  const key = await findBoxKey(req.db, id)
  const opened = await findBoothCount(req.db, id)
  const page: BoxLossPage = {
    head: headOf(req, election),
    action: paths.boxLoss(id),
    backHref: paths.box(id),
    mayDeclare: hasBooth(election) && allows(status, 'loseBox') && !opened,
    loss: (await findBoxLoss(req.db, id)) ?? null,
    threshold: key?.threshold ?? 0,
    shares: key?.shares ?? 0,
    today: req.clock.today(),
  }
  const title = `${req.t('box.lost.title')} – ${page.head.name}`
  show(req, res, 'office/elections/box/box_loss', { title, layout: 'office', page, ...shown })
}
