import type { By } from '../../../models/core/audit.ts'
import { isoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import {
  parseStatutes,
  type RuleName,
  type RuleValue,
  type Statutes,
} from '../../../models/statutes/document.ts'
import { remembered } from '../databases/remembered.ts'

type Values = Partial<{ [K in RuleName]: RuleValue<K> }>

export function withRules(statutes: Statutes, rules: Values): Statutes {
  const replaced = Object.entries(rules).map(([name, value]) => [
    name,
    { value, source: 'Prøven', confirmed: true },
  ])
  return parseStatutes({ ...statutes, rules: { ...statutes.rules, ...Object.fromEntries(replaced) } })
}

/** Gives the council these rules as if it had always had them, in force from the first version's day by default. */
export const theRules = remembered(async function theRules(
  db: Db,
  by: By,
  rules: Values,
  from?: string,
): Promise<Statutes> {
  const latest = await latestStatutes(db)
  const in_force_from = from === undefined ? latest.in_force_from : isoDate(from)
  const statutes = withRules({ ...latest.statutes, inForceFrom: in_force_from }, rules)
  await db('statutes_versions').insert({
    in_force_from,
    document: JSON.stringify(statutes),
    reason: 'Prøven',
    rule_key: null,
    made_by: by.name,
    made_on: by.clock.today(),
    replaces_id: latest.id,
  })
  return statutes
})
