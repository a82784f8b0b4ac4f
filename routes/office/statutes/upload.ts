import type { Request } from 'express'
import { parseDate } from '../../../models/core/dates.ts'
import { Refused } from '../../../models/core/errors.ts'
import { StatutesError, type Problem } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import { fileOf, type Upload } from '../../web/uploads.ts'

/** A whole council's rules are some ten thousand characters. */
export const STATUTES_FILE: Upload = { path: paths.statutesUpload, field: 'file', most: 1_048_576 }

/** In characters: the document travels along on the page that asks for the yes. */
export const LONGEST_DOCUMENT = 100_000

/** The document as compact JSON, from the typed day. Throws Refused when the file is missing, too large or no JSON. */
export function documentFrom(req: Request): string {
  const json = readJson(fileOf(req, STATUTES_FILE.field).toString('utf8'))
  const typed = typeof req.typed.in_force_from === 'string' ? parseDate(req.typed.in_force_from) : undefined
  const document = JSON.stringify(typed === undefined ? json : { ...json, inForceFrom: typed })
  if (document.length > LONGEST_DOCUMENT)
    throw new Refused('file_too_large', { most: 1 }, STATUTES_FILE.field)
  return document
}

function readJson(text: string): object {
  const notJson = (problem: string) => new Refused('statutes_not_json', { problem }, STATUTES_FILE.field)
  try {
    // Windows editors put a byte order mark in front, which is no JSON.
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : '')
  }
  throw notJson('{ … }')
}

/** Runs an act on a document. `showProblems` gets what is wrong in it, place by place; the form is refused as usual. */
export async function withProblems<T>(
  showProblems: (problems: Problem[]) => void,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof StatutesError)) throw error
    showProblems(error.problems)
    throw new Refused('statutes_not_usable', { count: error.problems.length }, STATUTES_FILE.field)
  }
}
