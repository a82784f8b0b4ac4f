import { auditHead } from './audit.ts'
import type { Db } from './db.ts'

const MOST_KEPT = 500
const kept = new WeakMap<Db, Map<string, { sequence: number; value: Promise<unknown> }>>()

/** Keeps answers until the next official act, in every process: the register changes only through acts. */
export interface Fresh {
  /** Never for what changes without an act (sessions, a roll, turnout). */
  get<T>(key: string, compute: () => Promise<T>): Promise<T>
  /** To be called after an act, or when another user turned out to be first. */
  renew(): void
}

/** Each request makes its own: the newest act is looked up once, when it is first needed. */
export function freshFrom(db: Db): Fresh {
  let head: Promise<{ sequence: number }> | undefined
  return {
    async get<T>(key: string, compute: () => Promise<T>): Promise<T> {
      head ??= auditHead(db)
      const { sequence } = await head
      const answers = answersOf(db)
      const found = answers.get(key)
      if (found?.sequence === sequence) return found.value as Promise<T>
      // An act may land meanwhile: then the answer is newer than its number, and is computed again.
      const value = compute()
      answers.delete(key)
      answers.set(key, { sequence, value })
      value.catch(() => answers.delete(key))
      if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value ?? '')
      return value
    },
    renew: () => {
      head = undefined
    },
  }
}

function answersOf(db: Db): Map<string, { sequence: number; value: Promise<unknown> }> {
  const answers = kept.get(db) ?? new Map<string, { sequence: number; value: Promise<unknown> }>()
  kept.set(db, answers)
  return answers
}
