import type { Db } from '../core/db.ts'

/** The server calls it now and then. The times are those of the session store. */
export async function removeOldSessions(db: Db): Promise<void> {
  await db('sessions').where('expired', '<', new Date().toISOString()).delete()
}
