import express, { type Request, type Response, type Router } from 'express'
import { type IsoDate, NotFound, recordFrom, yearsOf } from '../../../models/core/index.ts'
import * as renewalModel from '../../../models/renewal/index.ts'
import { boardPage, newPage, renewalListPage, timetablePage } from '../../../views/office/renewal/index.ts'
import * as web from '../../web/index.ts'
import { oneGoRoutes } from './in_one_go.ts'
import { date, field, form, LONGEST, optionalId, optionalText, text } from '../../web/fields.ts'

type RenewalRequest = Request<{ years: string }>

type StepFields = Record<`${renewalModel.RenewalStepKind}_on`, IsoDate> &
  Record<`${renewalModel.RenewalStepKind}_by`, string>

const stepFields = renewalModel.RENEWAL_STEPS.flatMap((kind) => [
  field<StepFields>(date(`${kind}_on`)),
  field<StepFields>(text(`${kind}_by`, LONGEST.name)),
])

const renewalForm = form(
  date('starts_on'),
  date('ends_on'),
  date('municipal_election_on'),
  optionalId('after', 'term'),
  ...stepFields,
)

const timetableForm = form(...stepFields)

const discussionForm = form(date('held_on', 'past'), optionalText('note', LONGEST.text))

export function renewalRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.renewals, web.requires('renewal.read'), showList)
  router.get(web.paths.newRenewal, web.requires('renewal.write'), web.shows(showNew))
  router.post(
    web.paths.newRenewal,
    web.requires('renewal.write'),
    web.submits(renewalForm, {
      act: (req, { starts_on, ends_on, municipal_election_on, after, ...steps }) => {
        const term = { starts_on, ends_on, municipal_election_on, after }
        return renewalModel.startRenewal(req.db, web.byOf(req), { ...term, ...stepsFrom(steps) })
      },
      again: showNewAgain,
      done: (_req, { years }) => web.paths.renewal(years),
      notice: 'renewal.started',
    }),
  )
  router.get('/kontor/fornyelse/:years', web.requires('renewal.read'), (req: RenewalRequest, res) =>
    showBoard(req, res, req.params.years),
  )
  timetableRoutes(router)
  oneGoRoutes(router)
  return router
}

function timetableRoutes(router: Router): void {
  const path = '/kontor/fornyelse/:years/tidsplan'
  router.get(path, web.requires('renewal.write'), web.shows(showTimetable))
  router.post(
    path,
    web.requires('renewal.write'),
    web.submits(timetableForm, {
      act: (req, steps) =>
        renewalModel.changeTimetable(req.db, web.byOf(req), req.params.years, stepsFrom(steps)),
      again: showTimetable,
      done: (req) => web.paths.renewal(req.params.years),
      notice: 'renewal.moved',
    }),
  )
  router.post(
    '/kontor/fornyelse/:years/droeftelse',
    web.requires('renewal.write'),
    web.submits(discussionForm, {
      act: (req: RenewalRequest, discussion) =>
        renewalModel.recordDiscussion(req.db, web.byOf(req), req.params.years, discussion),
      again: (req, res, shown) => showBoard(req, res, req.params.years, shown),
      done: (req) => web.paths.renewal(req.params.years),
      notice: 'renewal.discussed',
    }),
  )
}

function stepsFrom(typed: StepFields): Pick<renewalModel.RenewalForm, 'days' | 'owners'> {
  return {
    days: recordFrom(renewalModel.RENEWAL_STEPS, (kind) => typed[`${kind}_on`]),
    owners: recordFrom(renewalModel.RENEWAL_STEPS, (kind) => typed[`${kind}_by`]),
  }
}

async function showList(req: Request, res: Response): Promise<void> {
  const reader = web.readerOf(req)
  const { today } = reader
  const renewals = []
  for (const renewal of await renewalModel.listRenewals(req.db))
    renewals.push({ renewal, board: await renewalModel.renewalBoard(req.db, renewal, today) })
  const terms = await renewalModel.listTermsToRenew(req.db, today)
  const page = renewalListPage(reader, renewals, terms, await renewalModel.isOwnTerm(req.db, today))
  web.show(req, res, 'office/renewal/list', { title: req.t('renewal.heading'), page })
}

/** `?periode=` chooses the term, `?valgdag=` another municipal election day than the suggested one. */
async function showNew(req: Request, res: Response, again: web.Shown = {}): Promise<void> {
  const reader = web.readerOf(req)
  const terms = await renewalModel.listTermsToRenew(req.db, reader.today)
  const wanted = req.query.periode ?? yearsTyped(req)
  const found = wanted === undefined ? terms.at(-1) : terms.find((one) => yearsOf(one) === wanted)
  if (!found) throw new NotFound('term')
  const day = web.dayFrom(req, req.query.valgdag)
  const term = day !== undefined && day < found.starts_on ? { ...found, municipal_election_on: day } : found
  const page = newPage(reader, term, await renewalModel.proposeFor(req.db, term, reader.today))
  web.show(req, res, 'office/renewal/new', { title: req.t('renewal.new.heading'), page, ...again })
}

/** After a Conflict the page shows the renewal that was begun meanwhile. */
async function showNewAgain(req: Request, res: Response, shown: web.Again): Promise<void> {
  const years = yearsTyped(req)
  if (shown.status === 409 && years !== undefined) await showBoard(req, res, years, shown)
  else await showNew(req, res, shown)
}

function yearsTyped(req: Request): string | undefined {
  const starts_on = web.dayFrom(req, req.typed.starts_on)
  const ends_on = web.dayFrom(req, req.typed.ends_on)
  return starts_on && ends_on ? yearsOf({ starts_on, ends_on }) : undefined
}

async function showTimetable(req: RenewalRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const renewal = await renewalModel.getRenewal(req.db, req.params.years)
  const page = timetablePage(renewal, await renewalModel.isOwnTerm(req.db, renewal.term.starts_on))
  web.show(req, res, 'office/renewal/timetable', { title: req.t('renewal.timetable.change'), page, ...again })
}

async function showBoard(req: Request, res: Response, years: string, again: web.Shown = {}): Promise<void> {
  const reader = web.readerOf(req)
  const renewal = await renewalModel.getRenewal(req.db, years)
  const board = await renewalModel.renewalBoard(req.db, renewal, reader.today, web.userOf(req))
  const page = boardPage(reader, renewal, board, await renewalModel.isOwnTerm(req.db, renewal.term.starts_on))
  const title = req.t('renewal.board.title', { term: page.term })
  web.show(req, res, 'office/renewal/board', { title, page, ...again })
}
