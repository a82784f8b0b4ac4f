import { act, type By } from '../../core/audit.ts'
import { isPostgres, isTaken, refusedBy, type Db, type Trx } from '../../core/db.ts'
import type { ImportId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import { getImport, planDraft, type ReasonNames } from './imports.ts'
import { requireReady, type ImportCounts } from './plan/counts.ts'
import { writePlan, type ReportProgress } from './writing.ts'

export interface StoringForm {
  /** Leaves out the lines that cannot be stored. */
  skipWrong: boolean
}

export interface Words {
  reasonNames: ReasonNames
  /** Stands for the body that chose an officer, which old papers do not name. */
  decidedBy: string
}

/** One transaction, one line in the log. Throws Refused, storing nothing, for an open question or a wrong line. */
export async function storeImport(
  db: Db,
  by: By,
  id: ImportId,
  options: StoringForm & Words & { report?: ReportProgress },
): Promise<{ id: ImportId }> {
  return act(db, by, async (trx) => {
    const { counts, sha256 } = await write(trx, by, id, options)
    const details = { ...counts, sha256 }
    return { action: 'import.stored', subject: `import:${id}`, details, result: { id } }
  })
}

/** Stores everything and rolls it back. Throws as storing would. */
export async function tryImport(
  db: Db,
  by: By,
  id: ImportId,
  options: StoringForm & Words,
): Promise<ImportCounts> {
  try {
    return await db.transaction<ImportCounts>(async (trx) => {
      throw new OnlyTried((await write(trx, by, id, options)).counts)
    })
  } catch (error) {
    if (error instanceof OnlyTried) return error.counts
    throw error
  }
}

/** Thrown to roll the try back. */
class OnlyTried extends Error {
  readonly counts: ImportCounts

  constructor(counts: ImportCounts) {
    super()
    this.counts = counts
  }
}

async function write(
  trx: Trx,
  by: By,
  id: ImportId,
  options: StoringForm & Words & { report?: ReportProgress },
): Promise<{ counts: ImportCounts; sha256: string }> {
  const draft = await getImport(trx, id)
  if (draft.state !== 'draft') throw new Conflict('import_not_draft')
  const today = by.clock.today()
  const plan = await planDraft(trx, draft, { ...options, today })
  const counts = requireReady(plan)
  try {
    await writePlan(trx, id, plan, { today, ...options })
  } catch (error) {
    // The database guards have the last word.
    if (isTaken(error) || refusedBy(error, 'officeholdings_within_membership'))
      throw new Conflict('import_refused_by_book')
    throw error
  }
  const moved = await trx('imports')
    .where({ id, state: 'draft' })
    .update({
      state: 'stored',
      content: '',
      answers: '',
      counts: JSON.stringify(counts),
      stored_by: by.name,
      stored_on: today,
    })
  if (moved !== 1) throw new Conflict('import_not_draft')
  return { counts, sha256: draft.sha256 }
}

/** Writing this many memberships takes seconds. */
const LONG = 1000

/** Whether other users wait for their pages until so many memberships are stored. */
export function holdsUpOthers(db: Db, memberships: number): boolean {
  return memberships >= LONG && !canReportMeanwhile(db)
}

/** False on SQLite: its one connection cannot answer while a transaction is open. */
export function canReportMeanwhile(db: Db): boolean {
  return isPostgres(db)
}
