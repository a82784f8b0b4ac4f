import { addDays, daysBetween, type IsoDate } from '../../core/dates.ts'

export interface TaskToTell {
  /** The same for the same task on another day. */
  key: string
  kind: string
  due: IsoDate | undefined
}

export interface Reminding {
  today: IsoDate
  /** `HH.MM` in Denmark. */
  time: string
  /** What waits for the person. */
  tasks: readonly TaskToTell[]
  /** The keys of the tasks that earlier mails told of. */
  told: readonly string[]
  /** The days of what is going to happen. */
  coming: readonly IsoDate[]
  /** The day of the last mail. */
  sentOn: IsoDate | undefined
}

const FROM = '07.00'
const FORENOON_ENDS = '12.00'
const UNTIL = '20.00'

/** Others stand and wait for these, so they are told of at any hour of the day. */
const PRESSING: readonly string[] = [
  'election_count',
  'election_draw_lot',
  'lot_confirmation',
  'election_certify',
  'incident_signature',
  'investigation_signature',
]

/**
 * Whether a person gets a mail about what waits: at most one a day, between 7 and 20. In the forenoon a mail comes when
 * a task is new, when its day is today or tomorrow or was a whole number of weeks ago, or when something happens
 * tomorrow. After noon it comes only for a new task that others stand and wait for.
 */
export function remindsNow({ today, time, tasks, told, coming, sentOn }: Reminding): boolean {
  if (!isReminderTime(time) || sentOn === today) return false
  const unheard = tasks.filter(({ key }) => !told.includes(key))
  if (unheard.some(({ kind }) => PRESSING.includes(kind))) return true
  if (time >= FORENOON_ENDS) return false
  return (
    unheard.length > 0 ||
    tasks.some(({ due }) => due !== undefined && isNear(daysBetween(today, due))) ||
    coming.includes(addDays(today, 1))
  )
}

/** `time` as `HH.MM` in Denmark. */
export function isReminderTime(time: string): boolean {
  return time >= FROM && time < UNTIL
}

function isNear(days: number): boolean {
  return days === 0 || days === 1 || (days < 0 && days % 7 === 0)
}
