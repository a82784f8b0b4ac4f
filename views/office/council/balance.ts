import type { RosterLine } from '../../../models/council/roster.ts'
import { quotaStandings } from '../../../models/rules/council/quotas.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { membersLacking, seatRange } from '../../../models/statutes/seat_range.ts'
import { inLanguageOf } from '../../partials/statutes/statutes_text.ts'
import type { Reader } from '../../reader.ts'

/** Broken quotas and missing members. Only said, never in the way: a council that is being filled lacks members. */
export function balanceLines(
  { t }: Pick<Reader, 't'>,
  statutes: Statutes,
  lines: readonly RosterLine[],
): string[] {
  const members = lines.flatMap(({ seat, member }) =>
    member ? [{ key: seat.area_slug, kind: seat.area_kind }] : [],
  )
  if (members.length === 0) return []
  const { quotas, seats } = statutes.rules
  const broken = quotaStandings(quotas?.value ?? [], members)
    .filter(({ kept }) => !kept)
    .map(({ quota, have }) => {
      const who = inLanguageOf(t, quota.name, quota.nameEn).text
      return t(`statutes_versions.consequence.quota_${quota.force}`, { who, have, count: members.length })
    })
  const lacking =
    typeof seats.value === 'object'
      ? membersLacking(seatRange(seats.value, statutes.areas), members.length)
      : 0
  if (lacking === 0) return broken
  const { title } = statutes
  return [...broken, t('statutes_versions.consequence.members_lacking', { count: lacking, title })]
}
