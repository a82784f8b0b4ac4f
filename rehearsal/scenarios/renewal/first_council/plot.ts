import type { IsoDate } from '../../../../models/core/dates.ts'
import type { PlaceArea, OrganisationsArea, Term } from '../../../../models/statutes/document.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import type { House } from '../../../kit/house.ts'
import type { Journal } from '../../../kit/journal.ts'
import type { Person } from '../../../kit/person.ts'

export const t = translatorFor('da')

export interface Cast {
  administrator: Person
  secretary: Person
  auditor: Person
  /** Three at each place, by the area's key: two count, the third certifies with the secretary. */
  officials: Map<string, readonly [Person, Person, Person]>
  /** From the council's first meeting. */
  chair?: Person
}

export interface Plot {
  house: House
  journal: Journal
  cast: Cast
  names: Generator<string, never>
  term: Term
  places: PlaceArea[]
  organisations: OrganisationsArea[]
  /** Who should sit on the new council, by area and in the order of their seating. */
  seated: Map<string, string[]>
}

export function nextDay({ house, journal }: Plot, day: IsoDate, what: string): void {
  house.clock.set(day)
  journal.heading(`${day}  ${what}`)
}

export async function step<T>(
  { journal }: Plot,
  who: Person,
  what: string,
  run: () => Promise<T>,
): Promise<T> {
  return journal.step(`${who.name} (${who.title})`, what, run)
}

export function expectText(page: { text: string; url: string }, text: string): void {
  if (!page.text.includes(text)) throw new Error(`${page.url} siger ikke "${text}":\n${page.text}`)
}
