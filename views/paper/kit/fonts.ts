import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { create, type Font } from 'fontkit'

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
const read = new Map<Weight, Font>()

/**
 * The font for one document. Its tables are read once for all documents, which is most of the work of a short one.
 * What each glyph stands for is kept for one document only: a sign that was only a part of another one stands for nothing,
 * and the same data must give the same bytes.
 */
export function fontFor(weight: Weight): Font {
  const known = read.get(weight) ?? readFont(path.join(folder, FILES[weight]))
  read.set(weight, known)
  return Object.assign(Object.create(known) as Font, { _glyphs: {} })
}

function readFont(file: string): Font {
  const font = create(readFileSync(file))
  if (!('layout' in font)) throw new Error(`${file} holds several fonts`)
  return font
}
