import type { Request, Response } from 'express'
import { listImports } from '../../../models/exchange/import/imports.ts'
import { exchangePage } from '../../../views/office/exchange/exchange.page.ts'
import { askedDay } from '../../web/asked_day.ts'
import type { Again } from '../../web/forms.ts'
import { readerOf } from '../../web/reader.ts'
import { show } from '../../web/views.ts'

/** The page of in and out; after a refused file with why. */
export async function showExchange(req: Request, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const { day, refused } = req.method === 'GET' ? askedDay(req) : { day: undefined, refused: {} }
  const page = exchangePage(readerOf(req), day, await listImports(req.db))
  const title = req.t('exchange.heading')
  show(req, res, 'office/exchange/exchange', { title, layout: 'office', page, ...refused, ...shown })
}
