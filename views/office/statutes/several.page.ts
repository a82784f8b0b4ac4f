import { later, type IsoDate } from '../../../models/core/dates.ts'
import type { StatutesVersionId } from '../../../models/core/ids.ts'
import {
  getRule,
  isRuleKey,
  isRuleName,
  ruleKeys,
  RULE_NAMES,
  type RuleKey,
  type Statutes,
} from '../../../models/statutes/document.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import { ruleTitle, sentenceIn, titleIn, type Translate } from '../../partials/statutes/statutes_text.ts'
import type { Reader } from '../../reader.ts'
import { valueForm } from './values/rule_values.ts'
import type { ValueField } from './values/value_form.ts'

/** First the choice of rules, then all of them in one form. */
export interface SeveralPage {
  choices: (Described & { chosen: boolean })[]
  rules: (Described & { fields: ValueField[]; onlyInFile: boolean })[]
  seenVersion: StatutesVersionId
  proposedFrom: IsoDate
}

interface Described {
  key: RuleKey
  title: string
  sentence: string
}

/** `asked` are the keys in the address or in the sent form. */
export function severalPage(
  { t, today }: Pick<Reader, 't' | 'today'>,
  { id, statutes }: StatutesVersion,
  asked: unknown,
): SeveralPage {
  const chosen = chosenRules(statutes, asked)
  return {
    choices: changeableRules(statutes).map((key) => ({
      ...described(t, statutes, key),
      chosen: chosen.includes(key),
    })),
    rules: chosen.map((key) => ({ ...described(t, statutes, key), ...fieldsOf(t, statutes, key) })),
    seenVersion: id,
    proposedFrom: later(today, statutes.inForceFrom),
  }
}

export function chosenRules(statutes: Statutes, asked: unknown): RuleKey[] {
  const keys: unknown[] = [asked ?? []].flat()
  return changeableRules(statutes).filter((key) => keys.includes(key))
}

/** The rules of the statutes, and rules they could have. */
function changeableRules(statutes: Statutes): RuleKey[] {
  return [...new Set<RuleKey>([...RULE_NAMES, ...ruleKeys(statutes)])]
}

function described(t: Translate, statutes: Statutes, key: RuleKey): Described {
  const isStated = isRuleKey(statutes, key)
  return {
    key,
    title: isStated ? titleIn(t, statutes, key) : ruleTitle(t, key),
    sentence: isStated ? sentenceIn(t, statutes, key) : t('statutes_versions.unsaid'),
  }
}

function fieldsOf(t: Translate, statutes: Statutes, key: RuleKey) {
  const value = isRuleKey(statutes, key) ? getRule(statutes, key).value : undefined
  const fields = valueForm(key)
    .fields(t, value)
    .map((part): ValueField => {
      const field = Object.assign({}, part.field, { name: fieldName(key, part.field.name) })
      return Object.assign({}, part, { field })
    })
  return { fields, onlyInFile: fields.length === 0 }
}

/** Each field has its rule in front of its name, so that several rules fit in one form. */
export function fieldName(key: RuleKey, field: string): string {
  return `${isRuleName(key) ? key : key.replaceAll('.', '-')}:${field}`
}

export function typedFor<T>(key: RuleKey, typed: Readonly<Record<string, T | undefined>>): Record<string, T> {
  const start = fieldName(key, '')
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]): [string, T][] =>
      name.startsWith(start) && value !== undefined ? [[name.slice(start.length), value]] : [],
    ),
  )
}
