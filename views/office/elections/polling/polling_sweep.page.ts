import type { Election } from '../../../../models/elections/elections.ts'
import type { SweepJob } from '../../../../models/elections/polling/closing_job.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface PollingSweepPage {
  head: ElectionHead
  action: string
  progress: string
  /** False after a vote that was stopped. */
  isCounted: boolean
  nextHref: string
  stage: SweepJob['stage']
  done: number
  of: number
}

export function pollingSweepPage(
  reader: Reader,
  election: Election,
  { stage, done, of }: Pick<SweepJob, 'stage' | 'done' | 'of'>,
): PollingSweepPage {
  const { id, status } = election
  const isCounted = !facts(status).annulled
  return {
    head: headOf(reader, election),
    action: paths.pollingSweep(id),
    progress: paths.pollingSweepProgress(id),
    isCounted,
    nextHref: isCounted ? paths.count(id) : paths.election(id),
    ...{ stage, done, of },
  }
}
