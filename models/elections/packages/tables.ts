import type { IsoDate } from '../../core/dates.ts'
import type {
  CandidacyId,
  ElectionId,
  PackageId,
  PackageOpeningId,
  PackageSealingId,
} from '../../core/ids.ts'
import type { PackageKind } from '../../rules/elections/protocol/packages.ts'

export interface PackageSealingRow {
  id: PackageSealingId
  election_id: ElectionId
  number: number
  first_sealer: string
  second_sealer: string
  sealed_on: IsoDate
  sealed_at: string
  difference_reason: string | null
  recorded_by: string
  recorded_on: IsoDate
}

export interface PackageRow {
  id: PackageId
  election_id: ElectionId
  sealing_id: PackageSealingId
  /** The number on the label; it goes on from sealing to sealing. */
  number: number
  kind: PackageKind
  candidacy_id: CandidacyId | null
  pieces: number
  /** What the account or the count gave for all packages of this pile. */
  expected: number | null
  seal_number: string | null
}

export interface PackageOpeningRow {
  id: PackageOpeningId
  election_id: ElectionId
  first_opener: string
  second_opener: string
  opened_on: IsoDate
  opened_at: string
  reason: string
  recorded_by: string
  recorded_on: IsoDate
}

export interface OpenedPackageRow {
  package_id: PackageId
  opening_id: PackageOpeningId
}

export interface DestroyedPackageRow {
  package_id: PackageId
  election_id: ElectionId
}

declare module 'knex/types/tables.js' {
  interface Tables {
    package_sealings: PackageSealingRow
    packages: PackageRow
    package_openings: PackageOpeningRow
    opened_packages: OpenedPackageRow
    destroyed_packages: DestroyedPackageRow
  }
}
