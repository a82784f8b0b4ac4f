import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import {
  makeVersion,
  previewVersion,
  type VersionPreview,
} from '../../../models/council/statutes/adoption.ts'
import type { Problem } from '../../../models/statutes/document.ts'
import { requires } from '../../web/access.ts'
import { choice, chosenId, optionalDate, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { documentFrom, LONGEST_DOCUMENT, problemLines, withProblems } from './upload.ts'
import { versionPreviewPage, type VersionPreviewPage } from './version_pages.ts'

/** office/statutes/upload. */
export interface UploadPage {
  seenVersion: number
  /** The latest version as a file, to change and send back. */
  fileHref: string
  schemaHref: string
  problems: { path: string; text: string }[]
}

/** A whole new version: from a file, compared with the one in force, looked at, and stored with one yes. */
export function statutesVersionRoutes(): Router {
  const router = express.Router()
  router.get(paths.statutesUpload, requires('statutes.write'), (req, res) => showUpload(req, res))
  router.post(
    paths.statutesUpload,
    requires('statutes.write'),
    text('reason'),
    optionalDate('in_force_from'),
    chosenId('seen_version'),
    async (req: Request, res: Response) => {
      let problems: Problem[] = []
      await submit<{ reason: string; seen_version: number }, [string, VersionPreview]>(req, res, {
        act: (form) =>
          withProblems(
            (found) => (problems = found),
            async () => {
              const document = documentFrom(req)
              const seen = { document, seenVersion: form.seen_version }
              return [document, await previewVersion(req.db, req.clock.today(), seen)]
            },
          ),
        answer: ([document, preview]) => {
          showPreview(req, res, preview, document)
        },
        again: (shown) => showUpload(req, res, shown, problems),
      })
    },
  )
  saveRoute(router)
  return router
}

interface SavedForm {
  document: string
  reason: string
  seen_version: number
  seen_plan: string
}

/** The yes to a preview, whichever form the version came from. */
function saveRoute(router: Router): void {
  router.post(
    paths.statutesVersionNew,
    requires('statutes.write'),
    text('document', LONGEST_DOCUMENT),
    text('reason'),
    chosenId('seen_version'),
    body('seen_plan').isHash('sha256').withMessage('invalid.required'),
    choice('step', ['save']),
    async (req: Request, res: Response) => {
      let problems: Problem[] = []
      await submit<SavedForm, unknown>(req, res, {
        act: ({ document, reason, seen_version, seen_plan }) =>
          withProblems(
            (found) => (problems = found),
            () =>
              makeVersion(req.db, byOf(req), {
                ...{ document, reason, seenVersion: seen_version, seenPlan: seen_plan },
              }),
          ),
        done: () => paths.statutesRules,
        notice: 'statutes_versions.saved',
        again: (shown) => showAgain(req, res, shown, problems),
      })
    },
  )
}

/** The preview anew where it can be made, as when the register has changed since; else the form for a file. */
async function showAgain(req: Request, res: Response, shown: Again, problems: Problem[]): Promise<void> {
  const document = typeof req.typed.document === 'string' ? req.typed.document : ''
  const preview = await previewVersion(req.db, req.clock.today(), {
    document,
    seenVersion: Number(req.typed.seen_version),
  }).catch(() => undefined)
  if (preview) showPreview(req, res, preview, document, shown)
  else await showUpload(req, res, shown, problems)
}

/** Shows what the version would change, and asks for the yes. */
export function showPreview(
  req: Request,
  res: Response,
  preview: VersionPreview,
  document: string,
  shown: Partial<Again> = {},
  edit: VersionPreviewPage['edit'] = null,
): void {
  const { reason = '', seen_version } = req.typed
  const form = { document, reason: String(reason), seenVersion: Number(seen_version) }
  const page = versionPreviewPage(req, preview, form, edit)
  const title = req.t('statutes_versions.preview_title')
  show(req, res, 'office/statutes/version_preview', { title, layout: 'office', page, ...shown })
}

async function showUpload(
  req: Request,
  res: Response,
  shown: Partial<Again> = {},
  problems: readonly Problem[] = [],
): Promise<void> {
  const { id } = await latestStatutes(req.db)
  const page: UploadPage = {
    seenVersion: id,
    fileHref: paths.statutesFile(id),
    schemaHref: paths.statutesSchema,
    problems: problemLines(req, problems),
  }
  const title = req.t('statutes_versions.upload_heading')
  show(req, res, 'office/statutes/upload', { title, layout: 'office', page, ...shown })
}
