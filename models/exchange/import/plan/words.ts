import { isEndReason, type EndReason } from '../../../rules/council/membership.ts'
import { soundKey } from '../../reading/names.ts'
import type { Office, OfficeKey } from '../../../statutes/offices.ts'
import type { BodyId } from '../../../core/ids.ts'

/** What people write, beside the reasons' own names. */
const REASONS: Record<EndReason, readonly string[]> = {
  resigned: ['fratrådt', 'trådt ud', 'udtrådt', 'stoppet', 'udmeldt', 'eget ønske', 'resigned'],
  died: ['død', 'afgået ved døden', 'died', 'dead'],
  moved: ['flyttet', 'fraflyttet', 'moved'],
  lost_eligibility: ['ikke længere valgbar', 'mistet valgbarhed', 'lost eligibility'],
  organisation_withdrew: ['organisationen trak sig', 'trukket af organisationen', 'organisation withdrew'],
  election_annulled: ['valget annulleret', 'valget erklæret ugyldigt', 'election annulled'],
  other: ['andet', 'other'],
}

/** Words for a membership that ran its full time. */
const RAN_OUT = [
  'udløb',
  'perioden udløb',
  'periodens udløb',
  'ny periode',
  'udløbet',
  'expired',
  'end of term',
]

const OFFICES: Record<OfficeKey, readonly string[]> = {
  chair: ['formand', 'forperson', 'chair', 'chairman', 'chairperson'],
  vice_chair: ['næstformand', 'næstforperson', 'vice chair'],
}

/** `ran_out`: the term ran out, or the cell is empty. Returns undefined for unknown words. */
export function reasonOf(
  text: string,
  names: readonly (readonly [reason: string, name: string])[],
): EndReason | 'ran_out' | undefined {
  const typed = soundKey(text)
  const matches = (one: string) => soundKey(one) === typed
  if (typed === '' || RAN_OUT.some(matches)) return 'ran_out'
  const named = names.find(([, name]) => matches(name))?.[0]
  if (isEndReason(named)) return named
  return Object.entries(REASONS)
    .filter(([, words]) => words.some(matches))
    .map(([reason]) => reason)
    .find(isEndReason)
}

/** Returns null for an empty cell, undefined for unknown words. */
export function officeOf(text: string, offices: readonly Office[]): OfficeKey | null | undefined {
  const typed = soundKey(text)
  if (typed === '' || typed === 'medlem' || typed === 'member') return null
  const matches = (word: string) => soundKey(word) === typed
  const own = offices.find(({ key, title }) => title && [key, title.da, title.en].some(matches))
  return own?.key ?? Object.keys(OFFICES).find((key) => OFFICES[key]?.some(matches))
}

/** The whole cell when it names one organisation, else its parts. */
export function organisationsIn(
  text: string,
  known: ReadonlyMap<string, BodyId>,
): { ids: BodyId[]; unknown: boolean } {
  if (text === '') return { ids: [], unknown: false }
  const whole = known.get(soundKey(text))
  if (whole !== undefined) return { ids: [whole], unknown: false }
  const ids = text.split(/,|;|\/|&|\+| og | and /i).map((part) => known.get(soundKey(part)))
  const found = ids.filter((id) => id !== undefined)
  return { ids: [...new Set(found)].sort((a, b) => a - b), unknown: found.length < ids.length }
}
