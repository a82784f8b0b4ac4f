import type { IsoDate } from '../core/dates.ts'
import {
  agreementKey,
  getRule,
  isRuleName,
  parseStatutes,
  ruleKeys,
  seatsInAreas,
  StatutesError,
} from './document.ts'
import type { Rule, RuleKey, Statutes } from './document.ts'
import { allowed, refused, type Verdict } from '../rules/core/verdict.ts'

export type RuleChangeRefusal = 'version_before_latest' | 'version_in_past'
export type RuleValueRefusal = 'rule_value_not_allowed' | 'seats_do_not_add_up' | 'seats_outside_range'

export interface RuleDifference {
  key: RuleKey
  before: unknown
  after: unknown
  confirmedBefore: boolean | undefined
  confirmedAfter: boolean | undefined
}

// An assumed rule may change from the latest version's day on; a confirmed one bound people and may from today on.
// Never before the latest version, or the order of the versions would not tell which one holds.
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

/** The papers say nothing of the rule: it can be answered, but there is nothing to confirm. */
export function isOpenQuestion(statutes: Statutes, key: RuleKey): boolean {
  const { value } = getRule(statutes, key)
  return (key === 'holdover' && value === 'unknown') || (key === 'appointingBody' && value === null)
}

/** Returns a verdict; `changeRule` throws instead. */
export function checkRuleValue(statutes: Statutes, key: RuleKey, value: unknown): Verdict<RuleValueRefusal> {
  try {
    withRule(statutes, key, { ...getRule(statutes, key), value }, statutes.inForceFrom)
    return allowed
  } catch (error) {
    if (!(error instanceof StatutesError)) throw error
    const range = key === 'seats' ? rangeIn(value) : undefined
    if (range && range.min <= range.max)
      return refused('seats_outside_range', { ...range, sum: seatsInAreas(statutes) }, 'value')
    const shapeIsRight = key === 'seats' && Number.isInteger(value) && Number(value) > 0
    if (!shapeIsRight) return refused('rule_value_not_allowed', undefined, 'value')
    const sum = seatsInAreas(statutes)
    return refused('seats_do_not_add_up', { seats: Number(value), sum }, 'value')
  }
}

/** Leaves the old document untouched. Throws StatutesError. */
export function changeRule(
  statutes: Statutes,
  key: RuleKey,
  change: { value: unknown; source: string; sourceEn?: string | undefined; confirmed: true; note?: string },
  inForceFrom: IsoDate,
): Statutes {
  return withRule(statutes, key, withoutGaps(change), inForceFrom)
}

export interface RuleToPut {
  key: RuleKey
  value: unknown
  source: string
  sourceEn?: string | undefined
}

/** Confirms each rule, new ones too. Checked as a whole: rules may fit only together. Throws StatutesError. */
export function withRules(statutes: Statutes, rules: readonly RuleToPut[], inForceFrom: IsoDate): Statutes {
  const put = ({ value, source, sourceEn }: RuleToPut) => ({
    ...{ value, source, confirmed: true },
    ...(sourceEn !== undefined && { sourceEn }),
  })
  const named = rules
    .filter(({ key }) => isRuleName(key))
    .map((rule): [string, Rule<unknown>] => [rule.key, put(rule)])
  const areas = statutes.areas.map((area) => {
    const own = rules.find(({ key }) => key === agreementKey(area.key))
    return own ? { ...area, filling: { ...area.filling, agreement: put(own) } } : area
  })
  const all = { ...statutes.rules, ...Object.fromEntries(named) }
  return parseStatutes({ ...statutes, inForceFrom, areas, rules: all })
}

/** Keeps the rule's value and confirms it with the source given. */
export function confirmRule(
  statutes: Statutes,
  key: RuleKey,
  source: string | { source: string; sourceEn?: string | undefined },
  inForceFrom: IsoDate,
): Statutes {
  const rule = { ...getRule(statutes, key), sourceEn: undefined }
  const papers = typeof source === 'string' ? { source } : source
  return withRule(statutes, key, withoutGaps({ ...rule, ...papers, confirmed: true }), inForceFrom)
}

/** Rules whose value or standing differs, in the order of the later document. */
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

/** JSON with sorted names, so that two values can be compared as text. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.keys(part)
            .sort()
            .map((name) => [name, Reflect.get(part, name) as unknown]),
        )
      : part,
  )
}

/** Drops names without a value, so that the document says nothing of them. */
function withoutGaps<T extends object>(part: T): T {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T
}

function rangeIn(value: unknown): { min: number; max: number } | undefined {
  const { min, max } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined
}
