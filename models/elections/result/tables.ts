import type { IsoDate } from '../../core/dates.ts'

export interface LotRow {
  id: number
  election_id: number
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
  id: number
  election_id: number
  about: LotRow['about']
  round: number
  seed: string
  commitment: string
  prepared_by: string
  prepared_on: IsoDate
}

export interface LotDrawRow {
  lot_id: number
  draw_id: number
  words: string
}

export interface CertificationRow {
  id: number
  election_id: number
  round: number
  account_id: number
  certifier: string
  result_hash: string
  certified_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    lots: LotRow
    draws: DrawRow
    lot_draws: LotDrawRow
    certifications: CertificationRow
  }
}
