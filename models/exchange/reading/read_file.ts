import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { Refused } from '../../core/errors.ts'
import { unpackedSize } from './zip_size.ts'
import { looksLikeFormula } from './names.ts'

/** Lines of one file, the heading included. */
export const MOST_LINES = 20_001
const MOST_CELLS = 60
const LONGEST_CELL = 500
/** A spreadsheet is a zip file; one that unpacks to more than this is no roster. */
const MOST_UNPACKED = 100 * 1_048_576

/** Spreadsheet days become `date:2014-04-03`; other cells are text as it stands. Throws Refused for other files. */
export async function readRows(file: Buffer, field: string): Promise<string[][]> {
  const rows = isExcel(file) ? await readExcel(file, field) : readCsv(file, field)
  if (rows.length > MOST_LINES) throw new Refused('import_too_long', { most: MOST_LINES - 1 }, field)
  if (rows.some((row) => row.length > MOST_CELLS)) throw new Refused('import_unreadable', {}, field)
  return rows.map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL)))
}

function isExcel(file: Buffer): boolean {
  return file.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))
}

async function readExcel(file: Buffer, field: string): Promise<string[][]> {
  const size = unpackedSize(file)
  if (size === undefined || size > MOST_UNPACKED) throw new Refused('import_unreadable', {}, field)
  try {
    const rows = await readSheet(file)
    return rows.map((row) => row.map(cellText))
  } catch {
    throw new Refused('import_unreadable', {}, field)
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return `date:${cell.toISOString().slice(0, 10)}`
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}

function readCsv(file: Buffer, field: string): string[][] {
  // The signature of the old Excel format.
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new Refused('import_old_excel', {}, field)
  const text = decode(file)
  if (text.includes('\0')) throw new Refused('import_unreadable', {}, field)
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_LINES + 1,
    })
    return rows.map((row) => row.map(withoutGuard))
  } catch {
    throw new Refused('import_unreadable', {}, field)
  }
}

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
function withoutGuard(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
}

/** UTF-8, or else as Danish Excel saves CSV. */
function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}

function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const counts = [';', '\t', ','].map((mark) => ({ mark, count: heading.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}
