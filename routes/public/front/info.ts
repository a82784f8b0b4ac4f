import express, { type Router } from 'express'
import type { Config } from '../../../config.ts'
import { isUp } from '../../../models/core/db.ts'
import { RETENTION_RULES } from '../../../models/privacy/due.ts'
import { paths } from '../../../views/paths.ts'
import { privacyPage } from '../../../views/public/front/privacy.page.ts'
import { keptFor } from '../../../views/partials/privacy/kept_for.ts'
import { anyone } from '../../web/access.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

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
    show(req, res, 'public/front/accessibility', { title: req.t('accessibility.heading'), page: contact })
  })
  router.get(paths.privacy, anyone, (req, res) => {
    const kept = RETENTION_RULES.map((rule) => ({ rule, kept: keptFor(req, req.house.retention, rule) }))
    const page = privacyPage(readerOf(req), contact, kept)
    show(req, res, 'public/front/privacy', { title: req.t('privacy.heading'), page })
  })
  return router
}

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
