import type { IsoDate } from './dates.ts'

/** Something that waits to be done, worked out from how things stand; nothing is stored. */
export interface Task {
  /** Names its sentences in the locales: `tasks.<kind>.text`, `.reason` and `.button`. */
  kind: string
  /** Days as IsoDate, times as `17.00`, several names as a list: the route writes them out. */
  params: Record<string, string | number | readonly string[]>
  /** The day it should be done; late when that day is past. Undefined when it can wait. */
  due: IsoDate | undefined
  /** Whether it waits for this person, or for somebody else whom this person waits for. */
  waitsFor: 'me' | 'others'
  /** The rule behind it, where its sentences name the source of one; shown as assumed until it is confirmed. */
  rule?: { name: string; source: string; sourceEn?: string | undefined; confirmed: boolean }
  /** Where it is done; the route turns it into an address. */
  at: TaskPlace
}

export type TaskPlace =
  | { room: ElectionRoom; id: number }
  | { room: 'nomination' | 'meeting' | 'attendance' | 'account' | 'formalAppointment'; id: number }
  | { room: 'seat' | 'body'; slug: string }
  | { room: 'renewal'; years: string }
  | {
      room:
        'renewals' | 'council' | 'offices' | 'statutes' | 'meetings' | 'new_meeting' | 'constituting_meeting'
    }

/** The pages of one election where a step is taken. */
export type ElectionRoom =
  | 'election'
  | 'electionCall'
  | 'electionCallAgain'
  | 'candidates'
  | 'candidateList'
  | 'uncontested'
  | 'polling'
  | 'pollingClosing'
  | 'rollErasure'
  | 'count'
  | 'lot'
  | 'result'
  | 'certification'
  | 'electionFinal'
  | 'box'
  | 'complaints'
  | 'rerun'
