import type { Json } from '../core/canonical.ts'
import type {
  AccountId,
  CandidacyId,
  ImportId,
  MembershipId,
  NominationId,
  OfficeholdingId,
  PersonId,
  SubstituteId,
} from '../core/ids.ts'

/** Ids that tie a line of the log to a person. */
export interface LogIds {
  person: PersonId
  memberships: readonly MembershipId[]
  offices: readonly OfficeholdingId[]
  candidacies: readonly CandidacyId[]
  accounts: readonly AccountId[]
  substitutes: readonly SubstituteId[]
  imports: readonly ImportId[]
  /** The nominations that ended with the person's appointment. */
  appointedIn: readonly NominationId[]
}

type Value = Json | undefined

/** Every line with one of these subjects is about the person. */
export function subjectsOf(ids: LogIds): string[] {
  const named = (kind: string, list: readonly number[]) => list.map((id) => `${kind}:${id}`)
  return [
    `person:${ids.person}`,
    ...named('membership', ids.memberships),
    ...named('officeholding', ids.offices),
    ...named('account', ids.accounts),
    ...named('import', ids.imports),
  ]
}

/** A line is about the person by its subject, or when its details name the person or what belongs to the person. */
export function isAbout(ids: LogIds, event: { action: string; subject: string; details: Value }): boolean {
  if (subjectsOf(ids).includes(event.subject)) return true
  if (event.action === 'nomination.letter_sent') return isLetterTo(ids, event)
  if (event.action === 'office.swapped') return isOneOfTwo(ids, event.details)
  return namesAny(ids, event.details)
}

/** A letter about an appointment goes to the appointed member; the others go to organisations. */
function isLetterTo(
  { appointedIn }: LogIds,
  { subject, details }: { subject: string; details: Value },
): boolean {
  const to = appointedIn.some((id) => subject === `nomination:${id}`)
  return to && isObject(details) && details.kind === 'appointment'
}

/** A swap logs both people under the names of their offices. */
function isOneOfTwo({ person }: LogIds, details: Value): boolean {
  return isObject(details) && (details.chair === person || details.vice_chair === person)
}

function namesAny(ids: LogIds, value: Value): boolean {
  if (Array.isArray(value)) return value.some((one: Value) => namesAny(ids, one))
  if (!isObject(value)) return false
  return Object.entries(value).some(
    ([name, inner]) => idsUnder(ids, name).some((id) => holds(inner, id)) || namesAny(ids, inner),
  )
}

function holds(value: Value, id: number): boolean {
  return Array.isArray(value) ? value.includes(id) : value === id
}

function idsUnder(ids: LogIds, name: string): readonly number[] {
  switch (name) {
    case 'person':
      return [ids.person]
    case 'membership':
    case 'unseated':
      return ids.memberships
    case 'candidacy':
    case 'candidates':
    case 'elected':
    case 'among':
    case 'chosen':
      return ids.candidacies
    case 'board':
      return ids.accounts
    case 'substitute':
      return ids.substitutes
    default:
      return []
  }
}

function isObject(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
