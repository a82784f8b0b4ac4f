import type { IsoDate } from '../../../models/core/dates.ts'
import type { PlaceArea } from '../../../models/statutes/document.ts'
import type { InvalidBallotRow } from '../../../models/elections/count/tables.ts'
import type { Person } from '../../kit/person.ts'

/** One election while it is played: where it is, who runs it, and what should come of it. */
export interface Poll {
  area: PlaceArea
  /** The address of the election. */
  at: string
  pollingOn: IsoDate
  /** The first runs the election; the first two count, the third sits on the board. */
  officials: readonly [Person, Person, Person]
  /** In the order in which they stood. */
  candidates: string[]
}

/** What is in the paper box. */
export interface Box {
  /** For each candidate, in the order in which they stood. */
  votes: readonly number[]
  blank?: number
  invalid?: readonly InvalidBallotRow['reason'][]
}

/** What became of the papers that are not in the box. */
export interface Elsewhere {
  exchanged?: number
  notReturned?: number
  unused?: number
  /** Why papers are missing that nobody handed back. */
  reason?: string
}

/** How many ballots are in the box. */
export function ballotsIn({ votes, blank = 0, invalid = [] }: Box): number {
  return votes.reduce((sum, one) => sum + one, 0) + blank + invalid.length
}

/** Papers handed out, the replacements for spoiled ones too, when this box is emptied. */
export function handedOut(box: Box, { exchanged = 0, notReturned = 0 }: Elsewhere = {}): number {
  return ballotsIn(box) + exchanged + notReturned
}

/** So many voters shared out as in `shares`, the first getting what is left over, so that the first still leads. */
export function shareOut(voters: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, one) => sum + one, 0)
  const votes = shares.map((share) => Math.floor((voters * share) / whole))
  const left = voters - votes.reduce((sum, one) => sum + one, 0)
  return votes.map((each, index) => (index === 0 ? each + left : each))
}
