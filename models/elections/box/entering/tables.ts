import type { IsoDate } from '../../../core/dates.ts'
import type { AccountId, ElectionId, PaperEntryPairId, PaperEntryRestartId } from '../../../core/ids.ts'
import type { InvalidReason } from '../../../rules/elections/invalid_ballots.ts'
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

/** The paper that is entered just now. It is gone when all are entered. */
export interface PaperEntryTurnRow {
  election_id: ElectionId
  number: number
  first_account_id: AccountId | null
  first_session: string | null
  second_account_id: AccountId | null
  second_session: string | null
  /** What the first one entered, locked by a key outside the database, until the second one has looked. */
  waiting: string | null
}

export interface PaperEntryEndRow {
  election_id: ElectionId
  papers: number
  /** Why they are more or fewer than the account says. */
  difference_reason: string | null
  codes_hash: string
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
    box_invalid_lines: BoxInvalidLineRow
    entered_papers: EnvelopeRow
  }
}
