import { actsHere, auditHead } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'

const LOOK_AGAIN_MS = 1000

const heads = new WeakMap<Db, { head: string; acts: number; at: number }>()

/** Returns undefined when the look-up is too old, or this process has done an act since. */
export function recentAct(db: Db): string | undefined {
  const kept = heads.get(db)
  const holds = kept?.acts === actsHere(db) && performance.now() - kept.at < LOOK_AGAIN_MS
  return holds ? kept.head : undefined
}

export async function newestAct(db: Db): Promise<string> {
  const acts = actsHere(db)
  const at = performance.now()
  const { sequence, hash } = await auditHead(db)
  const head = `${sequence}|${hash}`
  heads.set(db, { head, acts, at })
  return head
}
