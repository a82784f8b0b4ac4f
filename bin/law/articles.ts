import { RULE_NAMES, type RuleName } from '../../models/statutes/document.ts'
import { GROUPS } from '../../views/partials/statutes/statutes_text.ts'
import { keysOf } from '../../models/core/records.ts'

/** What the statutes say outside their rules, and what the council owes to other laws. */
const BESIDE_THE_RULES = {
  areas: 'Valgområder og pladser',
  terms: 'Perioder',
  agreement: 'Hvordan organisationerne i et område bliver enige',
  inForceFrom: 'Hvornår vedtægterne gælder fra',
  polling: 'Afstemning, optælling og godkendelse (som ved kommunalvalg)',
  dataProtection: 'Opbevaring af personoplysninger (databeskyttelsesforordningen, artikel 5)',
} as const

export type Article = RuleName | keyof typeof BESIDE_THE_RULES

/** In the order of the page about the law; the titles are Danish. */
export function articles(titleOf: (rule: RuleName) => string): Map<Article, string> {
  const rules = [...RULE_NAMES].sort((a, b) => placeOf(a) - placeOf(b))
  const beside = keysOf(BESIDE_THE_RULES).map((key) => [key, BESIDE_THE_RULES[key]] as const)
  return new Map<Article, string>([...beside, ...rules.map((rule) => [rule, titleOf(rule)] as const)])
}

function placeOf(rule: RuleName): number {
  return Object.keys(GROUPS).indexOf(rule)
}
