import { canonicalJson, sha256, type Json } from '../../core/canonical.ts'
import { keysOf } from '../../core/records.ts'
import type { RecordDocument } from './document.ts'
import { placesIn, placesOfTexts, sectionsIn, withSealed } from './sealed_words.ts'

// The record as the public may have it. Each section of the certified record has a hash, and the hashes of all of them
// have one code, which is printed on the certified record. A section that may not be shown is its hash alone, so the
// public record has the same code, and anybody can see that it is a part of the certified one.

/**
 * `anything`: the section opens all others, so it is shown when nothing is kept back. `people`: it has a text that is
 * sealed in newer records.
 */
export type KeptBack =
  | 'figures'
  | 'invalid'
  | 'boxes'
  | 'sheets'
  | 'help'
  | 'names'
  | 'reopenings'
  | 'incidents'
  | 'people'
  | 'anything'

/**
 * What keeps a section back. With `figures` goes what tells how many ballots there were; with `invalid`
 * goes what tells blank and invalid ballots apart, or could be found by trying both; with `boxes` goes how many there
 * were of each kind, what people wrote in their own words about it, and a hash without salt that could be found by trying
 * every figure of a box; with `names` goes what names candidates or could.
 */
const KEPT_BACK_WITH: Readonly<Record<keyof RecordDocument, readonly KeptBack[]>> = {
  format: [],
  salt: ['anything'],
  // The places alone would tell how many there are in a section that is kept back.
  words_sealed: ['people', 'anything'],
  made_at: [],
  state: [],
  made_on: [],
  council: [],
  election: [],
  statutes: [],
  timetable: [],
  board: [],
  candidates: ['names'],
  list: ['names', 'reopenings'],
  prints: ['names'],
  void_papers: ['names'],
  polling: ['boxes', 'help', 'names'],
  papers: ['boxes', 'names'],
  rounds: ['boxes', 'sheets', 'names'],
  booth: ['boxes', 'invalid'],
  mixed_in: ['figures'],
  entered: ['figures', 'boxes', 'sheets', 'names'],
  box_loss: ['boxes', 'names'],
  totals: ['figures', 'invalid'],
  result: ['boxes', 'invalid'],
  lot: ['names'],
  uncontested: [],
  certifications: ['boxes', 'invalid'],
  complaints: ['boxes', 'invalid', 'names'],
  recounts: ['figures', 'boxes', 'sheets', 'names'],
  roll_erasure: ['figures'],
  ballot_destruction: ['boxes', 'names'],
  packages: ['boxes', 'sheets', 'names'],
  conduct: ['boxes', 'invalid', 'names'],
  incidents: ['names'],
  incident_reasons: ['names', 'incidents'],
  investigations: ['figures', 'boxes', 'sheets', 'names'],
}

/**
 * Sections that tell nothing when they are empty. The page of the election tells of each recount, so everybody knows
 * when there was none. That another section is empty can tell what people did or wrote.
 */
const OPEN_WHEN_EMPTY: ReadonlySet<string> = new Set<keyof RecordDocument>(['recounts'])

/** A section with the salt that makes its hash, or its hash alone. */
type Section = { salt: string; value: Json } | { hash: string }

export interface PublicRecord {
  format: 1
  kind: 'public_record'
  /** Of all sections: the same for the certified record, on which it is printed. */
  code: string
  sections: Readonly<Record<string, Section>>
}

interface Leaf {
  salt: string
  value: Json
  hash: string
}

/** Takes the record's text. */
export function publicCode(document: string): string {
  return codeOf(leavesOf(document))
}

/**
 * Canonical JSON of a `PublicRecord`. What is kept back cannot be found by trying values: its salt stays in the record.
 * Sealed texts are always kept back, and in a record from before there were any, the sections that have such texts.
 */
export function publicRecord(document: string, kept: readonly KeptBack[]): string {
  const leaves = leavesOf(document)
  const people = keepsPeople(document)
  const reasons = new Set<KeptBack>(kept.length > 0 || people.size > 0 ? [...kept, 'anything'] : [])
  const sections = [...leaves].map(([name, { salt, value, hash }]) => {
    const isOpen = OPEN_WHEN_EMPTY.has(name) && Array.isArray(value) && value.length === 0
    const isKept = people.has(name) || keepersOf(name).some((reason) => reasons.has(reason))
    return [name, isKept && !isOpen ? { hash } : { salt, value }] as const
  })
  return canonicalJson({
    ...{ format: 1, kind: 'public_record', code: codeOf(leaves) },
    sections: Object.fromEntries(sections),
  })
}

/** The sections that are kept back because of the people in them; none when the record has no such text. */
export function keepsPeople(document: string): ReadonlySet<string> {
  const record = sectionsIn(document)
  const sealed = placesIn(record)
  if (sealed !== undefined) return new Set(sealed.size > 0 ? ['words_sealed'] : [])
  return new Set([...placesOfTexts(record)].map((place) => place.slice(0, place.indexOf('.'))))
}

/** What this program does not know is kept back for any reason at all. */
function keepersOf(name: string): readonly KeptBack[] {
  const known = keysOf(KEPT_BACK_WITH).find((one) => one === name)
  return known === undefined ? ['anything'] : KEPT_BACK_WITH[known]
}

function leavesOf(document: string): Map<string, Leaf> {
  const record = sectionsIn(document)
  const sealed = placesIn(record) ?? new Set()
  const secret = record.salt ?? null
  return new Map(
    Object.entries(record).map(([name, given = null]) => {
      const value = withSealed(given, name, sealed, secret)
      const salt = sha256(canonicalJson([secret, name]))
      return [name, { salt, value, hash: sha256(canonicalJson([name, salt, value])) }]
    }),
  )
}

function codeOf(leaves: ReadonlyMap<string, Leaf>): string {
  return sha256(canonicalJson(Object.fromEntries([...leaves].map(([name, { hash }]) => [name, hash]))))
}
