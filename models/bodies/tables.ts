import type { IsoDate } from '../core/dates.ts'
import type {
  AreaBodyId,
  AreaId,
  BodyAddressId,
  BodyChangeId,
  BodyContactId,
  BodyId,
  BodyNameId,
  MergerProposalId,
} from '../core/ids.ts'
import type { AreaKind, BodyKind } from '../rules/core/by_kind.ts'

export interface BodyRow {
  id: BodyId
  slug: string
  kind: BodyKind
  active_from: IsoDate | null
  active_until: IsoDate | null
  successor_id: BodyId | null
  address: string | null
}

export interface BodyNameRow {
  id: BodyNameId
  body_id: BodyId
  name: string
  kind: 'official' | 'alias'
  valid_from: IsoDate | null
  valid_until: IsoDate | null
}

export interface BodyAddressRow {
  id: BodyAddressId
  body_id: BodyId
  address: string
  valid_from: IsoDate
  recorded_by: string
}

export interface BodyContactRow {
  id: BodyContactId
  body_id: BodyId
  name: string
  email: string | null
  phone: string | null
  postal_address: string | null
  valid_from: IsoDate
  recorded_by: string
}

export interface AreaRow {
  id: AreaId
  slug: string
  kind: AreaKind
  name: string
  position: number
}

export interface AreaBodyRow {
  id: AreaBodyId
  area_id: AreaId
  body_id: BodyId
  starts_on: IsoDate | null
  ends_on: IsoDate | null
}

export type BodyChangeKind = 'renamed' | 'moved' | 'closed' | 'replaced' | 'merged'

export interface BodyChangeRow {
  id: BodyChangeId
  body_id: BodyId
  kind: BodyChangeKind
  /** The first day of the new name or address; the last day of a body that ends. */
  effective_on: IsoDate
  into_body_id: BodyId | null
  decided_by: string | null
  decided_on: IsoDate | null
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface MergerProposalRow {
  id: MergerProposalId
  proposed_by: string
  proposed_on: IsoDate
  text: string
  recorded_by: string
}

export interface MergerBodyRow {
  proposal_id: MergerProposalId
  body_id: BodyId
}

export interface MergerDecisionRow {
  proposal_id: MergerProposalId
  outcome: 'rejected' | 'adopted'
  decided_by: string
  decided_on: IsoDate
  case_number: string | null
  note: string | null
  recorded_by: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    bodies: BodyRow
    body_names: BodyNameRow
    body_addresses: BodyAddressRow
    body_contacts: BodyContactRow
    areas: AreaRow
    area_bodies: AreaBodyRow
    body_changes: BodyChangeRow
    merger_proposals: MergerProposalRow
    merger_bodies: MergerBodyRow
    merger_decisions: MergerDecisionRow
  }
}
