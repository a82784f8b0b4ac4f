import type { Db } from '../../core/db.ts'
import { type CandidacyId, type ComplaintId, type ElectionId, storedIds } from '../../core/ids.ts'
import { differencesIn, withKept } from '../../rules/elections/count_rounds.ts'
import type { CandidacyRow } from '../candidates/tables.ts'
import type { LotRow } from '../result/tables.ts'
import { listCandidacies } from '../candidates/candidates.ts'
import { readCheck } from '../count/differences.ts'
import { keptIn, listKept, listRecounts, listSheets, type StoredSheet } from '../count/rounds.ts'
import type { DifferenceCheckRow, KeptCountRow } from '../count/tables.ts'
import { hashedOrder } from '../result/hashed_order.ts'
import { listCallsOf } from '../result/lot_calls.ts'
import { findLotDraw } from '../result/lot_draws.ts'
import { findPaperAccount } from '../polling/paper_accounts.ts'
import type { Correction } from './corrections.ts'
import type { RecordedLot, RecordedRound, RecordedSheet } from './counted.ts'
import type { RecordDocument, RecordedCandidate, RecordedComplaint } from './document.ts'
import type { Result } from '../result/result.ts'

/** The candidates come in ballot order, the withdrawn last. */
export function recordedCandidates(candidacies: readonly CandidacyRow[]): RecordedCandidate[] {
  const last = Number.MAX_SAFE_INTEGER
  const place = ({ withdrawn_on, ballot_position }: CandidacyRow) =>
    withdrawn_on === null ? (ballot_position ?? last) : last
  return [...candidacies]
    .sort((a, b) => place(a) - place(b))
    .map((candidacy) => {
      const { id, name, eligible_as, eligibility_checked_by, eligibility_checked_on } = candidacy
      const { consented_on, withdrawn_on, ballot_position } = candidacy
      const checked = { eligible_as, eligibility_checked_by, eligibility_checked_on }
      const position = withdrawn_on === null ? ballot_position : null
      const { withdrawn_because: because } = candidacy
      const isOut = because === 'died' || because === 'not_eligible'
      const out = isOut ? { withdrawn_because: because } : {}
      return { id, name, ...checked, consented_on, withdrawn_on, position, ...out }
    })
}

/** A round that a third person settled has one sheet. */
export async function recordedRounds(db: Db, electionId: ElectionId): Promise<RecordedRound[]> {
  const sheets = await listSheets(db, electionId)
  const recounts = await listRecounts(db, electionId)
  const numbers = await complaintNumbers(db, electionId)
  const decisions = await listKept(db, electionId)
  const checks = await db('difference_checks').where({ election_id: electionId })
  const counted = withKept(sheets, keptIn(sheets, decisions))
  return [...new Set(sheets.map(({ round }) => round))].map((round) => {
    const recount = recounts.find(({ after_round }) => after_round === round - 1)
    const check = checks.find((one) => one.round === round)
    const kept = decisions.find((one) => one.round === round)
    return {
      round,
      complaint: recount?.complaint_id ? (numbers.get(recount.complaint_id) ?? null) : null,
      ...(recount?.investigation ? { investigation: recount.investigation } : {}),
      sheets: sheets.filter((one) => one.round === round).map(recordedSheet),
      differs: differencesIn(counted.filter((one) => one.round === round)),
      ...(check && { check: recordedCheck(check) }),
      ...(kept && { kept: recordedKept(sheets, kept) }),
    }
  })
}

function recordedCheck(row: DifferenceCheckRow): NonNullable<RecordedRound['check']> {
  const { asked, found, note, checked_by, checked_on } = readCheck(row)
  return { asked, found, note, checked_by, checked_on }
}

function recordedKept(sheets: readonly StoredSheet[], row: KeptCountRow): NonNullable<RecordedRound['kept']> {
  const { count_id, reason, decided_by, decided_on } = row
  const counter = sheets.find((sheet) => sheet.row.id === count_id)?.row.counter ?? ''
  return { counter, reason, decided_by, decided_on }
}

