import type { IsoDate } from '../../core/dates.ts'
import { isReminderDue } from '../../rules/renewal/nomination.ts'
import type { AskedBody, Nomination } from './nominations.ts'

export function remindersDue(nomination: Nomination, today: IsoDate): AskedBody[] {
  if (nomination.status !== 'open' || nomination.outcome.state !== 'waiting') return []
  const { missing } = nomination.outcome
  return nomination.bodies.filter(({ id }) => {
    const sent = nomination.letters.findLast((one) => one.kind === 'reminder' && one.body_id === id)
    const { asked_on: askedOn, answer_by: answerBy } = nomination
    return missing.includes(id) && isReminderDue({ askedOn, answerBy, remindedOn: sent?.sent_on, today })
  })
}
