import { ResizeFit, Transformer } from '@napi-rs/image'
import { Refused, require } from '../../core/errors.ts'
import { checkPicture, pictureSize } from './picture.ts'

/** These pixels are enough for a ballot paper in large print. */
export const LONGEST_SIDE = 800
const QUALITY = 82

/** Makes an upright JPEG without place, time or telephone in it. Throws Refused when the file cannot be read. */
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
