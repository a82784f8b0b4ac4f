import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { actsHere, auditHead } from '../../../models/core/audit.ts'
import { sha256 } from '../../../models/core/canonical.ts'
import { parseDate, type Instant, type IsoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { NotFound } from '../../../models/core/errors.ts'
import { calendarOf } from '../../../models/exchange/open_data/calendar.ts'
import { danishMoment } from '../../../models/exchange/open_data/danish_time.ts'
import {
  openElectionInFull,
  openElections,
  openMemberships,
  openRoster,
  openSeats,
  openStatutes,
  openStatutesVersion,
} from '../../../models/exchange/open_data/open_data.ts'
import { popoloOf } from '../../../models/exchange/open_data/popolo.ts'
import { listOffices } from '../../../models/statutes/versions.ts'
import { officeInSentence } from '../../../views/partials/statutes/office_words.ts'
import { anyone } from '../../web/access.ts'
import { translatorFor } from '../../web/i18n.ts'
import { idFrom } from '../../web/ids.ts'
import { forLog, pathForLog } from '../../web/log.ts'
import { calendarMade } from '../../office/exchange/exports.ts'
import { paths } from '../../../views/paths.ts'

/** Goes up when the same data is written in another way, so that nobody keeps the old one. */
const FORMAT = 1
/** How long anybody may use an answer without asking again; another process's act is seen within it. */
const MAX_AGE_SECONDS = 60
const LOOK_AGAIN_MS = 1000

type Make = (req: Request) => Promise<string>

/**
 * The public part of the register as data, for programs: no session, no cookie, no language. Stands before everything
 * that a page needs, so that asking again costs next to nothing.
 */
export function openDataRoutes(): Router {
  const router = express.Router()
  const at = paths.openDataOf
  router.use(paths.openData, setHeaders)
  router.get(
    at('raad'),
    anyone,
    json(async (req) => openRoster(req.db, dayOf(req))),
  )
  router.get(
    at('pladser'),
    anyone,
    json((req) => openSeats(req.db)),
  )
  router.get(at('medlemskaber'), anyone, json(memberships))
  router.get(
    at('valg'),
    anyone,
    json((req) => openElections(req.db)),
  )
  router.get(
    at('valg/:id'),
    anyone,
    json((req) => openElectionInFull(req.db, numberOf(req))),
  )
  router.get(
    at('vedtaegter'),
    anyone,
    json((req) => openStatutes(req.db)),
  )
  router.get(
    at('vedtaegter/:id'),
    anyone,
    json((req) => openStatutesVersion(req.db, numberOf(req))),
  )
  router.get(at('popolo.json'), anyone, sendKept('application/json', popolo))
  router.get(at('kalender.ics'), anyone, sendKept('text/calendar', calendar))
  router.use(paths.openData, nothingThere)
  router.use(paths.openData, saysNo)
  return router
}

/** Any page of anybody may read it; nothing in it is ever run. The page that tells about it is a page like others. */
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

function json(make: (req: Request) => Promise<object>) {
  return sendKept('application/json', async (req) => `${JSON.stringify(await make(req))}\n`)
}

/**
 * Answers with a strong ETag. Everything that is told changes through acts alone, so the newest act and the day stand
 * for it: who has that already gets 304, and nothing is worked out.
 */
function sendKept(type: string, make: Make) {
  return async (req: Request, res: Response): Promise<void> => {
    const asked = req.headers['if-none-match']
    if (asked !== undefined) {
      const etag = etagOf(req, keptHead(req.db) ?? (await look(req.db)))
      if (isAmong(asked, etag)) {
        res.set('ETag', etag).status(304).end()
        return
      }
    }
    const before = await look(req.db)
    const body = await make(req)
    const after = await look(req.db)
    // An act that landed meanwhile may be in it by half: then it is sent without a name to remember it by.
    if (before === after) res.set('ETag', etagOf(req, after))
    res.set('Content-Type', `${type}; charset=utf-8`)
    res.set('Content-Length', String(Buffer.byteLength(body)))
    res.status(200).end(req.method === 'HEAD' ? undefined : body)
  }
}

function etagOf(req: Request, head: string): string {
  const url = req.originalUrl
  return `"${sha256(`${FORMAT}|${head}|${req.clock.today()}|${url}`).slice(0, 32)}"`
}

function isAmong(asked: string, etag: string): boolean {
  return asked === etag || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

const heads = new WeakMap<Db, { head: string; acts: number; at: number }>()

/** The newest act as it was a moment ago; undefined where that is too long, or this process has done one since. */
function keptHead(db: Db): string | undefined {
  const kept = heads.get(db)
  const holds = kept?.acts === actsHere(db) && performance.now() - kept.at < LOOK_AGAIN_MS
  return holds ? kept.head : undefined
}

async function look(db: Db): Promise<string> {
  const acts = actsHere(db)
  const at = performance.now()
  const { sequence, hash } = await auditHead(db)
  const head = `${sequence}|${hash}`
  heads.set(db, { head, acts, at })
  return head
}

/** A day in the address that is none: 422, and a sentence for whoever writes the program. */
class Unreadable extends Error {}

function dayOf(req: Request): IsoDate {
  const { dato } = req.query
  if (dato === undefined) return req.clock.today()
  const day = typeof dato === 'string' ? parseDate(dato) : undefined
  if (!day) throw new Unreadable('dato: write the day as 2026-01-31')
  return day
}

function numberOf(req: Request): number {
  return idFrom(String(req.params.id))
}

async function memberships(req: Request): Promise<object> {
  const { efter = '0' } = req.query
  if (typeof efter !== 'string' || !/^\d{1,9}$/.test(efter)) throw new Unreadable('efter: write a number')
  const { next, ...page } = await openMemberships(req.db, Number(efter))
  const address = (after: number) => `${req.house.baseUrl}${paths.openDataOf('medlemskaber')}?efter=${after}`
  return { ...page, next: next === null ? null : address(next) }
}

async function popolo(req: Request): Promise<string> {
  const danish = { t: translatorFor('da'), lang: 'da' as const }
  const offices = await listOffices(req.db)
  const office = (key: string) => officeInSentence(danish, offices, key)
  const pieces: string[] = []
  const options = { audience: 'public' as const, today: req.clock.today(), office }
  for await (const piece of popoloOf(req.db, options)) pieces.push(piece)
  return pieces.join('')
}

async function calendar(req: Request): Promise<string> {
  Object.assign(req, { lang: 'da', t: translatorFor('da') })
  // Stamped with the day and not the second, so that the same calendar is the same bytes.
  const now = danishMoment(req.clock.today(), '00.00').toISOString() as Instant
  return calendarOf(req.db, 'public', { ...calendarMade(req), now })
}

function nothingThere(req: Request): void {
  throw new NotFound(req.path)
}

/** Programs get their errors as data, too. */
function saysNo(error: unknown, req: Request, res: Response, _next: NextFunction): void {
  const status = error instanceof Unreadable ? 422 : error instanceof NotFound ? 404 : 500
  if (status === 500) {
    const log = req.house.log
    log.error({ error: forLog(error), method: req.method, path: pathForLog(req.path) }, 'request failed')
  }
  res.set('Cache-Control', 'no-store')
  const said = { 404: 'not found', 422: (error as Error).message, 500: 'failed' }
  res
    .status(status)
    .type('json')
    .end(`${JSON.stringify({ error: said[status] })}\n`)
}
