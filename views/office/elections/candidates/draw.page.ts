import type { Election } from '../../../../models/elections/elections.ts'
import type { PreparedDraw } from '../../../../models/elections/result/draws.ts'
import type { Result } from '../../../../models/elections/result/result.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'

export interface DrawPage extends Asking {
  head: ElectionHead
  action: string
  prepareAction: string
  lotHref: string
  state: 'form' | 'not_on_board' | 'no_lot'
  /** The names in ballot order, with their votes. */
  among: string[]
  votes: number | null
  /** null until the draw is prepared. */
  draw: PreparedDraw | null
}

export interface Tie {
  result: Result
  prepared: PreparedDraw | undefined
}

/** `tie` is undefined when there is none. Only the board draws. */
export function drawPage(
  reader: Reader,
  election: Election,
  tie: Tie | undefined,
  isOnBoard: boolean,
): DrawPage {
  const { id } = election
  const { candidates = [], among = [], steps = [] } = tie?.result ?? {}
  return {
    head: headOf(reader, election),
    asks: tie && !isOnBoard ? 'draw_lot' : null,
    action: paths.draw(id),
    prepareAction: paths.drawPreparation(id),
    lotHref: paths.lot(id),
    state: tie ? (isOnBoard ? 'form' : 'not_on_board') : 'no_lot',
    among: candidates.filter((one) => among.includes(one.id)).map(({ name }) => name),
    votes: steps.find(({ rule }) => rule === 'tie_at_border')?.votes ?? null,
    draw: tie?.prepared ?? null,
  }
}
