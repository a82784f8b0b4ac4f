import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const FILES = {
  regular: 'IBMPlexSans-Regular.ttf',
  medium: 'IBMPlexSans-Medium.ttf',
  bold: 'IBMPlexSans-Bold.ttf',
} as const
export type Weight = keyof typeof FILES

const folder = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve('dkfds')),
  '../fonts/IBMPlexSans/complete/ttf',
)
const read = new Map<Weight, Buffer>()

/** Read once. Only the letters that a document uses are embedded in it. */
export function fontFile(weight: Weight): Buffer {
  const known = read.get(weight) ?? readFileSync(path.join(folder, FILES[weight]))
  read.set(weight, known)
  return known
}
