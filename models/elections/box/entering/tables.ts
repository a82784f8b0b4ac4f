import type { IsoDate } from '../../../core/dates.ts'
import type {
  AccountId,
  ElectionId,
  PaperEntryEndId,
  PaperEntryPairId,
  PaperEntryReopeningId,
  PaperEntryRestartId,
} from '../../../core/ids.ts'
import type { InvalidReason } from '../../../rules/elections/invalid_ballots.ts'
import type { Place } from '../../../rules/elections/box/entering.ts'
import type { EnvelopeRow } from '../tables.ts'

/** The papers are entered into the tablet's box. */
export interface PaperEntryRow {
  election_id: ElectionId
  decided_by: string
  decided_on: IsoDate
}

export interface PaperEntryPairRow {
  id: PaperEntryPairId
  election_id: ElectionId
  number: number
  first_account_id: AccountId
  first_counter: string
  second_account_id: AccountId
  second_counter: string
  began_on: IsoDate
}

export interface PaperEntryRestartRow {
  id: PaperEntryRestartId
  election_id: ElectionId
  number: number
  papers: number
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

/** The paper that is entered just now, and the two at the box. It is gone when the box is opened. */
export interface PaperEntryTurnRow {
  election_id: ElectionId
  /** 0 while all papers are in. */
  number: number
  first_account_id: AccountId | null
  first_session: string | null
  second_account_id: AccountId | null
  second_session: string | null
  /** What the first one entered, locked by a key outside the database, until the second one has looked. */
  waiting: string | null
  /** Which of the two said that all papers are in, and what this one counted and wrote. */
  ending_by: Place | null
  ending_papers: number | null
  ending_reason: string | null
  /** Names what the other one says yes to; null when it does not wait, or was sent back. */
  ending_mark: string | null
}

/** All papers were said to be in. An entry that is opened again has several. */
export interface PaperEntryEndRow {
  id: PaperEntryEndId
  election_id: ElectionId
  number: number
  papers: number
  /** Why they are more or fewer than the account says. */
  difference_reason: string | null
  codes_hash: string
  recorded_by: string
  /** The other one, who counted the pile as well; null for an end from before there had to be two. */
  confirmed_by: string | null
  recorded_on: IsoDate
}

/** A paper was found after the end: those that are in stay in, and more are entered. */
export interface PaperEntryReopeningRow {
  id: PaperEntryReopeningId
  election_id: ElectionId
  /** Of the end that does not hold any more. */
  number: number
  papers: number
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

/** The invalid papers in an opened box, by what makes them so. */
export interface BoxInvalidLineRow {
  election_id: ElectionId
  reason: InvalidReason
  ballots: number
}

declare module 'knex/types/tables.js' {
  interface Tables {
    paper_entries: PaperEntryRow
    paper_entry_pairs: PaperEntryPairRow
    paper_entry_restarts: PaperEntryRestartRow
    paper_entry_turns: PaperEntryTurnRow
    paper_entry_ends: PaperEntryEndRow
    paper_entry_reopenings: PaperEntryReopeningRow
    box_invalid_lines: BoxInvalidLineRow
    entered_papers: EnvelopeRow
  }
}
