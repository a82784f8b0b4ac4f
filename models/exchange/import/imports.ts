import type { By } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ImportId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import type { ImportCounts } from './plan/counts.ts'
import { NO_ANSWERS, planImport, type Answers, type ImportPlan } from './plan/plan.ts'
import { COLUMNS, readTable, type RosterLine } from './plan/table.ts'
import type { ImportJobRow, ImportRow } from './tables.ts'
import { knownBy } from './known.ts'
import { readRows } from '../reading/read_file.ts'

/** A draft changes nothing in the register and is no official act. */
export async function openDraft(
  db: Db,
  by: By,
  file: { name: string; content: Buffer },
  field: string,
): Promise<{ id: ImportId }> {
  const rows = await readRows(file.content, field)
  const { lines, missing } = readTable(rows)
  if (missing.length > 0) {
    const columns = missing.map((column) => `«${COLUMNS[column][0]}»`).join(', ')
    throw new Refused('import_missing_columns', { columns }, field)
  }
  if (lines.length === 0) throw new Refused('import_no_lines', {}, field)
  const id = await insertOne(db, 'imports', {
    file_name: file.name.slice(-120),
    sha256: sha256(file.content.toString('base64')),
    content: JSON.stringify(rows),
    answers: JSON.stringify(NO_ANSWERS),
    state: 'draft',
    made_by: by.name,
    made_on: by.clock.today(),
  })
  return { id }
}

export type ImportListed = Omit<ImportRow, 'content' | 'answers'>

const LISTED = [
  'id',
  'file_name',
  'sha256',
  'state',
  'made_by',
  'made_on',
  'counts',
  'stored_by',
  'stored_on',
  'undone_by',
  'undone_on',
] as const

export async function listImports(db: Db): Promise<ImportListed[]> {
  return db('imports')
    .orderBy('id', 'desc')
    .select(...LISTED)
}

export async function getImport(db: Db, id: ImportId): Promise<ImportRow> {
  const found = await db('imports').where({ id }).first()
  if (!found) throw new NotFound(`import ${id}`)
  return found
}

export async function findJob(db: Db, id: ImportId): Promise<ImportJobRow | undefined> {
  return db('import_jobs').where({ import_id: id }).first()
}

/** An earlier answer stays until the question is answered anew. */
export async function answerDraft(db: Db, id: ImportId, answers: Answers): Promise<void> {
  const draft = await getImport(db, id)
  if (draft.state !== 'draft') throw new Conflict('import_not_draft')
  const before = readAnswers(draft)
  const known = answers.known ?? before.known
  const together: Answers = {
    dates: { ...before.dates, ...answers.dates },
    seats: { ...before.seats, ...answers.seats },
    pairs: { ...before.pairs, ...answers.pairs },
    ...(known !== undefined && { known }),
  }
  await db('imports')
    .where({ id, state: 'draft' })
    .update({ answers: JSON.stringify(together) })
}

export async function discardDraft(db: Db, id: ImportId): Promise<void> {
  const job = await findJob(db, id)
  if (job?.state === 'running') throw new Conflict('import_running')
  await db('import_jobs').where({ import_id: id }).delete()
  const gone = await db('imports').where({ id, state: 'draft' }).delete()
  if (gone !== 1) throw new Conflict('import_not_draft')
}

export function readAnswers({ answers }: Pick<ImportRow, 'answers'>): Answers {
  return { ...NO_ANSWERS, ...(JSON.parse(answers || '{}') as Partial<Answers>) }
}

/** Returns undefined when the import is not stored. */
export function storedCounts({ counts }: Pick<ImportRow, 'counts'>): ImportCounts | undefined {
  return counts === null ? undefined : (JSON.parse(counts) as ImportCounts)
}

export function readLines({ content }: Pick<ImportRow, 'content'>): {
  lines: RosterLine[]
  ignored: string[]
} {
  return readTable(JSON.parse(content || '[]') as string[][])
}

/** Reasons for leaving under the interface's names, in every language. */
export type ReasonNames = readonly (readonly [reason: string, name: string])[]

/** With `skipWrong`, the plan is worked out again without the lines that cannot be stored. */
export async function planDraft(
  db: Db,
  draft: ImportRow,
  options: { today: IsoDate; reasonNames: ReasonNames; skipWrong?: boolean },
): Promise<ImportPlan> {
  const { today, reasonNames, skipWrong = false } = options
  const known = await knownBy(db, today, reasonNames)
  const { lines } = readLines(draft)
  const answers = readAnswers(draft)
  const plan = planImport(lines, known, answers)
  if (!skipWrong || plan.wrong.length === 0) return plan
  const wrong = new Set(plan.wrong)
  const rest = planImport(
    lines.filter(({ line }) => !wrong.has(line)),
    known,
    answers,
  )
  return { ...rest, leftOut: plan.leftOut + wrong.size, lines: plan.lines }
}
