import { isoDate } from '../../../models/core/dates.ts'
import { parseStatutes, type Statutes } from '../../../models/statutes/document.ts'
import type { MemberNow, RegisterNow, SeatNow } from '../../../models/rules/council/register_now.ts'
import { randers } from './randers.ts'
import { anId } from '../ids.ts'

export function randersFrom(day: string, change: (document: Statutes) => Partial<Statutes> = () => ({})) {
  const document = { ...randers(), inForceFrom: isoDate(day) }
  return parseStatutes({ ...document, ...change(document) })
}

/** Sets the number of seats of each area, and the total. An area with 0 seats goes. */
export function withSeats(counts: Record<string, number>) {
  return ({ areas, rules }: Statutes): Pick<Statutes, 'areas' | 'rules'> => {
    const changed = areas
      .map((area) => ({ ...area, seats: counts[area.key] ?? area.seats }))
      .filter(({ seats }) => seats > 0)
    const sum = changed.reduce((total, { seats }) => total + seats, 0)
    return { areas: changed, rules: { ...rules, seats: { ...rules.seats, value: sum } } }
  }
}

export function aSeat(number: number, area_key: string, from = '2018-01-01', until?: string): SeatNow {
  return {
    ...{ id: anId(number), number, label: `Plads ${number}`, slug: `plads-${number}`, area_key },
    ...{ starts_on: isoDate(from), ends_on: until === undefined ? null : isoDate(until) },
  }
}

/** M1 sits on seat 1, and so on; in the term of 2022–2025 by default. */
export function aMember(seat: number, from = '2022-01-01', until = '2025-12-31', term_id = 2): MemberNow {
  return {
    ...{ id: anId(seat), seat_id: anId(seat), term_id: anId(term_id), person: `M${seat}` },
    ...{ starts_on: isoDate(from), ends_on: isoDate(until) },
  }
}

/** The nine seats of Randers; the numbers 5 and 6 are those of Psykiatri, 7 is Boligsocial. */
export const SEATS = randers()
  .areas.flatMap(({ key, seats }) => Array.from({ length: seats }, () => key))
  .map((key, index) => aSeat(index + 1, key))

export function registerOf(members: MemberNow[], more: Partial<RegisterNow> = {}): RegisterNow {
  const terms = randers().terms.map((term, index) => ({
    ...{ id: anId(index + 1), starts_on: term.startsOn, ends_on: term.endsOn },
    ...{ municipal_election_on: term.municipalElectionOn, areas: [] },
  }))
  return { seats: SEATS, members, officers: [], terms, ...more }
}

export function allBut(...vacant: number[]): MemberNow[] {
  return SEATS.filter(({ number }) => !vacant.includes(number)).map(({ number }) => aMember(number))
}
