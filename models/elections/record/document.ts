import type { IsoDate } from '../../core/dates.ts'
import type { RecordedMixedIn } from './among_papers.ts'
import type { RecordedEntered } from './entered.ts'
import type { ElectionId, StatutesVersionId } from '../../core/ids.ts'
import type { Step } from '../../rules/elections/plurality.ts'
import type { RuleKey, Statutes } from '../../statutes/document.ts'
import type { Crosses } from '../../rules/elections/marks.ts'
import type { Tally } from '../../rules/elections/tally.ts'
import type { ElectionRow } from '../tables.ts'
import type { ElectionMoveRow, PollingSittingRow } from '../planning/tables.ts'
import type { CandidacyRow, ListReopeningRow } from '../candidates/tables.ts'
import type { RollErasureRow } from '../roll/tables.ts'
import type {
  BallotPrintRow,
  HelpGivenRow,
  PaperAccountRow,
  PollingClosingRow,
  PollingOpeningRow,
  PollingPauseRow,
  PollingResumptionRow,
  PollingTallyRow,
  PrintDeductionRow,
  RollCorrectionRow,
  VoidPapersRow,
} from '../polling/tables.ts'
import type { RecountRow } from '../count/tables.ts'
import type { CertificationRow } from '../result/tables.ts'
import type { ComplaintDecisionRow, ComplaintRow } from '../complaints/tables.ts'
import type { BallotDestructionRow, RecordRow } from './tables.ts'
import type { RecordedBooth, RecordedLoss, RecordedLot, RecordedRound } from './counted.ts'
import type { RecordedCorrection } from './corrections.ts'
import type { RecordedIncident, RecordedIncidentReason } from './incidents.ts'
import type { RecordedInvestigation } from './investigation.ts'
import type { Result } from '../result/result.ts'
import type { ObjectionDecisionRow, ObjectionRow, PresenceRow } from '../conduct/tables.ts'
import type { PackageOpeningRow, PackageRow, PackageSealingRow } from '../packages/tables.ts'
import { ELECTION_STATES, type ElectionState } from '../../rules/elections/state.ts'

/** Columns keep their names. `candidates` says who the ids are. No voter is named anywhere, nor any complainant. */
export interface RecordDocument {
  format: 1
  /** 16 random bytes as hex: the hash of a record with few votes could otherwise be found by trying every count. */
  salt: string
  /** The places of texts that the public part has codes for. Left out in records from before: those keep back the sections. */
  words_sealed?: string[]
  made_at: RecordRow['made_at']
  /** The state of the election, in a version that no change of state has led to. */
  state?: ElectionState
  made_on: IsoDate
  council: Statutes['council']
  election: Pick<ElectionRow, 'id' | 'kind' | 'seats' | 'means' | 'roll_kind' | 'place'> & {
    area: string
    area_name: string
    term: [IsoDate, IsoDate]
    /** The annulled election that this one replaces. */
    rerun_of: ElectionId | null
    /** The fewest and the most crosses on a valid ballot; left out in records from before it was written down. */
    crosses?: Crosses
  }
  statutes: {
    version_id: StatutesVersionId
    in_force_from: IsoDate
    title: string
    reference: string
    /** The rules that were only assumed in that version. */
    assumed: RuleKey[]
  }
  timetable: Pick<
    ElectionRow,
    'candidates_by' | 'polling_on' | 'opens_at' | 'closes_at' | 'complaints_until'
  > & {
    sittings: Omit<PollingSittingRow, 'election_id'>[]
    /** Left out when the announced day was never moved. */
    moves?: Omit<ElectionMoveRow, 'id' | 'election_id'>[]
  }
  /** Names. */
  board: string[]
  /** In ballot order; the withdrawn have no position. */
  candidates: RecordedCandidate[]
  list: {
    version: number
    ordered_by: 'alphabet' | 'lot'
    lot: RecordedLot | null
    /** Left out when the approved list was never opened again. */
    reopenings?: Omit<ListReopeningRow, 'id' | 'election_id'>[]
  }
  prints: RecordedPrint[]
  /** Papers with a list that did not hold any more; left out when there were none. */
  void_papers?: Omit<VoidPapersRow, 'id' | 'election_id'>[]
  polling: {
    opening: Omit<PollingOpeningRow, 'id' | 'election_id' | 'list_version'> | null
    pauses: RecordedPause[]
    closing:
      (Omit<PollingClosingRow, 'id' | 'election_id' | 'marks_reason'> & { marks_reason?: string }) | null
    /** As it was counted at the table. */
    tally: Pick<PollingTallyRow, 'handed_out' | 'exchanged' | 'not_returned' | 'marked'> | null
    help: Omit<HelpGivenRow, 'election_id'>[]
    corrections: Omit<RollCorrectionRow, 'id' | 'election_id'>[]
  }
  /** Null when there was no vote on paper. */
  papers:
    | (Omit<PaperAccountRow, 'id' | 'election_id'> & {
        in_box: number | null
        /** Left out unless ballots of a tablet lie among the papers. */
        from_tablet?: number
      })
    | null
  /** Every count of the paper ballots, first to last. */
  rounds: RecordedRound[]
  booth: RecordedBooth | null
  /** The tablet's box when its ballots were printed and counted with the papers; left out when they were not. */
  mixed_in?: RecordedMixedIn
  /** The papers that were entered into the tablet's box; left out when they were counted by hand. */
  entered?: RecordedEntered
  /** Left out unless the tablet's box was given up before it was opened. */
  box_loss?: RecordedLoss
  /** All boxes together; null when there was no vote. */
  totals: Tally | null
  result: (Pick<Result, 'outcome' | 'elected' | 'among' | 'seatsLeft' | 'hash'> & { steps: Step[] }) | null
  /** The lot that the result rests on. */
  lot: RecordedLot | null
  uncontested: { body: string; decided_on: IsoDate } | null
  certifications: Pick<CertificationRow, 'round' | 'certifier' | 'result_hash' | 'certified_on'>[]
  complaints: RecordedComplaint[]
  recounts: (Pick<RecountRow, 'after_round' | 'decided_on'> & {
    /** The number of the complaint. */
    complaint: number
    /** What came of it. Left out in records from before it was written down. */
    corrected?: RecordedCorrection
  })[]
  roll_erasure: Omit<RollErasureRow, 'election_id'> | null
  ballot_destruction: RecordedDestruction | null
  /** Left out when nothing was sealed. */
  packages?: RecordedPackages
  /** Left out when nothing was investigated. */
  investigations?: RecordedInvestigation[]
  /** Left out when nothing happened to a candidate after the first vote. */
  incidents?: RecordedIncident[]
  incident_reasons?: RecordedIncidentReason[]
  /** Left out when neither presence nor an objection was written. */
  conduct?: RecordedConduct
}

