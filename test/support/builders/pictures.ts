import { Transformer } from '@napi-rs/image'

export async function aPicture(
  width = 1200,
  height = 600,
  kind: 'jpeg' | 'png' | 'webp' = 'jpeg',
): Promise<Buffer> {
  const pixels = new Uint8Array(width * height * 4)
  for (let index = 0; index < pixels.length; index += 4) pixels.set([200, 120, 40, 255], index)
  const picture = Transformer.fromRgbaPixels(pixels, width, height)
  return kind === 'jpeg' ? picture.jpeg(80) : kind === 'png' ? picture.png() : picture.webp(80)
}

/** The traces of a telephone in a photo: its maker, and the place. */
export const SECRETS = ['Telefonbygger', 'N-GPS-56.46'] as const

/** A picture with what a telephone writes into a photo: its maker, that it lies on its side, and the place. */
export async function aTelephonePhoto(): Promise<Buffer> {
  const jpeg = await aPicture()
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(), jpeg.subarray(2)])
}

/** An Exif segment with maker, orientation 6 (turn right) and a GPS directory. */
function exifSegment(): Buffer {
  const tiff = Buffer.alloc(160)
  tiff.write('II', 0, 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(3, 8)
  entry(tiff, 10, { tag: 0x010f, type: 2, count: SECRETS[0].length + 1, value: 80 })
  entry(tiff, 22, { tag: 0x0112, type: 3, count: 1, value: 6 })
  entry(tiff, 34, { tag: 0x8825, type: 4, count: 1, value: 50 })
  tiff.writeUInt16LE(1, 50)
  entry(tiff, 52, { tag: 0x001b, type: 7, count: SECRETS[1].length, value: 110 })
  tiff.write(SECRETS[0], 80, 'latin1')
  tiff.write(SECRETS[1], 110, 'latin1')
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function entry(
  tiff: Buffer,
  at: number,
  { tag, type, count, value }: Record<'tag' | 'type' | 'count' | 'value', number>,
): void {
  tiff.writeUInt16LE(tag, at)
  tiff.writeUInt16LE(type, at + 2)
  tiff.writeUInt32LE(count, at + 4)
  tiff.writeUInt32LE(value, at + 8)
}

/** A PNG of a few bytes that says it is 60,000 by 60,000 pixels. */
export async function aBomb(): Promise<Buffer> {
  const png = Buffer.from(await aPicture(2, 2, 'png'))
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  return png
}
