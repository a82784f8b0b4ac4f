import express, { type Request, type Response, type Router } from 'express'
import { body } from 'express-validator'
import {
  makeVersion,
  previewVersion,
  type VersionPreview,
} from '../../../models/council/statutes/adoption.ts'
import type { Problem } from '../../../models/statutes/document.ts'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import { uploadPage } from '../../../views/office/statutes/upload.page.ts'
import {
  versionPreviewPage,
  type VersionPreviewPage,
} from '../../../views/office/statutes/version_preview.page.ts'
import { paths } from '../../../views/paths.ts'
import { requires } from '../../web/access.ts'
import { choice, chosenId, field, form, optionalDate, text } from '../../web/fields.ts'
import { byOf, submit, type Again } from '../../web/forms.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'
import { documentFrom, LONGEST_DOCUMENT, withProblems } from './upload.ts'

const uploadForm = form(text('reason'), optionalDate('in_force_from'), chosenId('seen_version'))

const saveForm = form(
  text('document', LONGEST_DOCUMENT),
  text('reason'),
  chosenId('seen_version'),
  field<{ seen_plan: string }>(body('seen_plan').isHash('sha256').withMessage('invalid.required')),
  choice('step', ['save']),
)

export function statutesVersionRoutes(): Router {
  const router = express.Router()
  router.get(paths.statutesUpload, requires('statutes.write'), (req, res) => showUpload(req, res))
  router.post(
    paths.statutesUpload,
    requires('statutes.write'),
    uploadForm,
    async (req: Request, res: Response) => {
      let problems: Problem[] = []
      await submit(req, res, uploadForm, {
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
    paths.statutesVersionNew,
    requires('statutes.write'),
    saveForm,
    async (req: Request, res: Response) => {
      let problems: Problem[] = []
      await submit(req, res, saveForm, {
        act: ({ document, reason, seen_version: seenVersion, seen_plan: seenPlan }) =>
          withProblems(
            (found) => (problems = found),
            () => makeVersion(req.db, byOf(req), { document, reason, seenVersion, seenPlan }),
          ),
        done: () => paths.statutesRules,
        notice: 'statutes_versions.saved',
        again: (shown) => showAgain(req, res, shown, problems),
      })
    },
  )
  return router
}

/** The form for a file when the preview cannot be made any more. */
async function showAgain(req: Request, res: Response, shown: Again, problems: Problem[]): Promise<void> {
  const document = typeof req.typed.document === 'string' ? req.typed.document : ''
  const preview = await previewVersion(req.db, req.clock.today(), {
    document,
    seenVersion: Number(req.typed.seen_version),
  }).catch(() => undefined)
  if (preview) showPreview(req, res, preview, document, shown)
  else await showUpload(req, res, shown, problems)
}

export function showPreview(
  req: Request,
  res: Response,
  preview: VersionPreview,
  document: string,
  shown: Partial<Again> = {},
  edit: VersionPreviewPage['edit'] = null,
): void {
  const { reason = '', seen_version } = req.typed
  const sent = { document, reason: String(reason), seenVersion: Number(seen_version) }
  const page = versionPreviewPage(readerOf(req), preview, sent, edit)
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
  const page = uploadPage(readerOf(req), id, problems)
  const title = req.t('statutes_versions.upload_heading')
  show(req, res, 'office/statutes/upload', { title, layout: 'office', page, ...shown })
}
