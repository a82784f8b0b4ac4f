import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import express, { type Request, type Response, type Router } from 'express'
import { canOf } from '../../../models/accounts/index.ts'
import * as core from '../../../models/core/index.ts'
import * as privacy from '../../../models/privacy/index.ts'
import { listOffices, statutesOn } from '../../../models/statutes/index.ts'
import * as web from '../../web/index.ts'
import { date, form, LONGEST, mustTick, text, ticked } from '../../web/fields.ts'
import * as privacyPages from '../../../views/office/privacy/index.ts'
import { insightPaper } from '../../../views/paper/privacy/insight.ts'

type PersonRequest = Request<{ id: string }>
const personId = web.idIn('person')

/** How many rounds of housekeeping are shown. */
const ROUNDS = 10

const roundForm = form()

const erasureForm = form(
  date('asked_on', 'past'),
  text('reason', LONGEST.line),
  ticked('hide_name'),
  mustTick('sure'),
  text('seen'),
)

export function privacyRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.retention, web.requires('privacy.read'), web.shows(showRetention))
  router.post(
    web.paths.housekeeping,
    web.requires('privacy.write'),
    web.submits(roundForm, {
      act: (req) => privacy.keepHouse(req.db, web.byOf(req), wordsFor(req)),
      again: showRetention,
      done: () => web.paths.retention,
      notice: 'retention.run.done',
    }),
  )
  erasureRoutes(router)
  insightRoutes(router)
  router.get(web.paths.audit, web.requires('audit.read'), showLog)
  router.get(web.paths.auditFile, web.requires('audit.read'), sendLog)
  return router
}

function erasureRoutes(router: Router): void {
  const path = '/kontor/personer/:id/sletning'
  router.get(path, web.requires('register.write'), web.shows(showErasure))
  router.post(
    path,
    web.requires('register.write'),
    web.submits(erasureForm, {
      act: (req, asked) => privacy.eraseOnRequest(req.db, web.byOf(req), personId(req), asked, wordsFor(req)),
      again: showErasure,
      done: (req, { scope }) => (scope === 'all' ? web.paths.people : web.paths.person(personId(req))),
      notice: 'retention.erasure.done',
    }),
  )
}

function wordsFor(req: Request<object>) {
  return { retention: req.house.retention, nobody: req.t('retention.nobody') }
}

async function showRetention(req: Request, res: Response, again: web.Shown = {}): Promise<void> {
  const reader = web.readerOf(req)
  const { retention } = req.house
  const known = { today: reader.today, retention }
  const due: privacyPages.Waiting['due'] = core.recordFrom(privacy.RETENTION_RULES, (): privacy.Due[] => [])
  for (const rule of privacy.RETENTION_RULES) due[rule] = await privacy.listDue(req.db, rule, known)
  const people = reader.can['register.read'] ? await privacy.listDuePeople(req.db, known) : []
  const page = privacyPages.retentionPage(reader, retention, {
    due,
    people,
    rounds: await privacy.listRounds(req.db, ROUNDS),
  })
  web.show(req, res, 'office/privacy/retention', { title: req.t('retention.title'), page, ...again })
}

/** After a Conflict the page shows what is kept now, so that nothing is erased unseen. */
async function showErasure(req: PersonRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const reader = web.readerOf(req)
  const known = { today: reader.today, retention: req.house.retention }
  const preview = await privacy.previewErasure(req.db, personId(req), known)
  const page = privacyPages.erasurePage(reader, preview)
  const title = req.t('retention.erasure.heading', { name: page.name })
  web.show(req, res, 'office/privacy/erasure', { title, page, ...again })
}

/** One line each, as it was hashed, so that another program can hash it again. The first line says what file it is. */
async function sendLog(req: Request, res: Response): Promise<void> {
  const head = await core.auditHead(req.db)
  const today = req.clock.today()
  const first = { kind: 'log', format: 1, council: req.house.council.name, exported_on: today, ...head }
  res.attachment(`logbog-${today}.jsonl`).type('application/jsonl').set('Cache-Control', 'no-store')
  async function* lines() {
    yield `${core.canonicalJson(first)}\n`
    for await (const line of core.linesOfLog(req.db, head.sequence))
      yield `${core.canonicalJson({ ...line, rows_hash: line.rows_hash ?? undefined })}\n`
  }
  await pipeline(Readable.from(lines()), res)
}

async function showLog(req: Request, res: Response): Promise<void> {
  const { til } = req.query
  const asked = typeof til === 'string' ? web.idFrom('event', til) : undefined
  const chain = asked === undefined ? await core.verifyChain(req.db) : null
  const newest = (await core.auditHead(req.db)).sequence
  const upTo = asked ?? newest
  const events = await core.listEvents(req.db, upTo, privacyPages.LINES)
  const names = await privacy.nameSubjects(
    req.db,
    events.map(({ subject }) => subject),
  )
  const page = privacyPages.logPage(web.readerOf(req), chain, { upTo, newest, events, names })
  web.show(req, res, 'office/privacy/log', { title: req.t('audit.heading'), page })
}

/** The pages are for readers of contact data, and for the person themselves, whatever role their account has. */
function insightRoutes(router: Router): void {
  const path = '/kontor/personer/:id/indsigt'
  router.get(path, web.requires('office.enter'), async (req: PersonRequest, res: Response) => {
    const page = privacyPages.insightPage(web.readerOf(req), await sourceFor(req))
    web.show(req, res, 'office/privacy/insight', { title: page.title, page })
  })
  router.get(`${path}.pdf`, web.requires('office.enter'), async (req: PersonRequest, res: Response) => {
    const file = await insightPaper(
      privacyPages.insightText(web.readerOf(req), await sourceFor(req)),
      req.t,
      req.lang,
    )
    res.set('Cache-Control', 'no-store').type('application/pdf').send(file)
  })
  router.get(
    `${path}/foto/:candidacy`,
    web.requires('office.enter'),
    async (req: Request<{ id: string; candidacy: string }>, res: Response) => {
      web.sendPhoto(
        req,
        res,
        await privacy.getOwnPhoto(req.db, idOfOwn(req), web.idFrom('candidacy', req.params.candidacy)),
      )
    },
  )
}

async function sourceFor(req: PersonRequest): Promise<privacyPages.InsightSource> {
  const today = req.clock.today()
  return {
    insight: await privacy.collectInsight(req.db, idOfOwn(req), today),
    statutes: (await statutesOn(req.db, today)).statutes,
    offices: await listOffices(req.db),
    council: req.house.council,
    contact: req.house.contact,
    by: web.userOf(req).name,
  }
}

/** Throws core.NotFound for accounts that are not the person's own. */
function idOfOwn(req: Request<{ id: string }>): core.PersonId {
  const id = personId(req)
  const user = web.userOf(req)
  if (!canOf(user)['contacts.read'] && user.personId !== id) throw new core.NotFound(`insight ${id}`)
  return id
}
