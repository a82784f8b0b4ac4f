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
  stage: SweepJob['stage'] | 'unknown'
  done: number
  of: number
}

/** Another process than this one may have closed the polls: then nothing is known of the work. */
export function pollingSweepPage(
  reader: Reader,
  election: Election,
  job: Pick<SweepJob, 'stage' | 'done' | 'of'> | undefined,
): PollingSweepPage {
  const { stage = 'unknown', done = 0, of = 1 } = job ?? {}
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
