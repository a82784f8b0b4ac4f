import { later, type IsoDate } from '../../../models/core/dates.ts'
import type { StatutesVersionId } from '../../../models/core/ids.ts'
import { isOpenQuestion } from '../../../models/statutes/comparison.ts'
import { getRule, type RuleKey } from '../../../models/statutes/document.ts'
import type { StatutesVersion } from '../../../models/statutes/versions.ts'
import { ruleLine, type RuleLine } from '../../partials/statutes/rule_lines.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { valueForm } from './values/rule_values.ts'
import type { ValueField } from './values/value_form.ts'

export interface RulePage {
  rule: RuleLine
  action: string
  /** The rule is assumed, and the papers say something, so that it can be confirmed as it is. */
  canConfirm: boolean
  hasChoice: boolean
  onlyInFile: boolean
  fields: ValueField[]
  seenVersion: StatutesVersionId
  /** The day that the form proposes, and the first that it may be. */
  proposedFrom: IsoDate
  earliest: IsoDate
}

export function rulePage(
  { t, today }: Pick<Reader, 't' | 'today'>,
  { id, statutes }: StatutesVersion,
  key: RuleKey,
): RulePage {
  const rule = getRule(statutes, key)
  const fields = valueForm(key).fields(t, rule.value)
  const proposedFrom = later(today, statutes.inForceFrom)
  return {
    rule: ruleLine(t, statutes, key),
    action: paths.statutesRule(key),
    canConfirm: !rule.confirmed && !isOpenQuestion(statutes, key),
    hasChoice: fields.some(({ field }) => !('options' in field) || field.options.length !== 1),
    onlyInFile: fields.length === 0,
    fields,
    seenVersion: id,
    proposedFrom,
    earliest: rule.confirmed ? proposedFrom : statutes.inForceFrom,
  }
}
