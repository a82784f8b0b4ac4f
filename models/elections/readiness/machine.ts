import { statSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { isPostgres, type Db } from '../../core/db.ts'
import type { ReadinessFacts } from '../../rules/elections/readiness/lines.ts'

/** How large the database is, and the room on its disk. PostgreSQL does not tell how much room its machine has. */
export async function diskOf(db: Db): Promise<ReadinessFacts['disk']> {
  if (isPostgres(db)) {
    const { rows } = await db.raw<{ rows: { size: number | string }[] }>(
      'select pg_database_size(current_database()) as size',
    )
    return { size: Number(rows[0]?.size ?? 0), free: null }
  }
  const files = await db.raw<{ name: string; file: string }[]>('pragma database_list')
  const file = files.find(({ name }) => name === 'main')?.file ?? ''
  if (file === '') return { size: 0, free: null }
  const { bavail, bsize } = await statfs(path.dirname(file))
  return { size: (await stat(file)).size, free: bavail * bsize }
}

const HOUR_MS = 3_600_000

/**
 * How old the last finished copy is, by the file that the command for copies touches when it is done. Undefined when no
 * file is named, or when it cannot be read; null when there is none yet.
 */
export function hoursSinceBackup(stamp: string | null, now: number): ReadinessFacts['backup'] {
  if (stamp === null) return undefined
  try {
    const file = statSync(stamp, { throwIfNoEntry: false })
    return file ? Math.max(0, (now - file.mtimeMs) / HOUR_MS) : null
  } catch {
    return undefined
  }
}
