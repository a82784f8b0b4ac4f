import type { Db } from '../../core/db.ts'
import { NotFound } from '../../core/errors.ts'
import type { ElectionId } from '../../core/ids.ts'
import { facts } from '../../rules/elections/state.ts'
import { listCandidacies } from '../candidates/candidates.ts'
import { publicNames } from '../candidates/publication.ts'
import { getAnyElection, type Election } from '../elections.ts'
import type { RecordDocument } from '../record/document.ts'
import { keepsPeople, publicCode, publicRecord, type KeptBack } from '../record/public_record.ts'
import { findRecord, readRecord } from '../record/record.ts'
import type { RecordRow } from '../record/tables.ts'
import { keptBack } from './published_parts.ts'

export interface ShownRecord {
  /** The newest. Its hash may be told: the salt stops guessing from few votes. */
  row: RecordRow
  record: RecordDocument
  /** The code of its sections, which its public part has too. */
  code: string
  /** The public may read all of it. */
  whole: boolean
  kept: readonly KeptBack[]
}

/** Returns undefined before the result is certified. */
export async function findShownRecord(db: Db, election: Election): Promise<ShownRecord | undefined> {
  const row = await findRecord(db, election.id)
  if (!row) return undefined
  const { record, code, people } = readOnce(row)
  // Who withdrew is sealed, or kept back with the section.
  const standing = (await listCandidacies(db, election.id)).filter(
    ({ withdrawn_on }) => withdrawn_on === null,
  )
  const named = await publicNames(db, standing)
  const kept = keptBack(
    election.statutes,
    record,
    named.every(({ name }) => name !== null),
  )
  return { row, record, code, kept, whole: kept.length === 0 && !people }
}

/** Whether nothing of the newest record is kept back. What was changed past the program and cannot be read is for nobody. */
export async function isRecordPublic(db: Db, election: Election): Promise<boolean> {
  try {
    return (await findShownRecord(db, election))?.whole ?? true
  } catch {
    return false
  }
}

/** The record as signed, or its public part. Throws NotFound when there is no result that holds. */
export async function getPublicRecord(db: Db, id: ElectionId): Promise<string> {
  const election = await getAnyElection(db, id)
  const shown = facts(election.status).certified ? await findShownRecord(db, election) : undefined
  if (!shown) throw new NotFound(`record of election ${id}`)
  const { document } = shown.row
  return shown.whole ? document : publicRecord(document, shown.kept)
}

/** A record of many ballots is long, and every page of its election asks for it. */
const MOST_READ = 50
const read = new Map<string, ReturnType<typeof readOnce>>()

/** A record is written once, so its hash stands for it. */
function readOnce(row: RecordRow): { record: RecordDocument; code: string; people: boolean } {
  const found = read.get(row.hash)
  if (found) return found
  const { document } = row
  const made = {
    record: readRecord(row),
    code: publicCode(document),
    people: keepsPeople(document).size > 0,
  }
  read.set(row.hash, made)
  if (read.size > MOST_READ) read.delete(read.keys().next().value ?? '')
  return made
}
