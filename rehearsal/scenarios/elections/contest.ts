import type { IsoDate } from '../../../models/core/dates.ts'
import type { PlaceArea } from '../../../models/statutes/document.ts'
import type { InvalidBallotRow } from '../../../models/elections/count/tables.ts'
import type { Person } from '../../kit/person.ts'

export interface Poll {
  area: PlaceArea
  at: string
  pollingOn: IsoDate
  /** The first runs the election; the first two count, the third sits on the board. */
  officials: readonly [Person, Person, Person]
  /** In the order in which they stood. */
  candidates: string[]
}

export interface Box {
  /** For each candidate, in the order in which they stood. */
  votes: readonly number[]
  blank?: number
  invalid?: readonly InvalidBallotRow['reason'][]
}

export interface Elsewhere {
  exchanged?: number
  notReturned?: number
  unused?: number
  /** Why papers are missing that were not handed back. */
  reason?: string
  /** How the boxes are put together, by the value on the form; left out when each is counted by itself. */
  oneBox?: 'saml' | 'ind'
}

export function ballotsIn({ votes, blank = 0, invalid = [] }: Box): number {
  return votes.reduce((sum, one) => sum + one, 0) + blank + invalid.length
}

/** Replacements for spoiled papers were handed out too. */
export function handedOut(box: Box, { exchanged = 0, notReturned = 0 }: Elsewhere = {}): number {
  return ballotsIn(box) + exchanged + notReturned
}

/** The first share gets what is left over, so that it still leads. */
export function shareOut(voters: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, one) => sum + one, 0)
  const votes = shares.map((share) => Math.floor((voters * share) / whole))
  const left = voters - votes.reduce((sum, one) => sum + one, 0)
  return votes.map((each, index) => (index === 0 ? each + left : each))
}
