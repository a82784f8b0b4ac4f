import type { Readable } from 'node:stream'
import writeExcel, { type SheetData } from 'write-excel-file/node'
import type { Cell } from './sheets.ts'
import { looksLikeFormula } from '../reading/names.ts'

const WIDTHS = { heading: 12, most: 40 }

/** Begins with the mark by which Danish Excel knows UTF-8; days are written 2026-01-01. */
export async function* csvOf(
  headings: readonly string[],
  lines: AsyncIterable<Cell[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(headings)}`
  for await (const cells of lines)
    yield csvLine(cells.map((cell) => (typeof cell === 'object' ? (cell?.day ?? null) : cell)))
}

/** Texts stay texts whatever they begin with, and days are days. */
export async function excelOf(
  sheet: string,
  headings: readonly string[],
  lines: AsyncIterable<Cell[]> | Iterable<Cell[]>,
): Promise<Readable> {
  const rows: SheetData = [headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))]
  const widths = headings.map((heading) => Math.max(WIDTHS.heading, heading.length + 2))
  for await (const cells of lines) {
    rows.push(cells.map(excelCell))
    cells.forEach((cell, at) => {
      const length = typeof cell === 'string' ? cell.length + 2 : 0
      widths[at] = Math.min(WIDTHS.most, Math.max(widths[at] ?? 0, length))
    })
  }
  const columns = widths.map((width) => ({ width }))
  const { toStream } = writeExcel(rows, { sheet, columns, stickyRowsCount: 1 })
  return (toStream as () => Promise<Readable>)()
}

function excelCell(cell: Cell): SheetData[number][number] {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }
}

/** As Danish spreadsheets read it: semicolons, and quotes only when needed. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** An apostrophe makes text of a cell that a spreadsheet would run as a formula. */
function csvCell(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const harmless = looksLikeFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
