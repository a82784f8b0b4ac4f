import type { Request } from 'express'
import { localAddress, paths } from '../../web/index.ts'

export interface Resume {
  path: string
  fields: Record<string, string | string[]>
}

/** Secrets, and what belongs to the session that is gone. */
const NOT_KEPT = new Set(['_csrf', 'current_password', 'password', 'password_again', 'kept'])

/** The words of a key slip are stored nowhere, not even in a session. */
const KEY_SLIP = /^slip_\d+$/

/** The form comes from the sign-in page's hidden field, or is the one that was just sent. */
export function resumeFrom(req: Request): Resume | undefined {
  if (req.method !== 'POST') return undefined
  // A change of password is nothing without its passwords.
  if (req.path === paths.ownAccount) return undefined
  if (req.path !== paths.signIn) return { path: req.path, fields: sentFields(req) }
  return typeof req.typed.kept === 'string' ? parseKept(req.typed.kept) : undefined
}

/** Leaves out secrets. */
export function sentFields(req: Request): Resume['fields'] {
  const kept = Object.entries(req.typed).flatMap(([name, value]): [string, string | string[]][] =>
    value === undefined || NOT_KEPT.has(name) || KEY_SLIP.test(name) ? [] : [[name, value]],
  )
  return Object.fromEntries(kept)
}

function parseKept(text: string): Resume | undefined {
  try {
    const kept = JSON.parse(text) as Partial<Resume>
    const { path, fields } = kept
    const inOffice = typeof path === 'string' && localAddress(path)?.startsWith(`${paths.office}/`) === true
    if (!inOffice || typeof fields !== 'object' || Object(fields) !== fields) return undefined
    return { path, fields: Object.fromEntries(Object.entries(fields).filter(isPlain)) }
  } catch {
    return undefined
  }
}

/** False for what no form of ours can send. */
function isPlain(entry: [string, unknown]): entry is [string, string | string[]] {
  return [entry[1]].flat().every((text) => typeof text === 'string')
}
