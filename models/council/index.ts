/** What the routes use of seats, terms, roster, offices and substitutes. */

export { getArea } from './areas.ts'
export { appointFormally } from './formal/appointing.ts'
export { formalAppointmentsOf, getFormalAppointment } from './formal/formal_appointments.ts'
export { flagGround, listOpenFlags, settleGround } from './grounds/flags.ts'
export { councilHistory } from './history/council_history.ts'
export { publicDifference, publicHistory } from './history/publication.ts'
export { daysToCompare } from './history/roster_difference.ts'
export { seatStory } from './history/seat_story.ts'
export { readEdge, wholeSpan } from './history/timeline.ts'
export { compareDays } from './history/two_days.ts'
export { endMembership, previewLeaving, voidMembership } from './leaving.ts'
export { getMembership, listMembersFrom, newestMembershipOf, startMembership } from './memberships.ts'
export {
  electOfficer,
  getOfficeholding,
  leaveOffice,
  listOfficeholdings,
  listOfficersOn,
  voidOffice,
} from './offices/offices.ts'
export { previewSwap, swapOffices, versionOfSwap } from './offices/swap.ts'
export { listPeople } from './people_with_seats.ts'
export { statutesAsRegistered, listEndingsInTerm, listSeatsToDecide } from './places_over_time.ts'
export { publicCouncilOn } from './publication.ts'
export { comingVacancy, rosterOn } from './roster.ts'
export { decideSeat, listDecisionsAbout, listSeatDecisions } from './seat_decisions.ts'
export { getSeat, listSeats } from './seats.ts'
export { makeVersion, previewVersion, type VersionPreview } from './statutes/adoption.ts'
export { changeStatutesRule, previewStatutesRule, type RuleChangeForm } from './statutes/rule_change.ts'
export {
  getSubstitute,
  registerSubstitute,
  seatSubstitute,
  steppedIn,
  substituteFor,
  substitutesAt,
  substitutesForSeat,
  withdrawSubstitute,
} from './substitutes/substitutes.ts'
export { findTermOn, listTerms } from './terms.ts'
export { END_REASONS } from '../rules/council/membership.ts'
export { SWAP_DECISIONS } from '../rules/council/office_swap.ts'
export { substitutesOf } from '../rules/council/substitutes.ts'
