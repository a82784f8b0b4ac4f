import { parseJson, sha256 } from '../core/canonical.ts'
import type { Instant } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { AccountId } from '../core/ids.ts'
import type { OutsideKeys } from '../core/keys.ts'

/** The server calls it now and then. The times are those of the session store. */
export async function removeOldSessions(db: Db): Promise<void> {
  await db('sessions').where('expired', '<', new Date().toISOString()).delete()
}

/**
 * The hashes of the sessions whose owners are signed in just now. A row alone says little: it stays when its owner has
 * gone without signing out. Nobody is signed out of it before that browser asks again.
 */
export async function livingSessions(db: Db, now: Instant): Promise<Set<string>> {
  const rows = await db<{ sid: string; sess: string | object }>('sessions').select('sid', 'sess')
  const living = rows.filter(({ sess }) => (contentOf(sess).endsAt ?? '') >= now)
  return new Set(living.map(({ sid }) => sha256(sid)))
}

/** A new password or a closed account ends the session, and so does another account written into its row. */
export interface SessionUser {
  id: AccountId
  version: number
  proof: string
}

export function sealSession(
  keys: OutsideKeys,
  sid: string,
  { id, version }: Pick<SessionUser, 'id' | 'version'>,
): SessionUser {
  return { id, version, proof: keys.prove('session', textOf(sid, { id, version })) }
}

export function isSessionOf(keys: OutsideKeys, sid: string, user: Partial<SessionUser>): boolean {
  return keys.authorOf('session', textOf(sid, user), user.proof ?? '') === 'ours'
}

function textOf(sid: string, { id, version }: Partial<SessionUser>): string {
  return [sid, id, version].join(' ')
}

/** The numbers of sessions whose user this server did not write; only their first signs, since they are secret. */
export async function forgedSessions(db: Db, keys: OutsideKeys): Promise<string[]> {
  const rows = await db<{ sid: string; sess: string | object }>('sessions').select('sid', 'sess')
  return rows
    .filter(({ sid, sess }) => {
      const { user } = contentOf(sess).passport ?? {}
      return user && keys.authorOf('session', textOf(sid, user), user.proof ?? '') === 'forged'
    })
    .map(({ sid }) => `${sid.slice(0, 6)}…`)
}

interface Content {
  passport?: { user?: Partial<SessionUser> }
  endsAt?: Instant
}

function contentOf(sess: string | object): Content {
  return (typeof sess === 'string' ? parseJson(sess) : sess) as Content
}
