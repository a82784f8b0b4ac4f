import { looksLikeFormula } from '../reading/names.ts'

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
