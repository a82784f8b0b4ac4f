import type { RecordData } from './record.ts'
import { missingInPart } from './record.ts'
import { canonical, CODE, isList, isObject, type Json, type JsonObject, sha256 } from './text.ts'

/** The public part of a record: each section with its salt, or its code alone. All codes together have one code. */
export interface PublicPart {
  /** As computed here. */
  code: string
  /** The sections that are shown. */
  shown: Partial<RecordData>
}

export function isPublicPart(value: Json | undefined): value is JsonObject {
  return isObject(value) && value.kind === 'public_record'
}

/** Returns the key of the text that says what is wrong, and where. */
export async function readPublicPart(
  value: JsonObject,
): Promise<PublicPart | { fault: string; place?: string }> {
  const { format, code, sections } = value
  const isForm = Object.keys(value).length === 4 && format === 1 && typeof code === 'string'
  if (!isForm || !isObject(sections)) return { fault: 'part_missing', place: 'sections' }
  const shown: Record<string, Json> = {}
  const hashes: Record<string, string> = {}
  for (const [name, section] of Object.entries(sections)) {
    const hash = await hashOf(name, section)
    if (hash === undefined) return { fault: 'part_missing', place: name }
    hashes[name] = hash
    if (isObject(section) && section.value !== undefined) shown[name] = withoutSeals(section.value)
  }
  const computed = await sha256(canonical(hashes))
  if (computed !== code) return { fault: 'not_its_parts' }
  const place = missingInPart(shown) ?? ('election' in shown ? undefined : 'election')
  return place === undefined
    ? { code: computed, shown: { ...shown, sealed: true } }
    : { fault: 'part_missing', place }
}

/** Of a section that is shown, the hash of its name, its salt and what it says. */
async function hashOf(name: string, section: Json): Promise<string | undefined> {
  if (!isObject(section)) return undefined
  const { hash, salt, value } = section
  const count = Object.keys(section).length
  if (typeof hash === 'string') return count === 1 && CODE.test(hash) ? hash : undefined
  if (typeof salt !== 'string' || value === undefined || count !== 2) return undefined
  return sha256(canonical([name, salt, value]))
}

/** A sealed text reads as its code, which is no text that anybody wrote. */
function withoutSeals(value: Json): Json {
  if (isList(value)) return value.map(withoutSeals)
  if (!isObject(value)) return value
  const { sealed } = value
  if (typeof sealed === 'string' && Object.keys(value).length === 1) return sealed
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSeals(inner)]))
}

/** The code that the parts of a whole record have together. */
export async function codeOfParts(record: JsonObject): Promise<string> {
  const hashes: Record<string, string> = {}
  const { words_sealed: places, salt: secret = null } = record
  const sealed = new Set(isList(places) ? places : [])
  for (const [name, given] of Object.entries(record)) {
    const salt = await sha256(canonical([secret, name]))
    const value = await withSeals(given, name, sealed, secret)
    hashes[name] = await sha256(canonical([name, salt, value]))
  }
  return sha256(canonical(hashes))
}

/** As the public part has it: a code in the place of each text that the record says is sealed. */
async function withSeals(value: Json, place: string, sealed: ReadonlySet<Json>, secret: Json): Promise<Json> {
  if (sealed.has(place)) {
    const salt = await sha256(canonical([secret, place]))
    return { sealed: await sha256(canonical([salt, value])) }
  }
  if (isList(value))
    return Promise.all(value.map((one, index) => withSeals(one, `${place}.${index}`, sealed, secret)))
  if (!isObject(value)) return value
  const inner = Object.entries(value).map(async ([key, one]) => {
    return [key, await withSeals(one, `${place}.${key}`, sealed, secret)] as const
  })
  return Object.fromEntries(await Promise.all(inner))
}
