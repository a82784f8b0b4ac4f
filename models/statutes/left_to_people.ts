import { isRuleName, type RuleKey, type RuleName, type Statutes } from './document.ts'

/**
 * Rules that the program keeps, shows and compares, and that people carry out: it neither does anything by them nor watches
 * that they are kept. The page of the statutes says so at each.
 */
export const LEFT_TO_PEOPLE: readonly RuleName[] = [
  'voters',
  'councilTie',
  'holdover',
  'minutesApproval',
  'meetingsOpen',
  'lateItems',
  'consultation',
  'ruleChanges',
]

/** Where the statutes have no formal appointment, the program still asks who appointed those who were nominated. */
const VALUES_LEFT: { readonly [R in RuleName]?: readonly string[] } = { formalAppointment: ['none'] }

export function isLeftToPeople({ rules }: Pick<Statutes, 'rules'>, key: RuleKey): boolean {
  if (!isRuleName(key)) return false
  const value: unknown = rules[key]?.value
  return LEFT_TO_PEOPLE.includes(key) || (VALUES_LEFT[key] ?? []).some((left) => left === value)
}
