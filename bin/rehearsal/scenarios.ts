import { boothElection, boothWalkAway } from './elections/scenarios/booth_election.ts'
import { byElection } from './elections/scenarios/by_election.ts'
import { countMismatch } from './elections/scenarios/count_mismatch.ts'
import { lostKeySlip } from './elections/scenarios/lost_key_slip.ts'
import { missingPapers } from './elections/scenarios/missing_papers.ts'
import { mixedPaperAndBooth } from './elections/scenarios/mixed_paper_and_booth.ts'
import { noCandidates } from './elections/scenarios/no_candidates.ts'
import { ordinaryElection } from './elections/scenarios/ordinary_election.ts'
import { personOnTwoRolls } from './elections/scenarios/person_on_two_rolls.ts'
import { smallElectorate } from './elections/scenarios/small_electorate.ts'
import { tie } from './elections/scenarios/tie.ts'
import { uncontested } from './elections/scenarios/uncontested.ts'
import { upheldComplaint } from './elections/scenarios/upheld_complaint.ts'
import { firstCouncil } from './first_council/scenario.ts'
import { importHistory } from './import_history/scenario.ts'
import { otherCouncil } from './other_council/scenario.ts'
import { jointNominationDisagreement } from './nominations/joint_disagreement.ts'
import { placeMergerRejected } from './places/merger_rejected.ts'
import { organisationExpires } from './places/organisation_expires.ts'
import { placeCloses } from './places/place_closes.ts'
import type { Scenario } from './play.ts'
import { erasePerson } from './privacy/erase_person.ts'
import { interregnum } from './renewal/interregnum.ts'
import { renewal } from './renewal/scenario.ts'
import { statutesChange } from './statutes_change/scenario.ts'
import { chairLeaves } from './vacancy/chair_leaves.ts'
import { memberLeaves } from './vacancy/member_leaves.ts'

/** Every scenario that can be played, in the order in which `--list` names them. */
export const SCENARIOS: readonly Scenario[] = [
  firstCouncil,
  ordinaryElection,
  byElection,
  tie,
  uncontested,
  noCandidates,
  countMismatch,
  missingPapers,
  personOnTwoRolls,
  smallElectorate,
  upheldComplaint,
  boothElection,
  boothWalkAway,
  mixedPaperAndBooth,
  lostKeySlip,
  renewal,
  interregnum,
  jointNominationDisagreement,
  organisationExpires,
  placeMergerRejected,
  placeCloses,
  memberLeaves,
  chairLeaves,
  importHistory,
  statutesChange,
  otherCouncil,
  erasePerson,
]
