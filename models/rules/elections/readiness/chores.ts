/** @article polling */

import { keysOf } from '../../../core/records.ts'
import { addDays, type IsoDate } from '../../../core/dates.ts'
import { allows } from '../acts.ts'
import { facts, type ElectionState, type Facts } from '../state.ts'
import type { Means } from './ticks.ts'

/** `election`: said once. `record`: said anew when the result is corrected. */
const TICKED = {
  call_hung: 'election',
  codes_hung: 'election',
  record_signed: 'record',
  result_hung: 'record',
} as const

/** What is done away from the screen, so that only people can say that it is done. */
export type TickedChore = keyof typeof TICKED

export const TICKED_CHORES: readonly TickedChore[] = keysOf(TICKED)

export type ChoreKey =
  TickedChore | 'papers_printed' | 'box_locked' | 'material_sealed' | 'material_destroyed'

/** `later`: its time has not come. `past`: its time went by and nobody said that it was done. */
export type ChoreState = 'later' | 'now' | 'done' | 'past'

export interface Chore {
  key: ChoreKey
  state: ChoreState
  due: IsoDate
}

export interface RoomFacts {
  state: ElectionState
  means: Means
  today: IsoDate
  candidates_by: IsoDate
  /** The first polling day. */
  opensOn: IsoDate
  polling_on: IsoDate
  complaints_until: IsoDate
  /** The day of the newest record of a result; null while there is none. */
  recordedOn: IsoDate | null
  /** Papers with the present list. */
  printed: number
  isBoxLocked: boolean
  /** Nobody votes where there are no more candidates than seats and it was decided so. */
  isVote: boolean
  /** There are no more candidates than seats, and nobody has decided yet whether people vote. */
  mayBeUncontested: boolean
  /** Every pile of papers lies in a sealed package. */
  isSealed: boolean
  isDestroyed: boolean
  ticked: readonly TickedChore[]
}

/** What an election needs of the people in the room, in the order in which it is done. */
export function choresOf(room: RoomFacts): Chore[] {
  const is = facts(room.state)
  const { candidates_by, opensOn, polling_on, complaints_until, recordedOn } = room
  const dayBefore = addDays(opensOn, -1)
  const dayAfter = addDays(recordedOn ?? polling_on, 1)
  const has = (key: TickedChore) => room.ticked.includes(key)
  const paper = room.isVote && room.means !== 'booth'
  const booth = room.isVote && room.means !== 'paper'
  const told = { from: is.certified || is.over, until: is.over && !is.certified }
  return [
    chore('call_hung', candidates_by, has('call_hung'), called(is, room)),
    ...(paper ? [chore('papers_printed', dayBefore, room.printed > 0, listed(is, room))] : []),
    ...(booth ? [chore('box_locked', dayBefore, room.isBoxLocked, listed(is, room))] : []),
    ...(booth ? [chore('codes_hung', polling_on, has('codes_hung'), closed(is))] : []),
    chore('record_signed', dayAfter, has('record_signed'), told),
    chore('result_hung', dayAfter, has('result_hung'), told),
    ...(paper ? [chore('material_sealed', addDays(polling_on, 1), isPutAway(room), sealing(room))] : []),
    ...(room.isVote
      ? [chore('material_destroyed', addDays(complaints_until, 1), room.isDestroyed, { from: is.over })]
      : []),
  ]
}

/** Whether its time has come, and whether it has gone. */
interface Window {
  from: boolean
  until?: boolean
}

function chore(key: ChoreKey, due: IsoDate, isDone: boolean, { from, until = false }: Window): Chore {
  if (isDone && (from || until)) return { key, due, state: 'done' }
  return { key, due, state: until ? 'past' : from ? 'now' : 'later' }
}

/** People are to know that they can stand. */
function called(is: Readonly<Facts>, { today, candidates_by }: RoomFacts): Window {
  return { from: is.called, until: is.called && (is.awaits !== 'candidates' || today > candidates_by) }
}

/** Nothing is printed for a vote of which it may be decided that there will be none. */
function listed(is: Readonly<Facts>, { mayBeUncontested }: RoomFacts): Window {
  return { from: is.awaits === 'opening' && !mayBeUncontested, until: is.called && !is.beforePolling }
}

/** The codes tell voters that their ballots lie in the box, from the closing to the result. */
function closed(is: Readonly<Facts>): Window {
  return { from: is.pollingOver, until: is.over }
}

function sealing({ state }: RoomFacts): Window {
  return { from: allows(state, 'sealPackages') || facts(state).over }
}

function isPutAway({ isSealed, isDestroyed }: RoomFacts): boolean {
  return isSealed || isDestroyed
}

/** Which version of the list or of the record a tick speaks of. */
export function versionTicked(key: TickedChore, records: number): number {
  return TICKED[key] === 'record' ? records : 0
}