/** `batch` only of papers that were printed while polls were open; `taken_off` only when some were. */
export type RecordedPrint = Omit<BallotPrintRow, 'id' | 'election_id' | 'batch'> & {
  batch?: number
  taken_off?: Omit<PrintDeductionRow, 'id' | 'election_id' | 'print_id'>[]
}

/** `packages`: the numbers of the sealed packages that were destroyed. A record from before packages has none. */
export type RecordedDestruction = Pick<
  BallotDestructionRow,
  'first_witness' | 'second_witness' | 'destroyed_on' | 'recorded_by' | 'recorded_on'
> &
  Partial<Pick<BallotDestructionRow, 'paragraph' | 'left_reason'>> & { packages?: number[] }

/** Never who objected: the name is for the board alone. */
export interface RecordedConduct {
  presences: Pick<PresenceRow, 'phase' | 'name' | 'present_on' | 'from_at' | 'until_at'>[]
  objections: (Pick<ObjectionRow, 'number' | 'phase' | 'raised_on' | 'text'> & {
    /** The board knows the name. */
    named: boolean
    decision: Pick<ObjectionDecisionRow, 'decision' | 'decided_by' | 'decided_on'> | null
  })[]
}

export interface RecordedPackages {
  sealings: (Omit<PackageSealingRow, 'id' | 'election_id'> & { packages: RecordedPackage[] })[]
  openings: (Omit<PackageOpeningRow, 'id' | 'election_id'> & { packages: number[] })[]
}

export type RecordedPackage = Pick<
  PackageRow,
  'number' | 'kind' | 'candidacy_id' | 'pieces' | 'expected' | 'seal_number'
>

export type RecordedCandidate = Pick<
  CandidacyRow,
  | 'id'
  | 'name'
  | 'eligible_as'
  | 'eligibility_checked_by'
  | 'eligibility_checked_on'
  | 'consented_on'
  | 'withdrawn_on'
> & {
  position: number | null
  /** Left out unless it was another reason than that the candidate withdrew. */
  withdrawn_because?: 'died' | 'not_eligible'
}

export type RecordedPause = Pick<PollingPauseRow, 'paused_on' | 'paused_at' | 'reason'> & {
  resumed: Pick<PollingResumptionRow, 'resumed_on' | 'resumed_at'> | null
}

export type RecordedComplaint = Pick<ComplaintRow, 'received_on'> & {
  /** In the order of arrival, from 1. */
  number: number
  late: boolean
  decision: Pick<ComplaintDecisionRow, 'outcome' | 'decided_by' | 'decided_on' | 'reason'> | null
}

/** The state of the election when the record was made. */
export function stateIn({ made_at, state }: Pick<RecordDocument, 'made_at' | 'state'>): ElectionState {
  if (state !== undefined) return state
  const made = ELECTION_STATES.find((one) => one === made_at)
  if (made === undefined) throw new RangeError(`a record made at ${made_at} says its state`)
  return made
}
