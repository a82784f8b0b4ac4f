import { canonicalJson, sha256, type Json } from '../../core/canonical.ts'
import { facts, statesThat } from '../../rules/elections/state.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { hasBooth } from '../means.ts'
import type { RecordRow } from './tables.ts'
import { getAnyElection, subjectOf, type Election } from '../elections.ts'
import { listRecords, readRecord } from './record.ts'
import { boxIsSame } from '../count/recounts.ts'
import { findResult } from '../result/loading.ts'

/** `text`: wrong hash or not canonical. `log`: unknown to the log. `result`, `box`: not what the stored counts give. */
export type RecordFault = 'text' | 'log' | 'result' | 'box' | 'missing'

export interface RecordCheck {
  electionId: ElectionId
  records: number
  faults: RecordFault[]
}

/** Derives the result anew and compares bit for bit. Every record must still be the text that was hashed and logged. */
export async function verifyRecord(db: Db, electionId: ElectionId): Promise<RecordCheck> {
  const election = await getAnyElection(db, electionId)
  const records = await listRecords(db, electionId)
  const [newest] = records
  const faults = new Set<RecordFault>()
  if (!newest && (await recordWasLogged(db, electionId))) faults.add('missing')
  for (const record of records) {
    if (!isWhole(record)) faults.add('text')
    if (!(await isLogged(db, record))) faults.add('log')
  }
  if (!facts(election.status).underWay) {
    if (!(await hasSameResult(db, election, newest))) faults.add('result')
    if (!(await hasSameBox(db, election))) faults.add('box')
  }
  return { electionId, records: records.length, faults: [...faults] }
}

/** Checks each election that has a record or should have one. */
export async function verifyRecords(db: Db): Promise<RecordCheck[]> {
  const ids = await db('elections').whereIn('status', statesThat('pollingOver')).orderBy('id').pluck('id')
  const checks: RecordCheck[] = []
  for (const id of ids) checks.push(await verifyRecord(db, id))
  return checks
}

function isWhole({ document, hash }: RecordRow): boolean {
  return sha256(document) === hash && canonicalJson(JSON.parse(document) as Json) === document
}

/** The log's event right after the head that was stored with the record names the record's hash. */
async function isLogged(db: Db, record: RecordRow): Promise<boolean> {
  const { audit_sequence, audit_hash, hash } = record
  const event = await db('audit_events')
    .where({ sequence: audit_sequence + 1 })
    .first('previous_hash', 'details')
  if (event?.previous_hash !== audit_hash) return false
  return (JSON.parse(event.details) as { record_hash?: string }).record_hash === hash
}

/** An election that was certified before there were records has none, and its log names none. */
async function recordWasLogged(db: Db, electionId: ElectionId): Promise<boolean> {
  const events = await db('audit_events')
    .where({ subject: subjectOf({ id: electionId }), action: 'election.certified' })
    .select('details')
  return events.some(({ details }) => 'record_hash' in (JSON.parse(details) as object))
}

async function hasSameResult(db: Db, election: Election, record: RecordRow | undefined): Promise<boolean> {
  const result = await findResult(db, election)
  const certified = await db('certifications')
    .where({ election_id: election.id })
    .orderBy('id', 'desc')
    .first()
  // A box that could not be opened: there never was a result.
  if (!certified) return !result && (await wasLost(db, election.id))
  if (!result || result.hash !== certified.result_hash) return false
  return record === undefined || readRecord(record).result?.hash === result.hash
}

/** Once the ballots are destroyed there is nothing left to count. */
async function hasSameBox(db: Db, election: Election): Promise<boolean> {
  if (!hasBooth(election) || election.uncontested_on !== null) return true
  if (await wasLost(db, election.id)) return true
  const destroyed = await db('ballot_destructions').where({ election_id: election.id }).first('election_id')
  return destroyed !== undefined || (await boxIsSame(db, election))
}

async function wasLost(db: Db, electionId: ElectionId): Promise<boolean> {
  return (await db('box_losses').where({ election_id: electionId }).first('election_id')) !== undefined
}
