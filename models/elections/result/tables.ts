import type { IsoDate } from '../../core/dates.ts'
import type { AccountId, CertificationId, DrawId, ElectionId, LotCallId, LotId } from '../../core/ids.ts'

export interface LotRow {
  id: LotId
  election_id: ElectionId
  about: 'tie' | 'ballot_order'
  round: number
  /** Candidacy ids as a JSON list, ascending. */
  among: string
  /** Ascending; for the order on the ballot all ids, first on the ballot first. */
  chosen: string
  method: 'slips' | 'straws' | 'coin' | 'other'
  witnesses: string
  drawn_by: string
  drawn_on: IsoDate
}

export interface DrawRow {
  id: DrawId
  election_id: ElectionId
  about: LotRow['about']
  round: number
  /** Locked by a key outside the database; in clear in a draw from before there was one. */
  seed: string
  commitment: string
  prepared_by: string
  prepared_on: IsoDate
}

export interface LotDrawRow {
  lot_id: LotId
  draw_id: DrawId
  words: string
  /** In clear, as the words are said; null in a draw whose seed was never locked. */
  seed: string | null
}

export interface LotCallRow {
  id: LotCallId
  election_id: ElectionId
  lot_id: LotId
  account_id: AccountId
  /** Of the electoral board, who was on the telephone. */
  member: string
  called_on: IsoDate
}

export interface LotConfirmationRow {
  lot_call_id: LotCallId
  confirmed_on: IsoDate
}

export interface CertificationRow {
  id: CertificationId
  election_id: ElectionId
  round: number
  account_id: AccountId
  certifier: string
  result_hash: string
  certified_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    lots: LotRow
    draws: DrawRow
    lot_draws: LotDrawRow
    lot_calls: LotCallRow
    lot_confirmations: LotConfirmationRow
    certifications: CertificationRow
  }
}
