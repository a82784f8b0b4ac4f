import type { Response, Router } from 'express'
import { recordLot, type LotForm } from '../../../../models/elections/result/lots.ts'
import { LOT_METHODS } from '../../../../models/elections/result/result.ts'
import { requires } from '../../../web/access.ts'
import { choice, chosenIds, text } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { resultPage, showLot } from './pages.ts'
import { officialOf, showPage, type ElectionRequest } from '../shared.ts'

/** The result with its reasons, and the lot where some are equal. */
export function resultRoutes(router: Router): void {
  router.get('/kontor/valg/:id/resultat', requires('elections.read'), async (req: ElectionRequest, res) => {
    showPage(req, res, 'result/result', await resultPage(req))
  })
  router.get('/kontor/valg/:id/lodtraekning', requires('elections.read'), (req: ElectionRequest, res) =>
    showLot(req, res),
  )
  router.post(
    '/kontor/valg/:id/lodtraekning',
    requires('elections.certify'),
    choice('method', LOT_METHODS),
    text('witnesses'),
    chosenIds('among'),
    chosenIds('chosen'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<LotForm, unknown>(req, res, {
        act: (form) => recordLot(req.db, officialOf(req), id, form),
        again: (shown) => showLot(req, res, shown),
        done: () => paths.result(id),
        notice: 'elections.lot.done',
      })
    },
  )
}
