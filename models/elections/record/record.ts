import { randomBytes } from 'node:crypto'
import { recordedLoss } from './box_loss.ts'
import { recordedEntered } from './entered.ts'
import { recordedMixedIn } from './mixed_in.ts'
import { auditHead, type By } from '../../core/audit.ts'
import { canonicalOf, sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { getStatutesVersion } from '../../statutes/versions.ts'
import { assumedRules } from '../../statutes/document.ts'
import type { RecordRow } from './tables.ts'
import { listBoard } from '../board.ts'
import { listCandidacies } from '../candidates/candidates.ts'
import type { Election } from '../elections.ts'
import {
  recordedCandidates,
  recordedComplaints,
  recordedLot,
  recordedPapers,
  recordedRounds,
} from './counting.ts'
import type { RecordDocument } from './document.ts'
import {
  recordedBooth,
  recordedEnd,
  recordedMoves,
  recordedPolling,
  recordedPrints,
  recordedReopenings,
  recordedSittings,
  recordedVoidPapers,
} from './polling.ts'
import { recordedConduct } from './conduct.ts'
import { listCorrections } from './corrections.ts'
import { recordedIncidents } from './incidents.ts'
import { recordedInvestigations } from './investigation.ts'
import { recordedPackages } from './packages.ts'
import { sealedPlaces } from './sealed_words.ts'
import { publicCode } from './public_record.ts'
import { crossesIn } from '../../rules/elections/marks.ts'
import { ELECTION_STATES, type ElectionState } from '../../rules/elections/state.ts'
import { findResult } from '../result/loading.ts'
import { roundOf, totalsOf } from '../result/result.ts'

/** In bytes. */
const SALT_BYTES = 16

export interface RecordOccasion {
  made_at: RecordRow['made_at']
  made_on: IsoDate
  salt: string
  state?: ElectionState
  /** False for records from before texts were sealed. */
  sealed: boolean
}

/** What `buildRecord` was given when the record was made. */
export function occasionOf(record: RecordDocument): RecordOccasion {
  const { made_at, made_on, salt, state, words_sealed } = record
  const sealed = words_sealed !== undefined
  return { made_at, made_on, salt, sealed, ...(state !== undefined && { state }) }
}

/** The same rows and the same occasion give the same document. */
export async function buildRecord(
  db: Db,
  election: Election,
  { sealed, ...occasion }: RecordOccasion,
): Promise<RecordDocument> {
  const record = await sectionsOf(db, election, occasion)
  return sealed ? { ...record, words_sealed: sealedPlaces(record) } : record
}

async function sectionsOf(
  db: Db,
  election: Election,
  occasion: Omit<RecordOccasion, 'sealed'>,
): Promise<RecordDocument> {
  const { id, statutes, term } = election
  const result = await findResult(db, election)
  const version = await getStatutesVersion(db, election.statutes_version_id)
  const packages = await recordedPackages(db, election)
  const mixed_in = await recordedMixedIn(db, id)
  const entered = await recordedEntered(db, id)
  const box_loss = await recordedLoss(db, id)
  const conduct = await recordedConduct(db, id)
  const corrections = await listCorrections(db, id, result)
  const rerun = await db('reruns').where({ election_id: id }).first('rerun_of')
  const { kind, seats, means, roll_kind, place, area_slug: area, area_name } = election
  const { candidates_by, polling_on, opens_at, closes_at, complaints_until } = election
  return {
    format: 1,
    ...occasion,
    council: statutes.council,
    election: {
      ...{ id, area, area_name, term: [term.starts_on, term.ends_on], kind, seats, means, roll_kind, place },
      rerun_of: rerun?.rerun_of ?? null,
      crosses: crossesIn(election),
    },
    statutes: {
      version_id: version.id,
      in_force_from: version.in_force_from,
      title: statutes.title,
      reference: statutes.reference,
      assumed: assumedRules(statutes),
    },
    timetable: {
      ...{ candidates_by, polling_on, opens_at, closes_at, complaints_until },
      sittings: await recordedSittings(db, id),
      ...(await recordedMoves(db, id)),
    },
    board: (await listBoard(db, id)).map(({ name }) => name),
    candidates: recordedCandidates(await listCandidacies(db, id)),
    list: {
      version: election.list_version,
      ordered_by: statutes.rules.ballotOrder.value,
      lot: await recordedLot(db, id, 'ballot_order', 0),
      ...(await recordedReopenings(db, id)),
    },
    prints: await recordedPrints(db, id),
    ...(await recordedVoidPapers(db, id)),
    polling: await recordedPolling(db, id),
    papers: await recordedPapers(db, id, result),
    rounds: await recordedRounds(db, id),
    booth: await recordedBooth(db, id),
    totals: result ? totalsOf(result) : null,
    result: result ? outcomeOf(result) : null,
    lot: result ? await recordedLot(db, id, 'tie', roundOf(result)) : null,
    uncontested: result?.uncontested ?? null,
    certifications: await certificationsOf(db, id),
    ...(await recordedComplaints(db, id, corrections)),
    ...(await recordedEnd(db, id)),
    ...(mixed_in && { mixed_in }),
    ...(entered && { entered }),
    ...(box_loss && { box_loss }),
    ...(packages && { packages }),
    ...(conduct && { conduct }),
    ...(await recordedIncidents(db, id)),
    ...(await recordedInvestigations(db, id, corrections)),
  }
}

function outcomeOf(result: NonNullable<Awaited<ReturnType<typeof findResult>>>): RecordDocument['result'] {
  const { outcome, elected, among, seatsLeft, steps, hash } = result
  return { outcome, elected, among, seatsLeft, steps, hash }
}

async function certificationsOf(db: Db, electionId: ElectionId): Promise<RecordDocument['certifications']> {
  const rows = await db('certifications').where({ election_id: electionId }).orderBy('id')
  return rows.map(({ round, certifier, result_hash, certified_on }) => {
    return { round, certifier, result_hash, certified_on }
  })
}

/** What the event names of the record that its act made. */
export interface LoggedRecord {
  record_hash: string
  /** Of its sections, which what the public may have of it has too. */
  public_code: string
}

/** Keeps the head of the log from before the act, whose event names the record's hash: each holds the other. */
export async function storeRecord(
  trx: Trx,
  by: By,
  election: Election,
  madeAt: RecordRow['made_at'],
): Promise<LoggedRecord> {
  const made_on = by.clock.today()
  const occasion = {
    ...{ made_at: madeAt, made_on, salt: randomBytes(SALT_BYTES).toString('hex'), sealed: true },
    ...(isState(madeAt) ? {} : { state: election.status }),
  }
  const document = canonicalOf(await buildRecord(trx, election, occasion))
  const hash = sha256(document)
  const head = await auditHead(trx)
  await trx('records').insert({
    election_id: election.id,
    made_at: madeAt,
    document,
    hash,
    audit_sequence: head.sequence,
    audit_hash: head.hash,
    made_on,
  })
  return { record_hash: hash, public_code: publicCode(document) }
}

function isState(madeAt: RecordRow['made_at']): boolean {
  return ELECTION_STATES.some((state) => state === madeAt)
}

/** The newest record comes first. */
export async function listRecords(db: Db, electionId: ElectionId): Promise<RecordRow[]> {
  return db('records').where({ election_id: electionId }).orderBy('id', 'desc')
}

/** Returns undefined before the result is certified. */
export async function findRecord(db: Db, electionId: ElectionId): Promise<RecordRow | undefined> {
  return (await listRecords(db, electionId))[0]
}

export function readRecord({ document }: Pick<RecordRow, 'document'>): RecordDocument {
  return JSON.parse(document) as RecordDocument
}
