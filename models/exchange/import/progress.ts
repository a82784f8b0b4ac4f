import { randomUUID } from 'node:crypto'
import type { Db } from '../../core/db.ts'

export interface Progress {
  state: 'running' | 'done' | 'failed'
  done: number
  total: number
}

const MOST_KEPT = 50
const kept = new WeakMap<Db, Map<string, Progress>>()

/** Only the starter gets the key. Kept in memory, since SQLite's one connection is busy with the transaction. */
export function follow(db: Db, total: number): { key: string; progress: Progress } {
  const key = randomUUID()
  const progress: Progress = { state: 'running', done: 0, total }
  const followed = kept.get(db) ?? new Map<string, Progress>()
  followed.set(key, progress)
  if (followed.size > MOST_KEPT) followed.delete(followed.keys().next().value ?? '')
  kept.set(db, followed)
  return { key, progress }
}

/** Asks no database. Returns undefined when this process follows nothing by that key. */
export function progressOf(db: Db, key: string): Progress | undefined {
  return kept.get(db)?.get(key)
}
