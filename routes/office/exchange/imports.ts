import express, { type Request, type Response, type Router } from 'express'
import { Conflict, type ImportId, shortly, wasDone } from '../../../models/core/index.ts'
import * as exchange from '../../../models/exchange/index.ts'
import { type ImportRequest, planned, showExchange, showImport, showStoring, wordsFor } from './show.ts'
import * as web from '../../web/index.ts'
import { form, ticked } from '../../web/fields.ts'
import { answersIn, type Storing, undoPage } from '../../../views/office/exchange/index.ts'

export const IMPORT_FILE: web.Upload = {
  path: '/kontor/ind-og-ud/indlaesning',
  field: 'file',
  most: 5 * 1_048_576,
}

const importId = web.idIn('import')

const noForm = form()

const storingForm = form(ticked('skip'))

export function importRoutes(router: Router): void {
  router.post(
    web.paths.newImport,
    web.requires('exchange.import'),
    web.submits(noForm, {
      act: (req) => {
        const content = web.fileOf(req, IMPORT_FILE.field)
        const file = { name: req.file?.originalname ?? '', content }
        return exchange.openDraft(req.db, web.byOf(req), file, IMPORT_FILE.field)
      },
      again: showExchange,
      done: (_req, { id }) => web.paths.importFile(id),
    }),
  )
  router.get('/kontor/ind-og-ud/indlaesning/:id', web.requires('exchange.export'), web.shows(showImport))
  router.get('/kontor/ind-og-ud/indlaesning/:id/fremdrift', web.requires('exchange.export'), sendProgress)
  draftRoutes(router)
  undoRoutes(router)
}

function draftRoutes(router: Router): void {
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/svar',
    web.requires('exchange.import'),
    web.submits(noForm, {
      act: async (req) => {
        const plan = await planned(req, await exchange.getImport(req.db, importId(req)))
        await exchange.answerDraft(req.db, importId(req), answersIn(plan, req.typed))
      },
      again: showImport,
      done: (req) => web.paths.importFile(importId(req)),
      notice: 'exchange.import.answered',
    }),
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/gem',
    web.requires('exchange.import'),
    storingForm,
    async (req: ImportRequest, res: Response) => {
      const id = importId(req)
      const again = (shown: web.Again) => showImport(req, res, shown)
      if (req.typed.only_try !== undefined)
        await web.submit(req, res, storingForm, {
          act: ({ skip }) =>
            exchange.tryImport(req.db, web.byOf(req), id, { skipWrong: skip, ...wordsFor(req) }),
          again,
          answer: (tried) => showImport(req, res, { values: req.typed }, tried),
        })
      else
        await web.submit(req, res, storingForm, {
          act: ({ skip }) => storeSoon(req, id, skip),
          again,
          answer: (storing) =>
            storing ? showStoring(req, res, storing) : res.redirect(303, web.paths.importFile(id)),
        })
    },
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/kasser',
    web.requires('exchange.import'),
    web.submits(noForm, {
      act: (req) => exchange.discardDraft(req.db, importId(req)),
      again: showImport,
      done: () => web.paths.inAndOut,
      notice: 'exchange.import.discarded',
    }),
  )
}

function undoRoutes(router: Router): void {
  router.get(
    '/kontor/ind-og-ud/indlaesning/:id/fortryd',
    web.requires('exchange.import'),
    web.shows(showUndo),
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/fortryd',
    web.requires('exchange.import'),
    web.submits(noForm, {
      act: (req) => exchange.undoImport(req.db, web.byOf(req), importId(req), req.t('exchange.undo.nobody')),
      again: showUndo,
      done: (req) => web.paths.importFile(importId(req)),
      notice: 'exchange.undo.done',
    }),
  )
}

/** Waits for a short file. Returns the page of progress when the database can answer no other request meanwhile. */
async function storeSoon(req: ImportRequest, id: ImportId, skipWrong: boolean): Promise<Storing | undefined> {
  const by = web.byOf(req)
  if (await wasDone(req.db, by)) return undefined
  const draft = await exchange.getImport(req.db, id)
  const { memberships: total } = exchange.requireReady(await planned(req, draft, skipWrong))
  const { ended, key } = await exchange.beginStoring(req.db, by, id, { skipWrong, total, ...wordsFor(req) })
  // The job tells its readers that it failed; the log tells why.
  const watched = ended.catch((error: unknown) => {
    req.house.log.error({ error: web.forLog(error) }, 'import failed')
  })
  if (exchange.holdsUpOthers(req.db, total)) return { id, name: draft.file_name, total, key }
  await shortly(watched)
  return undefined
}

async function sendProgress(req: ImportRequest, res: Response): Promise<void> {
  const id = importId(req)
  await exchange.getImport(req.db, id)
  const {
    state = 'none',
    done = 0,
    total = 0,
  } = (await exchange.findJobState(req.db, id, req.clock.now())) ?? {}
  res.set('Cache-Control', 'no-store').json({ state, done, total })
}

/** Says why the import cannot be undone when the register has been built on it. */
async function showUndo(req: ImportRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const id = importId(req)
  const row = await exchange.getImport(req.db, id)
  if (row.state !== 'stored') {
    await showImport(req, res, { status: 409, errors: [web.explain(req, new Conflict('import_not_stored'))] })
    return
  }
  const page = undoPage(
    web.readerOf(req),
    row,
    exchange.storedCounts(row),
    await exchange.builtOn(req.db, id),
  )
  web.show(req, res, 'office/exchange/undo', { title: req.t('exchange.undo.heading'), page, ...shown })
}

/** Figures only, for the holder of the key. Stands before all handlers that ask the database, which is busy storing. */
export function progressRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.progress(':key'), web.anyone, (req: Request<{ key: string }>, res: Response) => {
    const progress = exchange.progressOf(req.db, req.params.key)
    res.set('Cache-Control', 'no-store')
    if (progress) res.json(progress)
    else res.status(404).json({ state: 'unknown' })
  })
  return router
}
