import type { Response, Router } from 'express'
import {
  importRoll,
  previewImport,
  type ImportForm,
  type ImportPreview,
} from '../../../../models/elections/roll/import.ts'
import { requireNames } from '../../../../models/elections/roll/roll.ts'
import type { RollLine } from '../../../../models/elections/roll/lines.ts'
import { requires } from '../../../web/access.ts'
import { text, wholeNumber } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { fileOf, type Upload } from '../../../web/uploads.ts'
import { showRoll, showRollPage } from './pages.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

const MEGABYTE = 1_048_576

/** A list of names from a spreadsheet, and its preview, which carries the names along as text. */
export const ROLL_UPLOADS: readonly Upload[] = [
  { path: '/kontor/valg/:id/valgliste/fil', field: 'file', most: MEGABYTE },
  { path: '/kontor/valg/:id/valgliste/indlaesning', field: 'file', most: MEGABYTE, mostText: 3 * MEGABYTE },
]

/** Names from a file: every line is shown with what it would do, and then stored all at once or not at all. */
export function rollImportRoutes(router: Router): void {
  router.post(
    '/kontor/valg/:id/valgliste/fil',
    requires('elections.run'),
    async (req: ElectionRequest, res: Response) => {
      await submit<object, ImportPreview>(req, res, {
        act: async () => {
          const election = await electionOf(req)
          requireNames(election, 'changeRoll')
          return previewImport(req.db, election.id, fileOf(req, 'file'))
        },
        again: (shown) => showRoll(req, res, shown),
        answer: (preview) => showPreview(req, res, preview),
      })
    },
  )
  router.post(
    '/kontor/valg/:id/valgliste/indlaesning',
    requires('elections.run'),
    text('text', 3 * MEGABYTE),
    wholeNumber('good'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<ImportForm, unknown>(req, res, {
        act: (form) => importRoll(req.db, officialOf(req), id, form),
        again: (shown) => showRoll(req, res, shown),
        done: () => paths.roll(id),
        notice: 'roll.import.done',
      })
    },
  )
}

/** office/elections/roll_preview */
export interface RollPreviewPage {
  head: ElectionHead
  action: string
  back: string
  good: number
  letters: ImportPreview['letters']
  text: string
  lines: RollLine[]
  /** Lines that do not come on the roll. */
  bad: number
}

async function showPreview(
  req: ElectionRequest,
  res: Response,
  { lines, good, letters, text: carried }: ImportPreview,
): Promise<void> {
  const election = await electionOf(req)
  const page: RollPreviewPage = {
    head: headOf(req, election),
    action: paths.rollImport(election.id),
    back: paths.roll(election.id),
    good,
    letters,
    text: carried,
    lines,
    bad: lines.length - good,
  }
  showRollPage(req, res, 'roll_preview', req.t('roll.import.preview'), page)
}
