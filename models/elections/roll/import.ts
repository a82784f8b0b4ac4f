import { CsvError, parse } from 'csv-parse/sync'
import { act } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { readText, separatorOf, type ReadText } from '../../exchange/reading/csv_roll.ts'
import { judgeLines, type FileLine, type RollLine } from './lines.ts'
import { sameOnRoll } from '../../rules/elections/roll_names.ts'
import { getElection, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { requireNames } from './roll.ts'
import { insertEntries, listEntries } from './rows.ts'

export interface ImportPreview {
  lines: RollLine[]
  /** How many lines would come on the roll. */
  good: number
  /** The preview carries the text along, since nothing is stored before it is approved. */
  letters: ReadText['letters']
  text: string
}

/** The preview stores nothing. */
export async function previewImport(db: Db, electionId: ElectionId, file: Buffer): Promise<ImportPreview> {
  const read = readText(file)
  if (!read) throw new Refused('file_is_no_text', {}, 'file')
  const lines = await judge(db, electionId, read.text)
  if (lines.length === 0) throw new Refused('file_is_empty', {}, 'file')
  return { lines, good: goodOf(lines).length, letters: read.letters, text: textOf(lines) }
}

/** The preview carries only the lines that would come on the roll. */
function textOf(lines: readonly RollLine[]): string {
  const quoted = (cell: string) => `"${cell.replace(/"/g, '""')}"`
  return [
    '"navn";"note"',
    ...goodOf(lines).map(({ name, note }) => `${quoted(name)};${quoted(note ?? '')}`),
  ].join('\n')
}

function goodOf(lines: readonly RollLine[]): RollLine[] {
  return lines.filter(({ fault }) => fault === null)
}

export interface ImportForm {
  text: string
  /** How many names the preview said would come on the roll. */
  good: number
}

/** Imports all names or none. Throws Conflict when the roll has changed since the preview. */
export async function importRoll(
  db: Db,
  by: Official,
  id: ElectionId,
  form: ImportForm,
): Promise<{ id: ElectionId; entries: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireNames(election, 'changeRoll')
    const good = goodOf(await judge(trx, id, form.text))
    if (good.length !== form.good || good.length === 0) throw new Conflict('roll_changed')
    await insertEntries(
      trx,
      id,
      good.map(({ name, note }) => ({ name, note, marked: 0 })),
    )
    const entries = good.length
    return {
      action: 'election.roll_imported',
      subject: subjectOf(election),
      details: { entries },
      result: { id, entries },
    }
  })
}

async function judge(db: Db, electionId: ElectionId, text: string): Promise<RollLine[]> {
  const known = new Set((await listEntries(db, electionId)).map(sameOnRoll))
  return judgeLines(linesOf(text), known)
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

function linesOf(text: string): FileLine[] {
  try {
    const rows: unknown = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
    })
    return (rows as Parsed[]).map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refused('file_is_not_readable', {}, 'file')
  }
}
