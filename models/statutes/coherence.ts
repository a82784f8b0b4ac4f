import { seatRange, seatsIn } from './seat_range.ts'
import { overlaps } from '../rules/core/spans.ts'
import { bodyProblems } from './bodies.ts'
import { problem, type Problem } from './problems.ts'
import { ruleProblems } from './rule_problems.ts'
import type { Statutes } from './schema.ts'
import { sharesArea } from '../rules/statutes/term.ts'
import { isOfOrganisations, isPlace } from '../rules/core/by_kind.ts'

export type { Problem } from './problems.ts'

/** What the parts of a well-formed document demand of each other. Empty when they agree. */
export function incoherences(statutes: Statutes): Problem[] {
  return [
    ...seatSum(statutes),
    ...termOrder(statutes),
    ...termAreas(statutes),
    ...bodyProblems(statutes),
    ...agreements(statutes),
    ...ruleProblems(statutes),
  ]
}

export function seatsInAreas(statutes: Statutes): number {
  return seatsIn(statutes.areas)
}

function seatSum({ areas, rules }: Statutes): Problem[] {
  const rule = rules.seats.value
  const sum = seatsIn(areas)
  const path = 'rules.seats.value'
  if (rule === 'one_per_place') {
    return areas.flatMap((area, a) =>
      isPlace(area) && area.seats !== 1
        ? [
            problem(`areas[${a}].seats`, 'seat_per_place', 'Each place has one seat.', {
              seats: area.seats,
            }),
          ]
        : [],
    )
  }
  const { min, max } = seatRange(rule, areas)
  if (min > max)
    return [problem(path, 'seat_range_order', 'The fewest seats are more than the most.', { min, max })]
  if (min <= sum && sum <= max) return []
  if (typeof rule === 'number') {
    const message = `The statutes say ${rule} seats, but the areas have ${sum} together.`
    return [problem(path, 'seat_sum', message, { seats: rule, sum })]
  }
  const message = `The statutes say ${min} to ${max} seats, but the areas have ${sum} together.`
  return [problem(path, 'seat_range', message, { min, max, sum })]
}

type Terms = Statutes['terms']

function termOrder({ terms }: Statutes): Problem[] {
  // Terms may run side by side for different areas, as when half the seats are renewed at a time.
  return terms.flatMap((term, index) => {
    const path = `terms[${index}]`
    const earlier = terms.slice(0, index)
    const previous = terms[index - 1]
    const problems: Problem[] = []
    if (term.endsOn < term.startsOn) {
      problems.push(problem(`${path}.endsOn`, 'term_backwards', 'The term ends before it starts.'))
    }
    if (earlier.some((other) => sharesArea(other, term) && overlaps(asSpan(other), asSpan(term)))) {
      const message = 'This term overlaps the one before it.'
      problems.push(problem(`${path}.startsOn`, 'term_overlaps', message))
    } else if (previous && term.startsOn < previous.startsOn) {
      problems.push(problem(`${path}.startsOn`, 'term_order', 'The terms are not in order of date.'))
    }
    return problems
  })
}

function termAreas({ terms, areas }: Statutes): Problem[] {
  const known = areas.map(({ key }) => key)
  return terms.flatMap((term, t) =>
    (term.areas ?? []).flatMap((area, a) =>
      known.includes(area)
        ? []
        : [problem(`terms[${t}].areas[${a}]`, 'unknown_area', `There is no area "${area}".`, { area })],
    ),
  )
}

function agreements(statutes: Statutes): Problem[] {
  return statutes.areas.flatMap((area, a) => {
    if (!isOfOrganisations(area)) return []
    const path = `areas[${a}].filling.agreement.value`
    const bodies = area.bodies.length
    const { by, office, agreement } = area.filling
    if (by === 'ex_officio' && office === undefined) {
      const message = 'This must say which office the seat follows.'
      return [problem(`areas[${a}].filling.office`, 'office_missing', message)]
    }
    if (by !== 'nomination' && (bodies > 1 || agreement.value !== 'single')) {
      return [problem(path, 'one_decides', `One body decides here, but there are ${bodies}.`, { bodies })]
    }
    if (agreement.value === 'single' && bodies > 1) {
      const message = `A single organisation nominates here, but there are ${bodies}.`
      return [problem(path, 'single_is_several', message, { bodies })]
    }
    if (agreement.value === 'one_each' && bodies < area.seats) {
      const message = `Each organisation nominates one, but there are ${bodies} for ${area.seats} seats.`
      return [problem(path, 'too_few_for_each', message, { bodies, seats: area.seats })]
    }
    return []
  })
}

function asSpan(term: Terms[number]) {
  return { starts_on: term.startsOn, ends_on: term.endsOn }
}
