/** @article polling */

import { isOneOf, keysOf } from '../../../core/records.ts'
import { type ElectionState, facts } from '../state.ts'

export type Means = 'paper' | 'booth' | 'both'

interface TickLine {
  /** Once for the election, or at each place where people vote. */
  at: 'election' | 'place'
  /** Left out where it is needed however people vote. */
  means?: 'paper' | 'booth'
  /** The papers are looked at anew when the list of candidates is. */
  ofList?: true
}

/** What no program can see: somebody has to look, and ticks it. In the order in which it is looked at. */
const TICK_LINES = {
  people: { at: 'election' },
  counters: { at: 'election', means: 'paper' },
  key_holders: { at: 'election', means: 'booth' },
  printer_page: { at: 'election' },
  ballot_look: { at: 'election', means: 'paper', ofList: true },
  posters: { at: 'place' },
  table_height: { at: 'place' },
  screen: { at: 'place' },
  light: { at: 'place' },
  magnifier: { at: 'place' },
  pens: { at: 'place', means: 'paper' },
  papers_there: { at: 'place', means: 'paper', ofList: true },
  ballot_box: { at: 'place', means: 'paper' },
  tablet_place: { at: 'place', means: 'booth' },
  network: { at: 'place', means: 'booth' },
  chargers: { at: 'place', means: 'booth' },
} as const satisfies Record<string, TickLine>

export type TickKey = keyof typeof TICK_LINES

export const TICK_KEYS: readonly TickKey[] = keysOf(TICK_LINES)

/** The lines of an election, or of each of its places, by how people vote there. */
export function tickLines(at: TickLine['at'], means: Means): TickKey[] {
  return TICK_KEYS.filter((key) => {
    const line: TickLine = TICK_LINES[key]
    return line.at === at && (line.means === undefined || means === 'both' || line.means === means)
  })
}

export interface Tick {
  line: string
  /** Null for what is the same at every place. */
  place: string | null
  done: number
  list_version: number
}

/** Whether a tick still holds: what is said of papers is said of the papers of one list. */
export function tickHolds({ line, done, list_version }: Tick, now: { list_version: number }): boolean {
  if (done !== 1 || !isOneOf(TICK_KEYS, line)) return false
  const { ofList }: TickLine = TICK_LINES[line]
  return ofList !== true || list_version === now.list_version
}

/** Two people have the list open at once: each changes only what they changed on their own page. */
export function changedTicks<Key extends string>(
  seen: readonly Key[],
  chosen: readonly Key[],
): { ticked: Key[]; unticked: Key[] } {
  return {
    ticked: chosen.filter((key) => !seen.includes(key)),
    unticked: seen.filter((key) => !chosen.includes(key)),
  }
}

/** From then on it is time to get ready for the first polling day. */
export const DAYS_TO_GET_READY = 6

/** Whether there is a polling day ahead to get ready for. */
export function isAhead(state: ElectionState): boolean {
  return facts(state).beforePolling && facts(state).called
}
