import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import * as core from '../../../models/core/index.ts'
import * as exchange from '../../../models/exchange/index.ts'
import { listOffices } from '../../../models/statutes/index.ts'
import { anyone, forLog, idFrom, pathForLog, paths, showKept, translatorFor } from '../../web/index.ts'
import { calendarWords } from '../../../views/partials/exchange/export_words.ts'
import { officeInSentence } from '../../../views/partials/statutes/office_words.ts'
import { openDataPage } from '../../../views/public/exchange/open_data.page.ts'

/** Goes up when the same data is written in another way, so that no program keeps the old form. */
const FORMAT = 1
/** Programs may use an answer this long without asking again; an act of another process is seen within it. */
const MAX_AGE_SECONDS = 60

const DANISH = { t: translatorFor('da'), lang: 'da' } as const

const SETS: readonly [path: string, make: (req: Request) => Promise<object>][] = [
  ['raad', (req) => exchange.openRoster(req.db, dayIn(req))],
  ['pladser', (req) => exchange.openSeats(req.db)],
  ['medlemskaber', memberships],
  ['valg', (req) => exchange.openElections(req.db)],
  ['valg/:id', (req) => exchange.openElectionInFull(req.db, idFrom('election', String(req.params.id)))],
  ['vedtaegter', (req) => exchange.openStatutes(req.db)],
  [
    'vedtaegter/:id',
    (req) => exchange.openStatutesVersion(req.db, idFrom('statutes_version', String(req.params.id))),
  ],
]

/** No session, no cookie, no language: stands before what pages need, so that asking again costs next to nothing. */
export function openDataRoutes(): Router {
  const router = express.Router()
  router.use(paths.openData, setHeaders)
  for (const [path, make] of SETS) {
    const body = async (req: Request) => `${JSON.stringify(await make(req))}\n`
    router.get(paths.openDataOf(path), anyone, sendKept('application/json', body))
  }
  router.get(paths.openDataOf('popolo.json'), anyone, sendKept('application/json', popolo))
  router.get(paths.openDataOf('kalender.ics'), anyone, sendKept('text/calendar', calendar))
  router.use(paths.openData, nothingThere)
  router.use(paths.openData, saysNo)
  return router
}

/** Pages of other houses may read the data, since nothing in it is ever run. */
function setHeaders(req: Request, res: Response, next: NextFunction): void {
  if (req.path === '/') {
    next('router')
    return
  }
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Cache-Control': `public, max-age=${MAX_AGE_SECONDS}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  })
  next()
}

/**
 * Answers with a strong ETag of the newest act and the day, since the data changes through acts alone: a program that
 * has it already gets 304, and nothing is worked out.
 */
function sendKept(type: string, make: (req: Request) => Promise<string>) {
  return async (req: Request, res: Response): Promise<void> => {
    const asked = req.headers['if-none-match']
    if (asked !== undefined) {
      const etag = etagOf(req, exchange.recentAct(req.db) ?? (await exchange.newestAct(req.db)))
      if (isAmong(asked, etag)) {
        res.set('ETag', etag).status(304).end()
        return
      }
    }
    const before = await exchange.newestAct(req.db)
    const body = await make(req)
    const after = await exchange.newestAct(req.db)
    // An act that landed meanwhile may be in the answer by half: then it gets no ETag.
    if (before === after) res.set('ETag', etagOf(req, after))
    res.set('Content-Type', `${type}; charset=utf-8`)
    res.set('Content-Length', String(Buffer.byteLength(body)))
    res.status(200).end(req.method === 'HEAD' ? undefined : body)
  }
}

function etagOf(req: Request, head: string): string {
  return `"${core.sha256(`${FORMAT}|${head}|${req.clock.today()}|${req.originalUrl}`).slice(0, 32)}"`
}

function isAmong(asked: string, etag: string): boolean {
  return asked === etag || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** 422 for a day that cannot be read, with a sentence for the programmer. */
class Unreadable extends Error {}

function dayIn(req: Request): core.IsoDate {
  const { dato } = req.query
  if (dato === undefined) return req.clock.today()
  const day = typeof dato === 'string' ? core.parseDate(dato) : undefined
  if (!day) throw new Unreadable('dato: write the day as 2026-01-31')
  return day
}

async function memberships(req: Request): Promise<object> {
  const { efter = '0' } = req.query
  if (typeof efter !== 'string' || !/^\d{1,9}$/.test(efter)) throw new Unreadable('efter: write a number')
  const { next, ...page } = await exchange.openMemberships(
    req.db,
    core.idOf<core.MembershipId>(Number(efter)),
  )
  const address = (after: core.MembershipId) =>
    `${req.house.baseUrl}${paths.openDataOf('medlemskaber')}?efter=${after}`
  return { ...page, next: next === null ? null : address(next) }
}

async function popolo(req: Request): Promise<string> {
  const offices = await listOffices(req.db)
  const office = (key: string) => officeInSentence(DANISH, offices, key)
  const pieces: string[] = []
  for await (const piece of exchange.popoloOf(req.db, {
    audience: 'public',
    today: req.clock.today(),
    office,
  }))
    pieces.push(piece)
  return pieces.join('')
}

async function calendar(req: Request): Promise<string> {
  const { council, baseUrl: base } = req.house
  // Stamped with the day and not the second, so that the same calendar is the same bytes.
  const midnight = core.clockOf(() => exchange.danishMoment(req.clock.today(), '00.00'))
  return exchange.calendarOf(req.db, 'public', {
    now: midnight.now(),
    words: calendarWords(DANISH, council.name),
    base,
  })
}

function nothingThere(req: Request): void {
  throw new core.NotFound(req.path)
}

/** Programs get their errors as data, too. */
function saysNo(error: unknown, req: Request, res: Response, _next: NextFunction): void {
  const { status, said } = answerTo(error)
  if (status === 500) {
    const about = { error: forLog(error), method: req.method, path: pathForLog(req.path) }
    req.house.log.error(about, 'request failed')
  }
  res.set('Cache-Control', 'no-store')
  res
    .status(status)
    .type('json')
    .end(`${JSON.stringify({ error: said })}\n`)
}

function answerTo(error: unknown): { status: number; said: string } {
  if (error instanceof Unreadable) return { status: 422, said: error.message }
  return error instanceof core.NotFound ? { status: 404, said: 'not found' } : { status: 500, said: 'failed' }
}

export function openDataPageRoutes(): Router {
  const router = express.Router()
  router.get(paths.openData, anyone, async (req: Request, res: Response) => {
    const page = openDataPage(req.house.baseUrl)
    await showKept(req, res, 'public/exchange/open_data', {
      key: '',
      make: () => Promise.resolve({ title: req.t('open_data.heading'), page }),
    })
  })
  return router
}
