import type { Response, Router } from 'express'
import { hasPaper } from '../../../../models/elections/means.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import { closePolling, isForgotten, openPolling } from '../../../../models/elections/polling/polling.ts'
import { printedCopies } from '../../../../models/elections/polling/prints.ts'
import { tableFigures } from '../../../../models/elections/polling/tallies.ts'
import {
  closingPage,
  knownFigures,
  withMovedTally,
} from '../../../../views/office/elections/polling/closing.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { dependent, form, LONGEST, optionalText, text, time, wholeNumber } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { showPolling } from './show.ts'

const openingForm = form(
  time('opened_at'),
  text('first_witness', LONGEST.name),
  text('second_witness', LONGEST.name),
)

const papersForm = form(
  wholeNumber('printed'),
  wholeNumber('handed_out'),
  wholeNumber('exchanged'),
  wholeNumber('unused'),
  wholeNumber('not_returned'),
)

const closingForm = form(
  time('closed_at'),
  optionalText('early_reason', LONGEST.text),
  optionalText('late_reason', LONGEST.text),
  optionalText('tally'),
  optionalText('difference_reason', LONGEST.text),
  dependent(async (req: ElectionRequest) => (hasPaper(await electionOf(req)) ? papersForm : undefined)),
)

export function pollingRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning', requires('elections.read'), (req: ElectionRequest, res) =>
    showPolling(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/aabning',
    requires('elections.run'),
    openingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, openingForm, {
        act: (form) => openPolling(req.db, officialOf(req), id, form),
        again: (shown) => showPolling(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.opened_now',
      })
    },
  )
  router.get('/kontor/valg/:id/afstemning/lukning', requires('elections.run'), (req: ElectionRequest, res) =>
    showClosing(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/lukning',
    requires('elections.run'),
    closingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, closingForm, {
        act: (form) => closePolling(req.db, officialOf(req), id, form),
        again: (shown) => showClosing(req, res, shown),
        done: () => paths.count(id),
        notice: 'elections.closing.done',
      })
    },
  )
}

async function showClosing(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const figures = await tableFigures(req.db, election)
  const values = shown.values
    ? withMovedTally(shown.values, figures)
    : knownFigures(await printedCopies(req.db, election), figures)
  const page = closingPage(readerOf(req), election, {
    sittings: await listSittings(req.db, election),
    figures,
    leftOpen: await isForgotten(req.db, election, req.clock.today()),
    time: req.clock.time(),
    values,
  })
  showPage(req, res, 'polling/closing', page, { ...shown, values })
}
