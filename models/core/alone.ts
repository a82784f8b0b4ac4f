import { setTimeout as wait } from 'node:timers/promises'
import type { By } from './audit.ts'
import type { Db } from './db.ts'
import { Conflict } from './errors.ts'

/** A turn that has lasted this long was lost with its process. */
const GIVEN_UP_MS = 5 * 60_000
const LOOK_AGAIN_MS = 100
const MOST_LOOKS = 400

/**
 * Runs for one caller at a time, in all processes, what no transaction can undo, like sending a letter. A caller who
 * has waited must look again at what is done. The database stays free meanwhile. Throws Conflict after too long.
 */
export async function alone<T>(db: Db, by: By, key: string, run: () => Promise<T>): Promise<T> {
  const mine = await takeTurn(db, by, `alone:${key}`)
  try {
    return await run()
  } finally {
    await db('receipts').where(mine).delete()
  }
}

async function takeTurn(db: Db, by: By, key: string): Promise<{ key: string; result: string }> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const mine = { key, result: JSON.stringify(by.clock.now()) }
    const made = await db('receipts')
      .insert({ ...mine, day: by.clock.today() })
      .onConflict('key')
      .ignore()
      .returning('key')
    if (made.length === 1) return mine
    const theirs = await db('receipts').where({ key }).first('key', 'result')
    if (theirs && Date.parse(by.clock.now()) - Date.parse(JSON.parse(theirs.result) as string) > GIVEN_UP_MS)
      await db('receipts').where(theirs).delete()
    await wait(LOOK_AGAIN_MS)
  }
  throw new Conflict('mail_under_way')
}
