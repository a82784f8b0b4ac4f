import type { Crosses } from '../../../../models/rules/elections/marks.ts'
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
    /** Each ballot of the total, less those in these fields, has between so many of the counted. */
    each?: Crosses & { not: readonly string[] }
    sum: 'papers' | 'box' | 'crosses'
  }
}
