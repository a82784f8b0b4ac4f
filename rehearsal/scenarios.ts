import { boothElection, boothWalkAway } from './scenarios/elections/booth_election.ts'
import { boxOpenedByTwo } from './scenarios/elections/box/box_opened_by_two.ts'
import { byElection } from './scenarios/elections/by_election.ts'
import { electionCalledOff } from './scenarios/elections/called_off.ts'
import { candidateDiesWhileVoting, voteStops } from './scenarios/elections/dies_while_voting.ts'
import { reminders } from './scenarios/elections/evening/reminders.ts'
import { firstEvening } from './scenarios/elections/evening/first_evening.ts'
import { countMismatch } from './scenarios/elections/count_mismatch.ts'
import { candidateDies, listReopened } from './scenarios/elections/list_reopened.ts'
import { lostKeySlip } from './scenarios/elections/box/lost_key_slip.ts'
import { envelopeReplaced } from './scenarios/elections/box/envelope_replaced.ts'
import { mixedSmallBox } from './scenarios/elections/box/mixed_small_box.ts'
import { mixedSmallPaperBox } from './scenarios/elections/box/mixed_small_paper_box.ts'
import { missingPapers } from './scenarios/elections/missing_papers.ts'
import { mixedPaperAndBooth } from './scenarios/elections/mixed_paper_and_booth.ts'
import { noCandidates } from './scenarios/elections/no_candidates.ts'
import { ordinaryElection } from './scenarios/elections/ordinary_election.ts'
import { investigationCorrects } from './scenarios/elections/protocol/investigation_corrects.ts'
import { packagesSealed } from './scenarios/elections/protocol/packages_sealed.ts'
import { recountCorrects } from './scenarios/elections/protocol/recount_corrects.ts'
import { readiness } from './scenarios/elections/protocol/readiness.ts'
import { personOnTwoRolls } from './scenarios/elections/person_on_two_rolls.ts'
import { smallElectorate } from './scenarios/elections/small_electorate.ts'
import { tie } from './scenarios/elections/tie.ts'
import { uncontested } from './scenarios/elections/uncontested.ts'
import { upheldComplaint } from './scenarios/elections/upheld_complaint.ts'
import { firstCouncil } from './scenarios/renewal/first_council/scenario.ts'
import { importHistory } from './scenarios/exchange/import_history/scenario.ts'
import { otherCouncil } from './scenarios/statutes/other_council/scenario.ts'
import { jointNominationDisagreement } from './scenarios/renewal/nominations/joint_disagreement.ts'
import { placeMergerRejected } from './scenarios/bodies/merger_rejected.ts'
import { organisationExpires } from './scenarios/bodies/organisation_expires.ts'
import { placeCloses } from './scenarios/bodies/place_closes.ts'
import type { Scenario } from './kit/play.ts'
import { erasePerson } from './scenarios/privacy/erase_person.ts'
import { interregnum } from './scenarios/renewal/interregnum.ts'
import { lateRenewal } from './scenarios/renewal/late_renewal.ts'
import { renewalInOneGo } from './scenarios/renewal/in_one_go.ts'
import { renewal } from './scenarios/renewal/scenario.ts'
import { statutesChange } from './scenarios/statutes/change/scenario.ts'
import { chairLeaves } from './scenarios/council/chair_leaves.ts'
import { leavesToday } from './scenarios/council/leaves_today.ts'
import { memberLeaves } from './scenarios/council/member_leaves.ts'

/** In the order in which `--list` names them. */
export const SCENARIOS: readonly Scenario[] = [
  firstCouncil,
  ordinaryElection,
  byElection,
  tie,
  uncontested,
  noCandidates,
  countMismatch,
  firstEvening,
  reminders,
  missingPapers,
  personOnTwoRolls,
  smallElectorate,
  upheldComplaint,
  readiness,
  packagesSealed,
  investigationCorrects,
  recountCorrects,
  boothElection,
  boothWalkAway,
  mixedPaperAndBooth,
  mixedSmallBox,
  mixedSmallPaperBox,
  envelopeReplaced,
  boxOpenedByTwo,
  lostKeySlip,
  listReopened,
  candidateDies,
  candidateDiesWhileVoting,
  voteStops,
  electionCalledOff,
  renewal,
  renewalInOneGo,
  interregnum,
  lateRenewal,
  jointNominationDisagreement,
  organisationExpires,
  placeMergerRejected,
  placeCloses,
  memberLeaves,
  leavesToday,
  chairLeaves,
  importHistory,
  statutesChange,
  otherCouncil,
  erasePerson,
]
