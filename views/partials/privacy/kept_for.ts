import type { Retention, RetentionRule } from '../../../models/rules/privacy/retention.ts'
import type { Reader } from '../../reader.ts'

/** How long the rule keeps things in this installation, in words. */
export function keptFor({ t }: Pick<Reader, 't'>, retention: Retention, rule: RetentionRule): string {
  const { rollDays, applicationMonths, contactMonths, accountMonths, draftDays } = retention
  const counts: Record<RetentionRule, number> = {
    rolls: rollDays,
    applications: applicationMonths,
    accounts: accountMonths,
    people: contactMonths,
    contacts: contactMonths,
    drafts: draftDays,
  }
  if (rule === 'rolls' && rollDays === 0) return t('retention.kept.rolls_at_once')
  return t(`retention.kept.${rule}`, { count: counts[rule] })
}
