import type { Response, Router } from 'express'
import { Refused } from '../../../../models/core/errors.ts'
import { pausePolling, resumePolling } from '../../../../models/elections/polling/pauses.ts'
import { HELP_KINDS, listHelp, tableFigures } from '../../../../models/elections/polling/tallies.ts'
import { correctTable, type TableDeed } from '../../../../models/elections/polling/tallies_undo.ts'
import { getEntry } from '../../../../models/elections/roll/roll.ts'
import { pollingCorrectionPage } from '../../../../views/office/elections/polling/polling_correction.page.ts'
import { pollingPausePage } from '../../../../views/office/elections/polling/polling_pause.page.ts'
import { tableState } from '../../../../views/office/elections/polling/polling_table.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { choice, form, LONGEST, optionalText, text, type FormOf } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const pauseForm = form(text('reason', LONGEST.text))
const resumptionForm = form()
const correctionForm = form(
  text('what'),
  optionalText('entry'),
  choice('means', ['paper', 'booth']),
  text('reason', LONGEST.text),
)

export function pollingPauseRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning/pause', requires('elections.run'), (req: ElectionRequest, res) =>
    showPause(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/pause',
    requires('elections.run'),
    pauseForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, pauseForm, {
        act: (form) => pausePolling(req.db, officialOf(req), id, form),
        again: (shown) => showPause(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.pause.done',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/afstemning/genoptagelse',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, resumptionForm, {
        act: () => resumePolling(req.db, officialOf(req), id),
        again: (shown) => showPause(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.pause.resumed',
      })
    },
  )
  router.get('/kontor/valg/:id/afstemning/rettelse', requires('elections.run'), (req: ElectionRequest, res) =>
    showCorrection(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/rettelse',
    requires('elections.run'),
    correctionForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, correctionForm, {
        act: (form) => correctTable(req.db, officialOf(req), id, deedOf(form), form.reason),
        again: (shown) => showCorrection(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.correction.done',
      })
    },
  )
}

async function showPause(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const state = tableState(election, await tableFigures(req.db, election))
  showPage(req, res, 'polling/polling_pause', pollingPausePage(readerOf(req), election, state), shown)
}

/** `help:officials:2` is help by two officials; other deeds are named as in the tally. */
function deedOf({ what, entry, means }: FormOf<typeof correctionForm>): TableDeed {
  const [name, kind, officials] = what.split(':')
  const helped = HELP_KINDS.find((one) => one === kind)
  if (name === 'marked' && entry !== undefined) return { kind: 'marked', entry, means }
  if (name === 'handed_out' || name === 'exchanged' || name === 'not_returned') return { kind: name }
  if (name === 'help' && helped) return { kind: 'help', help: { kind: helped, officials: Number(officials) } }
  throw new Refused('nothing_to_correct', {}, 'what')
}

async function showCorrection(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { what, entry, means } = req.typed
  const isVoter = what === 'marked' && typeof entry === 'string' && shown.status !== 409
  const page = pollingCorrectionPage(readerOf(req), election, {
    figures: await tableFigures(req.db, election),
    help: await listHelp(req.db, election.id),
    voter: isVoter
      ? { entry, name: (await getEntry(req.db, election.id, entry)).name, means: String(means) }
      : null,
  })
  showPage(req, res, 'polling/polling_correction', page, shown)
}
