/** @article polling */

import { allowed, refused, type Verdict } from '../../core/verdict.ts'
import { sameName } from '../certification.ts'
import { foldName } from '../roll_names.ts'

export const PHASES = ['polling', 'counting'] as const
export type Phase = (typeof PHASES)[number]

/** From when to when one person was there. Times are `09.30`; `until_at` is null while they are there. */
export interface Spell {
  name: string
  present_on: string
  from_at: string
  until_at: string | null
}

export type PresenceRefusal = 'left_before_arrival' | 'presence_overlaps' | 'presence_in_future'

/** Whether the spell can be recorded. A person can be there several times in a day, but not twice at once. */
export function checkPresence(
  spell: Spell,
  others: readonly Spell[],
  now: { today: string; time: string },
): Verdict<PresenceRefusal> {
  const { name, present_on, from_at, until_at } = spell
  if (present_on > now.today) return refused('presence_in_future', undefined, 'present_on')
  if (present_on === now.today && (until_at ?? from_at) > now.time)
    return refused('presence_in_future', undefined, until_at === null ? 'from_at' : 'until_at')
  if (until_at !== null && until_at <= from_at) return refused('left_before_arrival', undefined, 'until_at')
  const same = others.filter((other) => other.present_on === present_on && sameName(other.name, name))
  return same.some((other) => overlap(spell, other))
    ? refused('presence_overlaps', undefined, 'from_at')
    : allowed
}

export type ObjectionRefusal = 'objection_before_polling' | 'day_in_future' | 'text_names_objector'

/**
 * Whether an objection can be recorded. Its text goes into the record that anybody may read, so it must not have the name
 * of the person who objected: that is for the board alone.
 */
export function checkObjection(objection: {
  text: string
  objector: string | undefined
  raisedOn: string
  firstDay: string
  today: string
}): Verdict<ObjectionRefusal> {
  const { text, objector, raisedOn, firstDay, today } = objection
  if (raisedOn < firstDay) return refused('objection_before_polling', { from: firstDay }, 'raised_on')
  if (raisedOn > today) return refused('day_in_future', undefined, 'raised_on')
  const named = objector?.trim() && ` ${foldName(text)} `.includes(` ${foldName(objector)} `)
  return named ? refused('text_names_objector', undefined, 'text') : allowed
}

function overlap(a: Spell, b: Spell): boolean {
  return a.from_at < (b.until_at ?? '99') && b.from_at < (a.until_at ?? '99')
}
