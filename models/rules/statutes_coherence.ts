import { overlaps } from './spans.ts'
import type { Statutes } from './statutes_schema.ts'

/** One thing that is wrong in a statutes document, and where: `areas[4].bodies[0].name`. */
export interface Problem {
  path: string
  message: string
}

/** What the parts of a well-formed document demand of each other. Empty when they agree. */
export function incoherences(statutes: Statutes): Problem[] {
  return [
    ...seatSum(statutes),
    ...termOrder(statutes),
    ...repeatedKeys(statutes),
    ...activePeriods(statutes),
    ...agreements(statutes),
    ...ruleRanges(statutes),
  ]
}

/** The number of seats that the areas have together. */
export function seatsInAreas(statutes: Statutes): number {
  return statutes.areas.reduce((sum, area) => sum + area.seats, 0)
}

function seatSum(statutes: Statutes): Problem[] {
  const sum = seatsInAreas(statutes)
  const stated = statutes.rules.seats.value
  if (sum === stated) return []
  return [
    problem('rules.seats.value', `The statutes say ${stated} seats, but the areas have ${sum} together.`),
  ]
}

function termOrder(statutes: Statutes): Problem[] {
  return statutes.terms.flatMap((term, index) => {
    const path = `terms[${index}]`
    const previous = statutes.terms[index - 1]
    const problems: Problem[] = []
    if (term.endsOn < term.startsOn) {
      problems.push(problem(`${path}.endsOn`, 'The term ends before it starts.'))
    }
    if (previous && overlaps(asSpan(previous), asSpan(term))) {
      problems.push(problem(`${path}.startsOn`, 'This term overlaps the one before it.'))
    } else if (previous && term.startsOn < previous.startsOn) {
      problems.push(problem(`${path}.startsOn`, 'The terms are not in order of date.'))
    }
    return problems
  })
}

function repeatedKeys(statutes: Statutes): Problem[] {
  const areaKeys = statutes.areas.map((area, a) => ({ key: area.key, path: `areas[${a}].key` }))
  const bodyKeys = statutes.areas.flatMap((area, a) =>
    area.bodies.flatMap((body, b) => [
      { key: body.key, path: `areas[${a}].bodies[${b}].key` },
      ...(body.successor
        ? [{ key: body.successor.key, path: `areas[${a}].bodies[${b}].successor.key` }]
        : []),
    ]),
  )
  return [...repeated(areaKeys), ...repeated(bodyKeys)]
}

function repeated(keys: { key: string; path: string }[]): Problem[] {
  return keys
    .filter(({ key }, index) => keys.findIndex((other) => other.key === key) < index)
    .map(({ key, path }) => problem(path, `The key "${key}" is used more than once.`))
}

function activePeriods(statutes: Statutes): Problem[] {
  return statutes.areas.flatMap((area, a) =>
    area.bodies.flatMap((body, b) => {
      const path = `areas[${a}].bodies[${b}]`
      const next = body.successor
      const problems: Problem[] = []
      if (endsFirst(body)) problems.push(problem(`${path}.activeUntil`, 'The body ends before it begins.'))
      if (next && endsFirst(next)) {
        problems.push(problem(`${path}.successor.activeUntil`, 'The successor ends before it begins.'))
      }
      if (next?.activeFrom && body.activeUntil && next.activeFrom <= body.activeUntil) {
        const message = 'The successor begins before the body it succeeds has ended.'
        problems.push(problem(`${path}.successor.activeFrom`, message))
      }
      return problems
    }),
  )
}

function agreements(statutes: Statutes): Problem[] {
  return statutes.areas.flatMap((area, a) => {
    if (area.kind === 'place') return []
    const path = `areas[${a}].filling.agreement.value`
    const bodies = area.bodies.length
    const agreement = area.filling.agreement.value
    if (agreement === 'single' && bodies > 1) {
      return [problem(path, `A single organisation nominates here, but there are ${bodies}.`)]
    }
    if (agreement === 'one_each' && bodies < area.seats) {
      return [
        problem(path, `Each organisation nominates one, but there are ${bodies} for ${area.seats} seats.`),
      ]
    }
    return []
  })
}

function ruleRanges({ rules }: Statutes): Problem[] {
  const problems: Problem[] = []
  const [part, whole] = rules.quorum.value.share
  const { min, max } = rules.marks.value
  if (part > whole)
    problems.push(problem('rules.quorum.value.share', 'The share is more than the whole council.'))
  if (part === whole && rules.quorum.value.comparison === 'more_than') {
    problems.push(
      problem('rules.quorum.value.comparison', 'More than the whole council can never be present.'),
    )
  }
  if (min > max)
    problems.push(problem('rules.marks.value.min', 'The least number of marks is above the highest.'))
  return problems
}

function endsFirst(body: { activeFrom?: string | undefined; activeUntil?: string | undefined }): boolean {
  return body.activeFrom !== undefined && body.activeUntil !== undefined && body.activeUntil < body.activeFrom
}

function asSpan(term: Statutes['terms'][number]) {
  return { starts_on: term.startsOn, ends_on: term.endsOn }
}

function problem(path: string, message: string): Problem {
  return { path, message }
}
