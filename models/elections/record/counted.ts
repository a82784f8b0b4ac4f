import type { IsoDate } from '../../core/dates.ts'
import type { CandidacyId } from '../../core/ids.ts'
import type { DifferingLine } from '../../rules/elections/count_sheets.ts'
import type { Explanation } from '../../rules/elections/protocol/differences.ts'
import type { BoxOpeningSlipRow, BoxSlipRow, BoxSlipTrialRow } from '../box/custody/tables.ts'
import type { BoxKeyRow, BoxLossRow, BoxOpeningRow, BoxTrialRow } from '../box/tables.ts'
import type { CountRow, DifferenceCheckRow, InvalidBallotRow, KeptCountRow } from '../count/tables.ts'
import type { DrawRow, LotDrawRow, LotRow } from '../result/tables.ts'

// What a record says of counts, boxes and lots.

export type RecordedLot = Pick<LotRow, 'method' | 'witnesses' | 'drawn_by' | 'drawn_on'> & {
  among: CandidacyId[]
  chosen: CandidacyId[]
  /** When the app drew: what was shown first, and what the draw can be checked with. */
  draw: RecordedDraw | null
  /** Those of the board who were on the telephone, and when each confirmed it; left out when the board was in the room. */
  telephone?: { member: string; confirmed_on: IsoDate | null }[]
}

export type RecordedDraw = Pick<DrawRow, 'commitment' | 'seed' | 'prepared_by' | 'prepared_on'> &
  Pick<LotDrawRow, 'words'> & {
    /** SHA-256 of `seed:words:id:name` for each, the smallest first. */
    hashes: { candidacy_id: CandidacyId; hash: string }[]
  }

export interface RecordedRound {
  round: number
  /** In the first round of a recount: the number of the complaint that asked for it. */
  complaint: number | null
  /** In the first round that an investigation asked for: its number. Left out in all others. */
  investigation?: number
  sheets: RecordedSheet[]
  /** The lines on which its two sheets differ. */
  differs: DifferingLine[]
  /** What was looked for when they differed. Left out in a round without. */
  check?: { asked: Explanation[]; found: Explanation[] } & Pick<
    DifferenceCheckRow,
    'note' | 'checked_by' | 'checked_on'
  >
  /** Whose sheet was kept for the next round, while only the other one was made again. */
  kept?: { counter: string } & Pick<KeptCountRow, 'reason' | 'decided_by' | 'decided_on'>
}

export type RecordedSheet = Pick<
  CountRow,
  'counter' | 'made_on' | 'list_version' | 'ballots_in_box' | 'blank' | 'invalid' | 'difference_reason'
> & {
  votes: { candidacy_id: CandidacyId; votes: number }[]
  invalid_ballots: Pick<InvalidBallotRow, 'number' | 'reason' | 'note'>[]
}

export type RecordedBooth = Pick<
  BoxOpeningRow,
  'releases' | 'voided' | 'envelopes' | 'blank' | 'invalid' | 'codes_hash' | 'opened_by' | 'opened_on'
> & {
  /** Papers that were entered into the box and counted with its ballots; left out when none were. */
  from_papers?: number
  votes: { candidacy_id: CandidacyId; votes: number }[]
  tablets: number
  key:
    | (Pick<BoxKeyRow, 'public_key' | 'threshold' | 'shares' | 'made_by' | 'made_on'> & {
        trial: Pick<BoxTrialRow, 'tried_by' | 'tried_on'> | null
        /** Who held which slip; left out for a key from before slips had named holders. */
        holders?: RecordedHolder[]
      })
    | null
  /** Who typed which slip at the opening; left out when that was not written down. */
  slips?: Omit<BoxOpeningSlipRow, 'election_id' | 'place'>[]
}

/** A tablet's box that was given up: who decided it and why, and how many sealed ballots were never counted. */
export type RecordedLoss = Omit<BoxLossRow, 'election_id' | 'papers'> &
  Pick<RecordedBooth, 'releases' | 'voided' | 'envelopes' | 'tablets' | 'key'>

export type RecordedHolder = Pick<BoxSlipRow, 'number' | 'holder'> & {
  trials: Pick<BoxSlipTrialRow, 'tried_by' | 'tried_on'>[]
}
