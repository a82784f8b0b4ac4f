import { canonicalJson, canonicalOf, parseJson, sha256, type Json } from '../../core/canonical.ts'
import type { RecordDocument } from './document.ts'

// Who only watched, helped or withdrew, and what was written in somebody's own words, is for those who sign the record.
// In its public part such a text is a code, which cannot be found by trying names: its salt stays in the record.

/** The texts by their section; `*` stands for each entry of a list. What is not there is not sealed. */
const OF_SECTIONS: { readonly [section in keyof RecordDocument]?: readonly string[] } = {
  candidates: ['*.eligibility_checked_by'],
  list: ['lot.witnesses', 'reopenings.*.reason'],
  prints: ['*.taken_off.*.reason'],
  void_papers: ['*.difference_reason'],
  polling: [
    ...['opening.first_witness', 'opening.second_witness', 'pauses.*.reason', 'corrections.*.reason'],
    ...['closing.early_reason', 'closing.late_reason', 'closing.marks_reason'],
  ],
  papers: ['difference_reason'],
  rounds: [
    ...['*.sheets.*.difference_reason', '*.sheets.*.invalid_ballots.*.note', '*.check.note', '*.kept.reason'],
  ],
  booth: ['key.holders.*.holder'],
  mixed_in: ['mix.first_witness', 'mix.second_witness', 'prints.*.reason', 'key.holders.*.holder'],
  entered: [
    ...[
      'difference_reason',
      'restarts.*.reason',
      'reopenings.*.reason',
      'reopenings.*.end.difference_reason',
    ],
  ],
  box_loss: ['reason', 'key.holders.*.holder'],
  lot: ['witnesses'],
  complaints: ['*.decision.reason'],
  ballot_destruction: ['first_witness', 'second_witness', 'left_reason'],
  packages: [
    ...['sealings.*.first_sealer', 'sealings.*.second_sealer', 'sealings.*.difference_reason'],
    ...['openings.*.first_opener', 'openings.*.second_opener', 'openings.*.reason'],
  ],
  conduct: ['presences.*.name', 'objections.*.text', 'objections.*.decision.decision'],
  incident_reasons: ['*.reason'],
}

type Sections = { readonly [name: string]: Json | undefined }

/** The places of the texts that are to be sealed, like `polling.opening.first_witness`. */
export function sealedPlaces(record: RecordDocument): string[] {
  return placesOfTexts(sectionsIn(canonicalOf(record)))
}

export function placesOfTexts(record: Sections): string[] {
  const candidates = isList(record.candidates) ? record.candidates : []
  const withdrawn = candidates.flatMap((one, index) =>
    isObject(one) && one.withdrawn_on !== null ? [`candidates.${index}.name`] : [],
  )
  const others = Object.entries(OF_SECTIONS).flatMap(([section, patterns]) =>
    patterns.flatMap((pattern) => placesOf(record[section], pattern.split('.'), section)),
  )
  return [...withdrawn, ...others]
}

/** Takes the record's text. */
export function sectionsIn(document: string): Sections {
  const record: Json = parseJson(document)
  if (!isObject(record)) throw new TypeError('a record is an object')
  return record
}

/** The places that the record says are sealed; undefined for one from before texts were sealed. */
export function placesIn({ words_sealed }: Sections): ReadonlySet<string> | undefined {
  if (!isList(words_sealed)) return undefined
  return new Set(words_sealed.filter((place) => typeof place === 'string'))
}

function placesOf(value: Json | undefined, [step, ...rest]: readonly string[], place: string): string[] {
  if (step === undefined) return typeof value === 'string' && value !== '' ? [place] : []
  if (isList(value)) {
    const all = step === '*' ? [...value.keys()] : []
    return all.flatMap((index) => placesOf(value[index], rest, `${place}.${index}`))
  }
  return isObject(value) ? placesOf(value[step], rest, `${place}.${step}`) : []
}

/** The section with a code in the place of each sealed text. `salt` is the record's. */
export function withSealed(section: Json, name: string, places: ReadonlySet<string>, salt: Json): Json {
  if (places.has(name))
    return { sealed: sha256(canonicalJson([sha256(canonicalJson([salt, name])), section])) }
  if (isList(section)) return section.map((one, index) => withSealed(one, `${name}.${index}`, places, salt))
  if (!isObject(section)) return section
  return Object.fromEntries(
    Object.entries(section).map(([key, one]) => [
      key,
      withSealed(one ?? null, `${name}.${key}`, places, salt),
    ]),
  )
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json | undefined): value is Sections {
  return typeof value === 'object' && value !== null && !isList(value)
}
