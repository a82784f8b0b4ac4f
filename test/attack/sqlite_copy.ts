import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Db } from '../../models/core/db.ts'
import type { Finder } from './clues.ts'
import { cellsOf, framesOf, pageSizeOf, pagesOf, type Cell, type Frame } from './sqlite_pages.ts'

/** The file and its log, as one who copies them finds them. */
export interface SqliteCopy {
  file: Buffer
  wal: Buffer
  /** The copy that docs/drift.md tells people to take. */
  compact: Buffer
}

export async function copySqlite(db: Db): Promise<SqliteCopy> {
  const { filename } = (db.client as { config: { connection: { filename: string } } }).config.connection
  const log = `${filename}-wal`
  // The file and its log first: a copy by the program reads, and may change what lies in the log.
  const [file, wal] = [readFileSync(filename), existsSync(log) ? readFileSync(log) : Buffer.alloc(0)]
  return { file, wal, compact: await vacuumInto(db) }
}

async function vacuumInto(db: Db): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'raadsbogen-copy-'))
  try {
    const copy = path.join(folder, 'copy.sqlite')
    await db.raw('vacuum into ?', [copy])
    return readFileSync(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function readSqlite({ file, wal, compact }: SqliteCopy, finder: Finder): void {
  const frames = wal.length > 0 ? framesOf(wal, pageSizeOf(file)) : []
  // As `.backup` has it: each page as it is now, without the log.
  const pages = pagesOf(file)
  for (const { page, bytes } of frames.filter(({ isCurrent }) => isCurrent)) pages.set(page, bytes)
  for (const [number, page] of [...pages].sort(([a], [b]) => a - b)) readPage(number, page, finder)
  for (const [number, page] of pagesOf(compact)) readPage(number, page, finder, ', by vacuum into')
  // What was in the log before it began anew lies behind what was written since.
  const inOrder = [
    ...frames.filter((frame) => !frame.isCurrent),
    ...frames.filter((frame) => frame.isCurrent),
  ]
  readLog(inOrder, finder)
  for (const [name, bytes] of Object.entries({ 'the file': file, 'the log': wal }))
    finder.bytes(name, bytes, 0)
}

/** Cells are laid down from the end of a page to its beginning. */
function readPage(number: number, page: Buffer, finder: Finder, copied = ''): void {
  for (const cell of cellsOf(page)) {
    const texts = textsOf(cell)
    const what = kindOf(cell)
    finder.ballot(`place on the page (${what})${copied}`, texts, number, -cell.offset)
    if (what === 'table')
      finder.ballot(`place in the file${copied}`, texts, 0, number * page.length - cell.offset)
    if (isMarked(cell)) {
      finder.voter(`place on the page${copied}`, texts, number, -cell.offset)
      finder.voter(`place in the file${copied}`, texts, 0, number * page.length - cell.offset)
    }
  }
}

function readLog(frames: readonly Frame[], finder: Finder): void {
  for (const [index, { bytes }] of frames.entries()) {
    for (const cell of cellsOf(bytes)) {
      const texts = textsOf(cell)
      finder.ballot('first frame of the log', texts, 0, index)
      if (isMarked(cell)) finder.voter('first frame of the log', texts, 0, index)
    }
  }
}

function textsOf({ values }: Cell): string[] {
  return values.filter((value) => typeof value === 'string')
}

/** A row has more than its key; an index has the indexed column and the key of the row. */
function kindOf({ values }: Cell): string {
  if (values.length > 2) return 'table'
  return typeof values[0] === 'string' ? 'index of codes' : 'index of elections'
}

/** A line of the roll: key, election, name, note, and whether the voter was marked. */
function isMarked({ values }: Cell): boolean {
  return values.length === 5 && typeof values[2] === 'string' && values[4] === 1
}
