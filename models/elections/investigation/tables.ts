import type { IsoDate } from '../../core/dates.ts'
import type { AccountId, ElectionId, InvestigationId, FindingSignatureId } from '../../core/ids.ts'

export interface InvestigationRow {
  id: InvestigationId
  election_id: ElectionId
  number: number
  reason: string
  begun_by: string
  begun_on: IsoDate
}

export interface FindingsRow {
  investigation_id: InvestigationId
  findings: string
  figures: 'kept' | 'new'
  written_by: string
  written_on: IsoDate
}

export interface FindingSignatureRow {
  id: FindingSignatureId
  election_id: ElectionId
  investigation_id: InvestigationId
  account_id: AccountId
  signer: string
  signed_on: IsoDate
}

export interface InvestigationEndRow {
  investigation_id: InvestigationId
  after_round: number | null
  /** JSON: `Former`. */
  was: string
  closed_on: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    investigations: InvestigationRow
    findings: FindingsRow
    finding_signatures: FindingSignatureRow
    investigation_ends: InvestigationEndRow
  }
}
