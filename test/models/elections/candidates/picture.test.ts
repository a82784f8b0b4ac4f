import { expect } from 'chai'
import { checkPicture, MOST_PIXELS, pictureSize } from '../../../../models/elections/candidates/picture.ts'

const bytes = (...parts: (string | number | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  )
const big = (value: number, length: number) =>
  Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256)
const little = (value: number, length: number) => big(value, length).reverse()

const png = (width: number, height: number, signature = '\x89PNG\r\n\x1a\n', chunk = 'IHDR') =>
  bytes(signature, big(13, 4), chunk, big(width, 4), big(height, 4), [8, 2, 0, 0, 0])

/** A frame that begins with `marker`: its length, 8 bits a sample, and then the height before the width. */
const frame = (marker: number, width = 320, height = 200) => [
  ...[0xff, marker],
  ...big(11, 2),
  8,
  ...big(height, 2),
  ...big(width, 2),
]
/** A segment that is no frame, with numbers where a frame has the size of the picture. */
const segment = (marker: number) => [0xff, marker, ...big(11, 2), 8, 0, 1, 0, 1, 1, 2, 3, 4]
const START = [0xff, 0xd8]
const REST = [1, 1, 0x11, 0]
const jpeg = (...parts: number[][]) => bytes(START, ...parts, REST)

const webp = (chunk: string, ...content: number[][]) =>
  bytes('RIFF', little(30, 4), 'WEBP', chunk, little(18, 4), ...content)
/** The canvas of an extended file: flags and three spare bytes, then each side less one in three bytes. */
const canvas = (width: number, height: number) => [
  ...[0, 0, 0, 0],
  ...little(width - 1, 3),
  ...little(height - 1, 3),
]
/** A file without loss: its mark, then each side less one in fourteen bits, and four bits more. */
const lossless = (width: number, height: number) => [
  0x2f,
  ...little(width - 1 + (height - 1) * 2 ** 14 + 2 ** 28, 4),
]
/** A frame with loss: its tag, its mark, and each side in fourteen bits below two that say how to enlarge it. */
const lossy = (width: number, height: number) => [
  ...[0x10, 0, 0, 0x9d, 0x01, 0x2a],
  ...little(width + 2 ** 14, 2),
  ...little(height + 2 ** 15, 2),
]

describe('The size that a picture says it has', () => {
  const sized: [string, Uint8Array, number, number][] = [
    ['a PNG', png(70_000, 300), 70_000, 300],
    ['a WebP with loss', webp('VP8 ', lossy(320, 200)), 320, 200],
    ['a WebP without loss', webp('VP8L', lossless(320, 200)), 320, 200],
    ['the widest and lowest WebP without loss', webp('VP8L', lossless(16_384, 1)), 16_384, 1],
    ['the highest and thinnest WebP without loss', webp('VP8L', lossless(1, 16_384)), 1, 16_384],
    ['an extended WebP', webp('VP8X', canvas(70_000, 300)), 70_000, 300],
    ['a JPEG whose frame comes first', jpeg(frame(0xc0)), 320, 200],
    ['a JPEG that ends with its size', bytes(START, frame(0xc0)), 320, 200],
    ['a JPEG with segments before it', jpeg(segment(0xe0), segment(0x4f), frame(0xc2)), 320, 200],
    ['a JPEG with its tables before it', jpeg(segment(0xc4), frame(0xc0)), 320, 200],
    ['a JPEG with extensions before it', jpeg(segment(0xc8), frame(0xc0)), 320, 200],
    ['a JPEG with other tables before it', jpeg(segment(0xcc), frame(0xc0)), 320, 200],
    ['a JPEG of the last kind of frame', jpeg(frame(0xcf)), 320, 200],
    ['a JPEG filled up before its frame', jpeg([0xff, 0xff], frame(0xc0)), 320, 200],
    ...[0x01, 0xd0, 0xd3, 0xd7].map((marker): [string, Uint8Array, number, number] => [
      `a JPEG with the marker ${marker.toString(16)}, which has no length, before its frame`,
      jpeg([0xff, marker], frame(0xc0)),
      320,
      200,
    ]),
  ]
  for (const [what, file, width, height] of sized) {
    it(`is read from ${what}`, () => {
      expect(pictureSize(file)).to.deep.equal({ width, height })
    })
  }

  const unsized: [string, Uint8Array][] = [
    ['a PNG by another first byte', png(320, 200, '\x88PNG\r\n\x1a\n')],
    ['a PNG by another name', png(320, 200, '\x89MNG\r\n\x1a\n')],
    ['a PNG that begins with another chunk', png(320, 200, undefined, 'CgBI')],
    ['a WebP by another container', bytes('RIFX', little(30, 4), 'WEBPVP8X', little(10, 4), canvas(9, 9))],
    ['a WebP by another name', bytes('RIFF', little(30, 4), 'WAVEVP8X', little(10, 4), canvas(9, 9))],
    ['a WebP of an unknown kind', webp('ANIM', canvas(9, 9))],
    ['a JPEG by another first byte', bytes([0xfe, 0xd8], frame(0xc0), REST)],
    ['a JPEG by another second byte', bytes([0xff, 0xd9], frame(0xc0), REST)],
    ['a JPEG with something else than a segment', jpeg([0x00, ...frame(0xc0).slice(1)])],
    ['a JPEG without a frame', jpeg(segment(0xe0), segment(0xc4))],
    ['a JPEG that is cut off in its size', bytes(START, frame(0xc0)).subarray(0, -1)],
  ]
  for (const [what, file] of unsized) {
    it(`is not read from ${what}`, () => {
      expect(pictureSize(file)).to.equal(undefined)
      expect(checkPicture(file)).to.deep.equal({
        ok: false,
        reason: 'photo_not_a_picture',
        field: 'photo',
      })
    })
  }
})

describe('A picture that may be opened', () => {
  it('has at least a pixel each way', () => {
    expect(checkPicture(png(1, 1))).to.deep.equal({ ok: true })
    for (const file of [png(0, 5), png(5, 0)])
      expect(checkPicture(file)).to.deep.equal({
        ok: false,
        reason: 'photo_not_a_picture',
        field: 'photo',
      })
  })

  it('has fifty million pixels and not one row more', () => {
    expect(MOST_PIXELS).to.equal(10_000 * 5_000)
    expect(checkPicture(png(10_000, 5_000))).to.deep.equal({ ok: true })
    expect(checkPicture(png(10_000, 5_001))).to.deep.equal({
      ok: false,
      reason: 'photo_too_many_pixels',
      params: { width: 10_000, height: 5_001 },
      field: 'photo',
    })
  })
})
