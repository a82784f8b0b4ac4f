// Runs in a browser and in Node alike, so it asks for nothing that only one of them has.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Sorted keys and no spaces, as the record and the log are written before they are hashed. */
export function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`
}

/** Lower-case hex of the SHA-256. A text is read as UTF-8. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Throws when the bytes are no UTF-8: a sign that is replaced would hide a change. */
export function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

/** Returns undefined when the text is no JSON. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

export type JsonObject = { readonly [key: string]: Json }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** A code as somebody typed it: in groups, in capitals, with a label before it. */
export function typedCode(typed: string): string {
  const signs = typed.toLowerCase().replace(/[^0-9a-f]/g, '')
  return typed.includes(':') ? typedCode(typed.slice(typed.lastIndexOf(':') + 1)) : signs
}

export const CODE = /^[0-9a-f]{64}$/
