import type { IsoDate } from '../../core/dates.ts'
import type {
  BallotPrintId,
  ElectionId,
  PaperAccountId,
  PollingPauseId,
  PrintDeductionId,
  PollingClosingId,
  PollingOpeningId,
  RollCorrectionId,
  VoidPapersId,
} from '../../core/ids.ts'

export interface BallotPrintRow {
  id: BallotPrintId
  election_id: ElectionId
  list_version: number
  copies: number
  recorded_by: string
  recorded_on: IsoDate
  /** The number of a batch that was printed while polls were open; null for papers that people counted themselves. */
  batch: number | null
}

export interface PrintDeductionRow {
  id: PrintDeductionId
  election_id: ElectionId
  print_id: BallotPrintId
  copies: number
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface VoidPapersRow {
  id: VoidPapersId
  election_id: ElectionId
  list_version: number
  printed: number
  /** Collected and put away. */
  found: number
  difference_reason: string | null
  counted_by: string
  counted_on: IsoDate
}

export interface PollingOpeningRow {
  id: PollingOpeningId
  election_id: ElectionId
  /** The list that people voted by; 0 in openings from before a list could be opened again. */
  list_version: number
  opened_at: string
  first_witness: string
  second_witness: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface PollingClosingRow {
  id: PollingClosingId
  election_id: ElectionId
  closed_at: string
  early_reason: string | null
  /** Why the closing was written down on a later day; null when it was not. */
  late_reason: string | null
  /** Why there are more ballots than voters marked on the roll; null when there are not. */
  marks_reason: string | null
  recorded_by: string
  recorded_on: IsoDate
}

export interface PollingPauseRow {
  id: PollingPauseId
  election_id: ElectionId
  paused_on: IsoDate
  paused_at: string
  reason: string
  recorded_by: string
}

export interface PollingResumptionRow {
  pause_id: PollingPauseId
  resumed_on: IsoDate
  resumed_at: string
  recorded_by: string
}

export interface PollingTallyRow {
  election_id: ElectionId
  open: 0 | 1
  handed_out: number
  exchanged: number
  not_returned: number
  marked: number
}

export type HelpKind = 'officials' | 'own_helper' | 'helper_alone' | 'outside_room'

export interface HelpGivenRow {
  election_id: ElectionId
  kind: HelpKind
  officials: number
  times: number
}

export interface RollCorrectionRow {
  id: RollCorrectionId
  election_id: ElectionId
  kind: 'unmarked' | 'handed_out' | 'exchanged' | 'not_returned' | 'help'
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface PaperAccountRow {
  id: PaperAccountId
  election_id: ElectionId
  printed: number
  handed_out: number
  exchanged: number
  not_returned: number
  unused: number
  difference_reason: string | null
  made_by: string
  made_on: IsoDate
}

/** The files are known to have been written anew after polls closed. */
export interface PollingSweepRow {
  election_id: ElectionId
}

declare module 'knex/types/tables.js' {
  interface Tables {
    ballot_prints: BallotPrintRow
    print_deductions: PrintDeductionRow
    void_papers: VoidPapersRow
    polling_openings: PollingOpeningRow
    polling_closings: PollingClosingRow
    polling_sweeps: PollingSweepRow
    polling_pauses: PollingPauseRow
    polling_resumptions: PollingResumptionRow
    polling_tallies: PollingTallyRow
    help_given: HelpGivenRow
    roll_corrections: RollCorrectionRow
    paper_accounts: PaperAccountRow
  }
}
