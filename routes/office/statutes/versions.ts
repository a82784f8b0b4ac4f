import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import { idOf, Refused, type StatutesVersionId } from '../../../models/core/index.ts'
import { makeVersion, previewVersion, type VersionPreview } from '../../../models/council/index.ts'
import { latestStatutes, type Problem, StatutesError } from '../../../models/statutes/index.ts'
import * as web from '../../web/index.ts'
import { choice, chosenId, field, form, optionalDate, text } from '../../web/fields.ts'
import * as statutesPages from '../../../views/office/statutes/index.ts'

/** A whole council's rules are some ten thousand characters. */
export const STATUTES_FILE: web.Upload = { path: web.paths.statutesUpload, field: 'file', most: 1_048_576 }

/** In characters: the document travels along on the page that asks for the yes. */
const LONGEST_DOCUMENT = 100_000

const uploadForm = form(
  text('reason'),
  optionalDate('in_force_from'),
  chosenId('seen_version', 'statutes_version'),
)

const saveForm = form(
  text('document', LONGEST_DOCUMENT),
  text('reason'),
  chosenId('seen_version', 'statutes_version'),
  field<{ seen_plan: string }>(body('seen_plan').isHash('sha256').withMessage('invalid.required')),
  choice('step', ['save']),
)

export function statutesVersionRoutes(): Router {
  const router = express.Router()
  router.get(web.paths.statutesUpload, web.requires('statutes.write'), web.shows(showUpload))
  router.post(
    web.paths.statutesUpload,
    web.requires('statutes.write'),
    uploadForm,
    async (req: Request, res: Response) => {
      let problems: Problem[] = []
      await web.submit(req, res, uploadForm, {
        act: ({ seen_version }) =>
          withProblems(
            (found) => (problems = found),
            async () => {
              const document = documentFrom(req)
              const seen = { document, seenVersion: seen_version }
              return { document, preview: await previewVersion(req.db, req.clock.today(), seen) }
            },
          ),
        answer: ({ document, preview }) => {
          showPreview(req, res, preview, document)
        },
        again: (shown) => showUpload(req, res, shown, problems),
      })
    },
  )
  // Both forms send their yes here.
  router.post(
    web.paths.statutesVersionNew,
    web.requires('statutes.write'),
    saveForm,
    async (req: Request, res: Response) => {
      let problems: Problem[] = []
      await web.submit(req, res, saveForm, {
        act: ({ document, reason, seen_version: seenVersion, seen_plan: seenPlan }) =>
          withProblems(
            (found) => (problems = found),
            () => makeVersion(req.db, web.byOf(req), { document, reason, seenVersion, seenPlan }),
          ),
        done: () => web.paths.statutesRules,
        notice: 'statutes_versions.saved',
        again: (shown) => showAgain(req, res, shown, problems),
      })
    },
  )
  return router
}

/** The form for a file when the preview cannot be made any more. */
async function showAgain(req: Request, res: Response, shown: web.Again, problems: Problem[]): Promise<void> {
  const document = typeof req.typed.document === 'string' ? req.typed.document : ''
  const preview = await previewVersion(req.db, req.clock.today(), {
    document,
    seenVersion: idOf<StatutesVersionId>(Number(req.typed.seen_version)),
  }).catch(() => undefined)
  if (preview) showPreview(req, res, preview, document, shown)
  else await showUpload(req, res, shown, problems)
}

export function showPreview(
  req: Request,
  res: Response,
  preview: VersionPreview,
  document: string,
  shown: web.Shown = {},
  edit: statutesPages.VersionPreviewPage['edit'] = null,
): void {
  const { reason = '', seen_version } = req.typed
  const sent = {
    document,
    reason: String(reason),
    seenVersion: idOf<StatutesVersionId>(Number(seen_version)),
  }
  const page = statutesPages.versionPreviewPage(web.readerOf(req), preview, sent, edit)
  const title = req.t('statutes_versions.preview_title')
  web.show(req, res, 'office/statutes/version_preview', { title, page, ...shown })
}

async function showUpload(
  req: Request,
  res: Response,
  shown: web.Shown = {},
  problems: readonly Problem[] = [],
): Promise<void> {
  const { id } = await latestStatutes(req.db)
  const page = statutesPages.uploadPage(web.readerOf(req), id, problems)
  const title = req.t('statutes_versions.upload_heading')
  web.show(req, res, 'office/statutes/upload', { title, page, ...shown })
}

/** The document as compact JSON, from the typed day. Throws Refused when the file is missing, too large or no JSON. */
function documentFrom(req: Request): string {
  const json = readJson(web.fileOf(req, STATUTES_FILE.field).toString('utf8'))
  const typed = web.dayFrom(req, req.typed.in_force_from)
  const document = JSON.stringify(typed === undefined ? json : { ...json, inForceFrom: typed })
  if (document.length > LONGEST_DOCUMENT)
    throw new Refused('file_too_large', { most: 1 }, STATUTES_FILE.field)
  return document
}

function readJson(text: string): object {
  const notJson = (problem: string) => new Refused('statutes_not_json', { problem }, STATUTES_FILE.field)
  try {
    // Windows editors put a byte order mark in front, which is no JSON.
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : '')
  }
  throw notJson('{ … }')
}

/** Runs an act on a document. `showProblems` gets what is wrong in it, place by place; the form is refused as usual. */
async function withProblems<T>(
  showProblems: (problems: Problem[]) => void,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof StatutesError)) throw error
    showProblems(error.problems)
    throw new Refused('statutes_not_usable', { count: error.problems.length }, STATUTES_FILE.field)
  }
}
