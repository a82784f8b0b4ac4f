import type { ReopenedBecause } from '../../../../models/elections/candidates/tables.ts'
import { REOPENED_BECAUSE } from '../../../../models/elections/candidates/reopening.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Reason } from '../../../../models/core/errors.ts'
import { dutyOf } from '../../../../models/elections/who_may.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Verdict } from '../../../../models/rules/core/verdict.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'

export interface ReopeningPage extends Asking {
  head: ElectionHead
  action: string
  backHref: string
  mayReopen: boolean
  /** A sentence, for a reader who may not open the list again. */
  why: string
  /** Where the board records what happened to a candidate, once the list can no longer be opened again. */
  incidentsHref: string | null
  because: readonly ReopenedBecause[]
  listVersion: number
  /** Papers that will be void. */
  printed: number
}

const AFTER_VOTES: readonly Reason[] = ['reopening_after_votes', 'reopening_with_tablets']

export function reopeningPage(
  { t, ...reader }: Reader,
  election: Election,
  { may, printed }: { may: Verdict<Reason>; printed: number },
): ReopeningPage {
  const { id, status, list_version } = election
  const inTime = allows(status, 'reopenList')
  return {
    head: headOf({ t }, election),
    action: paths.listReopening(id),
    backHref: paths.candidateList(id),
    mayReopen: inTime && may.ok && reader.can['elections.certify'],
    asks: inTime && !may.ok ? dutyOf(may.reason) : null,
    why: inTime && !may.ok ? t(`refusals.${may.reason}`) : t('elections.reopening.not_now'),
    incidentsHref: inTime && !may.ok && AFTER_VOTES.includes(may.reason) ? paths.incidents(id) : null,
    because: REOPENED_BECAUSE,
    listVersion: list_version,
    printed,
  }
}
