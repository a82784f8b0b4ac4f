import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'
import {
  type Again,
  alsoName,
  idFrom,
  paths,
  readerOf,
  requires,
  submit,
  userOf,
} from '../../../web/index.ts'
import * as asked from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

const openingForm = asked.form(
  asked.time('opened_at'),
  asked.text('first_witness', asked.LONGEST.name),
  asked.text('second_witness', asked.LONGEST.name),
)

const papersForm = asked.form(
  asked.wholeNumber('printed'),
  asked.wholeNumber('handed_out'),
  asked.wholeNumber('exchanged'),
  asked.wholeNumber('unused'),
  asked.wholeNumber('not_returned'),
)

const closingForm = asked.form(
  asked.time('closed_at'),
  asked.optionalText('early_reason', asked.LONGEST.text),
  asked.optionalText('late_reason', asked.LONGEST.text),
  asked.optionalText('tally'),
  asked.optionalText('difference_reason', asked.LONGEST.text),
  asked.ticked('small_box'),
  asked.dependent(async (req: ElectionRequest) =>
    elections.hasPaper(await electionOf(req)) ? papersForm : undefined,
  ),
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
      const id = idFrom('election', req.params.id)
      await submit(req, res, openingForm, {
        act: (form) => elections.openPolling(req.db, officialOf(req), id, form),
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
      const id = idFrom('election', req.params.id)
      await submit(req, res, closingForm, {
        act: (form) => elections.closePolling(req.db, officialOf(req), id, form),
        again: (shown) => showClosing(req, res, shown),
        done: () => paths.count(id),
        notice: 'elections.closing.done',
      })
    },
  )
}

async function showClosing(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const figures = await elections.tableFigures(req.db, election)
  const values = shown.values
    ? electionsPages.withMovedTally(shown.values, figures)
    : electionsPages.knownFigures(await elections.printedCopies(req.db, election), figures)
  const page = electionsPages.closingPage(readerOf(req), election, {
    sittings: await elections.listSittings(req.db, election),
    figures,
    leftOpen: await elections.isForgotten(req.db, election, req.clock.today()),
    time: req.clock.time(),
    values,
  })
  showPage(req, res, 'polling/closing', page, { ...shown, values })
}

export async function showPolling(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> & electionsPages.JustDone = {},
): Promise<void> {
  const { search, said, undo, ...again } = shown
  const election = await electionOf(req)
  const rows = {
    candidates: await elections.listStanding(req.db, election.id),
    sittings: await elections.listSittings(req.db, election),
    opening: await elections.findOpening(req.db, election.id),
    closing: await elections.findClosing(req.db, election.id),
    pauses: await elections.listPauses(req.db, election.id),
  }
  const now = {
    time: req.clock.time(),
    by: userOf(req).name,
    table: elections.facts(election.status).takesVotes
      ? await tableOf(req, election, { search, said, undo })
      : null,
  }
  alsoName(req, search?.hits.map(({ name }) => name) ?? [])
  showPage(req, res, 'polling/polling', electionsPages.pollingPage(readerOf(req), election, rows, now), again)
}

async function tableOf(
  req: ElectionRequest,
  election: elections.Election,
  done: electionsPages.JustDone,
): Promise<electionsPages.TablePage> {
  const rows = {
    figures: await elections.tableFigures(req.db, election),
    help: await elections.listHelp(req.db, election.id),
    panel: elections.hasBooth(election) ? await elections.boothPanel(req.db, election.id) : null,
    leftOpen: await elections.isForgotten(req.db, election, req.clock.today()),
  }
  return electionsPages.tablePage(readerOf(req), election, rows, done)
}
