import express, { type Request, type Response, type Router } from 'express'
import { validationResult } from 'express-validator'
import { type IsoDate, NotFound } from '../../../models/core/index.ts'
import * as statutesModel from '../../../models/statutes/index.ts'
import { statutesPage } from '../../../views/public/statutes/statutes.page.ts'
import { alsoName, anyone, dayFrom, idFrom, paths, readerOf, type Rendering, show } from '../../web/index.ts'
import { dateQuery } from '../../web/fields.ts'

/** Made once: every version and council has the same schema. */
const SCHEMA = statutesModel.statutesJsonSchemaText()

type Choose = (
  versions: readonly statutesModel.StatutesVersion[],
) => statutesModel.StatutesVersion | undefined

export function statutesRoutes(): Router {
  const router = express.Router()
  router.get(paths.statutes, anyone, dateQuery, async (req: Request, res: Response) => {
    const readable = validationResult(req).isEmpty()
    const day = dayFrom(req, req.query.dato) ?? req.clock.today()
    const wrong = { status: 422, errors: [{ message: req.t('invalid.no_such_day') }] }
    await showStatutes(req, res, `on:${day}`, (versions) => heldOn(versions, day), readable ? {} : wrong)
  })
  router.get(paths.statutesSchema, anyone, (_req: Request, res: Response) => {
    res.type('application/schema+json').set('Cache-Control', 'public, max-age=3600').send(SCHEMA)
  })
  router.get('/vedtaegter/:id/fil.json', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const { in_force_from, statutes } = await statutesModel.getStatutesVersion(
      req.db,
      idFrom('statutes_version', req.params.id),
    )
    res.attachment(`vedtaegter-${statutes.council.key}-${in_force_from}.json`)
    res.type('application/json').send(`${JSON.stringify(statutes, null, 2)}\n`)
  })
  router.get('/vedtaegter/:id', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const { id } = req.params
    await showStatutes(req, res, `id:${id}`, (versions) =>
      versions.find((version) => String(version.id) === id),
    )
  })
  return router
}

/** A day before the first version gets the first one, the earliest that is known. */
function heldOn(
  versions: readonly statutesModel.StatutesVersion[],
  day: IsoDate,
): statutesModel.StatutesVersion | undefined {
  return statutesModel.versionInForce(versions, day) ?? versions[0]
}

async function showStatutes(
  req: Request,
  res: Response,
  which: string,
  choose: Choose,
  shown: Pick<Rendering, 'status' | 'errors'> = {},
): Promise<void> {
  const today = req.clock.today()
  const page = await req.answers.get(`statutes:${req.lang}:${today}:${which}`, async () => {
    const versions = await statutesModel.listStatutesVersions(req.db)
    const version = choose(versions)
    if (!version) throw new NotFound(`statutes version ${which}`)
    return statutesPage(readerOf(req), versions, version)
  })
  alsoName(
    req,
    page.versions.map(({ made_by }) => made_by),
  )
  show(req, res, 'public/statutes/statutes', { title: req.t('statutes.heading'), page, ...shown })
}
