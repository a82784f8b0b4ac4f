import type { IsoDate } from '../core/dates.ts'
import { Refused } from '../core/errors.ts'
import { mayAsk } from '../rules/meetings/extraordinary.ts'
import type { Rules } from '../statutes/document.ts'
import type { MeetingRow } from './tables.ts'

/** What the form says of an extraordinary meeting. */
export interface ExtraordinaryForm {
  extraordinary?: boolean
  /** The key of one of those whom the statutes let ask. It says by itself that the meeting is an extra one. */
  asked_by?: string | undefined
  /** Left out, it is today. */
  asked_on?: IsoDate | undefined
}

type Mark = Pick<MeetingRow, 'extraordinary' | 'asked_by' | 'asked_on'>

const ORDINARY: Mark = { extraordinary: 0, asked_by: null, asked_on: null }

/**
 * The mark as it is stored with the meeting. When the statutes say who may ask, one of them must have asked; when they say
 * nothing, there is only the mark. A meeting cannot be asked for after today, or after the meeting itself.
 */
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
  // Of a meeting that is written down afterwards, today is not the day they asked.
  const asked = asked_on ?? before?.asked_on ?? (held_on < today ? null : today)
  const latest = held_on < today ? held_on : today
  if (asked !== null && asked > latest) throw new Refused('asked_after', { date: latest }, 'asked_on')
  return { extraordinary: 1, asked_by, asked_on: asked }
}
