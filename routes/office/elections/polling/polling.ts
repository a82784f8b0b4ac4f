import type { Response, Router } from 'express'
import { Conflict, type ElectionId } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'
import * as web from '../../../web/index.ts'
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
  fields.optionalText('marks_reason', fields.LONGEST.text),
  fields.optionalChoice('small_box', ['ja', 'saml', 'ind']),
  fields.dependent(async (req: ElectionRequest) =>
    elections.hasPaper(await electionOf(req)) ? papersForm : undefined,
  ),
)

const sweepForm = fields.form()

export function pollingRoutes(router: Router): void {
  sweepRoutes(router)
  router.get('/kontor/valg/:id/afstemning', web.requires('elections.read'), web.shows(showPolling))
  router.post(
    '/kontor/valg/:id/afstemning/aabning',
    web.requires('elections.run'),
    web.submits(openingForm, {
      act: (req, form) => elections.openPolling(req.db, officialOf(req), electionId(req), form),
      again: showPolling,
      done: (req) => web.paths.polling(electionId(req)),
      notice: 'elections.polling.opened_now',
    }),
  )
  router.get('/kontor/valg/:id/afstemning/lukning', web.requires('elections.run'), web.shows(showClosing))
  router.post(
    '/kontor/valg/:id/afstemning/lukning',
    web.requires('elections.run'),
    web.submits(closingForm, {
      act: (req, { small_box, ...form }) =>
        elections.startClosing(req.db, officialOf(req), electionId(req), {
          ...form,
          small_box: small_box !== undefined,
          one_box: wayOf(small_box),
        }),
      again: showClosing,
      done: (req, { isCounted }) => {
        if (!isSwept(req, electionId(req))) return web.paths.pollingSweep(electionId(req))
        return isCounted ? web.paths.count(electionId(req)) : web.paths.election(electionId(req))
      },
      notice: (_req, { isCounted }) =>
        isCounted ? 'elections.closing.done' : 'elections.closing.done_stopped',
    }),
  )
}

/** As the closing form names them. */
function wayOf(small_box: 'ja' | 'saml' | 'ind' | undefined): 'print' | 'enter' | undefined {
  if (small_box === 'ind') return 'enter'
  return small_box === 'saml' ? 'print' : undefined
}

function isSwept(req: ElectionRequest, id: ElectionId): boolean {
  return elections.findSweepJob(req.db, id)?.stage === 'done'
}

async function showClosing(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const figures = await elections.tableFigures(req.db, election)
  const values = shown.values
    ? electionsPages.withMovedTally(shown.values, figures)
    : electionsPages.knownFigures(await elections.printedCopies(req.db, election), figures)
  const page = electionsPages.closingPage(web.readerOf(req), election, {
    sittings: await elections.listSittings(req.db, election),
    figures,
    leftOpen: await elections.isForgotten(req.db, election, req.clock.today()),
    time: req.clock.time(),
    values,
    voids: await elections.listVoidPapers(req.db, election),
    incidentWaits: await elections.incidentWaits(req.db, election),
  })
  showPage(req, res, 'polling/closing', page, { ...shown, values })
}

export async function showPolling(
  req: ElectionRequest,
  res: Response,
  shown: web.Shown & electionsPages.JustDone = {},
): Promise<void> {
  const { search, said, undo, ...again } = shown
  const election = await electionOf(req)
  const rows = {
    candidates: await elections.listStanding(req.db, election.id),
    incidents: await elections.listInForce(req.db, election.id),
    sittings: await elections.listSittings(req.db, election),
    opening: await elections.findOpening(req.db, election.id),
    closing: await elections.findClosing(req.db, election.id),
    pauses: await elections.listPauses(req.db, election.id),
  }
  const now = {
    time: req.clock.time(),
    by: web.userOf(req).name,
    table: elections.facts(election.status).takesVotes
      ? await tableOf(req, election, { search, said, undo })
      : null,
  }
  web.alsoName(req, search?.hits.map(({ name }) => name) ?? [])
  const page = electionsPages.pollingPage(web.readerOf(req), election, rows, now)
  showPage(req, res, 'polling/polling', page, again)
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
  return electionsPages.tablePage(web.readerOf(req), election, rows, done)
}

/** After the closing the files are written anew, which takes a while where the roll is long. */
function sweepRoutes(router: Router): void {
  const path = '/kontor/valg/:id/afstemning/oprydning'
  router.get(path, web.requires('elections.run'), web.shows(showSweep))
  router.get(
    `${path}/fremdrift`,
    web.requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      const { id } = await electionOf(req)
      const { stage = null, done = 0, of = 0 } = elections.findSweepJob(req.db, id) ?? {}
      res.set('Cache-Control', 'no-store').json({ stage, done, of })
    },
  )
  router.post(
    path,
    web.requires('elections.run'),
    web.submits(sweepForm, {
      act: async (req) => {
        const election = await electionOf(req)
        if (!elections.facts(election.status).pollingOver) throw new Conflict('polling_goes_on')
        await elections.sweepPolling(req.db, electionId(req))
      },
      again: showSweep,
      done: (req) => web.paths.pollingSweep(electionId(req)),
    }),
  )
}

async function showSweep(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  if (!elections.facts(election.status).pollingOver) {
    res.redirect(303, web.paths.polling(election.id))
    return
  }
  const job = await elections.findSweep(req.db, election.id)
  const page = electionsPages.pollingSweepPage(web.readerOf(req), election, job)
  showPage(req, res, 'polling/polling_sweep', page, shown)
}
