import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface SourceFile {
  /** The path from the root, with `/` between its parts. */
  name: string
  text: string
  lines: readonly string[]
}

const SKIPPED = new Set(['node_modules', 'dist', 'data', 'coverage'])

export function foldersOf(root: string, folder = ''): Map<string, string[]> {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
  const inside = entries
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap(({ name }) => [...foldersOf(root, path.posix.join(folder, name))])
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
  return new Map([[folder, files], ...inside])
}

/** `endings` are like `.ts`. */
export function filesIn(
  root: string,
  folders: Map<string, string[]>,
  kinds: readonly string[],
): SourceFile[] {
  return [...folders].flatMap(([folder, names]) =>
    names
      .filter((name) => kinds.includes(path.extname(name)))
      .map((name) => readSource(root, path.posix.join(folder, name))),
  )
}

function readSource(root: string, name: string): SourceFile {
  const text = readFileSync(path.join(root, name), 'utf8')
  return { name, text, lines: text.replace(/\n$/, '').split('\n') }
}

/** Tests hold other things together than the house does, so most measures leave them out. */
export function isTest({ name }: Pick<SourceFile, 'name'>): boolean {
  return name.startsWith('test/')
}
