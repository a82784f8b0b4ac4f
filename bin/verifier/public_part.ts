import type { RecordData } from './record.ts'
import { missingInPart } from './record.ts'
import { canonical, CODE, isObject, type Json, type JsonObject, sha256 } from './text.ts'

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
    if (isObject(section) && section.value !== undefined) shown[name] = section.value
  }
  const computed = await sha256(canonical(hashes))
  if (computed !== code) return { fault: 'not_its_parts' }
  const place = missingInPart(shown) ?? ('election' in shown ? undefined : 'election')
  return place === undefined ? { code: computed, shown } : { fault: 'part_missing', place }
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

/** The code that the parts of a whole record have together. */
export async function codeOfParts(record: JsonObject): Promise<string> {
  const hashes: Record<string, string> = {}
  for (const [name, value] of Object.entries(record)) {
    const salt = await sha256(canonical([record.salt ?? null, name]))
    hashes[name] = await sha256(canonical([name, salt, value]))
  }
  return sha256(canonical(hashes))
}
