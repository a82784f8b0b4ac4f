import { agreementKey, assumedRules, type RuleKey, type Statutes } from '../statutes/document.ts'
import type { RosterLine } from './roster.ts'

/** A rule that is not confirmed yet; `area` is the area it is about, or empty. */
export interface AssumedRule {
  key: RuleKey
  area: string
}

/** The assumed rules behind what a roster says of its vacant seats, each once. */
export function assumedBehind(statutes: Statutes, lines: readonly RosterLine[]): AssumedRule[] {
  const assumed = new Set(assumedRules(statutes))
  const rules = new Map<RuleKey, AssumedRule>()
  for (const rule of lines.flatMap(rulesBehind)) if (assumed.has(rule.key)) rules.set(rule.key, rule)
  return [...rules.values()]
}

/** How a vacant seat is filled again; and, where the member sat to the end of the term, whether they go on. */
function rulesBehind({ vacancy }: RosterLine): AssumedRule[] {
  if (!vacancy) return []
  const { filling, substitutes, previous } = vacancy
  const rules: AssumedRule[] = [{ key: 'vacancy', area: '' }]
  if (substitutes === 'none' || filling.by === 'substitute') rules.push({ key: 'substitutes', area: '' })
  if (previous?.end_reason === null) rules.push({ key: 'holdover', area: '' })
  if (filling.by === 'nomination') rules.push({ key: agreementKey(filling.areaKey), area: filling.areaName })
  return rules
}
