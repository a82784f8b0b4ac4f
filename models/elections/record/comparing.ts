import type { Json } from '../../core/canonical.ts'

type Document = Readonly<Record<string, Json | undefined>>

/** Written down after the record, so that they are null or shorter in it. */
const LATER = ['roll_erasure', 'ballot_destruction', 'complaints', 'recounts', 'packages', 'investigations']

/** Names the places where a stored record is not what its rows give now. What only a newer program writes is left out. */
export function differencesOf(stored: Json, rebuilt: Json): string[] {
  if (!isObject(stored) || !isObject(rebuilt)) return ['']
  return Object.keys(stored)
    .sort()
    .flatMap((name) => {
      const [was, is] = [stored[name], rebuilt[name]]
      return LATER.includes(name) ? placesOfLater(was, is, name) : placesOf(was, is, name)
    })
}

function placesOf(was: Json | undefined, is: Json | undefined, place: string): string[] {
  if (isList(was) && isList(is)) {
    const of = was.length === is.length ? [] : [place]
    return [
      ...of,
      ...was.flatMap((one, at) => (at < is.length ? placesOf(one, is[at], `${place}[${at}]`) : [])),
    ]
  }
  if (isObject(was) && isObject(is))
    return Object.keys(was).flatMap((name) => placesOf(was[name], is[name], `${place}.${name}`))
  return was === is ? [] : [place]
}

/** What was null or at the end of a list may have come since. */
function placesOfLater(was: Json | undefined, is: Json | undefined, place: string): string[] {
  if (was === null) return []
  if (isList(was) && isList(is)) {
    if (was.length > is.length) return [place]
    return was.flatMap((one, at) => placesOfLater(one, is[at], `${place}[${at}]`))
  }
  if (isObject(was) && isObject(is))
    return Object.keys(was).flatMap((name) => placesOfLater(was[name], is[name], `${place}.${name}`))
  return was === is ? [] : [place]
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json | undefined): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
