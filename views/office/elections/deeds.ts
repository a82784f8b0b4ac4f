import type { Json } from '../../../models/core/canonical.ts'
import { formatDate, isoDate, type IsoDate } from '../../../models/core/dates.ts'
import { type CandidacyId, idOf } from '../../../models/core/ids.ts'
import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import type { Deed } from '../../../models/elections/history.ts'
import type { Reader } from '../../reader.ts'
import { listOf, nameFinder } from './head.ts'

export interface DeedLine {
  day: IsoDate
  text: string
  /** What somebody wrote about it. */
  reason: string
  actor: string
}

type Words = Pick<Reader, 't' | 'lang'>

/** The newest first. */
export function deedLines(
  reader: Words,
  deeds: readonly Deed[],
  candidacies: readonly Pick<CandidacyRow, 'id' | 'name'>[],
): DeedLine[] {
  const nameOf = nameFinder(candidacies)
  return deeds
    .map((deed) => ({
      ...{ day: deed.day, actor: deed.actor },
      text: sentence(reader, deed, nameOf),
      reason: SAYS_WHY.includes(deed.action) ? text(deed.details.reason) : '',
    }))
    .reverse()
}

/** What was typed as the reason stands after the sentence. */
const SAYS_WHY: readonly Deed['action'][] = [
  'election.paused',
  'election.list_reopened',
  'election.incident_recorded',
  'election.incident_written',
  'election.incident_signed',
  'election.incident_refused',
  'election.stopped',
  'election.called_off',
  'election.moved',
  'ballots.taken_off',
]

/** `election.list_approved` is said by `elections.deed.list_approved`. */
function sentence(reader: Words, { action, details }: Deed, nameOf: (id: CandidacyId) => string): string {
  const key = action.startsWith('candidacy.') ? action.replace('.', '_') : action.replace('election.', '')
  const candidacy = details.candidacy ?? details.candidacy_id
  return reader.t(`elections.deed.${key}${variantOf(action, details)}`, {
    candidate: typeof candidacy === 'number' ? nameOf(idOf<CandidacyId>(candidacy)) : '',
    polling_on: day(reader, details.polling_on),
    candidates_by: day(reader, details.candidates_by),
    decided_on: day(reader, details.decided_on),
    decided_by: text(details.decided_by),
    opened_at: text(details.opened_at),
    closed_at: text(details.closed_at),
    number: figure(details.complaint),
    slip: figure(details.number),
    holder: text(details.holder),
    holders: listOf(reader, holdersIn(details.holders)),
    commitment: text(details.commitment),
    counter: text(details.counter),
    witnesses: listOf(reader, texts(details.witnesses)),
    chosen: listOf(reader, ids(details.chosen).map(nameOf)),
    elected: listOf(reader, ids(details.elected).map(nameOf)),
    copies: figure(details.copies),
    found: figure(details.found),
    printed: figure(details.printed),
    list: figure(details.list_version),
    at: text(details.paused_at ?? details.resumed_at),
    reason: text(details.reason),
    count: countOf(details),
  })
}

const VARIANTS: { readonly [action in Deed['action']]?: string } = {
  'election.roll_chosen': 'roll_kind',
  'election.roll_changed': 'change',
  'election.table_corrected': 'kind',
  'election.certified': 'recount',
  'candidacy.withdrawn': 'because',
  'election.incident_recorded': 'because',
  'election.incident_written': 'because',
  'election.incident_signed': 'because',
}

function variantOf(action: Deed['action'], details: Deed['details']): string {
  const { elected } = details
  if (action === 'election.certified' && Array.isArray(elected) && elected.length === 0) return '_nobody'
  const name = VARIANTS[action]
  const variant = name === undefined ? '' : text(details[name])
  // A key that ends in `_other` is a plural.
  return variant === '' ? '' : `_${variant === 'other' ? 'something' : variant}`
}

function countOf({ entries, packages, candidates }: Deed['details']): number {
  if (typeof entries === 'number') return entries
  return typeof packages === 'number' ? packages : ids(candidates).length
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function figure(value: Json | undefined): number | '' {
  return typeof value === 'number' ? value : ''
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map((one: Json) => text(one)) : []
}

/** Names, each with the number of a key slip. */
function holdersIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map((one: Json) => text(isNamed(one) ? one.holder : undefined)) : []
}

function isNamed(value: Json): value is { holder: Json } {
  return typeof value === 'object' && value !== null && 'holder' in value
}

function ids(value: Json | undefined): CandidacyId[] {
  return Array.isArray(value) ? value.filter((one: Json): one is CandidacyId => typeof one === 'number') : []
}

function day({ lang }: Words, value: Json | undefined): string {
  return typeof value === 'string' ? formatDate(isoDate(value), lang) : ''
}
