import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../config.ts'

export interface SourceFile {
  /** From the project's root. */
  file: string
  text: string
}

export function sourceFiles(places: readonly string[], endings: readonly string[]): SourceFile[] {
  return places
    .flatMap(filesAt)
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(projectRoot, file), 'utf8') }))
}

function filesAt(place: string): string[] {
  const whole = path.join(projectRoot, place)
  if (statSync(whole).isFile()) return [place]
  return readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((file) => `${place}/${file}`)
}
