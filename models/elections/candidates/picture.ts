import { allowed, refused, type Verdict } from '../../rules/core/verdict.ts'

export type PictureRefusal = 'photo_not_a_picture' | 'photo_too_many_pixels'

export interface PictureSize {
  width: number
  height: number
}

/** More than any telephone makes. A file of a few kilobytes can claim a thousand times as much, and fill the memory. */
export const MOST_PIXELS = 50_000_000

/** The check looks at the first bytes only. */
export function checkPicture(bytes: Uint8Array): Verdict<PictureRefusal> {
  const size = pictureSize(bytes)
  if (!size || size.width < 1 || size.height < 1) return refused('photo_not_a_picture', undefined, 'photo')
  const { width, height } = size
  return width * height > MOST_PIXELS ? refused('photo_too_many_pixels', { width, height }, 'photo') : allowed
}

/** The size that a JPEG, PNG or WebP file says it has. Returns undefined for any other file. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const at = (index: number) => bytes[index] ?? 0
  const text = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))
  if (at(0) === 0xff && at(1) === 0xd8) return jpegSize(at, bytes.length)
  if (at(0) === 0x89 && text(1, 3) === 'PNG' && text(12, 4) === 'IHDR')
    return { width: big(at, 16, 4), height: big(at, 20, 4) }
  return text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP' ? webpSize(at, text(12, 4)) : undefined
}

type At = (index: number) => number

/** A JPEG is a row of segments; the frame's tells the size, wherever it stands. */
function jpegSize(at: At, length: number): PictureSize | undefined {
  let index = 2
  while (index + 9 <= length) {
    if (at(index) !== 0xff) return undefined
    const marker = at(index + 1)
    // Segments may be filled up with further 0xff, and a few have no length.
    if (marker === 0xff) index += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) index += 2
    else if (isFrame(marker)) return { height: big(at, index + 5, 2), width: big(at, index + 7, 2) }
    else index += 2 + big(at, index + 2, 2)
  }
  return undefined
}

/** Start of frame, in all its kinds; C4, C8 and CC are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function webpSize(at: At, chunk: string): PictureSize | undefined {
  if (chunk === 'VP8 ') return { width: little(at, 26, 2) & 0x3fff, height: little(at, 28, 2) & 0x3fff }
  if (chunk === 'VP8L')
    return { width: (little(at, 21, 2) & 0x3fff) + 1, height: ((little(at, 22, 3) >> 6) & 0x3fff) + 1 }
  return chunk === 'VP8X' ? { width: little(at, 24, 3) + 1, height: little(at, 27, 3) + 1 } : undefined
}

function big(at: At, from: number, length: number): number {
  let value = 0
  for (let index = 0; index < length; index++) value = value * 256 + at(from + index)
  return value
}

function little(at: At, from: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) value = value * 256 + at(from + index)
  return value
}
