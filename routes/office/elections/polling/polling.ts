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
import * as fields from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'

const openingForm = fields.form(
  fields.time('opened_at'),
  fields.text('first_witness', fields.LONGEST.name),
  fields.text('second_witness', fields.LONGEST.name),
)

const papersForm = fields.form(
  fields.wholeNumber('printed'),
  fields.wholeNumber('handed_out'),
  fields.wholeNumber('exchanged'),
  fields.wholeNumber('unused'),
  fields.wholeNumber('not_returned'),
)

const closingForm = fields.form(
  fields.time('closed_at'),
  fields.optionalText('early_reason', fields.LONGEST.text),
  fields.optionalText('late_reason', fields.LONGEST.text),
  fields.optionalText('tally'),
  fields.optionalText('difference_reason', fields.LONGEST.text),
  fields.ticked('small_box'),
  fields.dependent(async (req: ElectionRequest) =>
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
    voids: await elections.listVoidPapers(req.db, election),
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
