import type { IsoDate } from './dates.ts'
import type { AccountId, ElectionId, MeetingId, MembershipId, NominationId } from './ids.ts'

/** Work that waits, computed from the present state; nothing is stored. */
export interface Task {
  /** Names the sentences `tasks.<kind>.text`, `.reason` and `.button` of the locales. */
  kind: string
  /** Days as IsoDate, times as `17.00`, several names as a list; the route writes them out. */
  params: Record<string, string | number | readonly string[]>
  /** The task is late when this day is past. Undefined when it can wait. */
  due: IsoDate | undefined
  /** `others`: this person waits for another one to do it. */
  waitsFor: 'me' | 'others'
  /** The rule that the sentences cite; shown as assumed until it is confirmed. */
  rule?: { name: string; source: string; sourceEn?: string | undefined; confirmed: boolean }
  at: TaskPlace
  /** Who can take it while this person waits. */
  who?: WhoMay
}

/** How a colleague is reached, by colleagues only. */
export interface Reachable {
  name: string
  /** At work; null where none is given. */
  phone: string | null
  email: string
}

export interface WhoMay {
  /** Names the sentences `who_may.<duty>` of the locales. */
  duty: string
  people: readonly Reachable[]
}

export type TaskPlace =
  | { room: ElectionRoom; id: ElectionId }
  | { room: 'nomination'; id: NominationId }
  | { room: 'meeting' | 'attendance'; id: MeetingId }
  | { room: 'account'; id: AccountId }
  | { room: 'formalAppointment'; id: MembershipId }
  | { room: 'seat' | 'body'; slug: string }
  | { room: 'renewal' | 'renewalPlan' | 'renewalLetters'; years: string }
  | {
      room:
        'renewals' | 'council' | 'offices' | 'statutes' | 'meetings' | 'new_meeting' | 'constituting_meeting'
    }

export type ElectionRoom =
  | 'election'
  | 'electionCall'
  | 'electionCallAgain'
  | 'candidates'
  | 'candidateList'
  | 'uncontested'
  | 'readiness'
  | 'room'
  | 'electionPapers'
  | 'packages'
  | 'electionAfter'
  | 'polling'
  | 'incidents'
  | 'investigation'
  | 'pollingClosing'
  | 'rollErasure'
  | 'count'
  | 'lot'
  | 'result'
  | 'certification'
  | 'electionFinal'
  | 'box'
  | 'boxPapers'
  | 'mySlip'
  | 'paperEntry'
  | 'complaints'
  | 'rerun'
