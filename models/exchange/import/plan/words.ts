import { isEndReason, type EndReason } from '../../../rules/council/membership.ts'
import { soundKey } from '../../reading/names.ts'
import type { Office, OfficeKey } from '../../../statutes/offices.ts'

/** What people write for why a membership ended, beside the reasons' own names. */
const REASONS: Record<EndReason, readonly string[]> = {
  resigned: ['fratrådt', 'trådt ud', 'udtrådt', 'stoppet', 'udmeldt', 'eget ønske', 'resigned'],
  died: ['død', 'afgået ved døden', 'died', 'dead'],
  moved: ['flyttet', 'fraflyttet', 'moved'],
  lost_eligibility: ['ikke længere valgbar', 'mistet valgbarhed', 'lost eligibility'],
  organisation_withdrew: ['organisationen trak sig', 'trukket af organisationen', 'organisation withdrew'],
  election_annulled: ['valget annulleret', 'valget erklæret ugyldigt', 'election annulled'],
  other: ['andet', 'other'],
}

/** Words for a membership that lasted as long as it was meant to. */
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

/**
 * Reads a reason. `ran_out`: it ended when it was due, or nothing is said. Returns undefined when the words are not known.
 * `names` gives the reasons as the interface writes them.
 */
export function reasonOf(
  text: string,
  names: readonly (readonly [reason: string, name: string])[],
): EndReason | 'ran_out' | undefined {
  const said = soundKey(text)
  const says = (one: string) => soundKey(one) === said
  if (said === '' || RAN_OUT.some(says)) return 'ran_out'
  const named = names.find(([, name]) => says(name))?.[0]
  if (isEndReason(named)) return named
  return Object.entries(REASONS)
    .filter(([, words]) => words.some(says))
    .map(([reason]) => reason)
    .find(isEndReason)
}

/** Reads an office. Returns null when the cell is empty, and undefined when the words are not known. */
export function officeOf(text: string, offices: readonly Office[]): OfficeKey | null | undefined {
  const said = soundKey(text)
  if (said === '' || said === 'medlem' || said === 'member') return null
  const says = (word: string) => soundKey(word) === said
  const own = offices.find(({ key, title }) => title && [key, title.da, title.en].some(says))
  return own?.key ?? Object.keys(OFFICES).find((key) => OFFICES[key]?.some(says))
}

/** The organisations that are named in one cell: the whole of it where it is one, else its parts. */
export function organisationsIn(
  text: string,
  known: ReadonlyMap<string, number>,
): { ids: number[]; unknown: boolean } {
  if (text === '') return { ids: [], unknown: false }
  const whole = known.get(soundKey(text))
  if (whole !== undefined) return { ids: [whole], unknown: false }
  const ids = text.split(/,|;|\/|&|\+| og | and /i).map((part) => known.get(soundKey(part)))
  const found = ids.filter((id) => id !== undefined)
  return { ids: [...new Set(found)].sort((a, b) => a - b), unknown: found.length < ids.length }
}
