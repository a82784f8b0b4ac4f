import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** On Linux a folder whose files never reach a disk. */
const IN_MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2 ** 30

/** Where this process keeps its SQLite files: in memory where there is room, since every act waits for the disk. */
export const folder = mkdtempSync(path.join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'raadsbogen-test-'))

function hasRoom(place: string): boolean {
  if (!existsSync(place)) return false
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize >= ENOUGH_BYTES
}

process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
