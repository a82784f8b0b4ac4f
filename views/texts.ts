import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../config.ts'
import type { Locale } from '../models/core/dates.ts'

export interface Texts {
  [key: string]: string | Texts
}

export interface TextFile {
  file: string
  texts: Texts
}

/** Throws when two files give the same key. */
export function readTexts(lang: Locale): Texts {
  return mergeTexts(textFiles(lang))
}

export function textFiles(lang: Locale): TextFile[] {
  const folder = path.join(projectRoot, 'locales', lang)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, texts: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Texts }))
}

/** Several files may add to one group, such as `elections`, but each text of a group stands in one file alone. */
export function mergeTexts(files: readonly TextFile[]): Texts {
  const all: Texts = {}
  for (const { file, texts } of files) {
    for (const [group, added] of Object.entries(texts)) all[group] = joined(file, group, all[group], added)
  }
  return all
}

type Part = string | Texts

function joined(file: string, group: string, known: Part | undefined, added: Part): Part {
  if (known === undefined) return added
  if (typeof known === 'string' || typeof added === 'string') throw twice(file, group)
  for (const key of Object.keys(added)) if (Object.hasOwn(known, key)) throw twice(file, `${group}.${key}`)
  return { ...known, ...added }
}

function twice(file: string, key: string): Error {
  return new Error(`${file}: "${key}" is already in another file`)
}
