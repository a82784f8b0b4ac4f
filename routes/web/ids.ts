import { NotFound } from '../../models/core/errors.ts'

/** The number in an address, as in `/kontor/moeder/7`. Throws NotFound for anything else. */
export function idFrom(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound(`id ${text}`)
  return Number(text)
}
