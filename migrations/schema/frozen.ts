import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../config.ts'

/*
 * What has run in a database in the field is history: a migration, and the guards that it is written with, are never
 * edited once they are merged. The list is what `sha256sum` writes, one line a file.
 */

const folder = path.join(projectRoot, 'migrations')
const list = path.join(folder, 'frozen.sha256')

/** The migrations and guards that lie in the folders of the releases, by their path from the folder of migrations. */
export function migrationFiles(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d+_\d+$/.test(entry.name))
    .flatMap(({ name }) => readdirSync(path.join(folder, name)).map((file) => `${name}/${file}`))
    .sort()
}

/** The checksum that each merged file had when it was listed. */
export function frozenChecksums(): Map<string, string> {
  const lines = readFileSync(list, 'utf8').trimEnd().split('\n')
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}

export function checksumOf(file: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(folder, file)))
    .digest('hex')
}

/** Adds the files that are not on the list yet, and says which. What is on the list stays as it is. */
export function freezeNew(): string[] {
  const frozen = frozenChecksums()
  const added = migrationFiles().filter((file) => !frozen.has(file))
  for (const file of added) frozen.set(file, checksumOf(file))
  const lines = [...frozen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, sum]) => `${sum}  ${file}\n`)
  if (added.length > 0) writeFileSync(list, lines.join(''))
  return added
}
