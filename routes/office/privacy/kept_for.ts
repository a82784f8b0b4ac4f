import type { Request } from 'express'
import type { RetentionRule } from '../../../models/privacy/due.ts'
import type { Retention } from '../../../models/rules/privacy/retention.ts'

/** How long this installation keeps things. */
export function retentionOf(req: Request): Retention {
  return req.house.retention
}

/** How long, in words. */
export function keptFor(req: Request, rule: RetentionRule): string {
  const { rollDays, applicationMonths, contactMonths, accountMonths, draftDays } = retentionOf(req)
  const counts: Record<RetentionRule, number> = {
    rolls: rollDays,
    applications: applicationMonths,
    accounts: accountMonths,
    people: contactMonths,
    contacts: contactMonths,
    drafts: draftDays,
  }
  if (rule === 'rolls' && rollDays === 0) return req.t('retention.kept.rolls_at_once')
  return req.t(`retention.kept.${rule}`, { count: counts[rule] })
}
