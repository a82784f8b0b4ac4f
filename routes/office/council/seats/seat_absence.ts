import type { Request } from 'express'
import { formatDate } from '../../../../models/core/dates.ts'
import { findLongAbsent } from '../../../../models/meetings/absences.ts'
import { inLanguageOf, ruleTitle } from '../../../../views/partials/statutes/statutes_text.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { AsOf } from '../../../../views/as_of.ts'

/** Whose absence the seat's page tells of today, in a sentence, and the rule behind it where nobody has confirmed it. */
export interface SeatAbsence {
  membershipId: number
  text: string
  assumed: string[]
}

/** That the member has been away without notice for as long as the statutes allow, for those who may read it. */
export async function absenceOf(
  req: Request,
  seat: { id: number },
  { isToday, day }: AsOf,
): Promise<SeatAbsence | undefined> {
  if (!isToday || !canOf(userOf(req))['contacts.read']) return undefined
  const absent = await findLongAbsent(req.db, seat.id, day)
  if (!absent) return undefined
  const { member, since, meetings, rule } = absent
  const source = inLanguageOf(req.t, rule.source, rule.sourceEn).text
  const words = { meetings, since: formatDate(since, req.lang), count: rule.value.months, source }
  return {
    membershipId: member.id,
    text: req.t('meetings.absence.line', words),
    assumed: rule.confirmed ? [] : [ruleTitle(req.t, 'absenceLoss')],
  }
}
