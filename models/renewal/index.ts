/** What the routes use of the renewal: timetable, nominations, letters. */

export { renewalBoard } from './board.ts'
export { planInOneGo, whatToPlan } from './in_one_go.ts'
export { listRequestsToSend, recordAllPrinted, sendAllByEmail } from './letters_together.ts'
export { getLetter, type Letter, type LetterToSend, recordPrinted, sendByEmail } from './letters.ts'
export { type Nominee, recordAnswer } from './nominations/answers.ts'
export { appoint } from './nominations/appointments.ts'
export { listAskable } from './nominations/askable.ts'
export { askForNomination } from './nominations/asking.ts'
export { closeNomination } from './nominations/closing.ts'
export {
  getNomination,
  listEndedNominations,
  listOpenNominations,
  type Nomination,
} from './nominations/nominations.ts'
export { recordNobody, recordReply } from './nominations/replies.ts'
export { freeFrom, listTermsOfSeat, seatsElsewhere } from './nominations/seat_in_term.ts'
export { listSeatsToFill } from './nominations/seats_to_fill.ts'
export type { LetterKind } from './nominations/tables.ts'
export {
  changeTimetable,
  getRenewal,
  isOwnTerm,
  listRenewals,
  listTermsToRenew,
  proposeFor,
  recordDiscussion,
  type RenewalForm,
  startRenewal,
} from './renewal.ts'
export { underWayFor } from './under_way.ts'
export { RENEWAL_STEPS, type RenewalStepKind } from '../rules/renewal/renewal.ts'
