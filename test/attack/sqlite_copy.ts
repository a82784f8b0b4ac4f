import { existsSync, readFileSync } from 'node:fs'
import type { Db } from '../../models/core/db.ts'
import type { Finder } from './clues.ts'
import { cellsOf, framesOf, pageSizeOf, pagesOf, type Cell, type Frame } from './sqlite_pages.ts'

/** The file and its log, as one who copies them finds them. */
export interface SqliteCopy {
  file: Buffer
  wal: Buffer
}

export function copySqlite(db: Db): SqliteCopy {
  const { filename } = (db.client as { config: { connection: { filename: string } } }).config.connection
  const log = `${filename}-wal`
  return { file: readFileSync(filename), wal: existsSync(log) ? readFileSync(log) : Buffer.alloc(0) }
}

export function readSqlite({ file, wal }: SqliteCopy, finder: Finder): void {
  const frames = wal.length > 0 ? framesOf(wal, pageSizeOf(file)) : []
  // As `.backup` has it: each page as it is now, without the log.
  const pages = pagesOf(file)
  for (const { page, bytes } of frames.filter(({ isCurrent }) => isCurrent)) pages.set(page, bytes)
  for (const [number, page] of [...pages].sort(([a], [b]) => a - b)) readPage(number, page, finder)
  // What was in the log before it began anew lies behind what was written since.
  const inOrder = [
    ...frames.filter((frame) => !frame.isCurrent),
    ...frames.filter((frame) => frame.isCurrent),
  ]
  readLog(inOrder, finder)
}

/** Cells are laid down from the end of a page to its beginning. */
function readPage(number: number, page: Buffer, finder: Finder): void {
  for (const cell of cellsOf(page)) {
    const texts = textsOf(cell)
    const what = kindOf(cell)
    finder.ballot(`place on the page (${what})`, texts, number, -cell.offset)
    if (what === 'table') finder.ballot('place in the file', texts, 0, number * page.length - cell.offset)
    if (isMarked(cell)) {
      finder.voter('place on the page', texts, number, -cell.offset)
      finder.voter('place in the file', texts, 0, number * page.length - cell.offset)
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
