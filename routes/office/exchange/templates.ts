import type { Request, Response, Router } from 'express'
import { pipeline } from 'node:stream/promises'
import { csvLine } from '../../../models/exchange/export/csv.ts'
import { excelOf } from '../../../models/exchange/export/files.ts'
import { NotFound } from '../../../models/core/errors.ts'
import { COLUMN_NAMES, COLUMNS } from '../../../models/exchange/import/plan/table.ts'
import { requires } from '../../web/access.ts'
import { hasText } from '../../web/i18n.ts'
import { EXCEL_TYPE, sendAs } from './sending.ts'

/** An empty roster with the headings that are understood, and a line that shows how it is filled in. */
export function templateRoutes(router: Router): void {
  router.get(
    '/kontor/ind-og-ud/skabelon/:file',
    requires('exchange.import'),
    async (req: Request<{ file: string }>, res: Response) => {
      const headings = COLUMN_NAMES.map((column) => COLUMNS[column][0])
      const example = exampleLine(req)
      if (req.params.file === 'medlemmer.csv') {
        sendAs(res, 'medlemmer.csv', 'text/csv; charset=utf-8')
        res.send(`\uFEFF${csvLine(headings)}${csvLine(example)}`)
        return
      }
      if (req.params.file !== 'medlemmer.xlsx') throw new NotFound(`template ${req.params.file}`)
      const file = await excelOf(req.t('exchange.sheet'), headings, [example])
      sendAs(res, 'medlemmer.xlsx', EXCEL_TYPE)
      await pipeline(file, res)
    },
  )
}

/** Columns that the example leaves empty have no text. */
function exampleLine(req: Request): string[] {
  return COLUMN_NAMES.map((column) => {
    const key = `exchange.template.example.${column}`
    return hasText(req.lang, key) ? req.t(key) : ''
  })
}
