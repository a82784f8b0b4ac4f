import type { BoardChoice, BoardMember } from '../../../../models/elections/board.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { boardOptions, type BoardOption, nobodyThere } from './words.ts'

export interface BoardPage {
  head: ElectionHead
  board: BoardOption[]
  chosen: string[]
  /** What to do about a board of which nobody will be there; null when somebody will. */
  nobodyThere: string | null
}

export function boardPage(
  reader: Reader,
  election: Election,
  choices: readonly BoardChoice[],
  board: readonly BoardMember[],
): BoardPage {
  return {
    head: headOf(reader, election),
    board: boardOptions(reader, choices),
    chosen: board.map(({ id }) => `${id}`),
    nobodyThere: nobodyThere(reader, choices, board),
  }
}
