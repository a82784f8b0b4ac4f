import type { IsoDate } from '../../../models/core/dates.ts'
import { getRule, type RuleKey, type Statutes } from '../../../models/statutes/document.ts'
import type { Tone } from '../../partials/parts.ts'
import { sentenceIn, titleIn } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import type { HiddenField } from './hidden_fields.ts'

/** A rule before and after, waiting for a yes. */
export interface PreviewPage {
  title: string
  action: string
  before: Side
  after: Side
  sameValue: boolean
  in_force_from: IsoDate
  isPast: boolean
  source: string
  reason: string
  hidden: HiddenField[]
}

interface Side {
  sentence: string
  tag: { text: string; variant: Tone }
}

export function previewPage(
  { t, today }: Pick<Reader, 't' | 'today'>,
  key: RuleKey,
  { before, after }: { before: Statutes; after: Statutes },
  reason: string,
  hidden: HiddenField[],
): PreviewPage {
  const side = (statutes: Statutes): Side => ({
    sentence: sentenceIn(t, statutes, key),
    tag: getRule(statutes, key).confirmed
      ? { text: t('statutes_form.is_confirmed'), variant: 'success' }
      : { text: t('common.assumed'), variant: 'warning' },
  })
  const [was, becomes] = [side(before), side(after)]
  return {
    title: titleIn(t, after, key),
    action: paths.statutesRule(key),
    before: was,
    after: becomes,
    sameValue: was.sentence === becomes.sentence,
    in_force_from: after.inForceFrom,
    isPast: after.inForceFrom < today,
    source: getRule(after, key).source,
    reason,
    hidden,
  }
}
