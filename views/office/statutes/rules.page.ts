import type { IsoDate } from '../../../models/core/dates.ts'
import { ruleKeys } from '../../../models/statutes/document.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import { ruleLine, type RuleLine } from '../../partials/statutes/rule_lines.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

/** Rules that a further change starts from, also when their day is to come; those that wait for a yes first. */
export interface RulesPage {
  in_force_from: IsoDate
  isComing: boolean
  waiting: number
  parts: { kind: 'assumed' | 'confirmed'; rules: ListedRule[] }[]
}

/** `href` leads to where the rule is confirmed or changed. */
export interface ListedRule extends RuleLine {
  href: string
}

export function rulesPage(
  { t, today }: Pick<Reader, 't' | 'today'>,
  { statutes }: StatutesVersion,
): RulesPage {
  const lines = ruleKeys(statutes).map((key): ListedRule => ({
    ...ruleLine(t, statutes, key),
    href: paths.statutesRule(key),
  }))
  const assumed = lines.filter((line) => !line.confirmed)
  const confirmed = lines.filter((line) => line.confirmed)
  const parts = [
    { kind: 'assumed' as const, rules: assumed },
    { kind: 'confirmed' as const, rules: confirmed },
  ]
  return {
    in_force_from: statutes.inForceFrom,
    isComing: statutes.inForceFrom > today,
    waiting: assumed.length,
    parts: parts.filter(({ rules }) => rules.length > 0),
  }
}
