import express, { type Request, type Response, type Router } from 'express'
import type { Config } from '../../../config.ts'
import { type IsoDate, isUp } from '../../../models/core/index.ts'
import { publicCouncilOn } from '../../../models/council/index.ts'
import { listPublicElections } from '../../../models/elections/index.ts'
import { nextPublicMeeting } from '../../../models/front/index.ts'
import { RETENTION_RULES } from '../../../models/privacy/index.ts'
import { listOffices } from '../../../models/statutes/index.ts'
import { alsoName, anyone, askedDay, paths, readerOf, show, showKept } from '../../web/index.ts'
import { dateQuery } from '../../web/fields.ts'
import { keptFor } from '../../../views/partials/privacy/kept_for.ts'
import { frontPage, type FrontPage } from '../../../views/public/front/front.page.ts'
import { privacyPage } from '../../../views/public/front/privacy.page.ts'

/** Search engines may find the council and its elections, but keep no old copies with people's names. */
const robots = [
  'User-agent: *',
  `Disallow: ${paths.office}`,
  `Disallow: ${paths.signIn}`,
  'Disallow: /start/',
  'Disallow: /adgangskode/',
  'Disallow: /*?dato=',
  `Disallow: ${paths.publicSearch}`,
  '',
].join('\n')

/** A day that cannot be read stays in its field, and the page shows today. */
export function frontRoutes(): Router {
  const router = express.Router()
  router.get(paths.front, anyone, dateQuery, async (req: Request, res: Response) => {
    const { day, refused } = askedDay(req)
    const title = req.t('front.title')
    if (req.originalUrl === paths.front) {
      const key = req.clock.today()
      await showKept(req, res, 'public/front/front', {
        key,
        make: async () => ({ title, page: await loadPage(req, day) }),
      })
      return
    }
    show(req, res, 'public/front/front', { title, page: await loadPage(req, day), ...refused })
  })
  return router
}

async function loadPage(req: Request, asked: IsoDate | undefined): Promise<FrontPage> {
  const today = req.clock.today()
  const day = asked ?? today
  return req.answers.get(`front:${day}:${today}:${req.lang}`, async () =>
    frontPage(
      readerOf(req),
      day,
      await publicCouncilOn(req.db, day),
      await listOffices(req.db),
      await listPublicElections(req.db),
      await nextPublicMeeting(req.db, today),
    ),
  )
}

export function infoRoutes(contact: Config['contact']): Router {
  const router = express.Router()
  router.get(paths.health, anyone, async (req, res) => {
    const up = await isUp(req.db)
    res.set('Cache-Control', 'no-store')
    res.status(up ? 200 : 503).json({ status: up ? 'ok' : 'down' })
  })
  router.get(paths.robots, anyone, (_req, res) => {
    res.type('text/plain').send(robots)
  })
  router.get(paths.accessibility, anyone, (req, res) => {
    alsoName(req, [req.house.council.name])
    show(req, res, 'public/front/accessibility', { title: req.t('accessibility.heading'), page: contact })
  })
  router.get(paths.privacy, anyone, (req, res) => {
    const kept = RETENTION_RULES.map((rule) => ({ rule, kept: keptFor(req, req.house.retention, rule) }))
    const page = privacyPage(readerOf(req), contact, kept)
    show(req, res, 'public/front/privacy', { title: req.t('privacy.heading'), page })
  })
  return router
}
