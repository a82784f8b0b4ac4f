import { readFile } from 'node:fs/promises'
import { parseStatutes, type Statutes } from '../../models/statutes/document.ts'

/** Throws StatutesError, naming what is wrong in the file. */
export async function readStatutesFile(file: string): Promise<Statutes> {
  return parseStatutes(JSON.parse(await readFile(file, 'utf8')))
}
