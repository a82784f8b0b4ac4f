import type { Request, Response, Router } from 'express'
import { wasDone } from '../../../models/core/audit.ts'
import { Conflict } from '../../../models/core/errors.ts'
import { shortly } from '../../../models/core/jobs.ts'
import {
  answerDraft,
  discardDraft,
  getImport,
  openDraft,
  storedCounts,
} from '../../../models/exchange/import/imports.ts'
import { beginStoring, findJobState } from '../../../models/exchange/import/jobs.ts'
import { requireReady } from '../../../models/exchange/import/plan/counts.ts'
import { holdsUpOthers, tryImport } from '../../../models/exchange/import/storing.ts'
import { builtOn, undoImport } from '../../../models/exchange/import/undoing.ts'
import { answersIn } from '../../../views/office/exchange/answers.ts'
import type { Storing } from '../../../views/office/exchange/import.page.ts'
import { undoPage } from '../../../views/office/exchange/undo.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { form, ticked } from '../../web/fields.ts'
import { byOf, explain, submit, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { forLog } from '../../web/log.ts'
import { readerOf } from '../../web/reader.ts'
import { fileOf, type Upload } from '../../web/uploads.ts'
import { show } from '../../web/views.ts'
import { planned, showExchange, showImport, showStoring, wordsFor, type ImportRequest } from './show.ts'

export const IMPORT_FILE: Upload = {
  path: '/kontor/ind-og-ud/indlaesning',
  field: 'file',
  most: 5 * 1_048_576,
}

const noForm = form()

const storingForm = form(ticked('skip'))

export function importRoutes(router: Router): void {
  router.post(paths.newImport, requires('exchange.import'), async (req: Request, res: Response) => {
    await submit(req, res, noForm, {
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
  router.get('/kontor/ind-og-ud/indlaesning/:id/fremdrift', requires('exchange.export'), sendProgress)
  draftRoutes(router)
  undoRoutes(router)
}

function draftRoutes(router: Router): void {
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/svar',
    requires('exchange.import'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, noForm, {
        act: async () => {
          const plan = await planned(req, await getImport(req.db, id))
          await answerDraft(req.db, id, answersIn(plan, req.typed))
        },
        again: (shown) => showImport(req, res, shown),
        done: () => paths.importFile(id),
        notice: 'exchange.import.answered',
      })
    },
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/gem',
    requires('exchange.import'),
    storingForm,
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      const again = (shown: Again) => showImport(req, res, shown)
      if (req.typed.only_try !== undefined)
        await submit(req, res, storingForm, {
          act: ({ skip }) => tryImport(req.db, byOf(req), id, { skipWrong: skip, ...wordsFor(req) }),
          again,
          answer: (tried) => showImport(req, res, { values: req.typed }, tried),
        })
      else
        await submit(req, res, storingForm, {
          act: ({ skip }) => storeSoon(req, id, skip),
          again,
          answer: (storing) =>
            storing ? showStoring(req, res, storing) : res.redirect(303, paths.importFile(id)),
        })
    },
  )
  router.post(
    '/kontor/ind-og-ud/indlaesning/:id/kasser',
    requires('exchange.import'),
    async (req: ImportRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, noForm, {
        act: () => discardDraft(req.db, id),
        again: (shown) => showImport(req, res, shown),
        done: () => paths.inAndOut,
        notice: 'exchange.import.discarded',
      })
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
      await submit(req, res, noForm, {
        act: () => undoImport(req.db, byOf(req), id, req.t('exchange.undo.nobody')),
        again: (shown) => showUndo(req, res, shown),
        done: () => paths.importFile(id),
        notice: 'exchange.undo.done',
      })
    },
  )
}

/** Waits for a short file. Returns the page of progress when the database can answer no other request meanwhile. */
async function storeSoon(req: ImportRequest, id: number, skipWrong: boolean): Promise<Storing | undefined> {
  const by = byOf(req)
  if (await wasDone(req.db, by)) return undefined
  const draft = await getImport(req.db, id)
  const { memberships: total } = requireReady(await planned(req, draft, skipWrong))
  const { ended, key } = await beginStoring(req.db, by, id, { skipWrong, total, ...wordsFor(req) })
  // The job tells its readers that it failed; the log tells why.
  const watched = ended.catch((error: unknown) => {
    req.house.log.error({ error: forLog(error) }, 'import failed')
  })
  if (holdsUpOthers(req.db, total)) return { id, name: draft.file_name, total, key }
  await shortly(watched)
  return undefined
}

async function sendProgress(req: ImportRequest, res: Response): Promise<void> {
  const id = idFrom(req.params.id)
  await getImport(req.db, id)
  const { state = 'none', done = 0, total = 0 } = (await findJobState(req.db, id, req.clock.now())) ?? {}
  res.set('Cache-Control', 'no-store').json({ state, done, total })
}

/** Says why the import cannot be undone when the register has been built on it. */
async function showUndo(req: ImportRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const id = idFrom(req.params.id)
  const row = await getImport(req.db, id)
  if (row.state !== 'stored') {
    await showImport(req, res, { status: 409, errors: [explain(req, new Conflict('import_not_stored'))] })
    return
  }
  const page = undoPage(readerOf(req), row, storedCounts(row), await builtOn(req.db, id))
  show(req, res, 'office/exchange/undo', {
    title: req.t('exchange.undo.heading'),
    layout: 'office',
    page,
    ...shown,
  })
}
