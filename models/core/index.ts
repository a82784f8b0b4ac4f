/** What the routes use of what knows no room: days, errors, the audit. */

export { auditHead, type By, linesOfLog, listEvents, wasDone } from './audit.ts'
export { verifyChain } from './chain.ts'
export { canonicalJson, sha256 } from './canonical.ts'
export { type Clock, clockOf, formatDate, formatLongDate, type IsoDate, LOCALES, parseDate } from './dates.ts'
export { type Db, isUp } from './db.ts'
export { Conflict, NotFound, Refused, Unreadable } from './errors.ts'
export {
  type AccountId,
  type AreaId,
  type CandidacyId,
  type ElectionId,
  type Id,
  idOf,
  type ImportId,
  type MembershipId,
  NO_ID,
  type PersonId,
  type StatutesVersionId,
} from './ids.ts'
export { shortly } from './jobs.ts'
export { recordFrom } from './records.ts'
export { runsBackwards, type Span, yearsOf } from '../rules/core/spans.ts'
