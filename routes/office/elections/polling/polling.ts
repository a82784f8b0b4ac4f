import type { Response, Router } from 'express'
import { hasPaper } from '../../../../models/elections/means.ts'
import {
  closePolling,
  openPolling,
  type ClosingForm,
  type OpeningForm,
} from '../../../../models/elections/polling/polling.ts'
import { requires } from '../../../web/access.ts'
import { LONGEST, optionalText, text, time, wholeNumber } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showClosing } from './closing_page.ts'
import { showPolling } from './page.ts'
import { pollingPauseRoutes } from './pause.ts'
import { pollingTableRoutes } from './table.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'

const papers = ['printed', 'handed_out', 'exchanged', 'unused', 'not_returned'].map((line) =>
  wholeNumber(line),
)

/** The polling day: opened before two people, run from one table, closed with the account of the ballot papers. */
export function pollingRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning', requires('elections.read'), (req: ElectionRequest, res) =>
    showPolling(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/aabning',
    requires('elections.run'),
    time('opened_at'),
    text('first_witness', LONGEST.name),
    text('second_witness', LONGEST.name),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<OpeningForm, unknown>(req, res, {
        act: (form) => openPolling(req.db, officialOf(req), id, form),
        again: (shown) => showPolling(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.opened_now',
      })
    },
  )
  pollingTableRoutes(router)
  pollingPauseRoutes(router)
  router.get('/kontor/valg/:id/afstemning/lukning', requires('elections.run'), (req: ElectionRequest, res) =>
    showClosing(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/lukning',
    requires('elections.run'),
    time('closed_at'),
    optionalText('early_reason', LONGEST.text),
    optionalText('late_reason', LONGEST.text),
    optionalText('tally'),
    optionalText('difference_reason', LONGEST.text),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      // Where people vote on a tablet alone, the form asks for no papers.
      if (hasPaper(await electionOf(req))) for (const line of papers) await line.run(req)
      await submit<ClosingForm, unknown>(req, res, {
        act: (form) => closePolling(req.db, officialOf(req), id, form),
        again: (shown) => showClosing(req, res, shown),
        done: () => paths.count(id),
        notice: 'elections.closing.done',
      })
    },
  )
}
