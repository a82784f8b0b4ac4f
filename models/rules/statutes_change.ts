import type { IsoDate } from '../dates.ts'
import {
  agreementKey,
  getRule,
  isRuleName,
  parseStatutes,
  ruleKeys,
  seatsInAreas,
  StatutesError,
} from './statutes.ts'
import type { Rule, RuleKey, Statutes } from './statutes.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

export type RuleChangeRefusal = 'version_before_latest' | 'version_in_past'
export type RuleValueRefusal = 'rule_value_not_allowed' | 'seats_do_not_add_up'

export interface RuleDifference {
  key: RuleKey
  before: unknown
  after: unknown
  confirmedBefore: boolean | undefined
  confirmedAfter: boolean | undefined
}

/**
 * Whether a rule may be changed from the day `inForceFrom`. What was only assumed may be corrected from the
 * latest version's own date on; what was confirmed bound people, and may be changed from today on. Never
 * before the latest version, or the order of the versions would no longer tell which one holds.
 */
export function checkRuleChange(change: {
  latestInForceFrom: IsoDate
  today: IsoDate
  inForceFrom: IsoDate
  wasConfirmed: boolean
}): Verdict<RuleChangeRefusal> {
  if (change.inForceFrom < change.latestInForceFrom) {
    return refused('version_before_latest', { from: change.latestInForceFrom }, 'in_force_from')
  }
  if (change.wasConfirmed && change.inForceFrom < change.today) {
    return refused('version_in_past', { today: change.today }, 'in_force_from')
  }
  return allowed
}

/** Whether the value is one that the rule can have. Says so in a verdict, where `changeRule` throws. */
export function checkRuleValue(statutes: Statutes, key: RuleKey, value: unknown): Verdict<RuleValueRefusal> {
  try {
    withRule(statutes, key, { ...getRule(statutes, key), value }, statutes.inForceFrom)
    return allowed
  } catch (error) {
    if (!(error instanceof StatutesError)) throw error
    const shapeIsRight = key === 'seats' && Number.isInteger(value) && Number(value) > 0
    if (!shapeIsRight) return refused('rule_value_not_allowed', undefined, 'value')
    const sum = seatsInAreas(statutes)
    return refused('seats_do_not_add_up', { seats: Number(value), sum }, 'value')
  }
}

/**
 * A new document in which the rule has the value and source given. The old one is untouched. Throws
 * StatutesError.
 */
export function changeRule(
  statutes: Statutes,
  key: RuleKey,
  change: { value: unknown; source: string; confirmed: true; note?: string },
  inForceFrom: IsoDate,
): Statutes {
  return withRule(statutes, key, change, inForceFrom)
}

/**
 * A new document in which the rule keeps its value and is confirmed, with the source that was given for it.
 */
export function confirmRule(
  statutes: Statutes,
  key: RuleKey,
  source: string,
  inForceFrom: IsoDate,
): Statutes {
  return withRule(statutes, key, { ...getRule(statutes, key), source, confirmed: true }, inForceFrom)
}

/** The rules whose value or standing differs between two documents, in the order of the later one. */
export function differences(a: Statutes, b: Statutes): RuleDifference[] {
  const keys = [...new Set([...ruleKeys(b), ...ruleKeys(a)])]
  return keys.flatMap((key) => {
    const before = ruleIn(a, key)
    const after = ruleIn(b, key)
    if (canonical(before?.value) === canonical(after?.value) && before?.confirmed === after?.confirmed)
      return []
    const confirmed = { confirmedBefore: before?.confirmed, confirmedAfter: after?.confirmed }
    return [{ key, before: before?.value, after: after?.value, ...confirmed }]
  })
}

function withRule(statutes: Statutes, key: RuleKey, rule: Rule<unknown>, inForceFrom: IsoDate): Statutes {
  getRule(statutes, key)
  if (isRuleName(key)) {
    return parseStatutes({ ...statutes, inForceFrom, rules: { ...statutes.rules, [key]: rule } })
  }
  const areas = statutes.areas.map((area) =>
    agreementKey(area.key) === key ? { ...area, filling: { ...area.filling, agreement: rule } } : area,
  )
  return parseStatutes({ ...statutes, inForceFrom, areas })
}

function ruleIn(statutes: Statutes, key: RuleKey): Rule<unknown> | undefined {
  return ruleKeys(statutes).includes(key) ? getRule(statutes, key) : undefined
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
