import { ResizeFit, Transformer } from '@napi-rs/image'
import { Refused, require } from '../../core/errors.ts'
import { checkPicture, pictureSize } from './picture.ts'

/** In pixels: enough for a ballot paper in large print. */
export const LONGEST_SIDE = 800
const QUALITY = 82

/** A JPEG turned the right way up, without place, time or telephone in it. Throws Refused for an unreadable file. */
export async function photoFrom(file: Buffer): Promise<Buffer> {
  require(checkPicture(file))
  try {
    // Drawn anew from its pixels, so that nothing else in the file comes along.
    const picture = new Transformer(file).rotate()
    const { width, height } = pictureSize(file) ?? { width: 0, height: 0 }
    if (Math.max(width, height) > LONGEST_SIDE)
      picture.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: ResizeFit.Inside })
    return await picture.jpeg(QUALITY)
  } catch {
    throw new Refused('photo_not_a_picture', {}, 'photo')
  }
}
