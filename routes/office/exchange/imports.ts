import type { Request, Response, Router } from 'express'
import { wasDone } from '../../../models/core/audit.ts'
import { Conflict } from '../../../models/core/errors.ts'
import { shortly } from '../../../models/core/jobs.ts'
import {
  answerDraft,
  discardDraft,
  getImport,
  openDraft,
  planOf,
} from '../../../models/exchange/import/imports.ts'
import { beginStoring, jobOf } from '../../../models/exchange/import/jobs.ts'
import { holdsUpOthers, requireReady, tryImport } from '../../../models/exchange/import/storing.ts'
import { builtOn, undoImport } from '../../../models/exchange/import/undoing.ts'
import { requires } from '../../web/access.ts'
import { ticked } from '../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { forLog } from '../../web/log.ts'
import { paths } from '../../../views/paths.ts'
import { fileOf } from '../../web/uploads.ts'
import { show } from '../../web/views.ts'
import { answersFrom } from './answers.ts'
import { IMPORT_FILE } from './import_file.ts'
import { showImport, showStoring, type ImportRequest, type Storing } from './import_page.ts'
import { showExchange } from './main_page.ts'
import { wordsOf } from './words.ts'

/** Old rosters: a file, the questions it leaves open, a try without storing, the act, and undoing it. */
export function importRoutes(router: Router): void {
  router.post(paths.newImport, requires('exchange.import'), async (req: Request, res: Response) => {
    await submit<object, { id: number }>(req, res, {
      act: () => {
        const content = fileOf(req, IMPORT_FILE.field)
        const file = { name: req.file?.originalname ?? '', content }
        return openDraft(req.db, byOf(req), file, IMPORT_FILE.field)
      },
      again: (shown) => showExchange(req, res, shown),
      done: ({ id }) => paths.importFile(id),
    })
  })
  router.get('/kontor/ind-og-ud/indlaesning/:id', requires('exchange.export'), (req: ImportRequest, res) =>
    showImport(req, res),
  )
  draftRoutes(router)
  progressRoute(router)
  undoRoutes(router)
}

function draftRoutes(router: Router): void {
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/svar',
    requires('exchange.import'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<object, unknown>(req, res, {
        act: async () => answerDraft(req.db, id, await answersFrom(req, id)),
        again: (shown) => showImport(req, res, shown),
        done: () => paths.importFile(id),
        notice: 'exchange.import.answered',
      })
    },
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/gem',
    requires('exchange.import'),
    ticked('skip'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const again = (shown: Again) => showImport(req, res, shown)
      if (req.typed.only_try !== undefined)
        await submit<{ skip: boolean }, Awaited<ReturnType<typeof tryImport>>>(req, res, {
          act: ({ skip }) => tryImport(req.db, byOf(req), id, { skipWrong: skip, ...wordsOf(req) }),
          again,
          answer: (tried) => showImport(req, res, { values: req.typed }, tried),
        })
      else
        await submit<{ skip: boolean }, Storing | undefined>(req, res, {
          act: ({ skip }) => storeSoon(req, id, skip),
          again,
          answer: (storing) => {
            if (storing) showStoring(req, res, storing)
            else res.redirect(303, paths.importFile(id))
          },
        })
    },
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/kasser',
    requires('exchange.import'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<object, unknown>(req, res, {
        act: () => discardDraft(req.db, id),
        again: (shown) => showImport(req, res, shown),
        done: () => paths.inAndOut,
        notice: 'exchange.import.discarded',
      })
    },
  )
}

/**
 * A short file is stored when the page comes; a long one goes on, and the page tells how far it is. That page is given
 * back where the database will answer nobody before the file is stored.
 */
async function storeSoon(req: ImportRequest, id: number, skipWrong: boolean): Promise<Storing | undefined> {
  const by = byOf(req)
  if (await wasDone(req.db, by)) return undefined
  const draft = await getImport(req.db, id)
  const words = wordsOf(req)
  const plan = await planOf(req.db, draft, { today: req.clock.today(), ...words, skipWrong })
  requireReady(plan)
  const total = plan.memberships.length
  const { ended, key } = await beginStoring(req.db, by, id, { skipWrong, total, ...words })
  // The job tells people that it failed; the log tells why.
  const watched = ended.catch((error: unknown) => {
    const log = req.house.log
    log.error({ error: forLog(error) }, 'import failed')
  })
  if (holdsUpOthers(req.db, total)) return { id, name: draft.file_name, total, key }
  await shortly(watched)
  return undefined
}

function progressRoute(router: Router): void {
  router.get(
    '/kontor/ind-og-ud/indlaesning/:id/fremdrift',
    requires('exchange.export'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await getImport(req.db, id)
      const job = await jobOf(req.db, id, req.clock.now())
      const { state = 'none', done = 0, total = 0 } = job ?? {}
      res.set('Cache-Control', 'no-store').json({ state, done, total })
    },
  )
}

function undoRoutes(router: Router): void {
  router.get(
    '/kontor/ind-og-ud/indlaesning/:id/fortryd',
    requires('exchange.import'),
    (req: ImportRequest, res) => showUndo(req, res),
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/fortryd',
    requires('exchange.import'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<object, unknown>(req, res, {
        act: () => undoImport(req.db, byOf(req), id, req.t('exchange.undo.nobody')),
        again: (shown) => showUndo(req, res, shown),
        done: () => paths.importFile(id),
        notice: 'exchange.undo.done',
      })
    },
  )
}

/** Asks before undoing; says why not where somebody has built on it. */
async function showUndo(req: ImportRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const id = idFrom(req.params.id)
  const { file_name, state, counts } = await getImport(req.db, id)
  if (state !== 'stored') {
    const errors = [explain(req, new Conflict('import_not_stored'))]
    await showImport(req, res, { status: 409, errors })
    return
  }
  const inTheWay = await builtOn(req.db, id)
  const page = {
    name: file_name,
    action: paths.importUndo(id),
    back: paths.importFile(id),
    counts: JSON.parse(counts ?? '{}') as object,
    inTheWay: inTheWay && req.t(`refusals.${inTheWay.reason}`, { names: inTheWay.names.join(', ') }),
  }
  const title = req.t('exchange.undo.heading')
  show(req, res, 'office/exchange/undo', { title, layout: 'office', page, ...shown })
}
