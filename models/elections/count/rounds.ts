import type { Db } from '../../core/db.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { AccountId, ComplaintId, CountId, ElectionId } from '../../core/ids.ts'
import type { Actor } from '../../rules/elections/certification.ts'
import {
  countersOf,
  standingOf,
  type KeptSheet,
  type RoundSheet,
} from '../../rules/elections/count_rounds.ts'
import { countersAtBox } from '../box/entering/entry.ts'
import type { CountSheet, DifferingLine } from '../../rules/elections/count_sheets.ts'
import { readFormer, type Former } from './former.ts'
import type { CountRow, DifferenceCheckRow, KeptCountRow } from './tables.ts'

export interface Counter {
  account_id: AccountId
  counter: string
}

export interface AgreedCount extends CountSheet {
  round: number
  list_version: number
  counters: (Counter & { difference_reason: string | null })[]
}

/** Of a single counter's figures nothing leaves this file but for the record. */
export interface Counting {
  /** The round that is being counted, or in which two agreed. */
  round: number
  /** Who has counted in that round. */
  entered: Counter[]
  /** `entered`, as the rules of counting need it. */
  enteredBy: Actor[]
  /** The lines on which the two sheets of the round before differ, without their figures. */
  differs: DifferingLine[]
  /** Whose those two are. */
  differing: (Counter & { count_id: CountId })[]
  /** `differing`, as the rules of counting need it. */
  differingBy: Actor[]
  /** What was looked for since they differed; undefined until it is written down. */
  check: DifferenceCheckRow | undefined
  agreed: AgreedCount | undefined
  /** All who have entered a count in any round, papers into the tablet's box, or printed its ballots. */
  counters: Actor[]
  /** A recount that was decided after an upheld complaint or an investigation. */
  recount: Recount | undefined
}

export interface StoredSheet extends RoundSheet {
  row: CountRow
}

/** Two equal sheets end the counting; two that differ begin a round. A recount begins anew and keeps old rounds. */
export async function loadCounting(db: Db, electionId: ElectionId): Promise<Counting> {
  const sheets = await listSheets(db, electionId)
  const recount = await findRecount(db, electionId)
  const kept = keptIn(sheets, await listKept(db, electionId))
  const { round, entered, differs, differing, agreed } = standingOf(sheets, recount?.after_round, kept)
  const checks = await db('difference_checks').where({ election_id: electionId, round: round - 1 })
  return {
    round,
    entered: entered.map(({ row: { account_id, counter } }) => ({ account_id, counter })),
    enteredBy: entered.map(({ counter }) => counter),
    differs,
    differing: differing.map(({ row: { id: count_id, account_id, counter } }) => {
      return { count_id, account_id, counter }
    }),
    differingBy: differing.map(({ counter }) => counter),
    check: differing.length > 0 ? checks[0] : undefined,
    agreed: agreed && agreedCount(round, ...agreed),
    counters: [...countersOf(sheets), ...(await countersAtBox(db, electionId))],
    recount,
  }
}

/** The sheets come in the order in which they were entered. Only the record reads them, once two agree. */
export async function listSheets(db: Db, electionId: ElectionId): Promise<StoredSheet[]> {
  const rows = await db('counts').where({ election_id: electionId }).orderBy('round').orderBy('id')
  const ids = rows.map(({ id }) => id)
  const lines = await db('count_lines').whereIn('count_id', ids).orderBy('candidacy_id')
  const invalid = await db('invalid_ballots').whereIn('count_id', ids).orderBy('number')
  const accounts = rows.map(({ account_id }) => account_id)
  const people = await db('accounts').whereIn('id', accounts).select('id', 'person_id')
  return rows.map((row) => {
    const { id, account_id, counter: name, round, ballots_in_box, blank } = row
    const person_id = people.find((account) => account.id === account_id)?.person_id ?? null
    const votes = lines.filter(({ count_id }) => count_id === id)
    const reasons = invalid.filter(({ count_id }) => count_id === id)
    const sheet = {
      ballots_in_box,
      blank,
      invalid: row.invalid,
      votes: votes.map((line) => ({ candidacy_id: line.candidacy_id, votes: line.votes })),
      invalid_ballots: reasons.map(({ reason, note }) => ({ reason, ...(note !== null && { note }) })),
    }
    return { row, round, counter: { id: account_id, person_id, name }, sheet }
  })
}

export async function listKept(db: Db, electionId: ElectionId): Promise<KeptCountRow[]> {
  return db('kept_counts').where({ election_id: electionId }).orderBy('round')
}

export function keptIn(sheets: readonly StoredSheet[], kept: readonly KeptCountRow[]): KeptSheet[] {
  return kept.flatMap(({ round, count_id }) => {
    const sheet = sheets.find(({ row }) => row.id === count_id)
    return sheet ? [{ round, counterId: sheet.counter.id }] : []
  })
}

/** Why ballots are counted anew, and after which round. */
export interface Recount {
  after_round: number
  decided_on: IsoDate
  complaint_id: ComplaintId | null
  /** The number of the investigation. */
  investigation: number | null
  /** Null for a recount from before it was written down. */
  was: Former | null
}

/** The newest comes first. */
export async function listRecounts(db: Db, electionId: ElectionId): Promise<Recount[]> {
  const upheld = await db('recounts').where({ election_id: electionId })
  const found = await db('investigation_ends')
    .join('investigations', 'investigations.id', 'investigation_ends.investigation_id')
    .where({ election_id: electionId })
    .whereNotNull('after_round')
    .select('after_round', 'closed_on', 'number', 'was')
  const all = [
    ...upheld.map(({ after_round, decided_on, complaint_id, was }): Recount => {
      return {
        after_round,
        decided_on,
        complaint_id,
        investigation: null,
        was: was === null ? null : readFormer(was),
      }
    }),
    ...found.map(({ after_round, closed_on, number, was }): Recount => {
      return {
        after_round: after_round ?? 0,
        decided_on: closed_on,
        complaint_id: null,
        investigation: number,
        was: readFormer(was),
      }
    }),
  ]
  return all.sort((a, b) => b.after_round - a.after_round)
}

export async function findRecount(db: Db, electionId: ElectionId): Promise<Recount | undefined> {
  return (await listRecounts(db, electionId))[0]
}

/** Both sheets have the same figures, so the first one's are taken. */
function agreedCount(round: number, first: StoredSheet, second: StoredSheet): AgreedCount {
  const counters = [first, second].map(({ row: { account_id, counter, difference_reason } }) => ({
    account_id,
    counter,
    difference_reason,
  }))
  return { ...first.sheet, round, list_version: first.row.list_version, counters }
}
