import type { Request } from 'express'
import { later, type IsoDate } from '../../../models/core/dates.ts'
import { NotFound } from '../../../models/core/errors.ts'
import { isOpenQuestion } from '../../../models/council/statutes/rule_change.ts'
import { latestStatutes, type StatutesVersion } from '../../../models/statutes/versions.ts'
import {
  getRule,
  isRuleKey,
  ruleKeys,
  type RuleKey,
  type Statutes,
} from '../../../models/statutes/document.ts'
import { ruleLine, type RuleLine } from '../../../views/partials/statutes/rule_lines.ts'
import { sentenceIn, titleIn, type Translate } from '../../../views/partials/statutes/statutes_text.ts'
import { paths } from '../../../views/paths.ts'
import { valueForm } from './rule_forms.ts'
import type { ValueField } from './value_forms.ts'

/** office/statutes/rules: what a further change starts from, whether or not its day has come. */
export interface RulesPage {
  in_force_from: IsoDate
  isComing: boolean
  assumed: RuleLine[]
  confirmed: RuleLine[]
}

export function rulesPage(t: Translate, { statutes }: StatutesVersion, today: IsoDate): RulesPage {
  const lines = ruleKeys(statutes).map((key) => ruleLine(t, statutes, key, paths.statutesRule(key)))
  return {
    in_force_from: statutes.inForceFrom,
    isComing: statutes.inForceFrom > today,
    assumed: lines.filter((line) => !line.confirmed),
    confirmed: lines.filter((line) => line.confirmed),
  }
}

/** office/statutes/rule: one rule, and the form that confirms or changes it. */
export interface RulePage {
  rule: RuleLine
  action: string
  /** Whether it can be confirmed as it is: it is assumed, and the papers say something. */
  canConfirm: boolean
  /** Whether the rule can be anything else at all. */
  hasChoice: boolean
  /** It is changed in a file and not in a form. */
  onlyInFile: boolean
  fields: ValueField[]
  seenVersion: number
  /** The day the form proposes, and the first that it may be. */
  proposedFrom: IsoDate
  earliest: IsoDate
}

export async function rulePage(req: Request, key: string): Promise<RulePage> {
  const { id, statutes } = await latestStatutes(req.db)
  if (!isRuleKey(statutes, key)) throw new NotFound(`rule ${key}`)
  const today = req.clock.today()
  const rule = getRule(statutes, key)
  const canConfirm = !rule.confirmed && !isOpenQuestion(statutes, key)
  const fields = valueForm(key).fields(req.t, rule.value)
  return {
    rule: ruleLine(req.t, statutes, key),
    action: paths.statutesRule(key),
    canConfirm,
    hasChoice: fields.some(({ field }) => field.options?.length !== 1),
    onlyInFile: fields.length === 0,
    fields,
    seenVersion: id,
    proposedFrom: later(today, statutes.inForceFrom),
    earliest: rule.confirmed ? later(today, statutes.inForceFrom) : statutes.inForceFrom,
  }
}

/** office/statutes/preview: the rule before and after, and what was typed, waiting for a yes. */
export interface RulePreviewPage {
  title: string
  action: string
  before: { sentence: string; confirmed: boolean }
  after: { sentence: string; confirmed: boolean }
  sameValue: boolean
  in_force_from: IsoDate
  isPast: boolean
  source: string
  reason: string
  hidden: { name: string; value: string }[]
}

export function previewPage(
  req: Request,
  key: RuleKey,
  { before, after }: { before: Statutes; after: Statutes },
  reason: string,
): RulePreviewPage {
  const [was, becomes] = [before, after].map((statutes) => {
    return { sentence: sentenceIn(req.t, statutes, key), confirmed: getRule(statutes, key).confirmed }
  }) as [RulePreviewPage['before'], RulePreviewPage['after']]
  return {
    title: titleIn(req.t, after, key),
    action: paths.statutesRule(key),
    before: was,
    after: becomes,
    sameValue: was.sentence === becomes.sentence,
    in_force_from: after.inForceFrom,
    isPast: after.inForceFrom < req.clock.today(),
    source: getRule(after, key).source,
    reason,
    hidden: hiddenFields(req),
  }
}

/** What was typed, to be sent again as it is; the tokens are those of the new page. */
function hiddenFields(req: Request): RulePreviewPage['hidden'] {
  return Object.entries(req.typed)
    .filter(([name]) => !name.startsWith('_') && name !== 'step')
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => ({ name, value: one })))
}
