import type { Request } from 'express'
import { NotFound } from '../../models/core/errors.ts'
import { idOf, type Id } from '../../models/core/ids.ts'

/** The number in an address, as in `/kontor/moeder/7`. Throws NotFound for anything else. */
export function idFrom<Name extends string>(name: Name, text: string): Id<Name> {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound(`${name} ${text}`)
  return idOf<Id<Name>>(Number(text))
}

/** A reader of the `:id` of a room's addresses. */
export function idIn<Name extends string>(name: Name) {
  return (req: Request<{ id: string }>) => idFrom(name, req.params.id)
}
