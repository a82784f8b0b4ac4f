import { detailsOf } from '../../core/audit.ts'
import { canonicalJson, parseJson, sha256 } from '../../core/canonical.ts'
import { facts } from '../../rules/elections/state.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { OutsideKeys } from '../../core/keys.ts'
import type { RecordRow } from './tables.ts'
import { getAnyElection, subjectOf, type Election } from '../elections.ts'
import { type BoxFault, faultsOfBox } from './box_check.ts'
import { differencesOf } from './comparing.ts'
import { publicCode } from './public_record.ts'
import { electionsToCheck, type LoggedElection, readLog } from './logged.ts'
import { buildRecord, listRecords, occasionOf, readRecord } from './record.ts'
import { authorOfTable } from '../polling/proven_table.ts'
import { findResult } from '../result/loading.ts'

/**
 * `text`: wrong hash or not canonical. `log`: unknown to the log. `result`: not what the stored counts give. `rebuilt`: not
 * what the rows give. `status`: the log says that there is a result, and the row does not. `table`: what was counted at the
 * table is not what polling closed with. `unreadable`: nonsense.
 */
export type RecordFault =
  'text' | 'log' | 'result' | 'missing' | 'status' | 'rebuilt' | 'table' | 'unreadable' | BoxFault

export interface RecordCheck {
  electionId: ElectionId
  records: number
  faults: RecordFault[]
  /** Where the newest record is not what its rows give; only when it is not. */
  differs?: string[]
}

/** Derives result and record anew and compares bit for bit. Never throws: what cannot be read is a fault. */
export async function verifyRecord(db: Db, keys: OutsideKeys, electionId: ElectionId): Promise<RecordCheck> {
  const check: RecordCheck = { electionId, records: 0, faults: [] }
  try {
    await addFaults(db, keys, check)
  } catch {
    check.faults.push('unreadable')
  }
  return { ...check, faults: [...new Set(check.faults)] }
}

/** Checks each election that the log or a record says is closed or settled, whatever its row says. */
export async function verifyRecords(db: Db, keys: OutsideKeys): Promise<RecordCheck[]> {
  const checks: RecordCheck[] = []
  for (const id of await electionsToCheck(db)) checks.push(await verifyRecord(db, keys, id))
  return checks
}

async function addFaults(db: Db, keys: OutsideKeys, check: RecordCheck): Promise<void> {
  const { electionId, faults } = check
  const records = await listRecords(db, electionId)
  const [newest] = records
  check.records = records.length
  if (!newest && (await recordWasLogged(db, electionId))) faults.push('missing')
  for (const record of records) {
    if (!isWhole(record)) faults.push('text')
    if (!(await isLogged(db, record))) faults.push('log')
  }
  const log = await readLog(db, electionId)
  const election = await getAnyElection(db, electionId)
  if (log.isSettled && facts(election.status).underWay) faults.push('status')
  if (log.isSettled || !facts(election.status).underWay) {
    if (!(await hasSameResult(db, election, newest, log))) faults.push('result')
    const differs = newest && isWhole(newest) ? await rebuild(db, election, newest) : []
    if (differs.length > 0) Object.assign(check, { differs }).faults.push('rebuilt')
  }
  faults.push(...(await faultsOfBox(db, election, log)))
  // Where the proof is missing (an older version) or its secret is gone, the record holds the table once it is made.
  const { table } = log.closed ?? {}
  if (typeof table === 'string' && (await authorOfTable(db, keys, electionId, table)) === 'forged')
    faults.push('table')
}

function isWhole({ document, hash }: RecordRow): boolean {
  return sha256(document) === hash && canonicalJson(parseJson(document)) === document
}

/** The log's event right after the head that was stored with the record names the record's hash. */
async function isLogged(db: Db, record: RecordRow): Promise<boolean> {
  const { audit_sequence, audit_hash, hash } = record
  const event = await db('audit_events')
    .where({ sequence: audit_sequence + 1 })
    .first('previous_hash', 'details')
  if (event?.previous_hash !== audit_hash) return false
  const { record_hash, public_code } = detailsOf(event)
  if (record_hash !== hash) return false
  // A text that was changed has its own fault, and older events name no code of the sections.
  return public_code === undefined || !isWhole(record) || public_code === publicCode(record.document)
}

/** An election that ended before there were records has none, and its log names none. */
async function recordWasLogged(db: Db, electionId: ElectionId): Promise<boolean> {
  const events = await db('audit_events')
    .where({ subject: subjectOf({ id: electionId }) })
    .whereIn('action', ['election.certified', 'election.closed'])
    .select('details')
  return events.some((event) => 'record_hash' in detailsOf(event))
}

async function hasSameResult(
  db: Db,
  election: Election,
  record: RecordRow | undefined,
  log: LoggedElection,
): Promise<boolean> {
  const result = await findResult(db, election)
  const certified = await db('certifications')
    .where({ election_id: election.id })
    .orderBy('id', 'desc')
    .first()
  if (!certified) return !result && log.isWithoutResult
  if (!result || result.hash !== certified.result_hash) return false
  return record === undefined || readRecord(record).result?.hash === result.hash
}

/** The newest record's own day, occasion and salt give the same text from the same rows. */
async function rebuild(db: Db, election: Election, record: RecordRow): Promise<string[]> {
  const rebuilt = JSON.stringify(await buildRecord(db, election, occasionOf(readRecord(record))))
  return differencesOf(parseJson(record.document), parseJson(rebuilt))
}
