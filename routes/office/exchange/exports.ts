import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response, Router } from 'express'
import { NotFound } from '../../../models/core/errors.ts'
import { calendarOf } from '../../../models/exchange/open_data/calendar.ts'
import { csvOf, excelOf } from '../../../models/exchange/export/files.ts'
import { popoloOf } from '../../../models/exchange/open_data/popolo.ts'
import { historySheet, rosterSheet, SHEET_COLUMNS } from '../../../models/exchange/export/sheets.ts'
import { contactCards } from '../../../models/exchange/export/vcards.ts'
import { listOffices } from '../../../models/statutes/versions.ts'
import { officeInSentence } from '../../../views/partials/statutes/office_words.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { dateQuery } from '../../web/fields.ts'
import { EXPORT_FILES, type ExportFile } from './export_files.ts'
import { calendarWords, cardWords, sheetWords } from './export_words.ts'
import { showExchange } from './main_page.ts'
import { EXCEL_TYPE, sendAs } from './sending.ts'

type FileRequest = Request<{ file: string }>

/** What the register holds as files, on a day or in full. */
export function exportRoutes(router: Router): void {
  router.get(
    '/kontor/ind-og-ud/hent/:file',
    requires('exchange.export'),
    dateQuery,
    async (req: FileRequest, res: Response) => {
      const file = EXPORT_FILES.find((name) => name === req.params.file)
      if (!file) throw new NotFound(`file ${req.params.file}`)
      const { day, refused } = askedDay(req)
      if (refused.status !== undefined) {
        await showExchange(req, res, refused)
        return
      }
      await SENDERS[file](req, res, day ?? req.clock.today(), file)
    },
  )
}

type Sender = (
  req: Request,
  res: Response,
  day: ReturnType<Request['clock']['today']>,
  file: ExportFile,
) => Promise<void>

const SENDERS: Record<ExportFile, Sender> = {
  'raadet.xlsx': sheet,
  'raadet.csv': sheet,
  'historik.xlsx': sheet,
  'historik.csv': sheet,
  'popolo.json': async (req, res, _day, file) => {
    const offices = await listOffices(req.db)
    const office = (key: string) => officeInSentence(req, offices, key)
    sendAs(res, file, 'application/json; charset=utf-8')
    const pieces = popoloOf(req.db, { audience: 'office', today: req.clock.today(), office })
    await pipeline(Readable.from(pieces), res)
  },
  'kalender.ics': async (req, res, _day, file) => {
    const calendar = await calendarOf(req.db, 'office', calendarMade(req))
    sendAs(res, file, 'text/calendar; charset=utf-8')
    res.send(calendar)
  },
  'kontakter-offentlige.vcf': contacts,
  'kontakter-raadet.vcf': contacts,
}

async function sheet(
  req: Request,
  res: Response,
  day: Parameters<Sender>[2],
  file: ExportFile,
): Promise<void> {
  const headings = SHEET_COLUMNS.map((column) => req.t(`exchange.columns.${column}`))
  const words = sheetWords(req, await listOffices(req.db))
  const lines = file.startsWith('raadet') ? rosterSheet(req.db, day, words) : historySheet(req.db, words)
  const name = file.startsWith('raadet') ? file.replace('.', `-${day}.`) : file
  if (file.endsWith('.csv')) {
    sendAs(res, name, 'text/csv; charset=utf-8')
    await pipeline(Readable.from(csvOf(headings, lines)), res)
    return
  }
  const excel = await excelOf(req.t('exchange.sheet'), headings, lines)
  sendAs(res, name, EXCEL_TYPE)
  await pipeline(excel, res)
}

async function contacts(
  req: Request,
  res: Response,
  day: Parameters<Sender>[2],
  file: ExportFile,
): Promise<void> {
  const audience = file === 'kontakter-offentlige.vcf' ? 'public' : 'office'
  const made = { now: req.clock.now(), words: cardWords(req, await listOffices(req.db)), base: baseOf(req) }
  const cards = await contactCards(req.db, day, audience, made)
  sendAs(res, file.replace('.', `-${day}.`), 'text/vcard; charset=utf-8')
  res.send(cards)
}

/** What a calendar needs of the request, in the office and in public alike. */
export function calendarMade(req: Request) {
  return { now: req.clock.now(), words: calendarWords(req), base: baseOf(req) }
}

function baseOf(req: Request): string {
  return req.house.baseUrl
}
