import express, { type Request, type Response, type Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import {
  changeTimetable,
  recordDiscussion,
  startRenewal,
  type DiscussionForm,
} from '../../../models/renewal/renewal.ts'
import {
  RENEWAL_STEPS,
  type RenewalStepKind,
  type RenewalTimetable,
} from '../../../models/rules/renewal/renewal.ts'
import { requires } from '../../web/access.ts'
import { date, LONGEST, optionalId, optionalText, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { boardPage } from './board_page.ts'
import { listPage } from './list_page.ts'
import { newPage, timetablePage, yearsTyped } from './timetable_page.ts'

type RenewalRequest = Request<{ years: string }>

type StepFields = Record<`${RenewalStepKind}_on`, IsoDate> & Record<`${RenewalStepKind}_by`, string>

type NewForm = StepFields & {
  starts_on: IsoDate
  ends_on: IsoDate
  municipal_election_on: IsoDate
  after?: number
}

const stepFields = RENEWAL_STEPS.flatMap((kind) => [date(`${kind}_on`), text(`${kind}_by`, LONGEST.name)])

/** The change of council after a municipal election: every seat, its steps, and who sees to them. */
export function renewalRoutes(): Router {
  const router = express.Router()
  router.get(paths.renewals, requires('renewal.read'), async (req: Request, res: Response) => {
    const page = await listPage(req)
    show(req, res, 'office/renewal/list', { title: req.t('renewal.heading'), layout: 'office', page })
  })
  router.get(paths.newRenewal, requires('renewal.write'), (req: Request, res: Response) => showNew(req, res))
  router.post(
    paths.newRenewal,
    requires('renewal.write'),
    date('starts_on'),
    date('ends_on'),
    date('municipal_election_on'),
    optionalId('after'),
    ...stepFields,
    async (req: Request, res: Response) => {
      await submit<NewForm, { years: string }>(req, res, {
        act: ({ starts_on, ends_on, municipal_election_on, after, ...steps }) => {
          const term = { starts_on, ends_on, municipal_election_on, after }
          return startRenewal(req.db, byOf(req), { ...term, ...stepsFrom(steps) })
        },
        again: (shown) => showNewAgain(req, res, shown),
        done: ({ years }) => paths.renewal(years),
        notice: 'renewal.started',
      })
    },
  )
  router.get('/kontor/fornyelse/:years', requires('renewal.read'), (req: RenewalRequest, res: Response) =>
    showBoard(req, res, req.params.years),
  )
  timetableRoutes(router)
  return router
}

function timetableRoutes(router: Router): void {
  router.get(
    '/kontor/fornyelse/:years/tidsplan',
    requires('renewal.write'),
    (req: RenewalRequest, res: Response) => showTimetable(req, res),
  )
  router.post(
    '/kontor/fornyelse/:years/tidsplan',
    requires('renewal.write'),
    ...stepFields,
    async (req: RenewalRequest, res: Response) => {
      const { years } = req.params
      await submit<StepFields, unknown>(req, res, {
        act: (form) => changeTimetable(req.db, byOf(req), years, stepsFrom(form)),
        again: (shown) => showTimetable(req, res, shown),
        done: () => paths.renewal(years),
        notice: 'renewal.moved',
      })
    },
  )
  router.post(
    '/kontor/fornyelse/:years/droeftelse',
    requires('renewal.write'),
    date('held_on'),
    optionalText('note', LONGEST.text),
    async (req: RenewalRequest, res: Response) => {
      const { years } = req.params
      await submit<DiscussionForm, unknown>(req, res, {
        act: (form) => recordDiscussion(req.db, byOf(req), years, form),
        again: (shown) => showBoard(req, res, years, shown),
        done: () => paths.renewal(years),
        notice: 'renewal.discussed',
      })
    },
  )
}

/** The fields of the form, one day and one owner for each step, as the models know them. */
function stepsFrom(form: StepFields): { days: RenewalTimetable; owners: Record<RenewalStepKind, string> } {
  const each = <T>(value: (kind: RenewalStepKind) => T) =>
    Object.fromEntries(RENEWAL_STEPS.map((kind) => [kind, value(kind)])) as Record<RenewalStepKind, T>
  return { days: each((kind) => form[`${kind}_on`]), owners: each((kind) => form[`${kind}_by`]) }
}

async function showNew(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await newPage(req)
  show(req, res, 'office/renewal/new', {
    title: req.t('renewal.new.heading'),
    layout: 'office',
    page,
    ...shown,
  })
}

/** Where somebody else was first: the renewal that they began. */
async function showNewAgain(req: Request, res: Response, shown: Again): Promise<void> {
  const years = yearsTyped(req)
  if (shown.status === 409 && years !== undefined) await showBoard(req, res, years, shown)
  else await showNew(req, res, shown)
}

async function showTimetable(req: RenewalRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const page = await timetablePage(req, req.params.years)
  const title = req.t('renewal.timetable.change')
  show(req, res, 'office/renewal/timetable', { title, layout: 'office', page, ...shown })
}

async function showBoard(
  req: Request,
  res: Response,
  years: string,
  shown: Partial<Again> = {},
): Promise<void> {
  const page = await boardPage(req, years)
  const title = req.t('renewal.board.title', { term: page.term })
  show(req, res, 'office/renewal/board', { title, layout: 'office', page, ...shown })
}
