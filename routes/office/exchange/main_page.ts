import type { Request, Response } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listImports, type ImportListed } from '../../../models/exchange/import/imports.ts'
import { askedDay } from '../../web/asked_day.ts'
import type { Again } from '../../web/forms.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { CONTACT_FILES, HISTORY_FILES, ROSTER_FILES } from './export_files.ts'

/** office/exchange/exchange */
export interface ExchangePage {
  day: IsoDate
  today: IsoDate
  roster: FileLink[]
  history: FileLink[]
  contacts: FileLink[]
  templates: FileLink[]
  uploadAction: string
  imports: { href: string; name: string; state: ImportListed['state']; by: string; on: IsoDate }[]
}

interface FileLink {
  href: string
  text: string
  hint: string | null
}

/** The page of in and out; after a refused file with why. */
export async function showExchange(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { day: asked, refused } = req.method === 'GET' ? askedDay(req) : { day: undefined, refused: {} }
  const today = req.clock.today()
  const day = asked ?? today
  const link = (name: string, query = ''): FileLink => ({
    href: `${paths.exportFile(name)}${query}`,
    text: req.t(`exchange.files.${keyOf(name)}`),
    hint: hintOf(req, name),
  })
  const imports = await listImports(req.db)
  const page: ExchangePage = {
    day,
    today,
    roster: ROSTER_FILES.map((name) => link(name, `?dato=${day}`)),
    history: HISTORY_FILES.map((name) => link(name)),
    contacts: CONTACT_FILES.map((name) => link(name, `?dato=${day}`)),
    templates: ['xlsx', 'csv'].map((kind) => ({
      href: paths.importTemplate(`medlemmer.${kind}`),
      text: req.t(`exchange.template.${kind}`),
      hint: null,
    })),
    uploadAction: paths.newImport,
    imports: imports.map((one) => ({
      href: paths.importFile(one.id),
      name: one.file_name,
      state: one.state,
      by: one.undone_by ?? one.stored_by ?? one.made_by,
      on: one.undone_on ?? one.stored_on ?? one.made_on,
    })),
  }
  const title = req.t('exchange.heading')
  show(req, res, 'office/exchange/exchange', { title, layout: 'office', page, ...refused, ...shown })
}

function keyOf(name: string): string {
  return name.replace(/[.-]/g, '_')
}

function hintOf(req: Request, name: string): string | null {
  const hinted = ['popolo.json', 'kontakter-offentlige.vcf', 'kontakter-raadet.vcf', 'kalender.ics']
  return hinted.includes(name) ? req.t(`exchange.file_hints.${keyOf(name)}`) : null
}
