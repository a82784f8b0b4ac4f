import type { Request } from 'express'
import type { RosterLine } from '../../../models/council/roster.ts'
import { quotaStandings } from '../../../models/rules/council/quotas.ts'
import { membersLacking, seatRange } from '../../../models/statutes/seat_range.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { inLanguageOf } from '../../../views/partials/statutes/statutes_text.ts'

/**
 * What the council of the day does not live up to: quotas, and the fewest members where the statutes give a range. Only
 * said, never in the way: a council that is being filled is short of everybody.
 */
export function balanceLines(req: Request, statutes: Statutes, lines: readonly RosterLine[]): string[] {
  const { quotas, seats } = statutes.rules
  const members = lines.flatMap(({ seat, member }) =>
    member ? [{ key: seat.area_slug, kind: seat.area_kind }] : [],
  )
  if (members.length === 0) return []
  const say = (key: string, params: Record<string, unknown>) =>
    req.t(`statutes_versions.consequence.${key}`, params)
  const broken = quotaStandings(quotas?.value ?? [], members)
    .filter(({ kept }) => !kept)
    .map(({ quota, have }) =>
      say(`quota_${quota.force}`, {
        who: inLanguageOf(req.t, quota.name, quota.nameEn).text,
        have,
        count: members.length,
      }),
    )
  if (typeof seats.value !== 'object') return broken
  const lacking = membersLacking(seatRange(seats.value, statutes.areas), members.length)
  return lacking === 0
    ? broken
    : [...broken, say('members_lacking', { count: lacking, title: statutes.title })]
}
