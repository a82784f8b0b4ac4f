import type { DifferenceLine } from './rule_lines.ts'

export interface AssumedRulePart {
  options: {
    /** Titles of the rules. */
    rules?: readonly string[] | undefined
    /** Where they can be read and confirmed. */
    href?: string
  }
}

/** null for the first version, which changed nothing. */
export interface StatutesChangesPart {
  options: { heading: string; lines: readonly DifferenceLine[] } | null
}
