import { isList, isObject, type Json } from './text.ts'

export type Shape =
  | 'number'
  | 'text'
  | 'flag'
  | 'any'
  | { listOf: Shape }
  | { orNull: Shape }
  | { ifThere: Shape }
  | { either: Shape; or: Shape }
  | { [key: string]: Shape }

/** Returns the place of the first thing that a record must have and this one has not, like `rounds.0.sheets`. */
export function missingIn(value: Json | undefined, shape: Shape, place = ''): string | undefined {
  if (shape === 'any') return undefined
  if (shape === 'text') return typeof value === 'string' ? undefined : place
  if (shape === 'flag') return typeof value === 'boolean' ? undefined : place
  if (shape === 'number') return Number.isSafeInteger(value) ? undefined : place
  if ('ifThere' in shape) return value === undefined ? undefined : missingIn(value, shape.ifThere, place)
  if ('orNull' in shape) return value === null ? undefined : missingIn(value, shape.orNull, place)
  if ('either' in shape && 'or' in shape) {
    const isOther = missingIn(value, shape.or, place) === undefined
    return isOther ? undefined : missingIn(value, shape.either, place)
  }
  if ('listOf' in shape) {
    if (!isList(value)) return place
    return first(value.map((one, index) => missingIn(one, shape.listOf, `${place}.${index}`)))
  }
  if (!isObject(value)) return place
  return first(
    Object.entries(shape).map(([key, inner]) =>
      missingIn(value[key], inner, place === '' ? key : `${place}.${key}`),
    ),
  )
}

export function first(places: (string | undefined)[]): string | undefined {
  return places.find((one) => one !== undefined)
}
