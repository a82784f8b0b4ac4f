import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import type { VersionPreview } from '../../../models/council/statutes/adoption.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import {
  isWithoutConsequences,
  type Consequences,
} from '../../../models/rules/council/statutes_consequences.ts'
import {
  consequenceLines,
  type ConsequenceLine,
} from '../../../views/partials/statutes/statutes_consequences.ts'
import { differenceLines, type DifferenceLine } from '../../../views/partials/statutes/rule_lines.ts'
import { sentenceIn } from '../../../views/partials/statutes/statutes_text.ts'
import { paths } from '../../../views/paths.ts'

/** office/statutes/version_preview: a whole new version before it is stored. */
export interface VersionPreviewPage {
  in_force_from: IsoDate
  isPast: boolean
  lines: DifferenceLine[]
  consequences: ConsequenceLine[]
  /** How the statutes themselves say that they are changed; null where they do not say. */
  howToChange: string | null
  reason: string
  action: string
  hidden: { name: string; value: string }[]
  /** Back to the form with several rules, with what was typed; null where the version came from a file. */
  edit: { action: string; hidden: { name: string; value: string }[] } | null
}

export function versionPreviewPage(
  req: Request,
  preview: VersionPreview,
  form: { document: string; reason: string; seenVersion: number },
  edit: VersionPreviewPage['edit'] = null,
): VersionPreviewPage {
  const { before, after, consequences, seenPlan } = preview
  return {
    in_force_from: after.inForceFrom,
    isPast: after.inForceFrom < req.clock.today(),
    lines: differenceLines(req.t, before, after),
    consequences: linesOf(req, before, after, consequences),
    howToChange: before.rules.ruleChanges ? sentenceIn(req.t, before, 'ruleChanges') : null,
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

function linesOf(
  req: Request,
  before: Statutes,
  after: Statutes,
  consequences: Consequences,
): ConsequenceLine[] {
  return isWithoutConsequences(consequences)
    ? []
    : consequenceLines(req.t, req.lang, { before, after, consequences })
}
