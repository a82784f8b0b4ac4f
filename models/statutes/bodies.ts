import { problem, type Problem } from './problems.ts'
import type { Statutes } from './schema.ts'

export function bodyProblems(statutes: Statutes): Problem[] {
  const circles = successorCircles(statutes)
  return [...repeatedKeys(statutes, circles), ...circles, ...activePeriods(statutes)]
}

/** By the path of the body that has a successor. */
function successions({ areas }: Statutes): { path: string; from: string; to: string }[] {
  return areas.flatMap((area, a) =>
    area.bodies.flatMap((body, b) =>
      body.successor
        ? [{ path: `areas[${a}].bodies[${b}].successor.key`, from: body.key, to: body.successor.key }]
        : [],
    ),
  )
}

/** A body that succeeds itself, directly or through others. */
function successorCircles(statutes: Statutes): Problem[] {
  const links = successions(statutes)
  const next = new Map(links.map(({ from, to }) => [from, to]))
  const reported = new Set<string>()
  return links.flatMap(({ path, from }) => {
    const way = wayFrom(from, next)
    if (way.at(-1) !== from || reported.has(from)) return []
    for (const key of way) reported.add(key)
    const circle = way.join(' → ')
    const message = `The successors go round in a circle: ${circle}.`
    return [problem(path, 'successor_circle', message, { circle })]
  })
}

function wayFrom(from: string, next: ReadonlyMap<string, string>): string[] {
  const way = [from]
  for (let at = next.get(from); at !== undefined; at = next.get(at)) {
    way.push(at)
    if (way.indexOf(at) < way.length - 1) break
  }
  return way
}

function repeatedKeys(statutes: Statutes, circles: readonly Problem[]): Problem[] {
  const areaKeys = statutes.areas.map((area, a) => ({ key: area.key, path: `areas[${a}].key` }))
  const inCircle = new Set(circles.flatMap(({ params }) => String(params.circle).split(' → ')))
  const bodyKeys = statutes.areas.flatMap((area, a) =>
    area.bodies.flatMap((body, b) => [
      { key: body.key, path: `areas[${a}].bodies[${b}].key` },
      ...(body.successor && !inCircle.has(body.successor.key)
        ? [{ key: body.successor.key, path: `areas[${a}].bodies[${b}].successor.key` }]
        : []),
    ]),
  )
  return [...repeated(areaKeys), ...repeated(bodyKeys)]
}

function repeated(keys: { key: string; path: string }[]): Problem[] {
  return keys
    .filter(({ key }, index) => keys.findIndex((other) => other.key === key) < index)
    .map(({ key, path }) => problem(path, 'key_twice', `The key "${key}" is used more than once.`, { key }))
}

function activePeriods(statutes: Statutes): Problem[] {
  return statutes.areas.flatMap((area, a) =>
    area.bodies.flatMap((body, b) => {
      const path = `areas[${a}].bodies[${b}]`
      const next = body.successor
      const problems: Problem[] = []
      if (endsFirst(body)) {
        problems.push(problem(`${path}.activeUntil`, 'body_backwards', 'The body ends before it begins.'))
      }
      if (next && endsFirst(next)) {
        const message = 'The successor ends before it begins.'
        problems.push(problem(`${path}.successor.activeUntil`, 'body_backwards', message))
      }
      if (next?.activeFrom && body.activeUntil && next.activeFrom <= body.activeUntil) {
        const message = 'The successor begins before the body it succeeds has ended.'
        problems.push(problem(`${path}.successor.activeFrom`, 'successor_early', message))
      }
      return problems
    }),
  )
}

/** Without a first day a body has always been there; without a last day it never ends. */
function endsFirst(body: { activeFrom?: string | undefined; activeUntil?: string | undefined }): boolean {
  const { activeFrom = '', activeUntil = activeFrom } = body
  return activeUntil < activeFrom
}
