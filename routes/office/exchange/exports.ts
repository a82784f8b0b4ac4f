import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response, Router } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { NotFound } from '../../../models/core/errors.ts'
import { csvLine } from '../../../models/exchange/export/csv.ts'
import { csvOf, excelOf } from '../../../models/exchange/export/files.ts'
import { historySheet, rosterSheet, SHEET_COLUMNS } from '../../../models/exchange/export/sheets.ts'
import { contactCards } from '../../../models/exchange/export/vcards.ts'
import { COLUMN_NAMES, COLUMNS } from '../../../models/exchange/import/plan/table.ts'
import { calendarOf } from '../../../models/exchange/open_data/calendar.ts'
import { popoloOf } from '../../../models/exchange/open_data/popolo.ts'
import { listOffices } from '../../../models/statutes/versions.ts'
import { EXPORT_FILES, type ExportFile } from '../../../views/office/exchange/export_files.ts'
import { calendarWords, cardWords, sheetWords } from '../../../views/partials/exchange/export_words.ts'
import { officeInSentence } from '../../../views/partials/statutes/office_words.ts'
import { requires } from '../../web/access.ts'
import { askedDay } from '../../web/asked_day.ts'
import { dateQuery } from '../../web/fields.ts'
import { hasText } from '../../web/i18n.ts'
import { showExchange } from './show.ts'

type FileRequest = Request<{ file: string }>

const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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
  router.get('/kontor/ind-og-ud/skabelon/:file', requires('exchange.import'), sendTemplate)
}

type Sender = (req: Request, res: Response, day: IsoDate, file: ExportFile) => Promise<void>

const SENDERS: Record<ExportFile, Sender> = {
  'raadet.xlsx': sendSheet,
  'raadet.csv': sendSheet,
  'historik.xlsx': sendSheet,
  'historik.csv': sendSheet,
  'popolo.json': sendPopolo,
  'kalender.ics': sendCalendar,
  'kontakter-offentlige.vcf': sendContacts,
  'kontakter-raadet.vcf': sendContacts,
}

async function sendSheet(req: Request, res: Response, day: IsoDate, file: ExportFile): Promise<void> {
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

async function sendPopolo(req: Request, res: Response, _day: IsoDate, file: ExportFile): Promise<void> {
  const offices = await listOffices(req.db)
  const office = (key: string) => officeInSentence(req, offices, key)
  sendAs(res, file, 'application/json; charset=utf-8')
  const pieces = popoloOf(req.db, { audience: 'office', today: req.clock.today(), office })
  await pipeline(Readable.from(pieces), res)
}

async function sendCalendar(req: Request, res: Response, _day: IsoDate, file: ExportFile): Promise<void> {
  const { council, baseUrl: base } = req.house
  const made = { now: req.clock.now(), words: calendarWords(req, council.name), base }
  const calendar = await calendarOf(req.db, 'office', made)
  sendAs(res, file, 'text/calendar; charset=utf-8')
  res.send(calendar)
}

async function sendContacts(req: Request, res: Response, day: IsoDate, file: ExportFile): Promise<void> {
  const { council, baseUrl: base } = req.house
  const audience = file === 'kontakter-offentlige.vcf' ? 'public' : 'office'
  const words = cardWords(req, council.name, await listOffices(req.db))
  const cards = await contactCards(req.db, day, audience, { now: req.clock.now(), words, base })
  sendAs(res, file.replace('.', `-${day}.`), 'text/vcard; charset=utf-8')
  res.send(cards)
}

/** An empty roster with the headings that the import understands, and a line that shows how it is filled in. */
async function sendTemplate(req: FileRequest, res: Response): Promise<void> {
  const headings = COLUMN_NAMES.map((column) => COLUMNS[column][0])
  const example = COLUMN_NAMES.map((column) => {
    const key = `exchange.template.example.${column}`
    return hasText(req.lang, key) ? req.t(key) : ''
  })
  if (req.params.file === 'medlemmer.csv') {
    sendAs(res, 'medlemmer.csv', 'text/csv; charset=utf-8')
    res.send(`\uFEFF${csvLine(headings)}${csvLine(example)}`)
    return
  }
  if (req.params.file !== 'medlemmer.xlsx') throw new NotFound(`template ${req.params.file}`)
  const file = await excelOf(req.t('exchange.sheet'), headings, [example])
  sendAs(res, 'medlemmer.xlsx', EXCEL_TYPE)
  await pipeline(file, res)
}

/** The file is saved and not shown, and no cache keeps it. */
function sendAs(res: Response, name: string, type: string): void {
  res.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}
