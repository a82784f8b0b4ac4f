/** What the routes use of the statutes and their versions. */

export { type RuleToPut, withRules } from './comparison.ts'
export { getRule, isRuleKey, type Problem, type RuleKey, type Statutes, StatutesError } from './document.ts'
export { statutesJsonSchemaText } from './json_schema.ts'
export type { OfficeKey } from './offices.ts'
export {
  getStatutesVersion,
  latestStatutes,
  listOffices,
  listStatutesVersions,
  statutesOn,
  type StatutesVersion,
} from './versions.ts'
export { versionInForce } from '../rules/statutes/in_force.ts'
