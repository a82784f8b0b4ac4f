import type { HolderField } from './box_key.page.ts'
import type { Holders } from './holders.ts'
import type { OpeningPart as Opening } from './opening.ts'
import type { BoxDoubt } from '../../../../models/rules/elections/box/box_contents.ts'

export interface DoubtPart {
  doubt: BoxDoubt | null
  /** Where the board's decision is written down, for those who may. */
  lostHref: string | null
}

export interface SlipFieldPart {
  /** The number of words on a slip. */
  words: number
}

export interface HolderPart {
  line: HolderField
  choices: { value: string; text: string }[]
}

export interface HoldersPart {
  holders: Holders
  /** The slip whose page this is. */
  but?: number
}

export interface OpeningPart {
  opening: Opening
}

export interface TakingPart {
  /** The address of the slip. */
  at: string
  isPaper: boolean
  /** Words were shown before, which no longer count then. */
  isAgain?: boolean
}