function recordedSheet({ row, sheet }: Awaited<ReturnType<typeof listSheets>>[number]): RecordedSheet {
  const { counter, made_on, list_version, ballots_in_box, blank, invalid, difference_reason } = row
  const { votes, invalid_ballots } = sheet
  return {
    ...{ counter, made_on, list_version, ballots_in_box, blank, invalid, difference_reason, votes },
    invalid_ballots: invalid_ballots.map(({ reason, note }, index) => {
      return { number: index + 1, reason, note: note ?? null }
    }),
  }
}

/** The account of the papers goes with what was found in the box. */
export async function recordedPapers(
  db: Db,
  electionId: ElectionId,
  result: Result | undefined,
): Promise<RecordDocument['papers']> {
  const account = await findPaperAccount(db, electionId)
  if (!account) return null
  const { printed, handed_out, exchanged, not_returned, unused, difference_reason, made_by, made_on } =
    account
  const figures = { printed, handed_out, exchanged, not_returned, unused }
  const in_box = result?.count?.ballots_in_box ?? null
  const { from_tablet } = account
  const tablet = from_tablet === undefined ? {} : { from_tablet }
  return { ...figures, ...tablet, difference_reason, made_by, made_on, in_box }
}

/** Returns the newest lot of its kind up to the round, or null when none was drawn. */
export async function recordedLot(
  db: Db,
  electionId: ElectionId,
  about: LotRow['about'],
  round: number,
): Promise<RecordedLot | null> {
  const lot = await db('lots').where({ election_id: electionId, about, round }).orderBy('id', 'desc').first()
  if (!lot) return null
  const { method, witnesses, drawn_by, drawn_on } = lot
  const [among = [], chosen = []] = [lot.among, lot.chosen].map(storedIds<CandidacyId>)
  const draw = await findLotDraw(db, lot)
  const named = (await listCandidacies(db, electionId)).filter(({ id }) => among.includes(id))
  const hashes = draw && hashedOrder(named, draw).map(({ id, hash }) => ({ candidacy_id: id, hash }))
  const calls = await listCallsOf(db, lot.id)
  return {
    ...{ among, chosen, method, witnesses, drawn_by, drawn_on },
    draw: draw ? { ...draw, hashes: hashes ?? [] } : null,
    ...(calls.length > 0 && {
      telephone: calls.map(({ account, confirmed_on }) => ({ member: account.name, confirmed_on })),
    }),
  }
}

/** The record has complaints by number: neither who complained nor what they wrote. */
export async function recordedComplaints(
  db: Db,
  electionId: ElectionId,
  corrections: readonly Correction[],
): Promise<Pick<RecordDocument, 'complaints' | 'recounts'>> {
  const complaints = await db('complaints').where({ election_id: electionId }).orderBy('id')
  const numbers = await complaintNumbers(db, electionId)
  const decisions = await db('complaint_decisions').whereIn('complaint_id', [...numbers.keys()])
  const recounts = await db('recounts').where({ election_id: electionId }).orderBy('after_round')
  return {
    complaints: complaints.map(({ id, received_on, late }): RecordedComplaint => {
      const decided = decisions.find(({ complaint_id }) => complaint_id === id)
      const decision = decided && {
        outcome: decided.outcome,
        decided_by: decided.decided_by,
        decided_on: decided.decided_on,
        reason: decided.reason,
      }
      return { number: numbers.get(id) ?? 0, received_on, late: late === 1, decision: decision ?? null }
    }),
    recounts: recounts.map(({ complaint_id, after_round, decided_on }) => {
      const correction = corrections.find((one) => one.complaint_id === complaint_id)
      const complaint = numbers.get(complaint_id) ?? 0
      return { complaint, after_round, decided_on, ...(correction && { corrected: correction.corrected }) }
    }),
  }
}

async function complaintNumbers(db: Db, electionId: ElectionId): Promise<Map<ComplaintId, number>> {
  const ids = await db('complaints').where({ election_id: electionId }).orderBy('id').pluck('id')
  return new Map(ids.map((id, index) => [id, index + 1]))
}
