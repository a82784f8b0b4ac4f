import type { Request } from 'express'
import { later, type IsoDate } from '../../../models/core/dates.ts'
import { latestStatutes, type StatutesVersion } from '../../../models/statutes/versions.ts'
import {
  getRule,
  isRuleKey,
  isRuleName,
  ruleKeys,
  RULE_NAMES,
  type RuleKey,
  type Statutes,
} from '../../../models/statutes/document.ts'
import { ruleTitle, sentenceIn, titleIn } from '../../../views/partials/statutes/statutes_text.ts'
import { valueForm } from './rule_forms.ts'
import type { ValueField } from './value_forms.ts'

/** office/statutes/several: first which rules, then all of them in one form. */
export interface SeveralPage {
  choices: { key: RuleKey; title: string; sentence: string; chosen: boolean }[]
  rules: { key: RuleKey; title: string; sentence: string; fields: ValueField[]; onlyInFile: boolean }[]
  seenVersion: number
  proposedFrom: IsoDate
}

/** The rules that can be changed: those of the statutes, and those they say nothing of yet. */
export function changeableRules(statutes: Statutes): RuleKey[] {
  return [...new Set<RuleKey>([...RULE_NAMES, ...ruleKeys(statutes)])]
}

/** The keys that were asked for in the address or sent with the form, as far as they are rules. */
export function chosenRules(statutes: Statutes, asked: unknown): RuleKey[] {
  const keys = [asked ?? []].flat() as unknown[]
  return changeableRules(statutes).filter((key) => keys.includes(key))
}

export async function severalPage(req: Request, asked: unknown): Promise<SeveralPage> {
  const latest = await latestStatutes(req.db)
  const { statutes } = latest
  const chosen = chosenRules(statutes, asked)
  return {
    choices: changeableRules(statutes).map((key) => ({
      ...described(req, statutes, key),
      chosen: chosen.includes(key),
    })),
    rules: chosen.map((key) => ruleFields(req, latest, key)),
    seenVersion: latest.id,
    proposedFrom: later(req.clock.today(), statutes.inForceFrom),
  }
}

function described(req: Request, statutes: Statutes, key: RuleKey) {
  const isStated = isRuleKey(statutes, key)
  return {
    key,
    title: isStated ? titleIn(req.t, statutes, key) : ruleTitle(req.t, key),
    sentence: isStated ? sentenceIn(req.t, statutes, key) : req.t('statutes_versions.unsaid'),
  }
}

function ruleFields(req: Request, { statutes }: StatutesVersion, key: RuleKey): SeveralPage['rules'][number] {
  const value = isRuleKey(statutes, key) ? getRule(statutes, key).value : undefined
  const fields = valueForm(key).fields(req.t, value)
  const prefixed = fields.map(({ kind, field }) => ({
    kind,
    field: { ...field, name: fieldName(key, field.name) },
  }))
  return { ...described(req, statutes, key), fields: prefixed, onlyInFile: fields.length === 0 }
}

/** Each rule's fields have the rule in front of their name, so that several fit in one form. */
export function fieldName(key: RuleKey, field: string): string {
  return `${isRuleName(key) ? key : key.replaceAll('.', '-')}:${field}`
}

/** What was typed for one rule, under the names that its form knows. */
export function typedFor(key: RuleKey, typed: Request['typed']): Record<string, string | string[]> {
  const start = fieldName(key, '')
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(start) && value !== undefined ? [[name.slice(start.length), value]] : [],
    ),
  )
}
