import { looksLikeFormula } from '../reading/names.ts'

/** One line of a CSV file as Danish spreadsheets read it: semicolons, and quotes where they are needed. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, and is text. */
function csvCell(cell: string | number | null): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const harmless = looksLikeFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
