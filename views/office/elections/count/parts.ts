import type { InvalidReason } from '../../../../models/rules/elections/invalid_ballots.ts'

/** What each part of this folder takes. */

export interface FigurePart {
  options: { name: string; label: string; hint?: string | undefined; strong?: boolean }
}

export interface InvalidBallotPart {
  /** count.js copies the one in the template, whose number is 0. */
  options: { number: number | '0'; reasons: readonly InvalidReason[] }
}

export interface SumPart {
  options: {
    label: string
    /** Null when it is not known yet. */
    difference: number | null
    /** The names of the fields that are taken from the field `total`, or from a figure. */
    minus: readonly string[]
    total?: string
    constant?: number
    /** Whose words the sum takes. */
    sum: 'papers' | 'box'
  }
}
