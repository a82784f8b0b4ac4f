import type { IsoDate } from '../../../core/dates.ts'
import type {
  AccountId,
  BoxCustodyId,
  BoxKeyId,
  BoxSlipId,
  BoxSlipKeyId,
  ElectionId,
} from '../../../core/ids.ts'

/** Who was named to hold the slips of a box. */
export interface BoxCustodyRow {
  id: BoxCustodyId
  election_id: ElectionId
  threshold: number
  shares: number
  made_by: string
  account_id: AccountId
  made_on: IsoDate
}

export interface BoxSlipRow {
  id: BoxSlipId
  custody_id: BoxCustodyId
  number: number
  holder: string
  /** Null for a holder without an account, whose slip is printed. */
  account_id: AccountId | null
}

/** A slip that was shown: the half of its own key that everybody may know. */
export interface BoxSlipKeyRow {
  id: BoxSlipKeyId
  slip_id: BoxSlipId
  /** As hex. */
  public_key: string
  shown_to: string
  account_id: AccountId
  shown_on: IsoDate
}

/** The holder has the words on paper. */
export interface BoxSlipCopyRow {
  slip_key_id: BoxSlipKeyId
  copied_by: string
  account_id: AccountId
  copied_on: IsoDate
}

export interface BoxSlipTrialRow {
  slip_key_id: BoxSlipKeyId
  account_id: AccountId
  tried_by: string
  tried_on: IsoDate
}

/** A share of the box's key, sealed to the key of its slip. */
export interface BoxShareRow {
  slip_key_id: BoxSlipKeyId
  box_key_id: BoxKeyId
  /** As hex. */
  sealed: string
}

/** Who typed which slip when the box was opened. */
export interface BoxOpeningSlipRow {
  election_id: ElectionId
  place: number
  typed_by: string
  number: number | null
  holder: string | null
  became: 'counted' | 'set_aside' | 'witness'
}

declare module 'knex/types/tables.js' {
  interface Tables {
    box_custodies: BoxCustodyRow
    box_slips: BoxSlipRow
    box_slip_keys: BoxSlipKeyRow
    box_slip_copies: BoxSlipCopyRow
    box_slip_trials: BoxSlipTrialRow
    box_shares: BoxShareRow
    box_opening_slips: BoxOpeningSlipRow
  }
}
