import type { Response, Router } from 'express'
import { Conflict, type ElectionId } from '../../../../models/core/index.ts'
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
  fields.optionalText('marks_reason', fields.LONGEST.text),
  fields.optionalChoice('small_box', ['ja', 'saml', 'ind']),
  fields.dependent(async (req: ElectionRequest) =>
    elections.hasPaper(await electionOf(req)) ? papersForm : undefined,
  ),
)

const sweepForm = fields.form()

export function pollingRoutes(router: Router): void {
  sweepRoutes(router)
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
        act: ({ small_box, ...form }) =>
          elections.startClosing(req.db, officialOf(req), id, {
            ...form,
            small_box: small_box !== undefined,
            one_box: wayOf(small_box),
          }),
        again: (shown) => showClosing(req, res, shown),
        done: ({ isCounted }) => {
          if (!isSwept(req, id)) return paths.pollingSweep(id)
          return isCounted ? paths.count(id) : paths.election(id)
        },
        notice: ({ isCounted }) => (isCounted ? 'elections.closing.done' : 'elections.closing.done_stopped'),
      })
    },
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
    incidentWaits: await elections.incidentWaits(req.db, election),
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
    incidents: await elections.listInForce(req.db, election.id),
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

/** After the closing the files are written anew, which takes a while where the roll is long. */
function sweepRoutes(router: Router): void {
  const path = '/kontor/valg/:id/afstemning/oprydning'
  router.get(path, requires('elections.run'), (req: ElectionRequest, res) => showSweep(req, res))
  router.get(`${path}/fremdrift`, requires('elections.run'), async (req: ElectionRequest, res: Response) => {
    const { id } = await electionOf(req)
    const { stage = null, done = 0, of = 0 } = elections.findSweepJob(req.db, id) ?? {}
    res.set('Cache-Control', 'no-store').json({ stage, done, of })
  })
  router.post(path, requires('elections.run'), async (req: ElectionRequest, res: Response) => {
    const id = idFrom('election', req.params.id)
    await submit(req, res, sweepForm, {
      act: async () => {
        const election = await electionOf(req)
        if (!elections.facts(election.status).pollingOver) throw new Conflict('polling_goes_on')
        await elections.sweepPolling(req.db, id)
      },
      again: (shown) => showSweep(req, res, shown),
      done: () => paths.pollingSweep(id),
    })
  })
}

async function showSweep(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  if (!elections.facts(election.status).pollingOver) {
    res.redirect(303, paths.polling(election.id))
    return
  }
  const job = elections.findSweepJob(req.db, election.id)
  showPage(
    req,
    res,
    'polling/polling_sweep',
    electionsPages.pollingSweepPage(readerOf(req), election, job),
    shown,
  )
}
