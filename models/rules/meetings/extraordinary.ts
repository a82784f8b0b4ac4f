/** @article extraordinaryMeetings */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { RuleValue } from '../../statutes/schema.ts'
import { addWeekdays } from '../core/weekdays.ts'

type ExtraordinaryRule = RuleValue<'extraordinaryMeetings'>

/** A person or group that the statutes let ask for an extraordinary meeting. */
export type Asker = ExtraordinaryRule['askedBy'][number]

/** The asker as one word that can be stored and sent: `chair`, `share:1/3`, `members:3`. */
export function askerKey(asker: Asker): string {
  if (typeof asker === 'string') return asker
  return 'share' in asker ? `share:${asker.share.join('/')}` : `members:${asker.members}`
}

/** Reads the output of `askerKey`. Returns undefined for any other text. */
export function askerFrom(key: string): Asker | undefined {
  if (key === 'chair' || key === 'municipal_council' || key === 'administration') return key
  const [, part, whole] = /^share:([1-9]\d*)\/([1-9]\d*)$/.exec(key) ?? []
  if (part !== undefined) return { share: [Number(part), Number(whole)] }
  const [, members] = /^members:([1-9]\d*)$/.exec(key) ?? []
  return members === undefined ? undefined : { members: Number(members) }
}

/** Whether these statutes let the asker with this key ask for a meeting. */
export function mayAsk(rule: ExtraordinaryRule, key: string): boolean {
  return rule.askedBy.some((asker) => askerKey(asker) === key)
}

/** The last day for a meeting asked for on `askedOn`, by the earlier limit. Returns undefined when there is none. */
export function lastDayToHold(rule: ExtraordinaryRule, askedOn: IsoDate): IsoDate | undefined {
  const { withinDays, withinWeekdays } = rule
  const limits = [
    ...(withinDays === undefined ? [] : [addDays(askedOn, withinDays)]),
    ...(withinWeekdays === undefined ? [] : [addWeekdays(askedOn, withinWeekdays)]),
  ]
  return limits.sort()[0]
}
