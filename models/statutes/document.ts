import { incoherences, type Problem } from './coherence.ts'
import { problemsOf } from './problems.ts'
import { statutesSchema, RULE_NAMES } from './schema.ts'
import type { Agreement, Area, Rule, RuleName, Rules, Statutes } from './schema.ts'
import { byKind, isOfOrganisations } from '../rules/core/by_kind.ts'
import { isOneOf } from '../core/records.ts'

export { OPTIONAL_RULE_NAMES, RULE_NAMES } from './schema.ts'
export { seatsInAreas } from './coherence.ts'
export type { Problem } from './problems.ts'
export type {
  Agreement,
  Area,
  Body,
  Ground,
  OrganisationsArea,
  PlaceArea,
  QuorumRule,
  Quota,
  Rule,
  RuleName,
  RuleValue,
  Rules,
  Statutes,
  Term,
} from './schema.ts'

/** A rule of the council, or how the organisations of one area agree. */
export type RuleKey = RuleName | `areas.${string}.agreement`

/** `problems` has every place and what is wrong there. */
export class StatutesError extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(
      ['The statutes cannot be used:', ...problems.map(({ path, message }) => `  ${path}: ${message}`)].join(
        '\n',
      ),
    )
    this.name = 'StatutesError'
    this.problems = problems
  }
}

/** Throws StatutesError naming every path that is wrong. */
export function parseStatutes(json: unknown): Statutes {
  const result = statutesSchema.safeParse(json, { reportInput: true })
  if (!result.success) throw new StatutesError(result.error.issues.flatMap(problemsOf))
  const problems = incoherences(result.data)
  if (problems.length > 0) throw new StatutesError(problems)
  return result.data
}

/** Only the rules that these statutes state. */
export function ruleKeys(statutes: Statutes): RuleKey[] {
  const stated = RULE_NAMES.filter((name) => statutes.rules[name] !== undefined)
  return [...stated, ...statutes.areas.filter(isOfOrganisations).map((area) => agreementKey(area.key))]
}

export function isRuleKey(statutes: Statutes, text: string): text is RuleKey {
  return isOneOf(ruleKeys(statutes), text)
}

export function agreementKey(areaKey: string): RuleKey {
  return `areas.${areaKey}.agreement`
}

/** Throws RangeError for a key that these statutes do not have. */
export function getRule<K extends RuleName>(statutes: Statutes, key: K): NonNullable<Rules[K]>
export function getRule(statutes: Statutes, key: RuleKey): Rule<unknown>
export function getRule(statutes: Statutes, key: RuleKey): Rule<unknown> {
  const stated = isRuleName(key) ? statutes.rules[key] : undefined
  if (stated) return stated
  const area = statutes.areas
    .filter(isOfOrganisations)
    .find((candidate) => agreementKey(candidate.key) === key)
  if (!area) throw new RangeError(`no such rule: ${key}`)
  return area.filling.agreement
}

/** Rules that the secretary has not confirmed, in the order of the statutes. */
export function assumedRules(statutes: Statutes): RuleKey[] {
  return ruleKeys(statutes).filter((key) => !getRule(statutes, key).confirmed)
}

export function findArea(statutes: Statutes, areaKey: string): Area | undefined {
  return statutes.areas.find((area) => area.key === areaKey)
}

/** How the organisations of an area agree on a member; undefined for a place, where people vote. */
export function agreementOf(area: Area): Rule<Agreement> | undefined {
  return byKind<Area, Rule<Agreement> | undefined>(area, {
    place: () => undefined,
    organisations: ({ filling: { agreement } }) => agreement,
  })
}

export function isRuleName(key: string): key is RuleName {
  return isOneOf(RULE_NAMES, key)
}
