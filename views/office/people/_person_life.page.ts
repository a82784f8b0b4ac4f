import type { PersonLifeParts } from './person.page.ts'

export interface PersonLifePart {
  options: PersonLifeParts
}
