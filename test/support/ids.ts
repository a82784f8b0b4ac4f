import { idOf, type Id } from '../../models/core/ids.ts'

/** For rows that are only made up: it passes for the id of any table. */
export function anId(number: number): Id<never> {
  return idOf<Id<never>>(number)
}

export function someIds(...numbers: number[]): Id<never>[] {
  return numbers.map(anId)
}
