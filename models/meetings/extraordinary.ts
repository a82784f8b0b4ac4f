import type { IsoDate } from '../core/dates.ts'
import { Refused } from '../core/errors.ts'
import { mayAsk } from '../rules/meetings/extraordinary.ts'
import type { Rules } from '../statutes/document.ts'
import type { MeetingRow } from './tables.ts'

export interface ExtraordinaryForm {
  extraordinary?: boolean
  /** The key of a party that the statutes let ask; it alone makes the meeting extraordinary. */
  asked_by?: string | undefined
  /** Left out: today. */
  asked_on?: IsoDate | undefined
}

type Mark = Pick<MeetingRow, 'extraordinary' | 'asked_by' | 'asked_on'>

const ORDINARY: Mark = { extraordinary: 0, asked_by: null, asked_on: null }

/** When the statutes name parties, one of them must have asked, no later than today or the meeting. */
export function checkedMark(
  { extraordinary, asked_by, asked_on }: ExtraordinaryForm,
  known: { rules: Rules; held_on: IsoDate; today: IsoDate; before?: MeetingRow },
): Mark {
  const { rules, held_on, today, before } = known
  if (!extraordinary && asked_by === undefined) return ORDINARY
  const rule = rules.extraordinaryMeetings?.value
  if (asked_by !== undefined && !(rule && mayAsk(rule, asked_by)))
    throw new Refused('asker_not_in_statutes', { date: held_on }, 'asked_by')
  if (!rule) return { ...ORDINARY, extraordinary: 1 }
  if (asked_by === undefined) throw new Refused('asker_missing', {}, 'asked_by')
  // For a meeting written down afterwards, today is not the day they asked.
  const asked = asked_on ?? before?.asked_on ?? (held_on < today ? null : today)
  const latest = held_on < today ? held_on : today
  if (asked !== null && asked > latest) throw new Refused('asked_after', { date: latest }, 'asked_on')
  return { extraordinary: 1, asked_by, asked_on: asked }
}
