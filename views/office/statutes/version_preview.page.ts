import type { IsoDate } from '../../../models/core/dates.ts'
import type { VersionPreview } from '../../../models/council/statutes/adoption.ts'
import { isWithoutConsequences } from '../../../models/rules/council/statutes_consequences.ts'
import { differenceLines, type DifferenceLine } from '../../partials/statutes/rule_lines.ts'
import { consequenceLines, type ConsequenceLine } from '../../partials/statutes/statutes_consequences.ts'
import { sentenceIn } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import type { HiddenField } from './hidden_fields.ts'

export interface VersionPreviewPage {
  in_force_from: IsoDate
  isPast: boolean
  lines: DifferenceLine[]
  consequences: ConsequenceLine[]
  /** The statutes' own sentence on changing them; null when they have none. */
  howToChange: string | null
  reason: string
  action: string
  hidden: HiddenField[]
  /** Back to the form with several rules; null when the version came from a file. */
  edit: { action: string; hidden: HiddenField[] } | null
}

export function versionPreviewPage(
  { t, lang, today }: Pick<Reader, 't' | 'lang' | 'today'>,
  { before, after, consequences, seenPlan }: VersionPreview,
  form: { document: string; reason: string; seenVersion: number },
  edit: VersionPreviewPage['edit'],
): VersionPreviewPage {
  return {
    in_force_from: after.inForceFrom,
    isPast: after.inForceFrom < today,
    lines: differenceLines(t, before, after),
    consequences: isWithoutConsequences(consequences)
      ? []
      : consequenceLines(t, lang, { before, after, consequences }),
    howToChange: before.rules.ruleChanges ? sentenceIn(t, before, 'ruleChanges') : null,
    reason: form.reason,
    action: paths.statutesVersionNew,
    hidden: [
      { name: 'document', value: form.document },
      { name: 'reason', value: form.reason },
      { name: 'seen_version', value: String(form.seenVersion) },
      { name: 'seen_plan', value: seenPlan },
    ],
    edit,
  }
}
