import { cleanCell } from '../../exchange/reading/csv_roll.ts'
import {
  checkRollEntry,
  foldName,
  sameOnRoll,
  type RollNameRefusal,
} from '../../rules/elections/roll_names.ts'

export interface FileLine {
  line: number
  cells: readonly string[]
}

export type LineFault = RollNameRefusal | 'twice_in_file' | 'on_roll_already'

/** A line that looks like it holds a CPR number is not shown. */
export interface RollLine {
  line: number
  name: string
  note: string | null
  fault: LineFault | null
  /** The earlier line that says the same. */
  sameAs?: number
}

/** A file may have first and last name apart. */
interface Columns {
  names: readonly number[]
  notes: readonly number[]
}

const HEADINGS: Readonly<Record<string, 'name' | 'first' | 'last' | 'note'>> = {
  navn: 'name',
  name: 'name',
  'fulde navn': 'name',
  'full name': 'name',
  fornavn: 'first',
  'first name': 'first',
  efternavn: 'last',
  'last name': 'last',
  surname: 'last',
  note: 'note',
  noter: 'note',
  notes: 'note',
  bemaerkning: 'note',
  bemaerkninger: 'note',
}

/**
 * Headings in the first line say which column is which; of two alike the first counts. Without headings the first
 * column is the name and the second the note. Empty lines are left out. `known` holds the `sameOnRoll` of the roll.
 */
export function judgeLines(lines: readonly FileLine[], known: ReadonlySet<string>): RollLine[] {
  const [first, ...rest] = lines
  const columns = first && columnsIn(first.cells)
  const seen = new Map<string, number>()
  return (columns ? rest : lines)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((line) => judge(entryOf(line, columns ?? { names: [0], notes: [1] }), known, seen))
}

function columnsIn(cells: readonly string[]): Columns | undefined {
  const kinds = cells.map((cell) => HEADINGS[foldName(cell)])
  const at = (kind: string) => kinds.flatMap((one, index) => (one === kind ? [index] : []))
  const names = at('name').length > 0 ? at('name').slice(0, 1) : [...at('first'), ...at('last')]
  return names.length > 0 ? { names, notes: at('note').slice(0, 1) } : undefined
}

function entryOf({ line, cells }: FileLine, { names, notes }: Columns): Omit<RollLine, 'fault'> {
  const textAt = (columns: readonly number[]) =>
    columns
      .map((index) => cleanCell(cells[index] ?? ''))
      .join(' ')
      .trim()
  return { line, name: textAt(names), note: textAt(notes) || null }
}

function judge(
  entry: Omit<RollLine, 'fault'>,
  known: ReadonlySet<string>,
  seen: Map<string, number>,
): RollLine {
  const verdict = checkRollEntry(entry)
  if (!verdict.ok) {
    // The number would be shown, sent back and kept with the page, so it goes no further than this.
    return verdict.reason === 'looks_like_cpr'
      ? { line: entry.line, name: '', note: null, fault: verdict.reason }
      : { ...entry, fault: verdict.reason }
  }
  const key = sameOnRoll(entry)
  const earlier = seen.get(key)
  if (earlier !== undefined) return { ...entry, fault: 'twice_in_file', sameAs: earlier }
  seen.set(key, entry.line)
  return { ...entry, fault: known.has(key) ? 'on_roll_already' : null }
}
