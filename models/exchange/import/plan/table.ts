export const COLUMN_NAMES = [
  'seat',
  'name',
  'organisation',
  'from',
  'until',
  'reason',
  'office',
  'office_from',
  'office_until',
] as const
export type Column = (typeof COLUMN_NAMES)[number]

/** Accepted headings; the template uses the first of each. */
export const COLUMNS = {
  seat: ['plads', 'valgområde', 'område', 'seat', 'area'],
  name: ['navn', 'medlem', 'person', 'name', 'member'],
  organisation: ['organisation', 'indstillet af', 'forening', 'organization', 'on behalf of'],
  from: ['fra', 'fra og med', 'start', 'from'],
  until: ['til', 'til og med', 'slut', 'until', 'to'],
  reason: ['grund', 'årsag', 'grund til udtræden', 'end reason', 'reason'],
  office: ['hverv', 'formand eller næstformand', 'office'],
  office_from: ['hverv fra', 'office from'],
  office_until: ['hverv til', 'office until'],
} as const satisfies Record<Column, readonly string[]>

const REQUIRED: readonly Column[] = ['seat', 'name', 'from']

/** `line` is the number in the file, the heading being the first. */
export type RosterLine = Record<Column, string> & { line: number }

export interface RosterTable {
  lines: RosterLine[]
  missing: Column[]
  /** Headings that match no column. */
  ignored: string[]
}

/** Columns in any order and case; empty lines are left out. */
export function readTable(rows: readonly (readonly string[])[]): RosterTable {
  const start = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const headings = (rows[start] ?? []).map(headingOf)
  const at = new Map(COLUMN_NAMES.map((column) => [column, headings.findIndex((one) => one === column)]))
  const lines = rows.slice(start + 1).flatMap((row, index) => {
    if (start < 0 || row.every((cell) => cell.trim() === '')) return []
    const cell = (column: Column) => tidyCell(row[at.get(column) ?? -1] ?? '')
    const [seat, name, organisation] = [cell('seat'), cell('name'), cell('organisation')]
    const [from, until, reason] = [cell('from'), cell('until'), cell('reason')]
    const [office, office_from, office_until] = [cell('office'), cell('office_from'), cell('office_until')]
    const line = start + index + 2
    return [{ seat, name, organisation, from, until, reason, office, office_from, office_until, line }]
  })
  const texts = (rows[start] ?? []).map((text) => text.trim())
  return {
    lines,
    missing: REQUIRED.filter((column) => (at.get(column) ?? -1) < 0),
    ignored: texts.filter((text, index) => text !== '' && headings[index] === undefined),
  }
}

function headingOf(text: string): Column | undefined {
  const wanted = tidyCell(text).toLocaleLowerCase('da').replace(/[:*]$/, '').trim()
  return COLUMN_NAMES.find((column) => COLUMNS[column].some((name) => name === wanted))
}

/** Composed letters, single spaces, nothing invisible. */
export function tidyCell(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
