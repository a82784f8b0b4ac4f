import type { InvalidReason } from '../../../../models/rules/elections/invalid_ballots.ts'

export interface FigurePart {
  options: { name: string; label: string; hint?: string | undefined; strong?: boolean }
}

export interface InvalidBallotPart {
  /** count.js copies the line in the template, whose number is 0. */
  options: { number: number | '0'; reasons: readonly InvalidReason[] }
}

export interface SumPart {
  options: {
    label: string
    /** null when it is not known yet. */
    difference: number | null
    /** The fields that are taken from the field `total`, or from a figure. */
    minus: readonly string[]
    total?: string
    constant?: number
    sum: 'papers' | 'box'
  }
}
