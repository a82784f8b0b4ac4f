import { ResizeFit, Transformer } from '@napi-rs/image'
import { Refused, require } from '../../core/errors.ts'
import { checkPicture, pictureSize } from './picture.ts'

/** The longest side of a stored photo, in pixels: enough for a ballot paper in large print. */
export const LONGEST_SIDE = 800
const QUALITY = 82

/**
 * A photo as it is stored: a new JPEG of at most 800 by 800, turned the right way up, with nothing in it but the picture:
 * no place, no time, no telephone. Throws Refused where the file is not a picture that can be read, or is too large.
 */
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
