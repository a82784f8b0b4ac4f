import { agreementKey, assumedRules, type RuleKey, type Statutes } from '../statutes/document.ts'
import type { RosterLine } from './roster.ts'

/** A rule that is not confirmed yet; `area` names its area, or is empty. */
export interface AssumedRule {
  key: RuleKey
  area: string
}

/** Lists each assumed rule behind the roster's vacant seats once. */
export function assumedBehind(statutes: Statutes, lines: readonly RosterLine[]): AssumedRule[] {
  const assumed = new Set(assumedRules(statutes))
  const rules = new Map<RuleKey, AssumedRule>()
  for (const rule of lines.flatMap(rulesBehind)) if (assumed.has(rule.key)) rules.set(rule.key, rule)
  return [...rules.values()]
}

/** The rule on filling the seat; after a member who sat the term out, also the rule on holding over. */
function rulesBehind({ vacancy }: RosterLine): AssumedRule[] {
  if (!vacancy) return []
  const { filling, substitutes, previous } = vacancy
  const rules: AssumedRule[] = [{ key: 'vacancy', area: '' }]
  if (substitutes === 'none' || filling.by === 'substitute') rules.push({ key: 'substitutes', area: '' })
  if (previous?.end_reason === null) rules.push({ key: 'holdover', area: '' })
  if (filling.by === 'nomination') rules.push({ key: agreementKey(filling.areaKey), area: filling.areaName })
  return rules
}
