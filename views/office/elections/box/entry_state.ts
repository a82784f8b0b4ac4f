import type { SeenEntry } from '../../../../models/elections/box/entering/looking.ts'
import { endWaits, placeIn, type Turn } from '../../../../models/elections/box/entering/turn.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { areBothHere } from '../../../../models/rules/elections/box/entering.ts'
import type { Reader } from '../../../reader.ts'

/**
 * `by_hand`: the papers are counted by hand. From `enter` on they are the turns of the two at the box. In `end` one of them says
 * that all are in, and in `reopen` that a paper was found.
 */
export type EntryState =
  | ('by_hand' | 'done' | 'over' | 'reader' | 'join' | 'taken' | 'alone' | 'gone')
  | ('enter' | 'waits' | 'watch' | 'confirm')
  | ('end' | 'reopen' | 'end_waits' | 'end_confirm')

/** A form that the reader has asked for, beside the turn of the two. */
export type EntryAsked = 'end' | 'reopen'

type TurnRows = Pick<SeenEntry, 'entry' | 'turn' | 'user' | 'isMine'> & { asked?: EntryAsked | undefined }

export function stateOf(reader: Reader, election: Election, rows: TurnRows): EntryState {
  const { entry, turn, asked } = rows
  if (!entry) return 'by_hand'
  if (entry.end) {
    if (!turn || asked !== 'reopen' || !mayReopen(reader, election, rows)) return 'done'
    return placeStateOf(turn, rows) ?? 'reopen'
  }
  if (!turn || !allows(election.status, 'openBox')) return 'over'
  if (!reader.can['elections.count']) return 'reader'
  return placeStateOf(turn, rows) ?? turnOf(turn, rows)
}

export function mayReopen({ can }: Reader, { status }: Election, { entry, turn }: TurnRows): boolean {
  return entry?.end !== undefined && turn !== undefined && can['elections.count'] && allows(status, 'openBox')
}

/** Returns undefined when the reader is one of the two, and both are there. */
function placeStateOf(turn: Turn, { user, isMine }: TurnRows): EntryState | undefined {
  const place = placeIn(turn, user)
  if (!place && areBothHere(turn)) return 'taken'
  if (!place || !isMine) return 'join'
  const other = place === 'first' ? turn.second : turn.first
  if (!other) return 'alone'
  return other.isHere ? undefined : 'gone'
}

function turnOf(turn: Turn, { user, asked }: TurnRows): EntryState {
  const place = placeIn(turn, user)
  if (turn.ending && endWaits(turn)) return turn.ending.by === place ? 'end_waits' : 'end_confirm'
  if (turn.waiting !== null) return place === 'first' ? 'waits' : 'confirm'
  if (asked === 'end') return 'end'
  return place === 'first' ? 'enter' : 'watch'
}
