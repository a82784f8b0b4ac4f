import type { Response, Router } from 'express'
import { importRoll, previewImport } from '../../../../models/elections/roll/import.ts'
import { requireNames } from '../../../../models/elections/roll/roll.ts'
import { rollPreviewPage } from '../../../../views/office/elections/roll/roll_preview.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires } from '../../../web/access.ts'
import { form, text, wholeNumber } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { fileOf, type Upload } from '../../../web/uploads.ts'
import { electionOf, officialOf, showTitled, type ElectionRequest } from '../shared.ts'
import { showRoll } from './show.ts'

const MEGABYTE = 1_048_576

/** The list of names, and its preview, which carries the names along as text. */
export const ROLL_UPLOADS: readonly Upload[] = [
  { path: '/kontor/valg/:id/valgliste/fil', field: 'file', most: MEGABYTE },
  { path: '/kontor/valg/:id/valgliste/indlaesning', field: 'file', most: MEGABYTE, mostText: 3 * MEGABYTE },
]

const fileForm = form()
const importForm = form(text('text', 3 * MEGABYTE), wholeNumber('good'))

/** The secretary sees what each line would do; then all lines are stored, or none. */
export function rollImportRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/valgliste/fil',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      const election = await electionOf(req)
      await submit(req, res, fileForm, {
        act: () => {
          requireNames(election, 'changeRoll')
          return previewImport(req.db, election.id, fileOf(req, 'file'))
        },
        again: (shown) => showRoll(req, res, shown),
        answer: (preview) => {
          const page = rollPreviewPage(readerOf(req), election, preview)
          showTitled(req, res, 'roll/roll_preview', req.t('roll.import.preview'), page)
        },
      })
    },
  )
  router.post(
    '/kontor/valg/:id/valgliste/indlaesning',
    requires('elections.run'),
    importForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, importForm, {
        act: (form) => importRoll(req.db, officialOf(req), id, form),
        again: (shown) => showRoll(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.import.done',
      })
    },
  )
}
