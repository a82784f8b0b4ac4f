import type { Response, Router } from 'express'
import { facts } from '../../../../models/rules/elections/state.ts'
import { Refused } from '../../../../models/core/errors.ts'
import { pausePolling, resumePolling } from '../../../../models/elections/polling/pauses.ts'
import { getEntry } from '../../../../models/elections/roll/roll.ts'
import type { Means } from '../../../../models/elections/roll/marks.ts'
import {
  HELP_KINDS,
  listHelp,
  tableFigures,
  type TableFigures,
} from '../../../../models/elections/polling/tallies.ts'
import { correctTable, type TableDeed } from '../../../../models/elections/polling/tallies_undo.ts'
import type { HelpGivenRow } from '../../../../models/elections/polling/tables.ts'
import { requires } from '../../../web/access.ts'
import { choice, LONGEST, optionalText, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { stateOf, type TableState } from './page.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** A break in the polling, and what is put right at the table afterwards: both with a reason. */
export function pollingPauseRoutes(router: Router): void {
  router.get('/kontor/valg/:id/afstemning/pause', requires('elections.run'), (req: ElectionRequest, res) =>
    showPause(req, res),
  )
  router.post(
    '/kontor/valg/:id/afstemning/pause',
    requires('elections.run'),
    text('reason', LONGEST.text),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ reason: string }, unknown>(req, res, {
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
      await submit<object, unknown>(req, res, {
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
    text('what'),
    optionalText('entry'),
    choice('means', ['paper', 'booth']),
    text('reason', LONGEST.text),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<CorrectionForm, unknown>(req, res, {
        act: (form) => correctTable(req.db, officialOf(req), id, deedOf(form), form.reason),
        again: (shown) => showCorrection(req, res, shown),
        done: () => paths.polling(id),
        notice: 'elections.polling.correction.done',
      })
    },
  )
}

/** office/elections/polling_pause */
export interface PausePage {
  head: ElectionHead
  action: string
  state: TableState
}

async function showPause(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const state = stateOf(election, await tableFigures(req.db, election))
  const page: PausePage = { head: headOf(req, election), action: paths.pollingPause(election.id), state }
  showPage(req, res, 'polling/polling_pause', page, shown)
}

interface CorrectionForm {
  what: string
  entry?: string
  means: Means
  reason: string
}

/** `help:officials:2` is help of that kind by two officials; the others are named as in the tally. */
function deedOf({ what, entry, means }: CorrectionForm): TableDeed {
  const [name, kind, officials] = what.split(':')
  const helped = HELP_KINDS.find((one) => one === kind)
  if (name === 'marked' && entry !== undefined) return { kind: 'marked', entry, means }
  if (name === 'handed_out' || name === 'exchanged' || name === 'not_returned') return { kind: name }
  if (name === 'help' && helped) return { kind: 'help', help: { kind: helped, officials: Number(officials) } }
  throw new Refused('nothing_to_correct', {}, 'what')
}

/** office/elections/polling_correction */
export interface CorrectionPage {
  head: ElectionHead
  action: string
  over: boolean
  /** Only papers are counted, so that one can be taken back by itself. */
  counted: boolean
  figures: TableFigures
  help: HelpGivenRow[]
  /** The voter whose mark is to be taken back, where the form came from a line on the roll. */
  voter: { entry: string; name: string; means: string } | null
}

async function showCorrection(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, status, roll_kind } = election
  const { what, entry, means } = req.typed
  const isVoter = what === 'marked' && typeof entry === 'string' && shown.status !== 409
  const page: CorrectionPage = {
    head: headOf(req, election),
    action: paths.tableCorrection(id),
    over: !facts(status).takesVotes,
    counted: roll_kind === 'counted',
    figures: await tableFigures(req.db, election),
    help: await listHelp(req.db, id),
    voter: isVoter ? { entry, name: (await getEntry(req.db, id, entry)).name, means: String(means) } : null,
  }
  showPage(req, res, 'polling/polling_correction', page, shown)
}
