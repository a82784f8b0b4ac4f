import { randomUUID } from 'node:crypto'
import type { Db } from '../../core/db.ts'

export interface Progress {
  state: 'running' | 'done' | 'failed'
  done: number
  total: number
}

const MOST_KEPT = 50
const kept = new WeakMap<Db, Map<string, Progress>>()

/**
 * Begins to follow something that this process does. The key is told only to the one who began it. What is known here
 * can be asked for while a transaction holds SQLite's one connection, when the database cannot answer.
 */
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
