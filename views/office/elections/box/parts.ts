import type { BoxDoubt } from '../../../../models/rules/elections/box/box_contents.ts'

export interface DoubtPart {
  doubt: BoxDoubt | null
  /** Where the board's decision is written down, for those who may. */
  lostHref: string | null
}

export interface SlipFieldsPart {
  /** `words` is the number on each slip. */
  options: { count: number; words: number }
}
