import { differences } from '../../../models/statutes/comparison.ts'
import { getRule, isRuleKey, type RuleKey, type Statutes } from '../../../models/statutes/document.ts'
import { isLeftToPeople } from '../../../models/statutes/left_to_people.ts'
import { inLanguageOf, sentenceIn, titleIn, type Translate } from './statutes_text.ts'

/** A text of the statutes file; `lang` is there when it is in another language than the page. */
export interface OwnText {
  text: string
  lang: 'da' | undefined
}

export interface RuleLine {
  key: RuleKey
  title: string
  sentence: string
  source: OwnText
  note: OwnText | null
  confirmed: boolean
  /** The program does nothing by it, and does not watch it. */
  byPeople: boolean
}

/** `before` and `after` are the rule's sentences; alike when only its standing changed. */
export interface DifferenceLine {
  title: string
  before: string
  after: string
  standing: 'confirmed_now' | 'assumed_now' | 'same'
}

export function ruleLine(t: Translate, statutes: Statutes, key: RuleKey): RuleLine {
  const { source, sourceEn, note, noteEn, confirmed } = getRule(statutes, key)
  return {
    key,
    title: titleIn(t, statutes, key),
    sentence: sentenceIn(t, statutes, key),
    source: inLanguageOf(t, source, sourceEn),
    note: note === undefined ? null : inLanguageOf(t, note, noteEn),
    confirmed,
    byPeople: isLeftToPeople(statutes, key),
  }
}

/** Rule by rule, in the order of the later version. */
export function differenceLines(t: Translate, before: Statutes, after: Statutes): DifferenceLine[] {
  return differences(before, after).map(({ key, confirmedBefore, confirmedAfter }) => {
    const standing = confirmedAfter ? 'confirmed_now' : 'assumed_now'
    return {
      title: titleIn(t, isRuleKey(after, key) ? after : before, key),
      before: sentenceIn(t, before, key),
      after: isRuleKey(after, key) ? sentenceIn(t, after, key) : t('statutes_versions.rule_gone'),
      standing: confirmedBefore === confirmedAfter || confirmedAfter === undefined ? 'same' : standing,
    }
  })
}
