import { createHash } from 'node:crypto'

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Sorted keys and no spaces: the same data always gives the same text and the same hash. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value as Record<string, Json | undefined>)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

export function parseJson(text: string): Json {
  return JSON.parse(text) as Json
}

/** The canonical JSON of plain rows and documents, whose types do not say that they are JSON. */
export function canonicalOf(value: object): string {
  return canonicalJson(value as unknown as Json)
}

/** Returns lower-case hex. A text is read as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
