declare const brand: unique symbol

/** The number of a row. The compiler refuses a person's id where an election's is asked for. */
export type Id<Name extends string> = number & { readonly [brand]: Name }

export type StatutesVersionId = Id<'statutes_version'>

export type AreaId = Id<'area'>
export type AreaBodyId = Id<'area_body'>
export type BodyId = Id<'body'>
export type BodyAddressId = Id<'body_address'>
export type BodyChangeId = Id<'body_change'>
export type BodyContactId = Id<'body_contact'>
export type BodyNameId = Id<'body_name'>
export type MergerProposalId = Id<'proposal'>

export type PersonId = Id<'person'>
export type PersonPublicationId = Id<'person_publication'>

export type AccountId = Id<'account'>

export type GroundFlagId = Id<'flag'>
export type MembershipId = Id<'membership'>
export type OfficeholdingId = Id<'officeholding'>
export type SeatId = Id<'seat'>
export type SeatDecisionId = Id<'seat_decision'>
export type SubstituteId = Id<'substitute'>
export type TermId = Id<'term'>

export type BallotPrintId = Id<'ballot_print'>
export type BoothId = Id<'booth'>
export type BoxCustodyId = Id<'box_custody'>
export type BoxKeyId = Id<'box_key'>
export type BoxSlipId = Id<'box_slip'>
export type BoxSlipKeyId = Id<'box_slip_key'>
export type BoxPrintId = Id<'box_print'>
export type CandidacyId = Id<'candidacy'>
export type CertificationId = Id<'certification'>
export type ComplaintId = Id<'complaint'>
export type CountId = Id<'count'>
export type DifferenceCheckId = Id<'difference_check'>
export type DrawId = Id<'draw'>
export type ElectionMoveId = Id<'election_move'>
export type ElectionId = Id<'election'>
export type IncidentId = Id<'incident'>
export type InvestigationId = Id<'investigation'>
export type FindingSignatureId = Id<'finding_signature'>
export type KeptCountId = Id<'kept_count'>
export type ListReopeningId = Id<'list_reopening'>
export type LotId = Id<'lot'>
export type LotCallId = Id<'lot_call'>
export type ObjectionId = Id<'objection'>
export type PackageId = Id<'package'>
export type PackageOpeningId = Id<'package_opening'>
export type PackageSealingId = Id<'package_sealing'>
export type PaperAccountId = Id<'paper_account'>
export type PaperEntryEndId = Id<'paper_entry_end'>
export type PaperEntryPairId = Id<'paper_entry_pair'>
export type PaperEntryReopeningId = Id<'paper_entry_reopening'>
export type PaperEntryRestartId = Id<'paper_entry_restart'>
export type PollingClosingId = Id<'polling_closing'>
export type PollingOpeningId = Id<'polling_opening'>
export type PollingPauseId = Id<'pause'>
export type PresenceId = Id<'presence'>
export type PrintDeductionId = Id<'print_deduction'>
export type ReadinessTickId = Id<'readiness_tick'>
export type RecordId = Id<'record'>
export type RecountId = Id<'recount'>
export type RollCorrectionId = Id<'roll_correction'>
export type VoidPapersId = Id<'void_papers'>

export type AppointmentId = Id<'appointment'>
export type LetterId = Id<'letter'>
export type NominationId = Id<'nomination'>
export type NominationAnswerId = Id<'nomination_answer'>
export type NominationRefusalId = Id<'nomination_refusal'>
export type NomineeReplyId = Id<'nominee_reply'>
export type RenewalId = Id<'renewal'>

export type MeetingId = Id<'meeting'>

export type ImportId = Id<'import'>

export type ErasureId = Id<'erasure'>
export type HousekeepingRunId = Id<'housekeeping_run'>

/** For a number that is known to be the id of such a row. */
export function idOf<Known extends Id<string>>(number: number): NoInfer<Known> {
  return number as Known
}

/** The database counts from 1: no row has this id, of whatever table. */
export const NO_ID = idOf<Id<never>>(0)

/** The ids in a list that the database keeps as JSON. */
export function storedIds<Known extends Id<string>>(json: string): NoInfer<Known>[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.filter((one) => typeof one === 'number').map(idOf<Known>) : []
}
