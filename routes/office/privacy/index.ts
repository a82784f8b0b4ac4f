import express, { type Request, type Response, type Router } from 'express'
import { auditHead, listEvents, verifyChain } from '../../../models/core/audit.ts'
import { recordFrom } from '../../../models/core/records.ts'
import { listDue, RETENTION_RULES, type Due } from '../../../models/privacy/due.ts'
import { listDuePeople } from '../../../models/privacy/due_people.ts'
import { keepHouse, listRounds } from '../../../models/privacy/housekeeping.ts'
import { nameSubjects } from '../../../models/privacy/log_subjects.ts'
import { eraseOnRequest, previewErasure } from '../../../models/privacy/people.ts'
import { erasurePage } from '../../../views/office/privacy/erasure.page.ts'
import { LINES, logPage } from '../../../views/office/privacy/log.page.ts'
import { retentionPage, type Waiting } from '../../../views/office/privacy/retention.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { date, form, LONGEST, mustTick, text, ticked } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'
import { insightRoutes } from './insight.ts'

type PersonRequest = Request<{ id: string }>

/** How many rounds of housekeeping are shown. */
const ROUNDS = 10

const roundForm = form()

const erasureForm = form(
  date('asked_on'),
  text('reason', LONGEST.line),
  ticked('hide_name'),
  mustTick('sure'),
  text('seen'),
)

export function privacyRoutes(): Router {
  const router = express.Router()
  router.get(paths.retention, requires('privacy.read'), (req, res) => showRetention(req, res))
  router.post(paths.housekeeping, requires('privacy.write'), async (req: Request, res: Response) => {
    await submit(req, res, roundForm, {
      act: () => keepHouse(req.db, byOf(req), wordsFor(req)),
      again: (shown) => showRetention(req, res, shown),
      done: () => paths.retention,
      notice: 'retention.run.done',
    })
  })
  erasureRoutes(router)
  insightRoutes(router)
  router.get(paths.audit, requires('audit.read'), showLog)
  return router
}

function erasureRoutes(router: Router): void {
  const path = '/kontor/personer/:id/sletning'
  router.get(path, requires('register.write'), (req: PersonRequest, res) => showErasure(req, res))
  router.post(path, requires('register.write'), erasureForm, async (req: PersonRequest, res: Response) => {
    const id = idFrom(req.params.id)
    await submit(req, res, erasureForm, {
      act: (asked) => eraseOnRequest(req.db, byOf(req), id, asked, wordsFor(req)),
      again: (shown) => showErasure(req, res, shown),
      done: ({ scope }) => (scope === 'all' ? paths.people : paths.person(id)),
      notice: 'retention.erasure.done',
    })
  })
}

function wordsFor(req: Request<object>) {
  return { retention: req.house.retention, nobody: req.t('retention.nobody') }
}

async function showRetention(req: Request, res: Response, again: Partial<Again> = {}): Promise<void> {
  const reader = readerOf(req)
  const { retention } = req.house
  const known = { today: reader.today, retention }
  const due: Waiting['due'] = recordFrom(RETENTION_RULES, (): Due[] => [])
  for (const rule of RETENTION_RULES) due[rule] = await listDue(req.db, rule, known)
  const people = reader.can['register.read'] ? await listDuePeople(req.db, known) : []
  const page = retentionPage(reader, retention, { due, people, rounds: await listRounds(req.db, ROUNDS) })
  const title = req.t('retention.title')
  show(req, res, 'office/privacy/retention', { title, layout: 'office', page, ...again })
}

/** After a Conflict the page shows what is kept now, so that nothing is erased unseen. */
async function showErasure(req: PersonRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const reader = readerOf(req)
  const known = { today: reader.today, retention: req.house.retention }
  const preview = await previewErasure(req.db, idFrom(req.params.id), known)
  const page = erasurePage(reader, preview)
  const title = req.t('retention.erasure.heading', { name: page.name })
  show(req, res, 'office/privacy/erasure', { title, layout: 'office', page, ...again })
}

async function showLog(req: Request, res: Response): Promise<void> {
  const { til } = req.query
  const asked = typeof til === 'string' ? idFrom(til) : undefined
  const chain = asked === undefined ? await verifyChain(req.db) : null
  const newest = (await auditHead(req.db)).sequence
  const upTo = asked ?? newest
  const events = await listEvents(req.db, upTo, LINES)
  const names = await nameSubjects(
    req.db,
    events.map(({ subject }) => subject),
  )
  const page = logPage(readerOf(req), chain, { upTo, newest, events, names })
  show(req, res, 'office/privacy/log', { title: req.t('audit.heading'), layout: 'office', page })
}
