import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response, Router } from 'express'
import { type IsoDate, NotFound } from '../../../models/core/index.ts'
import * as exchange from '../../../models/exchange/index.ts'
import { listOffices } from '../../../models/statutes/index.ts'
import { EXPORT_FILES, type ExportFile } from '../../../views/office/exchange/index.ts'
import { calendarWords, cardWords, sheetWords } from '../../../views/partials/exchange/export_words.ts'
import { officeInSentence } from '../../../views/partials/statutes/office_words.ts'
import { askedDay, hasText, requires } from '../../web/index.ts'
import { dateQuery } from '../../web/fields.ts'
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
  const headings = exchange.SHEET_COLUMNS.map((column) => req.t(`exchange.columns.${column}`))
  const words = sheetWords(req, await listOffices(req.db))
  const lines = file.startsWith('raadet')
    ? exchange.rosterSheet(req.db, day, words)
    : exchange.historySheet(req.db, words)
  const name = file.startsWith('raadet') ? file.replace('.', `-${day}.`) : file
  if (file.endsWith('.csv')) {
    sendAs(res, name, 'text/csv; charset=utf-8')
    await pipeline(Readable.from(exchange.csvOf(headings, lines)), res)
    return
  }
  const excel = await exchange.excelOf(req.t('exchange.sheet'), headings, lines)
  sendAs(res, name, EXCEL_TYPE)
  await pipeline(excel, res)
}

async function sendPopolo(req: Request, res: Response, _day: IsoDate, file: ExportFile): Promise<void> {
  const offices = await listOffices(req.db)
  const office = (key: string) => officeInSentence(req, offices, key)
  sendAs(res, file, 'application/json; charset=utf-8')
  const pieces = exchange.popoloOf(req.db, { audience: 'office', today: req.clock.today(), office })
  await pipeline(Readable.from(pieces), res)
}

async function sendCalendar(req: Request, res: Response, _day: IsoDate, file: ExportFile): Promise<void> {
  const { council, baseUrl: base } = req.house
  const made = { now: req.clock.now(), words: calendarWords(req, council.name), base }
  const calendar = await exchange.calendarOf(req.db, 'office', made)
  sendAs(res, file, 'text/calendar; charset=utf-8')
  res.send(calendar)
}

async function sendContacts(req: Request, res: Response, day: IsoDate, file: ExportFile): Promise<void> {
  const { council, baseUrl: base } = req.house
  const audience = file === 'kontakter-offentlige.vcf' ? 'public' : 'office'
  const words = cardWords(req, council.name, await listOffices(req.db))
  const cards = await exchange.contactCards(req.db, day, audience, { now: req.clock.now(), words, base })
  sendAs(res, file.replace('.', `-${day}.`), 'text/vcard; charset=utf-8')
  res.send(cards)
}

/** An empty roster with the headings that the import understands, and a line that shows how it is filled in. */
async function sendTemplate(req: FileRequest, res: Response): Promise<void> {
  const headings = exchange.COLUMN_NAMES.map((column) => exchange.COLUMNS[column][0])
  const example = exchange.COLUMN_NAMES.map((column) => {
    const key = `exchange.template.example.${column}`
    return hasText(req.lang, key) ? req.t(key) : ''
  })
  if (req.params.file === 'medlemmer.csv') {
    sendAs(res, 'medlemmer.csv', 'text/csv; charset=utf-8')
    res.send(`\uFEFF${exchange.csvLine(headings)}${exchange.csvLine(example)}`)
    return
  }
  if (req.params.file !== 'medlemmer.xlsx') throw new NotFound(`template ${req.params.file}`)
  const file = await exchange.excelOf(req.t('exchange.sheet'), headings, [example])
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
